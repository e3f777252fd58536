"""The ways out that a record lists: opportunities, attempts, and entries that are neither.

An entry is one text, with the defendant's reasons and what became of it in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.decided.wording import WORDS, says, yes_no

INFERRED = "inferred: "
"""How an entry begins that the court did not list."""
_BELIEVED = ("authority_corrupt", "safe")
"""What a defendant may have believed of a way out that is no fact of it."""

Mapped = dict[str, Any]


def opportunities(facts: Mapping[str, Any]) -> Iterator[Mapped]:
    """Yield an opportunity for each entry that tells of a way out that was not tried."""
    phone = yes_no("phone_access", facts["phone_access"])
    watched = facts["threat"]["threatener_present_or_watching"] is True
    entries = [each for each in facts["escape_opportunities"] if _is_chance(each)]
    if phone and not entries:
        entries = ["access to a telephone"]
    for number, entry in enumerate(entries, 1):
        answers = dict(_answers(entry))
        held = {field: value for field, value in answers.items() if _held(entry, field, watched)}
        listed = not entry.startswith(INFERRED) and not says("hindered", entry)
        yield {
            "id": f"opportunity-{number}",
            "basis": "court_finding" if listed and held == answers else "counsel_inference",
            "handling": "open",
            "what": _what(entry),
            **({} if phone is None else {"phone": phone}),
            **held,
        }


def attempts(facts: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Yield the entries that tell of an attempt, which is an event, with their numbers."""
    for number, entry in enumerate(facts["escape_opportunities"], 1):
        if not _is_nothing(entry) and says("avoidance", entry):
            yield number, entry.removeprefix(INFERRED)


def left_out(facts: Mapping[str, Any]) -> Iterator[str]:
    """Yield the entries of which nothing is made."""
    for entry in facts["escape_opportunities"]:
        if _is_nothing(entry):
            yield f"escape_opportunities, none: {entry}"
        elif _is_conclusion(entry):
            yield f"escape_opportunities, a conclusion: {entry}"


def _what(entry: str) -> str:
    bare = entry.removeprefix(INFERRED)
    return re.sub(r"\s*\([^()]*\)", "", bare).strip() or bare


def _is_nothing(entry: str) -> bool:
    """Whether an entry says that there was no way out, or that none is stated."""
    return bool(says("no_way_out", entry.removeprefix(INFERRED)))


def _is_conclusion(entry: str) -> bool:
    """Whether an entry says that there was a way out, and not which."""
    return bool(says("conclusions", entry.removeprefix(INFERRED)))


def _is_chance(entry: str) -> bool:
    return not _is_nothing(entry) and not _is_conclusion(entry) and not says("avoidance", entry)


def _answers(entry: str) -> Iterator[tuple[str, bool]]:
    """Yield what an entry says of the fields of an opportunity; of two answers, the first."""
    for field, answers in WORDS["opportunities"].items():
        for word, pattern in answers.items():
            if re.search(pattern, entry, re.IGNORECASE):
                yield field, word == "yes"
                break


def _held(entry: str, field: str, watched: bool) -> bool:
    """Whether an answer is said as a fact.

    What a defendant believed of the police or feared of them is none, and leaves open whether
    the way was one; but where somebody watched, that belief is evidence that they were corrupt.
    """
    if field not in _BELIEVED or not says("belief", entry):
        return True
    return field == "authority_corrupt" and watched
