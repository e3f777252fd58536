"""What the office writes on its own papers and nobody outside may read: legends, marks, markers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from drafter.composition.gates.passages import Passage
from drafter.errors import Problem

_SHORT = 12
"""Words of a line up to which it is a legend, and no sentence that speaks of one."""


class _Mark(Struct, frozen=True):
    """A pattern, what it marks, what to do about it, and whether only short lines are meant."""

    pattern: re.Pattern[str]
    says: str
    hint: str
    short: bool = False


_LEGEND = "is marked as not for others"
_LEGEND_HINT = "take the legend off, if it is right that others read this"
_MARKS = (
    _Mark(
        re.compile(r"\[\s*NEED\s*:", re.IGNORECASE),
        "lacks a fact: it has the marker `[NEED: …`",
        "fill it in, and enter it in the case file",
    ),
    _Mark(
        re.compile(r"\[\s*WEAK\s*:", re.IGNORECASE),
        "has the office’s marker of a weak point, `[WEAK: …`",
        "take it out",
    ),
    _Mark(
        re.compile(r"\bnot cite-checked|\bcounsel (?:to|must) (?:confirm|check)", re.IGNORECASE),
        "has the office’s mark of an authority",
        "check the authority, and take the mark out",
    ),
    _Mark(re.compile(r"\bPRIVILEGED\b|\bWORK[ -]PRODUCT\b"), _LEGEND, _LEGEND_HINT),
    _Mark(
        re.compile(
            r"privileged (?:and|&) confidential|not for (?:service|filing|distribution)"
            r"|internal use only|draft only",
            re.IGNORECASE,
        ),
        _LEGEND,
        _LEGEND_HINT,
    ),
    _Mark(
        re.compile(r"\bprivileged\b|work[ -]product|attorney[- ]client comm", re.IGNORECASE),
        *(_LEGEND, _LEGEND_HINT),
        short=True,
    ),
    _Mark(
        re.compile(r"\bDRAFT\b"),
        "is stamped as a draft",
        "have counsel approve it, and draft it again",
    ),
)


def legend_problems(passages: Iterable[Passage], lines: Collection[str] = ()) -> Iterator[Problem]:
    """Each line that marks a paper as the office’s own or as unfinished, once a passage and sort.

    ``lines``: what the office’s papers for itself have as lines of their own: legends, titles.
    """
    own = {_even(line) for line in lines}
    for passage in passages:
        found = dict.fromkeys(each for line in passage.text.splitlines() for each in _in(line, own))
        for says, hint in found:
            yield Problem(None, f"{passage.where} {says}", hint)


def _in(line: str, own: Collection[str]) -> Iterator[tuple[str, str]]:
    few = len(line.split()) <= _SHORT
    if _even(line) in own:
        yield _LEGEND, _LEGEND_HINT
    for mark in _MARKS:
        if (few or not mark.short) and mark.pattern.search(line):
            yield mark.says, mark.hint


def _even(line: str) -> str:
    return " ".join(line.split()).casefold()
