"""The axis of a timeline: which time it shows, where it is broken, what is marked on it.

Instants are minutes since 1970-01-01 00:00 UTC.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from zoneinfo import ZoneInfo

from drafter.composition.figures import Tick

Stretch = tuple[int, int]

_MOST_BREAKS = 22
"""As many as a page has room for beside the marks; each line of words below takes that of one."""
_BREAKS_ALWAYS = 12
_OUTWEIGHS = 10
"""A stretch so many times the middle one leaves nothing to see of the others."""
_CROWDED = 2
"""They are flat where the middle one is that much shorter than it would be if all were alike."""
_MOST_TICKS = 16
_MINUTES = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)
_DAY = 24 * 60
_DAYS = (1, 2, 5, 10)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DATED, _PLAIN = 1, 2


def minutes(instant: datetime) -> int:
    """The minute of an instant."""
    return int((instant - _EPOCH).total_seconds()) // 60


def clock_at(minute: int, zone: ZoneInfo) -> datetime:
    """What clocks in a zone show at a minute."""
    return (_EPOCH + timedelta(minutes=minute)).astimezone(zone)


def stretches_of(points: Iterable[int], below: int = 0) -> tuple[Stretch, ...]:
    """The stretches of an axis that shows all points, broken where one would flatten the rest.

    So what is known to the month shows its ends, and does not set the scale of the hours.
    ``below`` is how many lines of words stand under the axis.
    """
    shown = sorted(set(points))
    left = {at: later - at for at, later in pairwise(shown)}
    few = _CROWDED * len(left)
    most = max(_BREAKS_ALWAYS, _MOST_BREAKS - below)
    broken: set[int] = set()
    while len(left) > 1 and len(broken) < most:
        widest = max(left, key=lambda at: (left[at], -at))
        rest = [width for at, width in left.items() if at != widest]
        middle = median(rest)
        if left[widest] < _OUTWEIGHS * middle or middle * few >= sum(left.values()):
            break
        del left[widest]
        broken.add(widest)
    return tuple(_stretches(shown, broken))


def _stretches(shown: Sequence[int], broken: set[int]) -> Iterator[Stretch]:
    first = shown[0]
    for at, later in pairwise(shown):
        if at in broken:
            yield first, at
            first = later
    yield first, shown[-1]


def ticks_of(stretches: Sequence[Stretch], zone: ZoneInfo) -> tuple[Tick, ...]:
    """The beginning of each stretch, and round times of a zone's clocks within."""
    length = sum(last - first for first, last in stretches)
    found: list[Tick] = []
    for first, last in stretches:
        found.append(Tick(first, 0))
        times = map(minutes, _round_times(first, last, length / _MOST_TICKS, zone))
        # Once each: where clocks were set forward, two times by the wall are one.
        found += (_tick(at, zone) for at in sorted(set(times)) if first < at <= last)
    return tuple(found)


def _tick(at: int, zone: ZoneInfo) -> Tick:
    shown = clock_at(at, zone)
    return Tick(at, _DATED if shown.hour == shown.minute == 0 else _PLAIN)


def _round_times(first: int, last: int, least: float, zone: ZoneInfo) -> Iterator[datetime]:
    """Times at least so many minutes apart, from about the first minute past the last."""
    begin, end = clock_at(first, zone), clock_at(last, zone)
    day = begin.replace(hour=0, minute=0, fold=0)
    if step := next((each for each in _MINUTES if each >= least), None):
        since = (begin.hour * 60 + begin.minute) // step * step
        while day <= end:
            until = end.hour * 60 + end.minute + 1 if day.date() == end.date() else _DAY
            yield from (_wall(day, each) for each in range(since, until, step))
            day, since = _wall(day + timedelta(days=1), 0), 0
    elif days := next((each for each in _DAYS if each * _DAY >= least), None):
        while day <= end:
            yield day
            day = _wall(day + timedelta(days=days), 0)
    else:
        yield from _months(day.replace(day=1), end, least)


def _months(month: datetime, end: datetime, least: float) -> Iterator[datetime]:
    step = next((each for each in _MONTHS if each * 30 * _DAY >= least), _MONTHS[-1])
    count = month.year * 12 + month.month - 1
    while month <= end:
        yield month
        count += step
        month = month.replace(year=count // 12, month=count % 12 + 1)


def _wall(day: datetime, minute: int) -> datetime:
    """A time of a day by the clocks there, each day by its own offset."""
    return day.replace(hour=minute // 60, minute=minute % 60)
