"""Clocks and instants."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from drafter.facts.zones import MINUTE, readings, zone_named, zone_names
from tests.facts.records import ZONES, stamps

ALL = (*ZONES, "Pacific/Apia", "America/Caracas")
"""Apia left out December 30, 2011; Caracas moved by half an hour."""
walls = stamps.map(lambda stamp: datetime.fromisoformat(stamp).replace(tzinfo=UTC))


def zone(name: str) -> ZoneInfo:
    found = zone_named(name)
    assert found is not None
    return found


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_zone_by_its_exact_name_only() -> None:
    assert zone("America/Tijuana").key == "America/Tijuana"
    for wrong in (
        "america/tijuana",
        "America",
        "EST",
        "CST6CDT",
        "leapseconds",
        "tzdata.zi",
        "",
        "../zones",
    ):
        assert zone_named(wrong) is None


def test_every_zone_of_the_pinned_data_can_be_read() -> None:
    assert len(zone_names()) > 500
    assert all(zone_named(name) for name in zone_names())


def test_an_hour_that_occurs_twice_is_read_both_ways() -> None:
    first, last = readings(wall("2026-11-01T01:30"), zone("America/New_York"))
    assert (first, last) == (wall("2026-11-01T05:30"), wall("2026-11-01T06:30"))


def test_a_time_that_was_skipped_lies_between_the_minutes_around_the_jump() -> None:
    first, last = readings(wall("2026-03-08T02:30"), zone("America/New_York"))
    assert (last, first) == (wall("2026-03-08T06:59"), wall("2026-03-08T07:00"))


def test_a_jump_of_half_an_hour() -> None:
    first, last = readings(wall("2026-10-04T02:10"), zone("Australia/Lord_Howe"))
    shown = [each.astimezone(zone("Australia/Lord_Howe")).time() for each in (last, first)]
    assert [f"{each:%H:%M}" for each in shown] == ["01:59", "02:30"]


@pytest.mark.parametrize("name", ALL)
@given(wall=walls)
def test_every_reading_shows_the_wall_time(name: str, wall: datetime) -> None:
    """What is read as an instant, read back, is the same time, or one a jump left out."""
    here = zone(name)
    first, last = readings(wall, here)
    shown = {each.astimezone(here).replace(tzinfo=UTC) for each in (first, last)}
    if first <= last:
        assert shown == {wall}
    else:
        assert first - last == MINUTE
        assert min(shown) < wall < max(shown) + MINUTE


@pytest.mark.parametrize("name", ALL)
@given(instant=walls)
def test_an_instant_is_among_the_readings_of_its_own_wall_time(
    name: str, instant: datetime
) -> None:
    here = zone(name)
    shown = instant.astimezone(here)
    if shown.utcoffset().seconds % 60 == 0:  # not by the sun, before zones were kept
        first, last = readings(shown.replace(tzinfo=UTC, fold=0), here)
        assert instant in (first, last)
        assert last - first < timedelta(hours=3)
