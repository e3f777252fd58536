"""What the clocks of another zone showed at a moment that has a time of day."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from drafter.casefile.moments import Point, Precision, Relation, WrittenMoment
from drafter.facts.moments import Bounds, Moment, place_moment
from drafter.facts.zones import zone_named

_TIMED = (Precision.MINUTE, Precision.HOUR)


class Showed(Struct, frozen=True):
    """The times, each with its zone, from the first through the last that can be meant."""

    first: datetime
    last: datetime
    alike: bool
    """Whether the clocks by which the moment was written showed the same."""


def showed(moment: Moment, zone: str) -> Showed | None:
    """What clocks in ``zone`` showed, without what `about` adds to the time.

    None where the moment is by those clocks, has no time of day, or has no known clock.
    """
    start, end = moment.written.start, moment.written.end or moment.written.start
    here = zone_named(zone)
    if start is None or end is None or here is None or moment.zone in ("", zone):
        return None
    if start.precision not in _TIMED or end.precision not in _TIMED:
        return None
    there = zone_named(moment.zone)
    first, last = _meant(moment, start)
    if there is None or first is None or last is None:
        return None
    shown, written = ([at.astimezone(by) for at in (first, last)] for by in (here, there))
    return Showed(shown[0], shown[1], alike=[*map(_wall, shown)] == [*map(_wall, written)])


def _meant(moment: Moment, start: Point) -> Bounds:
    """The first and the last instant that the written times can mean, in UTC."""
    if moment.written.end is not None or moment.written.relation is Relation.AT:
        return moment.earliest, moment.latest
    alone = WrittenMoment(moment.written.text, Relation.AT, start)
    placed = place_moment(alone, (moment.zone,))
    return placed.earliest, placed.latest


def _wall(shown: datetime) -> datetime:
    """The time on the wall, of whichever zone."""
    return shown.replace(tzinfo=None, fold=0)
