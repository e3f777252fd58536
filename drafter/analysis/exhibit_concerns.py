"""What the events chosen for the exhibit would prove against the defense."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import accumulate

from drafter.analysis.change_types import ExhibitConcern
from drafter.analysis.element_types import CommonLaw
from drafter.analysis.findings import Reason
from drafter.casefile.coercion import Opportunity
from drafter.facts.moments import Moment
from drafter.facts.record import Record


def find_exhibit_concerns(record: Record, common_law: CommonLaw) -> tuple[ExhibitConcern, ...]:
    """Find each chosen event on which a hurting reason rests, in the order of the exhibit.

    A reason rests on the event itself, on an item that proves it, or on an opportunity that
    overlaps it in time.
    """
    if record.case.exhibit is None:
        return ()
    by_fact = _by_fact(each for finding in common_law.elements for each in finding.hurts)
    chances = _Chances(record, by_fact)
    found = (_concern(id, record, by_fact, chances) for id in record.case.exhibit.events)
    return tuple(each for each in found if each.hurts)


def _by_fact(reasons: Iterable[Reason]) -> Mapping[str, list[Reason]]:
    found: dict[str, list[Reason]] = defaultdict(list)
    for reason in reasons:
        for fact in reason.facts:
            found[fact.id].append(reason)
    return found


def _concern(
    id: str, record: Record, by_fact: Mapping[str, list[Reason]], chances: _Chances
) -> ExhibitConcern:
    event, moment = record.facts[id], record.moments.get(id)
    items = (item.id for item in record.evidence.items_for(id))
    subjects = dict.fromkeys((id, *items, *chances.at(moment)))
    hurts = {each.id: each for subject in subjects for each in by_fact.get(subject, ())}
    return ExhibitConcern(event, moment, tuple(hurts.values()))


class _Chances:
    """The opportunities with a hurting reason, to be found by the time they take up."""

    def __init__(self, record: Record, by_fact: Mapping[str, list[Reason]]) -> None:
        timed = (
            (moment.earliest, moment.latest, id)
            for id in by_fact
            if isinstance(record.facts[id], Opportunity)
            and (moment := record.moments.get(id))
            and moment.earliest is not None
            and moment.latest is not None
        )
        self._all = sorted(timed)
        self._starts = [start for start, _, _ in self._all]
        self._last_end = list(accumulate((end for _, end, _ in self._all), max))

    def at(self, moment: Moment | None) -> Iterator[str]:
        """Yield those that share a minute with a moment; none where its bounds are not known."""
        if moment is None or moment.earliest is None or moment.latest is None:
            return
        # Backward from the last that begins in time, until none before it can still go on.
        for at in range(bisect_right(self._starts, moment.latest) - 1, -1, -1):
            if self._last_end[at] < moment.earliest:
                return
            if _ends(self._all[at]) >= moment.earliest:
                yield self._all[at][2]


def _ends(chance: tuple[datetime, datetime, str]) -> datetime:
    return chance[1]
