"""Moments in few words: no more exact than they were written, by the clock of the court."""

from __future__ import annotations

import pytest

from drafter.casefile.moments import WrittenMoment, parse_moment
from drafter.composition.vocabulary.brief_dates import Brief
from drafter.facts.moments import place_moment

COURT = "America/Los_Angeles"


def brief(text: str, *zones: str, years: bool = False) -> str:
    written = parse_moment(text)
    assert isinstance(written, WrittenMoment)
    return Brief(COURT, years).moment(place_moment(written, zones or (COURT,)))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-03-14 05:48", "Mar. 14, 5:48 a.m."),
        ("2026-03-14 21h", "Mar. 14, 9:00–9:59 p.m."),
        ("2026-03-14", "Mar. 14"),
        ("2026-03", "Mar. 2026"),
        ("about 2026-03-14 07:05", "Mar. 14, about 7:05 a.m."),
        ("about 2026-03-14 07h", "Mar. 14, about 7:00–7:59 a.m."),
        ("about 2026-03-14", "about Mar. 14"),
        ("about 2026-03", "about Mar. 2026"),
        ("before 2026-03-14 07:05", "before Mar. 14, 7:05 a.m."),
        ("after 2026-03-14", "after Mar. 14"),
        ("between 2026-03-14 09:55 and 2026-03-14 09:57", "Mar. 14, 9:55–9:57 a.m."),
        (
            "between 2026-03-14 11:55 and 2026-03-14 12:10",
            "Mar. 14, 11:55 a.m.–12:10 p.m.",
        ),
        (
            "between 2026-03-14 23:55 and 2026-03-15 01:10",
            "Mar. 14, 11:55 p.m. – Mar. 15, 1:10 a.m.",
        ),
        ("between 2026-03-12 and 2026-03", "Mar. 12 – Mar. 2026"),
        ("2026-03-14 09:12 America/Chicago", "Mar. 14, 7:12 a.m."),
        ("2026-03-14 01:12 America/New_York", "Mar. 13, 10:12 p.m."),
        (
            "between 2026-03-14 01:12 America/New_York and 2026-03-14 01:15",
            "Mar. 13, 10:12–10:15 p.m.",
        ),
        ("2026-11-01 01:30", "Nov. 1, 1:30 a.m. (an hour that occurred twice)"),
        ("2026-11-01 01:30 America/New_York", "Oct. 31, 10:30 p.m. or 11:30 p.m."),
        ("2026-11-01 02:30 America/Denver", "Nov. 1, 1:30 a.m. standard time"),
        ("2026-11-01 01:30 America/Denver", "Nov. 1, 12:30 a.m. or 1:30 a.m. daylight time"),
        (
            "between 2026-11-01 01:00 America/New_York and 2026-11-01 01:30 America/New_York",
            "Oct. 31, 10:00–11:30 p.m.",
        ),
    ],
)
def test_each_form(written: str, said: str) -> None:
    assert brief(written) == said


def test_with_years_where_there_are_several() -> None:
    assert brief("2026-03-14 05:48", years=True) == "Mar. 14, 2026, 5:48 a.m."


def test_a_clock_that_is_not_known_is_said() -> None:
    zones = ("America/Chicago", "America/New_York")
    assert brief("2026-03-14 05:48", *zones) == "Mar. 14, 5:48 a.m. (time zone not recorded)"
    assert brief("2026-03-14", *zones) == "Mar. 14"
