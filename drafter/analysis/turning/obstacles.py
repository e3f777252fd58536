"""What stands between an element and a verdict, and the sets of open facts that get over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from drafter.analysis.elements.shown_types import Shown
from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.findings import Reason
from drafter.analysis.turning.openings import Ids, Openings

MOST = 4
"""The most facts in a set that is told: more are no short way to a verdict."""
KEPT = 40
"""The most sets kept while they are put together, the smallest."""


def by_size(sets: Iterable[Ids], most: int) -> list[Ids]:
    """The smallest of some sets, each once; a set of nothing is none."""
    return _sorted(sets)[:most]


def _sorted(sets: Iterable[Ids]) -> list[Ids]:
    return sorted(filter(None, dict.fromkeys(sets)), key=len)


def smallest(sets: Iterable[Ids]) -> Iterator[Ids]:
    """Yield the sets that hold no other, the smallest first, each once."""
    kept: list[Ids] = []
    for ids in _sorted(sets):
        if len(kept) == KEPT:
            return
        if not any(each <= ids for each in kept):
            kept.append(ids)
            yield ids


def joined(groups: Iterable[Sequence[Ids]]) -> tuple[Ids, ...]:
    """The smallest sets that hold one of each group; empty: there is none of at most MOST."""
    found: tuple[Ids, ...] = (frozenset(),)
    for group in groups:
        sets = (ids | each for ids in found for each in islice(group, KEPT))
        found = tuple(smallest(each for each in sets if len(each) <= MOST))
        if not found:
            break
    return found


class Obstacles:
    """The ways over each obstacle of one case."""

    def __init__(self, openings: Openings) -> None:
        self.openings = openings

    def meeting(self, reason: Reason) -> tuple[Ids, ...]:
        """Each way to be rid of a known reason: its fact is disputed, or can still be met."""
        disputed = (frozenset((id,)) for id in self.openings.doubtful(reason))
        return (*disputed, *self.openings.meeting(reason))

    def over(self, shown: Shown, finding: ElementFinding) -> tuple[Ids, ...]:
        """Each way to have shown what is not: an open reason, one to prove, a disputed denial."""
        wanted = frozenset(shown.showing.any_of)
        asked = self.openings.reasons.asked
        bearing = [e for e in finding.reasons if not wanted.isdisjoint(asked.get(e.rule, ()))]
        disputed = self.openings.disputed(shown.denied_by)
        return (*self._helping(bearing), *(frozenset((id,)) for id in disputed))

    def helping(self, finding: ElementFinding) -> tuple[Ids, ...]:
        """Each way to any reason for the defense that can come in."""
        return tuple(self._helping(finding.reasons))

    def _helping(self, reasons: Iterable[Reason]) -> Iterator[Ids]:
        for each in reasons:
            if each.for_us and each.is_open:
                yield self.openings.lacking(each)
            elif each.for_us and not each.admissible:
                yield frozenset(fact.id for fact in each.facts)

    def setting_up(self, reason: Reason) -> Iterator[Ids]:
        """Ways to have a reason against the defense count: it is open, or its answer disputed."""
        if reason.is_open:
            yield self.openings.lacking(reason)
        elif reason.met:
            yield from joined(
                tuple(frozenset((id,)) for id in self.openings.disputed((fact,)))
                for fact in reason.answered_by
            )

    def losing(self, shown: Shown) -> Iterator[Ids]:
        """Ways to lose a showing: each of its reasons taken away, or all that is open denied."""
        if shown.reasons:
            lost = (
                self.openings.doubtful(each) | self.openings.undoing(each) for each in shown.reasons
            )
            yield from joined([tuple(frozenset((id,)) for id in sorted(ids)) for ids in lost])
        elif ways := self.openings.denying(shown.showing):
            yield from joined(ways)
