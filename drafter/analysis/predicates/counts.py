"""Which counts the defense is tested on."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.analysis.predicates.order import earlier
from drafter.analysis.stage import charges_left
from drafter.casefile.case import Case
from drafter.casefile.matter import Charge
from drafter.casefile.record import EventKind
from drafter.facts.moments import Moment


def counts_left(case: Case) -> tuple[Charge, ...]:
    """The counts pending or ended in a conviction; every count where none is left."""
    return charges_left(case) or case.charges


def counts_over(
    case: Case, tested: tuple[Charge, ...], moments: Mapping[str, Moment]
) -> Mapping[str, tuple[Charge, ...]]:
    """By opportunity or avoidance, the counts certainly ended before it, where others had not.

    It was no way out of those and refused none, and the elements are read once for all.
    """
    found = {}
    avoided = (each for each in case.events if each.kind is EventKind.AVOIDANCE)
    for each in (*case.opportunities, *avoided):
        at = moments.get(each.id)
        gone = tuple(c for c in tested if earlier(moments.get(f"{c.id}.end"), at))
        if gone and len(gone) < len(tested):
            found[each.id] = gone
    return found
