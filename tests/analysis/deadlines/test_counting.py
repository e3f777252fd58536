from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.analysis.deadlines.counting import Calendar, count_days, count_hours
from drafter.analysis.deadlines.types import Closed
from drafter.doctrine import Library
from drafter.doctrine.deadline import Side
from drafter.doctrine.holidays import Holidays, LocalDay
from drafter.doctrine.kinds import HOLIDAYS

TABLE: Holidays = Library.load().only(HOLIDAYS)
CALENDAR = Calendar(TABLE, "mad")
LEGAL = oracle.country_holidays("US", years=range(2000, 2042))
UNOBSERVED = oracle.country_holidays("US", years=range(2000, 2042), observed=False)
CLOSINGS = {each.date for each in TABLE.closings.days}
BEFORE, AFTER = Side.BEFORE, Side.AFTER
ONE = timedelta(days=1)

events = st.dates(date(2001, 1, 1), date(2040, 12, 31))
lengths = st.integers(1, 120)
sides = st.sampled_from(Side)


def plain(event: date, days: int, side: Side, closed: set[date]) -> date:
    """Rule 45(a) as a person counts it with a calendar on the wall."""
    step = ONE if side is AFTER else -ONE
    day = event + days * step
    while day.weekday() >= 5 or day in closed:
        day += step
    return day


@given(events, lengths, sides)
def test_the_two_readings_are_those_of_an_independent_calendar(
    event: date, days: int, side: Side
) -> None:
    counted = count_days(CALENDAR, event, days, side)
    strict = plain(event, days, side, set(UNOBSERVED))
    broad = plain(event, days, side, set(LEGAL) | CLOSINGS)
    assert counted.day == min(strict, broad)
    assert counted.other == (max(strict, broad) if strict != broad else None)


@given(events, lengths, sides)
def test_the_day_to_act_on_is_open_or_contested_and_every_day_between_is_closed(
    event: date, days: int, side: Side
) -> None:
    counted = count_days(CALENDAR, event, days, side)
    ends = [counted.day, *([counted.other] if counted.other else [])]
    for end in ends:
        why = CALENDAR.closed(end, side)
        assert why is None or why.contested
    span = {counted.nominal, *ends}
    between = {min(span) + ONE * at for at in range((max(span) - min(span)).days + 1)}
    last = max(ends) if side is AFTER else min(ends)
    assert {each.day for each in counted.skipped} == between - {last}


@given(events, lengths)
def test_a_longer_period_never_ends_earlier(event: date, days: int) -> None:
    forward = [count_days(CALENDAR, event, each, AFTER).day for each in (days, days + 1)]
    back = [count_days(CALENDAR, event, each, BEFORE).day for each in (days, days + 1)]
    assert forward == sorted(forward)
    assert back == sorted(back, reverse=True)


@given(events, lengths, sides)
def test_the_earlier_reading_is_never_later_than_the_rule_allows(
    event: date, days: int, side: Side
) -> None:
    counted = count_days(CALENDAR, event, days, side)
    if side is BEFORE:
        assert (event - counted.day).days >= days
    else:
        assert (counted.day - event).days >= days
    assert counted.other is None or counted.other > counted.day


@pytest.mark.parametrize(
    ("event", "days", "side", "day", "other"),
    [
        # Fourteen days after a Monday end on a Monday.
        (date(2026, 11, 2), 14, AFTER, date(2026, 11, 16), None),
        # A Saturday runs on to Monday; counted backward, to Friday.
        (date(2026, 11, 7), 14, AFTER, date(2026, 11, 23), None),
        (date(2026, 12, 12), 14, BEFORE, date(2026, 11, 27), None),
        # Thanksgiving: forward to Friday, backward to Wednesday.
        (date(2026, 11, 12), 14, AFTER, date(2026, 11, 27), None),
        (date(2026, 12, 10), 14, BEFORE, date(2026, 11, 25), None),
        # July 4, 2026 is a Saturday, observed on Friday: both ends, the earlier first.
        (date(2026, 6, 19), 14, AFTER, date(2026, 7, 3), date(2026, 7, 6)),
        (date(2026, 7, 10), 7, BEFORE, date(2026, 7, 2), date(2026, 7, 3)),
        # Christmas Eve and the day after Christmas of 2025 were closed by the President.
        (date(2025, 12, 10), 14, AFTER, date(2025, 12, 24), date(2025, 12, 29)),
        (date(2026, 1, 2), 7, BEFORE, date(2025, 12, 23), date(2025, 12, 26)),
        # A New Year's Day on a Saturday is observed in the year before.
        (date(2021, 12, 17), 14, AFTER, date(2021, 12, 31), date(2022, 1, 3)),
    ],
)
def test_days_that_practice_trips_over(
    event: date, days: int, side: Side, day: date, other: date | None
) -> None:
    counted = count_days(CALENDAR, event, days, side)
    assert (counted.day, counted.other) == (day, other)


