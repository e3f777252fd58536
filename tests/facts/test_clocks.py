"""Whether clocks were set between two moments, by which the time between them looks wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest

from drafter.facts.clocks import ClockChange, clocks_set
from tests.facts.records import moment

BACK = ClockChange(timedelta(hours=1), back=True)
FORWARD = ClockChange(timedelta(hours=1), back=False)
HERE = "America/New_York"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2026-11-01 00:44", "2026-11-01 02:41", BACK),
        ("2026-10-31 22h", "2026-11-01 09h", BACK),
        ("2026-03-08 00:30", "2026-03-08 03:30", FORWARD),
        ("about 2026-03-08 00:30", "2026-03-08 12:30", FORWARD),
        ("2026-03-07 00:30", "2026-03-07 23:30", None),
        # A step that came first is told in the reverse order; clocks went on as they do.
        ("2026-11-01 02:41", "2026-11-01 00:44", BACK),
        ("2026-11-20 10:00", "2026-10-15 10:00", None),
        # It is told whether a time that occurred twice was daylight or standard time.
        ("2026-11-01 01:30", "2026-11-01 03:30", None),
        # Of days no hours are told, nor of weeks.
        ("2026-10-31", "2026-11-02 10:00", None),
        ("2026-10-15 10:00", "2026-11-02 10:00", None),
        ("before 2026-10-31 10:00", "2026-11-02 10:00", None),
        ("unknown", "2026-11-02 10:00", None),
        # Lord Howe sets its clocks by half an hour.
        (
            "2026-04-05 00:30 Australia/Lord_Howe",
            "2026-04-05 04:30 Australia/Lord_Howe",
            ClockChange(timedelta(minutes=30), back=True),
        ),
        # Phoenix never sets its clocks.
        ("2026-03-08 00:30 America/Phoenix", "2026-03-08 03:30 America/Phoenix", None),
    ],
)
def test_clocks_that_were_set_in_between(
    first: str, second: str, expected: ClockChange | None
) -> None:
    one, other = moment(first, HERE), moment(second, HERE)
    assert clocks_set(one, other, one.zone or HERE) == ((expected,) if expected else ())


MOUNTAIN, CENTRAL, PHOENIX = "America/Denver", "America/Chicago", "America/Phoenix"


@pytest.mark.parametrize(
    ("first", "second", "told_by", "expected"),
    [
        # Central clocks were set forward an hour before Mountain clocks were.
        ("2026-03-08 00:52", "2026-03-08 01:40", (CENTRAL,), ((),)),
        ("2026-03-08 00:52", "2026-03-08 01:40", (MOUNTAIN,), None),
        ("2026-03-08 00:52", "2026-03-08 01:40", (MOUNTAIN, CENTRAL), ((CENTRAL,),)),
        ("2026-03-08 00:52", "2026-03-08 03:40", (MOUNTAIN, CENTRAL), ((),)),
        ("2026-03-08 00:52", "2026-03-08 03:40", (MOUNTAIN, MOUNTAIN), ((),)),
        ("2026-03-08 01:40", "2026-03-08 04:25 America/Chicago", (CENTRAL,), None),
        (
            "2026-03-08 01:40",
            "2026-03-08 04:25 America/Chicago",
            (MOUNTAIN, CENTRAL),
            ((MOUNTAIN,),),
        ),
        ("2026-03-07 22:10", "2026-03-08 04:25 America/Chicago", (MOUNTAIN, CENTRAL), ((),)),
        # Phoenix never sets its clocks: what is told by another's too has to be explained.
        (
            "2026-03-07 20:30",
            "2026-03-08 12:30",
            (PHOENIX, MOUNTAIN, CENTRAL),
            ((MOUNTAIN, CENTRAL),),
        ),
        ("2026-03-07 20:30", "2026-03-08 12:30", (PHOENIX,), None),
        ("2026-03-07 20:30", "2026-03-08 12:30", (), None),
    ],
)
def test_by_which_of_the_clocks_that_tell_the_times(
    first: str, second: str, told_by: tuple[str, ...], expected: tuple[tuple[str, ...], ...] | None
) -> None:
    found = clocks_set(moment(first, MOUNTAIN), moment(second, MOUNTAIN), *told_by)
    assert [each.zones for each in found] == list(expected or ())
    assert all(each.by == FORWARD.by and not each.back for each in found)


def test_clocks_that_were_set_by_more_and_by_less_are_told_apart() -> None:
    sydney, lord_howe = "Australia/Sydney", "Australia/Lord_Howe"
    ends = moment("2026-04-04 20:00", sydney), moment("2026-04-05 12:00", sydney)
    assert clocks_set(*ends, sydney, lord_howe) == (
        ClockChange(timedelta(hours=1), back=True, zones=(sydney,)),
        ClockChange(timedelta(minutes=30), back=True, zones=(lord_howe,)),
    )


def test_between_no_two_moments_no_clocks_were_set() -> None:
    first = moment("2026-03-08 00:30 America/Phoenix", HERE)
    assert clocks_set(None, first, HERE) == ()
