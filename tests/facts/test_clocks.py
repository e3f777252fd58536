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
        # Phoenix never sets its clocks; a paper that tells both by the court's has to explain.
        ("2026-03-08 00:30 America/Phoenix", "2026-03-08 03:30 America/Phoenix", None),
        ("2026-03-07 20:30 America/Phoenix", "2026-03-08 12:30", FORWARD),
    ],
)
def test_clocks_that_were_set_in_between(
    first: str, second: str, expected: ClockChange | None
) -> None:
    assert clocks_set(moment(first, HERE), moment(second, HERE), HERE) == expected


def test_two_clocks_and_none_by_which_both_are_told() -> None:
    first = moment("2026-03-08 00:30 America/Phoenix", HERE)
    assert clocks_set(first, moment("2026-03-08 12:30", HERE), "") is None
    assert clocks_set(None, first, HERE) is None
