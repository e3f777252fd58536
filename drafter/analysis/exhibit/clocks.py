"""Times of rows by the clock of the court, and against the clocks of their sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from drafter.casefile.fact import Fact, Source
from drafter.casefile.moments import Point, Precision, Relation
from drafter.facts.moments import Moment, place_moment
from drafter.facts.record import Record

_CLOCK = re.compile(r"(?<![\d:–-])(\d{2}):(\d{2}):(\d{2})$")
"""A pin that ends in one time to the second, and in no stretch from one to another."""
_NEAR = timedelta(minutes=30)
"""A pin further off counts from the start of a recording, or is by another clock."""


def by_court_clock(moment: Moment, court: str) -> Moment | None:
    """The same minute by the court's clock; None: it is by that, or is no one minute."""
    start = moment.written.start
    single = moment.written.relation in (Relation.AT, Relation.ABOUT)
    if not (single and start and start.precision is Precision.MINUTE and moment.zone):
        return None
    if moment.zone == court:
        return None
    at = place_moment(replace(moment.written, relation=Relation.AT), (moment.zone,)).earliest
    if at is None:
        return None
    local = at.astimezone(ZoneInfo(court))
    there = Point(
        *(local.year, local.month, local.day, local.hour, local.minute), Precision.MINUTE, court
    )
    return place_moment(replace(moment.written, start=there), (court,))


def pins_off(fact: Fact, record: Record) -> Iterator[Source]:
    """Yield the sources whose place is a time near that of the event, but another minute."""
    moment = record.moments.get(fact.id)
    start = moment.written.start if moment else None
    if moment is None or start is None or moment.written.relation is not Relation.AT:
        return
    if start.precision is not Precision.MINUTE:
        return
    minutes = timedelta(hours=start.hour, minutes=start.minute)
    for source in fact.sources:
        clock = _CLOCK.search(source.pin)
        if clock is None:
            continue
        hours, minute = int(clock[1]), int(clock[2])
        apart = abs(timedelta(hours=hours, minutes=minute) - minutes)
        if timedelta() < apart <= _NEAR:
            yield source
