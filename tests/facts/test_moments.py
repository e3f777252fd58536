"""Written moments placed in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given

from drafter.facts.moments import Moment, NoSuchMoment, place_moment
from tests.facts.records import moment, points, stamps, written, zones

MINUTE = timedelta(minutes=1)
NEW_YORK, CHICAGO, DENVER = "America/New_York", "America/Chicago", "America/Denver"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def bounds(text: str, *zones: str) -> tuple[datetime | None, datetime | None]:
    placed = moment(text, *(zones or (NEW_YORK,)))
    return placed.earliest, placed.latest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2026-06-10 21:40", "2026-06-11T01:40", "2026-06-11T01:40"),
        ("2026-06-10 21h", "2026-06-11T01:00", "2026-06-11T01:59"),
        ("2026-06-10", "2026-06-10T04:00", "2026-06-11T03:59"),
        ("2026-06", "2026-06-01T04:00", "2026-07-01T03:59"),
        ("2026-12", "2026-12-01T05:00", "2027-01-01T04:59"),
        ("2028-02", "2028-02-01T05:00", "2028-03-01T04:59"),
        ("about 2026-06-10 21:40", "2026-06-11T01:10", "2026-06-11T02:10"),
        ("about 2026-06-10 21h", "2026-06-11T00:00", "2026-06-11T02:59"),
        ("about 2026-06-10", "2026-06-09T04:00", "2026-06-12T03:59"),
        ("about 2026-06", "2026-05-01T04:00", "2026-08-01T03:59"),
        ("about 2026-12", "2026-11-01T04:00", "2027-02-01T04:59"),
        ("about 2027-01-01 00:10", "2027-01-01T04:40", "2027-01-01T05:40"),
        ("between 2026-06-10 and 2026-06-12", "2026-06-10T04:00", "2026-06-13T03:59"),
        ("between 2026-06-10 23:50 and 2026-06-11 00:10", "2026-06-11T03:50", "2026-06-11T04:10"),
        ("2026-06-10 21:40 America/Tijuana", "2026-06-11T04:40", "2026-06-11T04:40"),
        # The day on which clocks are set forward has 23 hours, the other 25.
        ("2026-03-08", "2026-03-08T05:00", "2026-03-09T03:59"),
        ("2026-11-01", "2026-11-01T04:00", "2026-11-02T04:59"),
        # An hour that occurs twice covers both.
        ("2026-11-01 01:30", "2026-11-01T05:30", "2026-11-01T06:30"),
        ("2026-11-01 01h", "2026-11-01T05:00", "2026-11-01T06:59"),
        ("about 2026-11-01 01:30", "2026-11-01T05:00", "2026-11-01T07:00"),
    ],
)
def test_a_written_moment_is_an_interval(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (utc(earliest), utc(latest))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("before 2026-06-10 21:40", None, "2026-06-11T01:39"),
        ("before 2026-06-10", None, "2026-06-10T03:59"),
        ("after 2026-06-10 21:40", "2026-06-11T01:41", None),
        ("after 2026-06-10", "2026-06-11T04:00", None),
        ("after 2026-06", "2026-07-01T04:00", None),
        # What may be meant by an hour that occurs twice bounds nothing more closely.
        ("before 2026-11-01 01:30", None, "2026-11-01T06:29"),
        ("after 2026-11-01 01:30", "2026-11-01T05:31", None),
        ("unknown", None, None),
    ],
)
def test_an_open_side_is_unbounded(text: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(text) == (earliest and utc(earliest), latest and utc(latest))


def test_what_is_known_of_a_moment() -> None:
    said = {text: moment(text) for text in ("2026-06-10 21:40", "2026-06-10", "unknown")}
    assert [each.known for each in said.values()] == [True, True, False]
    assert [each.exact for each in said.values()] == [True, False, False]
    assert moment("before 2026-06-10").known


def test_a_moment_is_printed_by_the_clock_it_was_written_with() -> None:
    at = moment("2026-06-10 21:40 America/Tijuana", NEW_YORK)
    assert at.zone == "America/Tijuana"
    assert (at.local_earliest, at.local_latest) == (at.earliest, at.latest)
    assert at.local_earliest is not None
    assert f"{at.local_earliest:%Y-%m-%d %H:%M}" == "2026-06-10 21:40"
    assert moment("before 2026-06-10").local_earliest is None


def test_two_clocks_and_no_zone_cover_both() -> None:
    at = moment("2026-06-10 21:40", CHICAGO, NEW_YORK)
    assert (at.earliest, at.latest) == (utc("2026-06-11T01:40"), utc("2026-06-11T02:40"))
    assert (at.zone, at.local_earliest, at.local_latest) == ("", None, None)
    assert moment("before 2026-06-10", CHICAGO, NEW_YORK).earliest is None
    assert moment("unknown", CHICAGO, NEW_YORK).known is False


def test_a_zone_that_is_written_leaves_no_doubt() -> None:
    text = "between 2026-06-10 21:40 America/Denver and 2026-06-10 22:00 America/Denver"
    assert moment(text, CHICAGO, NEW_YORK) == moment(text, DENVER)
    half = "between 2026-06-10 21:40 America/Denver and 2026-06-11 22:00"
    assert moment(half, CHICAGO, NEW_YORK).zone == ""
    assert moment(half, CHICAGO).zone == DENVER


def test_a_time_only_one_of_two_clocks_skipped_is_by_the_other() -> None:
    here = moment("2026-03-08 02:30", "America/Phoenix", DENVER)
    assert here.earliest == here.latest == utc("2026-03-08T09:30")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "2026-03-08 02:30",
            "time did not exist in America/New_York",
            "01:59 and 2026-03-08 03:00",
        ),
        ("2026-03-08 02h", "hour did not exist", "2026-03-08 01:59 and 2026-03-08 03:00"),
        ("about 2026-03-08 02:30", "did not exist", "01:59"),
        ("before 2026-03-08 02:30", "did not exist", "01:59"),
        ("2011-12-30 Pacific/Apia", "day did not exist", "2011-12-29 23:59 and 2011-12-31 00:00"),
        ("2026-06-10 21:40 America/Tijuna", "`America/Tijuna` is no time zone", "America/Tijuana"),
        ("2026-06-10 21:40 america/tijuana", "is no time zone", "America/Tijuana"),
        ("2026-06-10 21:40 EST", "`EST` is no time zone", "America/New_York"),
        ("2026-06-10 21:40 America", "`America` is no time zone", "zone of a place"),
        ("between 2026-06-12 and 2026-06-10", "ends before it begins", "earlier moment first"),
        ("between 2026-06-10 21:40 and 2026-06-10 21:39", "ends before", "earlier"),
        # 21:40 in Chicago is 22:40 in New York.
        ("between 2026-06-10 21:40 America/Chicago and 2026-06-10 22:00", "ends before", "earlier"),
        ("0206-03-14", "year 0206 cannot be meant", "check the year"),
        ("0001-01-01 00:00", "year 0001", "check the year"),
        ("about 9999-12", "year 9999", "check the year"),
        ("after 9999-12-31 23:59", "year 9999", "check the year"),
    ],
)
def test_what_cannot_have_been_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(NoSuchMoment) as caught:
        moment(text, NEW_YORK)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_ends_reversed_by_either_clock_are_refused() -> None:
    with pytest.raises(NoSuchMoment):
        moment("between 2026-06-10 10:30 and 2026-06-10 10:00", CHICAGO, NEW_YORK)


def placed(text: str, *zones: str) -> Moment:
    """The moment; an example whose time was skipped is not one of this kind."""
    try:
        return place_moment(written(text), zones)
    except NoSuchMoment:
        assume(False)
        raise


@given(points, zones)
def test_a_point_is_bounded_and_within_what_is_about_it(point: str, zone: str) -> None:
    at, about = placed(point, zone), placed(f"about {point}", zone)
    assert at.earliest is not None
    assert at.latest is not None
    assert about.earliest is not None
    assert about.latest is not None
    assert about.earliest < at.earliest <= at.latest < about.latest


@given(points, zones)
def test_before_and_after_touch_a_point_and_never_overlap_it(point: str, zone: str) -> None:
    at = placed(point, zone)
    before, after = placed(f"before {point}", zone), placed(f"after {point}", zone)
    assert before.earliest is None
    assert after.latest is None
    assert at.earliest is not None
    assert at.latest is not None
    assert before.latest is not None
    assert after.earliest is not None
    assert at.earliest - MINUTE <= before.latest
    assert after.earliest <= at.latest + MINUTE
    if at.exact:
        assert (before.latest, after.earliest) == (at.earliest - MINUTE, at.latest + MINUTE)


@given(points, points, zones)
def test_between_is_the_hull_of_its_ends_or_refused(first: str, second: str, zone: str) -> None:
    start, end = placed(first, zone), placed(second, zone)
    assert start.earliest is not None
    assert end.latest is not None
    text = f"between {first} and {second}"
    if end.latest < start.earliest:
        with pytest.raises(NoSuchMoment):
            moment(text, zone)
    else:
        assert bounds(text, zone) == (start.earliest, end.latest)


@given(points, zones, zones)
def test_two_clocks_cover_what_each_would_say(point: str, one: str, other: str) -> None:
    assume(one != other)
    each = placed(point, one), placed(point, other)
    both = placed(point, one, other)
    assert both.earliest == min(at.earliest for at in each if at.earliest)
    assert both.latest == max(at.latest for at in each if at.latest)


@given(stamps, zones)
def test_what_is_printed_is_what_was_written(stamp: str, zone: str) -> None:
    at = placed(stamp, zone)
    shown = [f"{each:%Y-%m-%d %H:%M}" for each in (at.local_earliest, at.local_latest) if each]
    assert shown == [stamp, stamp]
