"""Counting periods of days and hours under Fed. R. Crim. P. 45(a).

The day of the event is left out and every day counts.  A period that would end on a
Saturday, a Sunday or a legal holiday runs on to the next day that is none of them: forward
after an event, further back before one.  State holidays and closed clerk's offices move a
period forward only.  Where it is open to doubt whether a day is a legal holiday (a
presidential closing, a day of observance), both ends are given and the earlier is the one
to act on.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from drafter.analysis.deadlines.types import Added, Closed, Counted, CountedHours, Skipped
from drafter.doctrine.deadline import Side
from drafter.doctrine.holidays import AfterService, Holiday, Holidays

_DAY = timedelta(days=1)
_WEEKEND = {5: Closed.SATURDAY, 6: Closed.SUNDAY}


class Calendar:
    """The days on which a period does not end in one district."""

    def __init__(self, holidays: Holidays, court: str) -> None:
        self.rule = holidays.authority
        """Authority id of the rule of counting."""
        self._holidays = holidays
        self._closings = {
            each.date: Skipped(each.date, Closed.CLOSING, each.occasion)
            for each in holidays.closings.days
        }
        self._local = {
            each.date: Skipped(each.date, Closed.LOCAL, each.name, each.source)
            for each in holidays.local
            if each.court == court
        }
        self._years: dict[int, dict[date, Skipped]] = {}

    def closed(self, day: date, side: Side) -> Skipped | None:
        """Why a period measured on that side does not end on ``day``; None: it may.

        A day that is closed for two reasons gives the one that is not contested.
        """
        if weekend := _WEEKEND.get(day.weekday()):
            return Skipped(day, weekend, "")
        found = self._in_year(day.year).get(day)
        if found and not found.contested:
            return found
        local = self._local.get(day) if side is Side.AFTER else None
        return local or found or self._closings.get(day)

    def closings_listed(self, day: date) -> bool:
        """Whether the law data lists the presidential closings of the time around ``day``."""
        closings = self._holidays.closings
        return closings.listed_from <= day <= closings.listed_through

    def _in_year(self, year: int) -> dict[date, Skipped]:
        if year not in self._years:
            self._years[year] = {each.day: each for each in self._falling_in(year)}
        return self._years[year]

    def _falling_in(self, year: int) -> Iterator[Skipped]:
        """The holidays of a year, those observed first, so that a holiday's own day wins."""
        named = [each for each in self._holidays.days if year >= each.since]
        # A New Year's Day on a Saturday is observed in the year before.
        days = [(each, day) for each in named for day in _falls(each, (year, year + 1))]
        for holiday, day in days:
            if (observed := self._observed(holiday, day)) and observed.year == year:
                yield Skipped(observed, Closed.OBSERVED, holiday.name)
        for holiday, day in days:
            if day.year == year:
                yield Skipped(day, Closed.HOLIDAY, holiday.name)

    def _observed(self, holiday: Holiday, day: date) -> date | None:
        rule = self._holidays.observance
        move = {5: rule.saturday, 6: rule.sunday}.get(day.weekday())
        return day + timedelta(days=move) if move and holiday.day is not None else None


def _falls(holiday: Holiday, years: tuple[int, ...]) -> Iterator[date]:
    for year in years:
        if year <= date.max.year:
            yield _falls_in(holiday, year)


def _falls_in(holiday: Holiday, year: int) -> date:
    if holiday.day is not None:
        return date(year, holiday.month, holiday.day)
    if holiday.weekday is None or holiday.nth is None:
        raise ValueError(f"{holiday.id} is neither a day nor a weekday of a month")
    if holiday.nth < 0:
        last = date(year, holiday.month, monthrange(year, holiday.month)[1])
        return last - timedelta(days=(last.weekday() - holiday.weekday.number) % 7)
    first = date(year, holiday.month, 1)
    ahead = (holiday.weekday.number - first.weekday()) % 7
    return first + timedelta(days=ahead, weeks=holiday.nth - 1)


def count_days(calendar: Calendar, event: date, days: int, side: Side) -> Counted:
    """Count ``days`` after or before ``event``; OverflowError past the end of the calendar."""
    step = _DAY if side is Side.AFTER else -_DAY
    nominal = event + days * step
    skipped: list[Skipped] = []
    certain: date | None = None
    day = nominal
    while (why := calendar.closed(day, side)) is not None:
        if why.contested and certain is None:
            certain = day
        skipped.append(why)
        day += step
    first, second = sorted((day if certain is None else certain, day))
    other = second if second != first else None
    listed = calendar.closings_listed(nominal) and calendar.closings_listed(day)
    return Counted(nominal, first, other, tuple(skipped), listed, calendar.rule)


def count_from_service(
    calendar: Calendar, served: date, days: int, law: AfterService, under: str | None
) -> Counted:
    """Count days after service, and those that service ``under`` a paragraph adds.

    Under a paragraph that adds none, nothing is added; where the paragraph is not recorded
    (None) the day to act on is the one without them.
    """
    plain = count_days(calendar, served, days, Side.AFTER)
    if under is not None and under not in law.under:
        return plain
    ends = [
        count_days(calendar, end + timedelta(days=law.days), 0, Side.AFTER)
        for end in (plain.day, plain.other)
        if end
    ]
    day = ends[0].day
    skipped = tuple(dict.fromkeys(each for of in (plain, *ends) for each in of.skipped))
    listed = all(each.closings_listed for each in (plain, *ends))
    added = Added(law, under is not None, plain.day, day)
    found = replace(plain, skipped=skipped, closings_listed=listed, added=added)
    if under is None:
        return found
    last = max(each.other or each.day for each in ends)
    return replace(found, day=day, other=last if last != day else None)


def count_hours(
    calendar: Calendar, event: datetime, hours: int, side: Side, zone: ZoneInfo
) -> CountedHours:
    """Count real hours after or before an aware ``event``; the end is local to ``zone``.

    Hours are counted in UTC, so that a night of 23 or 25 hours counts as what it is.  An
    end on a closed day moves to the same clock time of the next open one.
    """
    step = 1 if side is Side.AFTER else -1
    nominal = (event.astimezone(UTC) + timedelta(hours=step * hours)).astimezone(zone)
    end = count_days(calendar, nominal.date(), 0, side)
    other = _same_time(nominal, end.other) if end.other else None
    return CountedHours(nominal, _same_time(nominal, end.day), other, end)


def _same_time(at: datetime, day: date) -> datetime:
    if day == at.date():
        return at
    return datetime.combine(day, at.time(), tzinfo=at.tzinfo)
