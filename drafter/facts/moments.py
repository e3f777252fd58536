"""Written moments placed in time: intervals in UTC, to the minute, both ends included.

How a written moment is read, here once:

- An hour, a day or a month is all of its minutes, from the first through the last.
- `about` reaches 30 minutes either way of a minute, an hour either way of an hour, a
  day either way of a day, a month either way of a month.
- `before A` ends one minute before A begins, `after A` begins one minute after A ends.
- A time that occurs twice, because clocks were set back, covers both.  A time that
  never occurred, because clocks were set forward, is an error.
- A point without a zone is in the one that the place of the case keeps.  Where it keeps
  several, the interval covers every zone in which the moment can be.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from drafter.casefile.moments import Point, Precision, Relation, WrittenMoment
from drafter.casefile.scalars import YEARS
from drafter.casefile.suggest import did_you_mean
from drafter.facts.zones import MINUTE, readings, zone_named, zone_names

_SLACK = {Precision.MINUTE: timedelta(minutes=30), Precision.HOUR: timedelta(hours=1)}
"""How far `about` reaches from a minute or an hour; days and months are counted as such."""
_PLACE = "Write the zone of a place, like America/New_York, or leave it out at the court’s own."

Bounds = tuple[datetime | None, datetime | None]


class NoSuchMoment(ValueError):
    """A written moment that cannot have been, and what would put it right."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Moment(Struct, frozen=True):
    """A written moment placed in time."""

    written: WrittenMoment
    """As counsel wrote it: relation, points, precision."""
    earliest: datetime | None
    """UTC, to the minute, included; None: unbounded."""
    latest: datetime | None
    """UTC, to the minute, included; None: unbounded."""
    zone: str
    """IANA zone its local time is printed in; empty: not known which of several."""

    @property
    def known(self) -> bool:
        """Whether anything is known of it; false for `unknown`."""
        return self.earliest is not None or self.latest is not None

    @property
    def exact(self) -> bool:
        """Whether it is known to the minute."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def twice(self) -> bool:
        """Whether it is known to the minute by a clock that showed that minute twice.

        One that was stretched over others is not: its bounds are no two readings of a clock.
        """
        start, relation = self.written.start, self.written.relation
        if self.exact or not self.zone or start is None or relation is not Relation.AT:
            return False
        if start.precision is not Precision.MINUTE:
            return False
        bounds = readings(_window(start, about=False)[0], _zone(self.zone))
        return (self.earliest, self.latest) == bounds

    @property
    def local_earliest(self) -> datetime | None:
        """The earliest minute by the clocks of its zone; None: unbounded, or zone not known."""
        return _local(self.earliest, self.zone)

    @property
    def local_latest(self) -> datetime | None:
        """The latest minute by the clocks of its zone; None: unbounded, or zone not known."""
        return _local(self.latest, self.zone)


def place_moment(written: WrittenMoment, zones: tuple[str, ...]) -> Moment:
    """Place a moment; ``zones`` are those the place of the case keeps, at least one.

    NoSuchMoment for a zone or a local time that does not exist, a year that cannot be
    meant, and a `between` whose ends are reversed.
    """
    start, end = written.start, written.end
    zone = start.zone if start else ""
    if len(zones) > 1 and not (zone and (end is None or end.zone)):
        return _in_any_of(written, zones)
    return Moment(written, *_bounds(written, zones[0]), zone or zones[0])


def as_written(moment: Moment) -> Bounds:
    """The bounds of a moment without what `about` adds to it, to set moments in order.

    Where its clock is not known they are those of the moment.
    """
    written = moment.written
    if written.relation is Relation.ABOUT and written.start and moment.zone:
        return _interval(written.start, moment.zone, about=False)
    return moment.earliest, moment.latest


def _in_any_of(written: WrittenMoment, kept: tuple[str, ...]) -> Moment:
    """The moment in every zone in which it can be; none of them is the one to print it in."""
    found: list[Bounds] = []
    faults: list[NoSuchMoment] = []
    for each in kept:
        try:
            found.append(_bounds(written, each))
        except NoSuchMoment as fault:
            faults.append(fault)
    if not found:
        raise faults[0]
    starts, ends = zip(*found, strict=True)
    return Moment(written, _least(starts), _greatest(ends), "")


def _bounds(written: WrittenMoment, kept: str) -> Bounds:
    """The interval of a moment where points without a zone are in the one that is kept."""
    start, relation = written.start, written.relation
    if start is None:
        return None, None
    first, last = _interval(start, kept, relation is Relation.ABOUT)
    if relation is Relation.BEFORE:
        return None, max(_edge(start, kept, 0)) - MINUTE
    if relation is Relation.AFTER:
        return min(_edge(start, kept, 1)) + MINUTE, None
    if written.end is not None:
        _, last = _interval(written.end, kept, about=False)
        if last < first:
            raise NoSuchMoment(
                f"`{written.text}` ends before it begins.", "Write the earlier moment first."
            )
    return first, last


def _interval(point: Point, kept: str, about: bool) -> tuple[datetime, datetime]:
    """The first and the last minute of a point in UTC, or of what is about it."""
    zone = _zone(point.zone or kept)
    start, end = _window(point, about)
    first, last = readings(start, zone)
    if end is not start:
        _, last = readings(end, zone)
    if first > last:
        raise _skipped(point, first, last, zone)
    slack = _SLACK.get(point.precision) if about else None
    return (first - slack, last + slack) if slack else (first, last)


def _edge(point: Point, kept: str, side: int) -> tuple[datetime, datetime]:
    """What the clock may mean by the first (0) or the last (1) minute of a point."""
    return readings(_window(point, about=False)[side], _zone(point.zone or kept))


def _window(point: Point, about: bool) -> tuple[datetime, datetime]:
    """The first and the last minute of a point by the clock on the wall."""
    if point.year not in YEARS:
        raise NoSuchMoment(
            f"The year {point.year:04} cannot be meant.",
            f"Moments are placed from {YEARS[0]} through {YEARS[-1]}: check the year.",
        )
    start = datetime(point.year, point.month, point.day, point.hour, point.minute, tzinfo=UTC)
    reach = 1 if about else 0
    match point.precision:
        case Precision.MINUTE:
            return start, start
        case Precision.HOUR:
            return start, start + timedelta(minutes=59)
        case Precision.DAY:
            return start - timedelta(reach), start + timedelta(1 + reach) - MINUTE
        case Precision.MONTH:
            return _month(start, -reach), _month(start, 1 + reach) - MINUTE


def _month(start: datetime, later: int) -> datetime:
    """The first minute of a month so many months later."""
    years, month = divmod(start.month - 1 + later, 12)
    return start.replace(year=start.year + years, month=month + 1)


def _zone(name: str) -> ZoneInfo:
    zone = zone_named(name)
    if zone is None:
        hint = did_you_mean(name, zone_names()) if "/" in name else _PLACE
        raise NoSuchMoment(f"`{name}` is no time zone.", hint)
    return zone


def _skipped(point: Point, after: datetime, before: datetime, zone: ZoneInfo) -> NoSuchMoment:
    shown = [f"{each.astimezone(zone):%Y-%m-%d %H:%M}" for each in (before, after)]
    precision = "hour" if point.precision is Precision.HOUR else "time"
    if point.precision is Precision.DAY:
        precision = "day"
    return NoSuchMoment(
        f"This {precision} did not exist in {zone.key}: clocks were set forward over it.",
        f"The nearest times that did are {shown[0]} and {shown[1]}.",
    )


def _least(bounds: tuple[datetime | None, ...]) -> datetime | None:
    known = [each for each in bounds if each is not None]
    return min(known) if len(known) == len(bounds) else None


def _greatest(bounds: tuple[datetime | None, ...]) -> datetime | None:
    known = [each for each in bounds if each is not None]
    return max(known) if len(known) == len(bounds) else None


def _local(instant: datetime | None, name: str) -> datetime | None:
    zone = zone_named(name) if name else None
    return instant.astimezone(zone) if instant and zone else None
