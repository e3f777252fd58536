"""What the writer of a wrong word most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_FEW = 12
_MANY = 40


_SCHEMA = "The words that may stand here are in `drafter schema`."


def did_you_mean(word: str, known: Iterable[str], kind: str = "", *, other: str = _SCHEMA) -> str:
    """Return a hint, never empty: the nearest known word, or all of them.

    ``kind`` says what the words are, for the hint when there are none yet; ``other`` is said
    where they are many and none is near.
    """
    options = sorted(set(known))
    if not options:
        return f"The file has no {kind} yet." if kind else "Leave it out: nothing is listed here."
    by_case = {option.casefold(): option for option in options}
    near = get_close_matches(word.casefold(), by_case, 1, 0.6)
    hints = [f"Did you mean `{by_case[near[0]]}`?"] if near else []
    if len(near) < len(options) <= (_FEW if near else _MANY):
        hints.append(f"One of: {', '.join(options)}.")
    return " ".join(hints) or other
