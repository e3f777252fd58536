"""The chronology as it is told: one row for one moment, the counts with the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from drafter.casefile.coercion import Answer, Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.moments import Precision, Relation
from drafter.casefile.record import Event, Evidence, Statement
from drafter.facts.moments import Moment, NoSuchMoment, place_moment
from drafter.facts.timeline import TimelineEntry, begins

_FIRST = (Event, Threat, Statement)
"""What is told first of one moment: what happened, then what was said."""
_A_DAY = timedelta(days=1, minutes=-1)


class Row(Struct, frozen=True):
    """What is recorded for one moment."""

    moment: Moment
    facts: tuple[Fact, ...] = ()
    begun: tuple[Charge, ...] = ()
    """The counts that began then."""
    ended: tuple[Charge, ...] = ()
    """The counts that ended then."""

    @property
    def id(self) -> str:
        """The id of the first fact; of a count, with which end of it the row is."""
        if self.facts:
            return self.facts[0].id
        return f"{self.begun[0].id}-start" if self.begun else f"{self.ended[0].id}-end"

    @property
    def sourced(self) -> tuple[Fact, ...]:
        """The facts, those left out that have the same source as one before them."""
        found: dict[object, Fact] = {}
        for each in self.facts:
            found.setdefault((each.sources, each.basis, each.handling), each)
        return tuple(found.values())


def rows_of(
    timeline: Iterable[TimelineEntry],
    charges: Iterable[Charge],
    moments: Mapping[str, Moment],
    zones: tuple[str, ...],
    hours: Mapping[str, Moment],
) -> tuple[Row, ...]:
    """The rows in time order: evidence and answers are dated for other ends, and are no rows.

    What is recorded for one minute, exactly or about, is one row.  Of two that may be the same
    moment the exact one is told first: what is about a time leans on what is known of it.
    What is known by its day stands after what that day has an hour, unless ``hours`` has its
    own, which stands at another fact of the same happening.
    """
    found: dict[object, Row] = {}
    for row in (*_facts(timeline), *_counts(charges, moments)):
        at = row.moment
        key = (at.earliest, at.latest, at.zone) if _to_the_minute(at) else row.id
        found[key] = _joined(found[key], row) if key in found else row
    return tuple(sorted(found.values(), key=lambda row: _turn(row, zones, hours)))


def _facts(timeline: Iterable[TimelineEntry]) -> Iterator[Row]:
    for entry in timeline:
        if not isinstance(entry.fact, (Evidence, Answer)):
            yield Row(entry.moment, (entry.fact,))


def _counts(charges: Iterable[Charge], moments: Mapping[str, Moment]) -> Iterator[Row]:
    for charge in charges:
        start, end = moments.get(f"{charge.id}.start"), moments.get(f"{charge.id}.end")
        if start and start.known:
            yield Row(start, begun=(charge,))
        if end and end.known:
            yield Row(end, ended=(charge,))


def _to_the_minute(moment: Moment) -> bool:
    start = moment.written.start
    return start is not None and start.precision is Precision.MINUTE


def _joined(first: Row, second: Row) -> Row:
    facts = sorted((*first.facts, *second.facts), key=_rank)
    begun, ended = (*first.begun, *second.begun), (*first.ended, *second.ended)
    return Row(first.moment, tuple(facts), begun, ended)


def _rank(fact: Fact) -> int:
    return next((rank for rank, kind in enumerate(_FIRST) if isinstance(fact, kind)), len(_FIRST))


def _turn(
    row: Row, zones: tuple[str, ...], hours: Mapping[str, Moment]
) -> tuple[datetime, bool, bool]:
    """Where a row stands; at one place the facts come before the counts, the exact first."""
    about = row.moment.written.relation is Relation.ABOUT or row.id in hours
    return _stands(hours.get(row.id, row.moment), zones), not row.facts, about


def _stands(moment: Moment, zones: tuple[str, ...]) -> datetime:
    """Where a row stands: what is known by its day, after what that day has an hour.

    Moments of which the clock is not known stand to each other as by one clock.
    """
    if not moment.zone:
        try:
            moment = place_moment(moment.written, zones[:1])
        except NoSuchMoment:  # by that clock the time was skipped
            return begins(moment)
    start, at = moment.written.start, begins(moment)
    by_day = moment.earliest is not None and start and start.precision is Precision.DAY
    return at + _A_DAY if by_day else at
