"""Moments in few words by one clock, for a drawing: `Mar. 14, about 7:05 a.m.`"""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct

from drafter.casefile.moments import Point, Precision, Relation
from drafter.composition.vocabulary.dates import clock
from drafter.facts.moments import Moment
from drafter.facts.zones import readings, season, zone_named

MONTHS = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
_TIMED = (Precision.MINUTE, Precision.HOUR)


def brief_time(when: datetime) -> str:
    """`5:48 a.m.`"""
    return clock(when.hour, when.minute)


def brief_day(when: datetime, *, year: bool) -> str:
    """`Mar. 14`, `Mar. 14, 2026`."""
    return f"{MONTHS[when.month - 1]} {when.day}" + (f", {when.year}" if year else "")


class Brief(Struct, frozen=True):
    """Says moments by the clock of one zone."""

    zone: str
    """IANA name."""
    years: bool
    """Whether each day is told with its year."""

    def moment(self, when: Moment) -> str:
        """A moment that is known, no more exactly than it was written."""
        written = when.written
        first, last = written.start, written.end
        if first is None:
            return ""
        clockless = not when.zone and any(_timed(each) for each in (first, last) if each)
        note = " (time zone not recorded)" if clockless else ""
        return self._words(when, first, last) + note

    def _words(self, when: Moment, first: Point, last: Point | None) -> str:
        relation = when.written.relation
        if last is not None:
            ends = self._at(first, when), self._at(last, when, late=True)
            return self._between(*ends, first, last)
        near = relation is Relation.ABOUT
        words = self._point(first, self._at(first, when), near=near)
        if relation in (Relation.BEFORE, Relation.AFTER):
            return f"{relation.value} {words}"
        minute = relation is Relation.AT and first.precision is Precision.MINUTE
        if not (minute and when.zone) or when.exact:
            return words
        either = _time(self._at(first, when)), _time(self._at(first, when, late=True))
        doubt = " (an hour that occurred twice)" if either[0] == either[1] else f" or {either[1]}"
        return words + doubt

    def _point(self, point: Point, at: datetime, *, near: bool = False) -> str:
        about = "about " if near else ""
        if point.precision is Precision.MONTH:
            return f"{about}{MONTHS[at.month - 1]} {at.year}"
        day = brief_day(at, year=self.years)
        if point.precision is Precision.DAY:
            return about + day
        hour = point.precision is Precision.HOUR
        return f"{day}, {about}{_hour(at) if hour else _time(at)}"

    def _between(self, start: datetime, end: datetime, first: Point, last: Point) -> str:
        one_day = start.date() == end.date()
        if one_day and first.precision is last.precision is Precision.MINUTE:
            begin, finish = brief_time(start), brief_time(end)
            if begin[-4:] == finish[-4:]:
                begin = begin[:-5]
            return f"{brief_day(start, year=self.years)}, {begin}–{finish}"
        return f"{self._point(first, start)} – {self._point(last, end)}"

    def _at(self, point: Point, when: Moment, *, late: bool = False) -> datetime:
        """What the clocks of this zone showed; a day and a month are told as they were written.

        Of a time that occurred twice, the first or the last.
        """
        wall = datetime(point.year, point.month, point.day, point.hour, point.minute, tzinfo=UTC)
        there, here = zone_named(point.zone or when.zone or ""), zone_named(self.zone)
        if not _timed(point) or there is None or here is None or there is here:
            return wall
        return readings(wall, there)[late].astimezone(here)


def _timed(point: Point) -> bool:
    return point.precision in _TIMED


def _time(at: datetime) -> str:
    """`1:35 a.m.`; where the clocks showed the hour twice, `1:35 a.m. daylight time`."""
    part = season(at)
    return f"{brief_time(at)} {part} time" if part else brief_time(at)


def _hour(at: datetime) -> str:
    """The whole of an hour: `9:00–9:59 p.m.`"""
    return f"{brief_time(at)[:-5]}–{brief_time(at.replace(minute=59))}"
