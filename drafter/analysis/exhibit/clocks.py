"""Times of rows against the clocks of their sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from drafter.analysis.predicates.hours import NEAR_PIN
from drafter.casefile.fact import Fact, Source
from drafter.casefile.moments import Precision, Relation
from drafter.facts.record import Record

_CLOCK = re.compile(r"(?<![\d:–-])(\d{2}):(\d{2}):(\d{2})$")
"""A pin that ends in one time to the second, and in no stretch from one to another."""


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
        if timedelta() < apart <= NEAR_PIN:
            yield source
