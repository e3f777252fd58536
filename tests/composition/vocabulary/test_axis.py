"""The axis of a timeline: where it is broken, and what is marked on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.composition.vocabulary.axis import clock_at, minutes, stretches_of, ticks_of

CHICAGO = ZoneInfo("America/Chicago")
DAY = 24 * 60


def at(text: str, zone: ZoneInfo = CHICAGO) -> int:
    return minutes(datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC))


def shown(*stretches: tuple[int, int], zone: ZoneInfo = CHICAGO) -> list[str]:
    return [f"{clock_at(tick.at, zone):%m-%d %H:%M}" for tick in ticks_of(stretches, zone)]


def test_an_axis_is_whole_where_nothing_is_flattened() -> None:
    assert stretches_of([0, 5, 20, 90]) == ((0, 90),)
    assert stretches_of([0, 90]) == ((0, 90),)


def test_one_long_gap_is_left_out() -> None:
    assert stretches_of([0, 5, 20, 5_000]) == ((0, 20), (5_000, 5_000))
    assert stretches_of([0, 30 * DAY, 30 * DAY + 10, 30 * DAY + 25]) == (
        (0, 0),
        (30 * DAY, 30 * DAY + 25),
    )


def test_several_are_left_out_one_after_another() -> None:
    points = [0, 10, 3 * DAY, 3 * DAY + 10, 90 * DAY, 90 * DAY + 5]
    third = 3 * DAY, 3 * DAY + 10
    assert stretches_of(points) == ((0, 10), third, (90 * DAY, 90 * DAY + 5))


def months(count: int) -> list[int]:
    """The ends of months that lie far from each other."""
    return [end for at in range(count) for end in (at * 100 * DAY, (at * 100 + 30) * DAY)]


def test_what_is_known_to_the_month_does_not_flatten_the_hours() -> None:
    """Each month takes two breaks and no room: the hours at the end have the whole scale."""
    hours = [2_000 * DAY + 15 * at for at in range(24)]
    found = stretches_of([*months(9), *hours])
    assert [each for each in found if each[0] < each[1]] == [(hours[0], hours[-1])]


def test_lines_of_words_under_the_axis_take_the_room_of_breaks() -> None:
    points = [*months(15), *(2_000 * DAY + 15 * at for at in range(40))]
    breaks = [len(stretches_of(points, below)) - 1 for below in (0, 4, 10, 30)]
    assert breaks == [22, 18, 12, 12]


@given(st.lists(st.integers(-(10**8), 10**8), min_size=2, max_size=120, unique=True))
def test_every_point_is_on_the_axis_and_the_stretches_are_in_order(points: list[int]) -> None:
    found = stretches_of(points)
    assert all(any(first <= point <= last for first, last in found) for point in points)
    assert all(one[1] < other[0] for one, other in pairwise(found))
    assert sum(first < last for first, last in found) >= 1
    assert (found[0][0], found[-1][1]) == (min(points), max(points))


def test_ticks_are_round_by_the_clocks_of_the_court() -> None:
    assert shown((at("2026-02-20T09:14"), at("2026-02-20T10:47")))[:4] == [
        *("02-20 09:14", "02-20 09:20", "02-20 09:30", "02-20 09:40")
    ]
    assert shown((at("2026-02-20T09:14"), at("2026-02-23T10:47")))[:4] == [
        *("02-20 09:14", "02-20 12:00", "02-20 18:00", "02-21 00:00")
    ]
    days = shown((at("2026-02-20T09:14"), at("2026-03-05T10:47")))
    assert all(each.endswith("00:00") for each in days[1:])
    assert "06-01 00:00" in shown((at("2026-02-20T09:14"), at("2028-03-05T10:47")))


@pytest.mark.parametrize("day", ["2026-03-08", "2026-11-01"])
def test_ticks_are_round_on_the_day_on_which_clocks_are_set(day: str) -> None:
    found = shown((at(f"{day}T00:10"), at(f"{day}T12:00")))
    assert all(each.endswith(":00") for each in found[1:])
    assert len(found) == len(set(found)) > 8


@given(
    st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(year=2000 + at.year % 40)),
    st.lists(st.integers(0, 500_000), min_size=2, max_size=9, unique=True),
)
def test_each_stretch_begins_with_its_date_and_holds_its_ticks(
    start: datetime, steps: list[int]
) -> None:
    stretches = stretches_of(minutes(start + timedelta(minutes=step)) for step in steps)
    ticks = ticks_of(stretches, CHICAGO)
    assert [tick.at for tick in ticks if tick.rank == 0] == [first for first, _ in stretches]
    assert [tick.at for tick in ticks] == sorted({tick.at for tick in ticks})
    assert all(any(first <= tick.at <= last for first, last in stretches) for tick in ticks)
    assert len(ticks) < 40 + len(stretches)
