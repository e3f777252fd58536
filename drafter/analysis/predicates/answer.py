"""One answer of the record to a predicate, and several together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from drafter.casefile.fact import Fact
from drafter.facts.gaps import Gap


class Answer(NamedTuple):
    """What the record answers, and what that rests on."""

    holds: bool | None
    """None: the record does not say."""
    gap: Gap | None = None
    """The missing fact that would settle it; None: no one fact would."""
    others: tuple[Fact, ...] = ()
    """Facts besides the one asked about without which it would not hold."""
    shown_by: Fact | None = None
    """The item whose trait it is, or the fact it holds of; None: the fact asked about."""
    also: tuple[Gap, ...] = ()
    """Further missing facts without which ``gap`` alone would not settle it."""
    denies: bool = True
    """Whether ``gap`` could settle it as a no, too."""


YES, NO, UNKNOWN = Answer(True), Answer(False), Answer(None)


def together(answers: Iterable[Answer]) -> Answer:
    """The answer to several predicates that must all hold of one fact."""
    others: tuple[Fact, ...] = ()
    gaps: dict[str, Gap] = {}
    shown_by = None
    for answer in answers:
        if answer.holds is False or (answer.holds is None and answer.gap is None):
            return NO
        if answer.gap:
            gaps |= {gap.id: gap for gap in (answer.gap, *answer.also)}
        others += answer.others
        shown_by = shown_by or answer.shown_by
    if not gaps:
        return Answer(True, None, others, shown_by)
    first, *also = gaps.values()
    return Answer(None, first, others, shown_by, tuple(also))
