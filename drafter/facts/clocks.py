"""What clocks showed: those of another zone, and whether they were set between two moments."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from drafter.casefile.moments import Point, Precision, Relation, WrittenMoment
from drafter.facts.intervals import LONG, span_between
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


class ClockChange(Struct, frozen=True):
    """How far clocks were set between two moments, by which the time between them looks wrong."""

    by: timedelta
    """More than nothing."""
    back: bool
    zones: tuple[str, ...] = ()
    """Whose clocks, where not all those by which the moments are told were so set; else empty."""


def clocks_set(first: Moment | None, second: Moment | None, *zones: str) -> tuple[ClockChange, ...]:
    """How clocks were set between two moments that have times of day, whichever came first.

    By the clocks of ``zones``, which are those by which the moments are told.  Empty where none
    was set, and where two weeks and more lie between, of which no hours are told.  A clock
    that showed either time twice is left out: it is told which was meant.
    """
    if first is None or second is None or not (_has_hour(first) and _has_hour(second)):
        return ()
    if span_between(second, first).forward:
        first, second = second, first
    if _far_apart(first, second):
        return ()
    told_by = set(zones)
    changes: dict[timedelta, list[str]] = {}
    for zone in dict.fromkeys(zones):
        if by := _set_by(first, second, zone):
            changes.setdefault(by, []).append(zone)
    return tuple(
        ClockChange(abs(by), by < timedelta(), () if told_by == set(found) else tuple(found))
        for by, found in changes.items()
    )


def _set_by(first: Moment, second: Moment, zone: str) -> timedelta | None:
    """How far the clocks of a zone were set forward; negative: back; None: it is not certain."""
    here = zone_named(zone)
    before, after = (_offset(each, here) if here else None for each in (first, second))
    return None if before is None or after is None else after - before


def _has_hour(moment: Moment) -> bool:
    points = moment.written.start, moment.written.end
    return moment.zone != "" and all(each.precision in _TIMED for each in points if each)


def _offset(moment: Moment, here: ZoneInfo) -> timedelta | None:
    """How far clocks were from UTC all through a moment; None where that changed, or is open."""
    if moment.earliest is None or moment.latest is None:
        return None
    ends = {at.astimezone(here).utcoffset() for at in (moment.earliest, moment.latest)}
    return ends.pop() if len(ends) == 1 else None


def _far_apart(first: Moment, second: Moment) -> bool:
    """Whether two weeks and more lie between; unbounded moments are as far."""
    if first.latest is None or second.earliest is None:
        return True
    return second.earliest - first.latest >= LONG


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