def test_what_was_passed_over_is_named() -> None:
    counted = count_days(CALENDAR, date(2025, 12, 10), 14, AFTER)
    assert [(each.day.day, each.why, each.name) for each in counted.skipped] == [
        (24, Closed.CLOSING, "Christmas Eve"),
        (25, Closed.HOLIDAY, "Christmas Day"),
        (26, Closed.CLOSING, "Day after Christmas"),
        (27, Closed.SATURDAY, ""),
        (28, Closed.SUNDAY, ""),
    ]
    assert [each.day.day for each in counted.contested] == [24, 26]
    assert not counted.moved
    assert counted.closings_listed


def test_closings_later_than_the_list_are_for_counsel_to_check() -> None:
    assert not count_days(CALENDAR, date(2026, 11, 2), 14, AFTER).closings_listed
    assert count_days(CALENDAR, date(2025, 12, 17), 14, AFTER).closings_listed


def test_a_state_holiday_moves_a_period_forward_in_its_district_only() -> None:
    patriots = LocalDay("p", "mad", date(2026, 4, 20), "Patriots’ Day", "Massachusetts")
    table = replace(TABLE, local=(patriots,))
    here, elsewhere = Calendar(table, "mad"), Calendar(table, "casd")
    assert count_days(here, date(2026, 4, 6), 14, AFTER).day == date(2026, 4, 21)
    assert count_days(elsewhere, date(2026, 4, 6), 14, AFTER).day == date(2026, 4, 20)
    assert count_days(here, date(2026, 5, 4), 14, BEFORE).day == date(2026, 4, 20)


def test_nothing_is_said_of_a_holiday_before_its_first_year() -> None:
    assert CALENDAR.closed(date(2020, 6, 19), AFTER) is None
    juneteenth = CALENDAR.closed(date(2023, 6, 19), AFTER)
    assert juneteenth is not None
    assert juneteenth.why is Closed.HOLIDAY


def test_a_period_past_the_last_year_says_so() -> None:
    with pytest.raises(OverflowError):
        count_days(CALENDAR, date(9999, 12, 25), 14, AFTER)


NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        # Clocks go forward on March 8, 2026, and back on November 1: real hours count.
        (datetime(2026, 3, 7, 12, tzinfo=NEW_YORK), datetime(2026, 3, 10, 13, tzinfo=NEW_YORK)),
        (datetime(2026, 10, 30, 12, tzinfo=NEW_YORK), datetime(2026, 11, 2, 11, tzinfo=NEW_YORK)),
    ],
)
def test_hours_are_real_hours_across_daylight_saving(start: datetime, end: datetime) -> None:
    counted = count_hours(CALENDAR, start, 72, AFTER, NEW_YORK)
    assert counted.at == end
    assert counted.other is None


def test_hours_that_end_on_a_closed_day_go_on_to_the_same_time() -> None:
    friday = datetime(2026, 11, 20, 15, 30, tzinfo=NEW_YORK)
    after = count_hours(CALENDAR, friday, 24, AFTER, NEW_YORK)
    assert after.at == datetime(2026, 11, 23, 15, 30, tzinfo=NEW_YORK)
    monday = datetime(2026, 11, 23, 15, 30, tzinfo=NEW_YORK)
    before = count_hours(CALENDAR, monday, 24, BEFORE, NEW_YORK)
    assert before.at == datetime(2026, 11, 20, 15, 30, tzinfo=NEW_YORK)


@given(
    st.integers(0, 20_000_000),
    st.integers(1, 500),
    sides,
    st.sampled_from(["America/New_York", "America/Phoenix", "Pacific/Guam", "UTC"]),
)
def test_hours_pass_as_they_do_on_a_stopwatch(
    minutes: int, hours: int, side: Side, zone: str
) -> None:
    start = datetime(2001, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    counted = count_hours(CALENDAR, start, hours, side, ZoneInfo(zone))
    step = 1 if side is AFTER else -1
    assert counted.nominal.astimezone(UTC) - start == timedelta(hours=step * hours)
    assert counted.at.time() == counted.nominal.time()
    assert (counted.at >= counted.nominal) if side is AFTER else (counted.at <= counted.nominal)
