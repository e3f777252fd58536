from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import holidays as oracle
import pytest

from drafter import yamlfile
from drafter.doctrine.bundle import LAW
from drafter.doctrine.holidays import Closings, Holiday, Holidays, LocalDay, Observance
from drafter.doctrine.records import Record, RecordFault

Raw = dict[str, object]


@pytest.fixture(scope="module")
def table() -> Holidays:
    return Holidays.from_record(Record(yamlfile.read(LAW / "holidays.yaml").value))


def falls(holiday: Holiday, year: int) -> date:
    """The day of a holiday, counted here apart from the product."""
    if holiday.day is not None:
        return date(year, holiday.month, holiday.day)
    assert holiday.weekday is not None
    assert holiday.nth is not None
    weeks = calendar.monthcalendar(year, holiday.month)
    days = [week[holiday.weekday.number] for week in weeks if week[holiday.weekday.number]]
    return date(year, holiday.month, days[holiday.nth if holiday.nth < 0 else holiday.nth - 1])


def observed(table: Holidays, holiday: Holiday, day: date) -> set[date]:
    moves = {5: table.observance.saturday, 6: table.observance.sunday}
    if holiday.day is None or day.weekday() not in moves:
        return {day}
    return {day, day + timedelta(days=moves[day.weekday()])}


def test_the_eleven_days_agree_with_an_independent_calendar(table: Holidays) -> None:
    years = range(2000, 2041)
    ours = {
        day
        for year in [*years, 2041]
        for holiday in table.days
        if year >= holiday.since
        for day in observed(table, holiday, falls(holiday, year))
    }
    theirs = set(oracle.country_holidays("US", years=[*years, 2041]))
    assert len(table.days) == 11
    assert {day for day in ours if day.year in years} == {
        day for day in theirs if day.year in years
    }


def test_closings_agree_with_an_independent_calendar(table: Holidays) -> None:
    closings = table.closings
    years = range(closings.listed_from.year, closings.listed_through.year + 1)
    everything = oracle.country_holidays("US", years=years, categories=("government",))
    public = set(oracle.country_holidays("US", years=years))
    theirs = {
        day
        for day, name in everything.items()
        if day not in public and "half-day" not in name and "observed" not in name
    }
    assert len(theirs) == 16
    assert {each.date for each in closings.days} == theirs


def test_a_contested_day_says_so_and_is_not_among_the_holidays(table: Holidays) -> None:
    assert "contested" in table.closings.statement
    assert table.closings.marks.holding == "unknown"
    assert "earlier" in table.closings.use


def test_what_the_table_leaves_out_is_named(table: Holidays) -> None:
    assert {each.id for each in table.not_covered} == {"state_holidays", "inauguration_day"}


HOLIDAY: Raw = {"id": "h", "name": "H", "since": "2000", "month": "5", "day": "1"}


@pytest.mark.parametrize(
    "changes",
    [
        {"day": None},
        {"weekday": "monday", "nth": "1"},
        {"day": None, "nth": "1"},
        {"since": None},
        {"day": None, "weekday": "sunday", "nth": "1"},
    ],
)
def test_a_holiday_that_falls_nowhere_is_refused(changes: Raw) -> None:
    assert Holiday.from_record(Record(HOLIDAY)).day == 1
    raw = {name: value for name, value in (HOLIDAY | changes).items() if value is not None}
    with pytest.raises(RecordFault):
        Holiday.from_record(Record(raw))


def test_observance_and_closings_need_their_bounds(marks: Callable[..., Raw]) -> None:
    words = {"statement": "s", "source": "s", "confirm": "c", "marks": marks()}
    with pytest.raises(RecordFault, match="weekend"):
        Observance.from_record(Record({"saturday": "-1", **words}))
    with pytest.raises(RecordFault, match="listed"):
        Closings.from_record(Record({"statement": "s", "use": "u", "marks": marks()}))


def test_no_local_day_is_shipped_and_one_needs_its_date_and_its_source(table: Holidays) -> None:
    assert table.local == ()
    raw: Raw = {"id": "p", "court": "mad", "date": "2026-04-20", "name": "P", "source": "s"}
    assert LocalDay.from_record(Record(raw)).date == date(2026, 4, 20)
    for missing in raw:
        with pytest.raises(RecordFault):
            LocalDay.from_record(Record({n: value for n, value in raw.items() if n != missing}))
