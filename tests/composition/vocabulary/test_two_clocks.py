"""A moment by its own clock and by another."""

from __future__ import annotations

import pytest

from drafter.composition.vocabulary.two_clocks import moment_by_two
from tests.facts.records import moment

CENTRAL, PACIFIC = "America/Chicago", "America/Los_Angeles"


def told(text: str, by: str) -> str:
    """What is said after the time by its own clock."""
    words = moment_by_two(moment(text, by), by)
    assert words is not None
    return words.partition(" (")[2].rstrip(")")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-08-22 23:10 America/Denver", "August 23, 2026, at 12:10 a.m. Central time"),
        (
            "2026-08-22 23h America/Denver",
            "August 23, 2026, in the hour from 12:00 a.m. Central time",
        ),
        (
            "about 2026-08-22 20:10 America/Denver",
            "August 22, 2026, at about 9:10 p.m. Central time",
        ),
        (
            "about 2026-08-22 20h America/Denver",
            "August 22, 2026, at about 9:00 p.m. Central time",
        ),
        (
            "before 2026-08-22 20:10 America/Denver",
            "before August 22, 2026, at 9:10 p.m. Central time",
        ),
        (
            "between 2026-08-22 20:10 America/Denver and 2026-08-22 20:40 America/Denver",
            "August 22, 2026, between 9:10 p.m. and 9:40 p.m. Central time",
        ),
        # The end is by the clock of the place, the start by its own.
        (
            "between 2026-08-22 22:30 America/Denver and 2026-08-23 00:10",
            "between August 22, 2026, at 11:30 p.m. Central time "
            "and August 23, 2026, at 12:10 a.m. Central time",
        ),
        # Twice in Denver, and each of the two is another time in Chicago.
        (
            "2026-11-01 01:22 America/Denver",
            "November 1, 2026, at 1:22 a.m. Central standard time or 2:22 a.m. Central time",
        ),
        (
            "2026-11-01 01h America/Denver",
            "November 1, 2026, between 1:00 a.m. Central standard time and 2:59 a.m. Central time",
        ),
        # Once in Denver: known to be the first of two in Chicago.
        (
            "2026-11-01 00:35 America/Denver",
            "November 1, 2026, at 1:35 a.m. Central daylight time",
        ),
        ("2026-08-22 23:10", ""),
        ("2026-08-22", ""),
        ("unknown", ""),
    ],
)
def test_each_form_by_the_clock_of_the_court(text: str, words: str) -> None:
    assert told(text, CENTRAL) == words


def test_of_an_hour_that_occurred_twice_over_midnight_both_days_are_told() -> None:
    assert told("2026-11-01 01:30 America/New_York", PACIFIC) == (
        "October 31, 2026, at 10:30 p.m. or 11:30 p.m. Pacific time"
    )
    assert told("2026-11-01 01:30 America/New_York", "America/Costa_Rica") == (
        "October 31, 2026, at 11:30 p.m. Costa Rica time "
        "or November 1, 2026, at 12:30 a.m. Costa Rica time"
    )


def test_where_both_clocks_showed_the_same_it_is_told_once() -> None:
    assert told("2026-06-12 20:30 America/Tijuana", PACIFIC) == ""
    assert told("2026-11-01 01:30 America/Tijuana", PACIFIC) == ""
