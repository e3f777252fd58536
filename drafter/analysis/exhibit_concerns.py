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
from drafter.facts.moments import Moment, as_written
from drafter.facts.record import Record


def find_exhibit_concerns(record: Record, common_law: CommonLaw) -> tuple[ExhibitConcern, ...]:
    """Find each chosen event on which a hurting reason rests, in the order of the exhibit.

    A reason rests on the event itself, on an item that proves it, or on an opportunity that
    overlaps it in time, `about` a time being read as that time.  What one rule says of
    several of them is said once.
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
    hurts: dict[str, Reason] = {}
    for each in (reason for subject in subjects for reason in by_fact.get(subject, ())):
        hurts.setdefault(each.rule, each)
    return ExhibitConcern(event, moment, tuple(hurts.values()))


class _Chances:
    """The opportunities with a hurting reason, to be found by the time they take up."""

    def __init__(self, record: Record, by_fact: Mapping[str, list[Reason]]) -> None:
        timed = (
            (*time, id)
            for id in by_fact
            if isinstance(record.facts[id], Opportunity) and (time := _time(record.moments.get(id)))
        )
        self._all = sorted(timed)
        self._starts = [start for start, _, _ in self._all]
        self._last_end = list(accumulate((end for _, end, _ in self._all), max))

    def at(self, moment: Moment | None) -> Iterator[str]:
        """Yield those that share a minute with a moment; none where its bounds are not known."""
        time = _time(moment)
        if time is None:
            return
        start, end = time
        # Backward from the last that begins in time, until none before it can still go on.
        for at in range(bisect_right(self._starts, end) - 1, -1, -1):
            if self._last_end[at] < start:
                return
            _, its_end, id = self._all[at]
            if its_end >= start:
                yield id


def _time(moment: Moment | None) -> tuple[datetime, datetime] | None:
    """The bounds of a moment as written; None where one of them is not known."""
    if moment is None:
        return None
    start, end = as_written(moment)
    return (start, end) if start is not None and end is not None else None
