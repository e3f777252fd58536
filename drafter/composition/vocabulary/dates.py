"""Days, moments and lengths of time as lawyers write them; no clock, no locale."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from drafter.casefile.moments import Point, Precision, Relation
from drafter.composition.templating.values import described, refuse
from drafter.composition.vocabulary.days import MONTHS as MONTHS
from drafter.composition.vocabulary.days import day as day
from drafter.facts.intervals import LONG, Span

if TYPE_CHECKING:
    from drafter.facts.moments import Moment

_NAMED_ZONES = {
    "America/New_York": "Eastern time",
    "America/Detroit": "Eastern time",
    "America/Indiana/Indianapolis": "Eastern time",
    "America/Kentucky/Louisville": "Eastern time",
    "America/Chicago": "Central time",
    "America/Menominee": "Central time",
    "America/Denver": "Mountain time",
    "America/Boise": "Mountain time",
    "America/Phoenix": "Arizona time",
    "America/Los_Angeles": "Pacific time",
    "America/Anchorage": "Alaska time",
    "America/Adak": "Hawaii-Aleutian time",
    "Pacific/Honolulu": "Hawaii time",
    "America/Puerto_Rico": "Atlantic time",
    "America/St_Thomas": "Atlantic time",
    "Pacific/Guam": "Chamorro time",
    "Pacific/Saipan": "Chamorro time",
    "America/Ciudad_Juarez": "Ciudad Juárez time",
    "America/Cancun": "Cancún time",
    "America/Mazatlan": "Mazatlán time",
    "America/Merida": "Mérida time",
    "America/Bogota": "Bogotá time",
}
"""Every other zone is called by its city: `America/Tijuana` is Tijuana time.

