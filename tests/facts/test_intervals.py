"""The time between two moments."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.facts.intervals import Span, span_between
from tests.facts.records import moment, points, zones
from tests.facts.test_moments import placed

HOUR = timedelta(hours=1)


def span(first: str, second: str, *zones: str) -> Span:
    return span_between(moment(first, *zones), moment(second, *zones))


def hours(shortest: float | None, longest: float | None) -> Span:
    return Span(*(None if each is None else each * HOUR for each in (shortest, longest)))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2026-06-10 21:40", "2026-06-11 00:10", hours(2.5, 2.5)),
        # One zone, but the clocks were set between: subtraction of local times is an hour off.
        ("2026-03-08 00:30", "2026-03-08 03:30", hours(2, 2)),
        ("2026-11-01 00:30", "2026-11-01 03:30", hours(4, 4)),
        ("2026-11-01 01:30", "2026-11-01 03:30", hours(2, 3)),
        ("2026-06-10 21:40", "2026-06-10 22:40 America/New_York", hours(-2, -2)),
        ("2026-06-10 21h", "2026-06-10 23:00", Span(timedelta(minutes=61), timedelta(hours=2))),
        ("before 2026-06-10 12:00", "2026-06-10 13:00", Span(timedelta(minutes=61), None)),
        ("after 2026-06-10 12:00", "2026-06-10 13:00", Span(None, timedelta(minutes=59))),
        ("2026-06-10 12:00", "after 2026-06-10 13:00", Span(timedelta(minutes=61), None)),
        ("before 2026-06-10 12:00", "before 2026-06-10 13:00", Span(None, None)),
        ("2026-06-10 12:00", "unknown", Span(None, None)),
    ],
)
def test_the_time_between(first: str, second: str, expected: Span) -> None:
    assert span(first, second) == expected


def test_two_clocks_leave_an_hour_open() -> None:
    two = ("America/Chicago", "America/New_York")
    assert span("2026-06-10 12:00", "2026-06-10 15:00", *two) == hours(2, 4)


def test_two_times_of_one_hour_that_occurred_twice_are_of_the_same_one_of_the_two() -> None:
    early, late = (moment(f"2026-11-01 01:{each}") for each in ("20", "25"))
    assert span_between(early, late) == hours(5 / 60, 5 / 60)
    assert span_between(late, early) == hours(-5 / 60, -5 / 60)
    assert span_between(early, late, each_alone=True) == hours(-55 / 60, 65 / 60)
    elsewhere = moment("2026-11-01 01:25 America/Tijuana")
    assert span_between(early, elsewhere) == hours(-55 / 60, 65 / 60)


def test_a_moment_stretched_over_others_is_no_hour_that_occurred_twice() -> None:
    start = moment("2026-06-10 12:00")
    assert start.latest is not None
    wide = replace(start, latest=start.latest + HOUR)
    assert span_between(wide, moment("2026-06-10 14:00")) == hours(1, 2)
    assert span_between(wide, wide) == hours(-1, 1)


def test_without_a_moment_there_is_no_span() -> None:
    at = moment("2026-06-10")
    for found in (span_between(None, at), span_between(at, None), span_between(None, None)):
        assert found == Span(None, None)
        assert (found.known, found.exact, found.forward) == (False, False, None)


def test_both_readings_stand_where_a_boundary_is_straddled() -> None:
    found = hours(2, 6)
    assert [found.within(each * HOUR) for each in (1, 2, 4, 6, 7)] == [
        False,
        None,
        None,
        True,
        True,
    ]
    assert [found.straddles(each * HOUR) for each in (1, 2, 4, 6)] == [False, True, True, False]
    assert hours(4, 4).straddles(4 * HOUR) is False
    assert Span(None, None).straddles(4 * HOUR) is True
    assert hours(5, None).straddles(4 * HOUR) is False
    assert hours(3, None).straddles(4 * HOUR) is True


def test_the_order_is_said_only_where_it_is_certain() -> None:
    assert hours(0, 3).forward is True
    assert hours(-1, 3).forward is None
    assert hours(-3, -1).forward is False
    assert hours(-3, 0).forward is None


@given(points, points, zones)
def test_the_way_back_is_the_way_there_turned_around(first: str, second: str, zone: str) -> None:
    there = span_between(placed(first, zone), placed(second, zone))
    back = span_between(placed(second, zone), placed(first, zone))
    assert there.shortest is not None
    assert there.longest is not None
    assert (back.shortest, back.longest) == (-there.longest, -there.shortest)
    assert there.shortest <= there.longest


@given(points, points, zones, st.integers(0, 10), st.integers(0, 10))
def test_every_time_that_can_be_lies_in_the_span(
    first: str, second: str, zone: str, one: int, other: int
) -> None:
    """Whatever instants the two moments were, the time between them is within the bounds."""
    start, end = placed(first, zone), placed(second, zone)
    found = span_between(start, end, each_alone=True)
    picked = [
        at.earliest + (at.latest - at.earliest) * tenths / 10
        for at, tenths in ((start, one), (end, other))
        if at.earliest and at.latest
    ]
    assert found.shortest is not None
    assert found.longest is not None
    assert found.shortest <= picked[1] - picked[0] <= found.longest


@given(points, points, zones, st.integers(-100, 100))
def test_a_boundary_is_kept_broken_or_straddled(
    first: str, second: str, zone: str, days: int
) -> None:
    found, limit = span_between(placed(first, zone), placed(second, zone)), timedelta(days)
    assert found.shortest is not None
    assert found.longest is not None
    expected = True if found.longest <= limit else False if found.shortest > limit else None
    assert found.within(limit) is expected
    assert found.straddles(limit) is (expected is None)
