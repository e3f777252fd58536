"""Moments too wide to tell in which order two things happened, or on which side of a bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from msgspec import Struct

from drafter.analysis.elements.threat_types import ThreatFinding
from drafter.analysis.predicates.hours import DAYS, HOURS
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Evidence
from drafter.facts.intervals import Span, span_between
from drafter.facts.moments import Moment
from drafter.facts.record import Record
from drafter.facts.surrender import Milestone, Step

_CLOCK = re.compile(r"\b\d{1,2}:\d{2}:\d{2}\b")
Item = Fact | Charge
Timed = tuple[Item, Moment]
Pair = tuple[Item, Item]
"""The item whose moment is the wider, and the other."""

_FIELDS = {
    Step.OFFENSE_START: "start",
    Step.OFFENSE_END: "end",
    Step.THREAT_ENDED: "ended",
    Step.BELIEVED_ENDED: "believed_ended",
}
"""The moment of a fact that a step is read from, where it is not its `when`."""


class Straddle(Struct, frozen=True):
    """A moment to pin down: the wider one of two that cannot be put in order."""

    fact: Item
    others: tuple[Item, ...]
    """What it cannot be put in order with."""

    @property
    def id(self) -> str:
        """The id of the fact or count."""
        return self.fact.id


def find_straddles(record: Record, threats: Iterable[ThreatFinding]) -> tuple[Straddle, ...]:
    """The moments that leave two readings open, each once, in the order of the timeline.

    These are steps of the surrender timeline that may be reversed, facts that may each be
    the same step, and threats that may lie on either side of a bound that rules turn on.
    """
    found: dict[str, tuple[Item, dict[str, Item]]] = {}
    for wide, other in (*_steps(record), *_rivals(record), *_bounds(record, threats)):
        if any(_told_alike(wide, each, record) for each, _ in found.values()):
            continue
        others = found.setdefault(wide.id, (wide, {}))[1]
        if other.id != wide.id:
            others[other.id] = other
    return tuple(Straddle(wide, tuple(others.values())) for wide, others in found.values())


def find_doubled(record: Record) -> tuple[tuple[Fact, ...], tuple[Charge, ...]]:
    """The facts and the counts with a time of an hour that occurred twice.

    Evidence is not among them: what it shows is, where that is recorded as happening then.
    """
    owners = {id.partition(".")[0] for id, moment in record.moments.items() if moment.twice}
    facts = (each for each in record.facts.values() if each.id in owners)
    charges = (each for each in record.case.charges if each.id in owners)
    return tuple(each for each in facts if not isinstance(each, Evidence)), tuple(charges)


def _steps(record: Record) -> Iterator[Pair]:
    for each in record.surrender.spans:
        start, end = _timed(each.start), _timed(each.end)
        if start and end and each.counted.forward is None:
            yield _wider(start, end)


def _rivals(record: Record) -> Iterator[Pair]:
    for milestone in record.surrender.steps:
        step = _timed(milestone)
        field = _FIELDS.get(milestone.step)
        for other in milestone.apart if step else ():
            if step and _placed(step[0], other):
                continue
            moment = record.moments.get(f"{other.id}.{field}" if field else other.id)
            if step and moment and span_between(step[1], moment).forward is None:
                yield _wider(step, (other, moment))


def _bounds(record: Record, threats: Iterable[ThreatFinding]) -> Iterator[Pair]:
    start = _timed(record.surrender.offense_start)
    for each in threats:
        if start and each.moment and _parts(each.to_offense):
            yield _wider((each.threat, each.moment), start)


def _placed(first: Item, second: Item) -> bool:
    """Whether two facts are put in order by the clock of one recording that shows both."""
    one, two = _clocks(first), _clocks(second)
    return any(one[item] != two[item] for item in one.keys() & two.keys())


def _clocks(fact: Item) -> Mapping[str, str]:
    """The time by the clock at which each item shows a fact, by the item."""
    sources = fact.sources if isinstance(fact, Fact) else ()
    found = ((each.evidence, _CLOCK.search(each.pin or "")) for each in sources)
    return {item: clock.group() for item, clock in found if clock}


def _told_alike(fact: Item, other: Item, record: Record) -> bool:
    """Whether two facts are one as recorded: from one page, at one moment."""
    if fact.id == other.id or not (isinstance(fact, Fact) and isinstance(other, Fact)):
        return False
    same = record.moments.get(fact.id) == record.moments.get(other.id)
    return same and bool(fact.sources) and fact.sources == other.sources


def _timed(milestone: Milestone) -> Timed | None:
    if milestone.fact is None or milestone.moment is None:
        return None
    return milestone.fact, milestone.moment


def _parts(span: Span | None) -> bool:
    """Whether a bounded span lies on both sides of a bound between hours, days and weeks."""
    if span is None or span.shortest is None or span.longest is None:
        return False
    return any(span.straddles(bound) for bound in (HOURS, DAYS))


def _wider(first: Timed, second: Timed) -> Pair:
    if _width(second[1]) > _width(first[1]):
        first, second = second, first
    return first[0], second[0]


def _width(moment: Moment) -> timedelta:
    if moment.earliest is None or moment.latest is None:
        return timedelta.max
    return moment.latest - moment.earliest