Time-zone names have no accents; the cities of this table do.
"""


def clock(hour: int, minute: int) -> str:
    """`5:48 a.m.`"""
    return f"{hour % 12 or 12}:{minute:02} {'a.m.' if hour < 12 else 'p.m.'}"


def moment(when: Moment | None) -> str | None:
    """A moment as exactly as it was written; a missing one stays missing."""
    if when is None:
        return None
    written = when.written
    first, last = written.start, written.end
    if written.relation is Relation.UNKNOWN or first is None:
        return "on an unknown date"
    if written.relation is Relation.BETWEEN and last is not None:
        return _between(first, _by_clocks_of(first, last, when), when.zone)
    about = written.relation is Relation.ABOUT
    words = _point(first, when.zone, about=about)
    if written.relation in (Relation.BEFORE, Relation.AFTER):
        return f"{written.relation.value} {words}"
    if when.twice:
        return f"{words}, an hour that occurred twice that day"
    return words


def dated(when: Moment | None) -> str | None:
    """The day or days of a moment, without the hour; a missing one stays missing."""
    return None if when is None else _dated(when)


def on_day(when: Moment | None, hour: bool = False) -> str | None:
    """`on March 14, 2026`, `in March 2026`, `after March 14, 2026`; a missing one stays missing.

    With ``hour``, the moment as exactly as it was written.
    """
    if when is None or not hour:
        return None if when is None else _placed(when, "on ", "in ", "")
    words = moment(when)
    return words if when.written.relation is not Relation.AT else f"on {words}"


def of_day(when: Moment | None, hour: bool = False) -> str | None:
    """`of March 14, 2026`, `made after March 14, 2026`; a missing one stays missing.

    With ``hour``, the moment as exactly as it was written.
    """
    if when is None or not hour:
        return None if when is None else _placed(when, "of ", "of ", "made ")
    words = moment(when)
    return f"made {words}" if when.written.relation is not Relation.AT else f"of {words}"


def _dated(when: Moment) -> str:
    written = when.written
    first, last = written.start, written.end
    if written.relation is Relation.UNKNOWN or first is None:
        return "an unknown date"
    start = _date(first)
    if written.relation is Relation.BETWEEN and last is not None:
        end = _date(last)
        return start if start == end else f"{start} to {end}"
    if written.relation is Relation.AT or (written.relation is Relation.ABOUT and _timed(first)):
        return start
    return f"{written.relation.value} {start}"


def _placed(when: Moment, day: str, month: str, loosely: str) -> str:
    """The day or days of a moment, with the preposition that its precision asks for."""
    words, first, last = _dated(when), when.written.start, when.written.end
    if first is None or when.written.relation is Relation.UNKNOWN:
        return day + words
    if last is not None and _night(first, last):
        return f"{day}{MONTHS[first.month - 1]} {first.day} or {last.day}, {first.year}"
    if " to " in words:
        return f"{loosely}between {words.replace(' to ', ' and ')}"
    if words.startswith(_LOOSE):
        return loosely + words
    return (month if first.precision is Precision.MONTH else day) + words


def _night(first: Point, last: Point) -> bool:
    """Whether the two are told by days, of which one follows the other in a month."""
    by_day = Precision.MONTH not in (first.precision, last.precision)
    one_month = (first.year, first.month) == (last.year, last.month)
    return by_day and one_month and last.day == first.day + 1


def zone_words(zone: str) -> str:
    """`Pacific time`, `Tijuana time`; without a zone, that it is not recorded."""
    if not zone:
        return "(time zone not recorded)"
    city = zone.rpartition("/")[2].replace("_", " ")
    return _NAMED_ZONES.get(zone) or f"{city} time"


def span(between: Span | None) -> str | None:
    """How long, between its bounds; a missing span stays missing."""
    if between is None:
        return None
    low, high = between.shortest, between.longest
    if low is not None and low == high:
        return elapsed(low) if low >= _NONE else f"{elapsed(-low)}, in the reverse order"
    if high is not None and high < _NONE:
        return f"{_bounded(-high, None if low is None else -low)}, in the reverse order"
    if low is not None and low > _NONE:
        return _bounded(low, high)
    if high is None:
        return "not known"
    certain = low is not None and low >= _NONE
    most = f"at most {_at_most(high)}" if high >= _MINUTE else elapsed(high)
    return f"{most}" + ("" if certain else ", if in that order at all")


def _bounded(low: timedelta, high: timedelta | None) -> str:
    if high is None:
        return f"at least {elapsed(low)}"
    if high - low < _DAY:
        return f"between {elapsed(low)} and {_at_most(high)}"
    # Bounds a day apart and more rest on something known by its day: no minutes are told.
    most = elapsed(high + -high % _DAY)
    return f"between {elapsed(low - low % _DAY)} and {most}" if low >= _DAY else f"at most {most}"


def _at_most(time: timedelta) -> str | None:
    """A length as `elapsed` says it, but never less than it is."""
    part_of_a_day = time >= LONG and time % _DAY
    return elapsed(time + _DAY if part_of_a_day else time)


def elapsed(time: timedelta | None) -> str | None:
    """`1 day 9 hours 18 minutes`, from two weeks on in whole days; a missing one stays missing."""
    if time is None:
        return None
    if time >= LONG:
        time -= time % _DAY
    minutes = int(time.total_seconds()) // 60
    days, rest = divmod(minutes, 24 * 60)
    parts = ((days, "day"), (rest // 60, "hour"), (rest % 60, "minute"))
    said = [f"{size:,} {noun}" + ("" if size == 1 else "s") for size, noun in parts if size]
    return " ".join(said) or "less than a minute"


def months(term: int | str | None) -> str | None:
    """`120 months`, or `life`; a missing term stays missing."""
    if term is None or term == "life":
        return term
    if type(term) is not int:
        raise refuse(f"`months` is for months in digits or `life`, not {described(term)}")
    return f"{term:,} month" + ("" if term == 1 else "s")


_NONE, _MINUTE = timedelta(0), timedelta(minutes=1)
_DAY = timedelta(days=1)
_LOOSE = (f"{Relation.ABOUT.value} ", f"{Relation.BEFORE.value} ", f"{Relation.AFTER.value} ")


def _timed(at: Point) -> bool:
    return at.precision in _TIMED


_TIMED = (Precision.MINUTE, Precision.HOUR)


def _point(at: Point, zone: str, *, about: bool = False) -> str:
    near = "about " if about else ""
    if at.precision is Precision.MONTH:
        return f"{near}{MONTHS[at.month - 1]} {at.year}"
    if at.precision is Precision.DAY:
        return f"{near}{_day(at)}"
    return f"{_day(at)}, {_when(at, about)} {zone_words(at.zone or zone)}"


def _date(at: Point) -> str:
    month = at.precision is Precision.MONTH
    return f"{MONTHS[at.month - 1]} {at.year}" if month else _day(at)


def _between(first: Point, last: Point, zone: str) -> str:
    """From the first minute of the one through the last minute of the other."""
    first, last = _to_minute(first, 0), _to_minute(last, 59)
    zones = first.zone or zone, last.zone or zone
    one_day = _day(first) == _day(last) and zones[0] == zones[1]
    if one_day and first.precision is last.precision is Precision.MINUTE:
        times = clock(first.hour, first.minute), clock(last.hour, last.minute)
        return f"{_day(first)}, between {times[0]} and {times[1]} {zone_words(zones[0])}"
    start = _point(first, zone) + ("," if first.precision is Precision.DAY else "")
    if zones[0] == zones[1] and first.precision in _TIMED and last.precision in _TIMED:
        start = f"{_day(first)}, {_when(first, False)}"
    return f"between {start} and {_point(last, zone)}"


def _to_minute(at: Point, minute: int) -> Point:
    if at.precision is not Precision.HOUR:
        return at
    return replace(at, minute=minute, precision=Precision.MINUTE)


def _by_clocks_of(first: Point, last: Point, when: Moment) -> Point:
    """The end of a stretch whose start alone was written with a zone, by the clocks there."""
    local = when.local_latest
    if not first.zone or last.zone or local is None or last.precision not in _TIMED:
        return last
    if last.precision is Precision.HOUR:
        local -= timedelta(minutes=59)
    date_and_time = local.year, local.month, local.day, local.hour, local.minute
    return Point(*date_and_time, last.precision, first.zone)


def _day(at: Point) -> str:
    return f"{MONTHS[at.month - 1]} {at.day}, {at.year}"


def _when(at: Point, about: bool) -> str:
    near = "at about" if about else "at"
    if at.precision is Precision.HOUR:
        near = "at about" if about else "in the hour from"
    return f"{near} {clock(at.hour, at.minute)}"
