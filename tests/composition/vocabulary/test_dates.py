"""Days, moments and lengths of time in words."""

from __future__ import annotations

import locale
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.casefile.moments import WrittenMoment, parse_moment
from drafter.composition.vocabulary.dates import (
    MONTHS,
    clock,
    dated,
    day,
    elapsed,
    moment,
    months,
    of_day,
    on_day,
    span,
    zone_words,
)
from drafter.errors import TemplateError
from drafter.facts.intervals import Span
from drafter.facts.moments import Moment, place_moment
from tests.composition.cases import districts


def placed(text: str, *zones: str) -> Moment:
    written = parse_moment(text)
    assert isinstance(written, WrittenMoment)
    return place_moment(written, zones or ("America/Los_Angeles",))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-03-14 05:48", "March 14, 2026, at 5:48 a.m. Pacific time"),
        ("2026-03-14 00:05", "March 14, 2026, at 12:05 a.m. Pacific time"),
        ("2026-03-14 12:00", "March 14, 2026, at 12:00 p.m. Pacific time"),
        ("2026-03-12 20:30 America/Tijuana", "March 12, 2026, at 8:30 p.m. Tijuana time"),
        ("2026-03-14 21h", "March 14, 2026, in the hour from 9:00 p.m. Pacific time"),
        ("2026-03-14", "March 14, 2026"),
        ("2026-03", "March 2026"),
        ("about 2026-03-14 07:05", "March 14, 2026, at about 7:05 a.m. Pacific time"),
        ("about 2026-03-14 07h", "March 14, 2026, at about 7:00 a.m. Pacific time"),
        ("about 2026-03-14", "about March 14, 2026"),
        ("about 2026-03", "about March 2026"),
        ("before 2026-03-14", "before March 14, 2026"),
        ("after 2026-03-14 05:00", "after March 14, 2026, at 5:00 a.m. Pacific time"),
        ("unknown", "on an unknown date"),
        (
            "between 2026-03-14 05:20 and 2026-03-14 06:50",
            "March 14, 2026, between 5:20 a.m. and 6:50 a.m. Pacific time",
        ),
        (
            "between 2026-03-12 21:00 and 2026-03-14 03:30",
            "between March 12, 2026, at 9:00 p.m. and March 14, 2026, at 3:30 a.m. Pacific time",
        ),
        (
            "between 2026-03-13 23h and 2026-03-14 01h",
            "between March 13, 2026, at 11:00 p.m. and March 14, 2026, at 1:59 a.m. Pacific time",
        ),
        (
            "between 2026-03-14 01h and 2026-03-14 03h",
            "March 14, 2026, between 1:00 a.m. and 3:59 a.m. Pacific time",
        ),
        (
            "between 2026-03-13 23:00 and 2026-03-14 03:30 America/Mexico_City",
            "between March 13, 2026, at 11:00 p.m. Pacific time and "
            "March 14, 2026, at 3:30 a.m. Mexico City time",
        ),
        (
            "between 2026-03-13 23:00 America/Mexico_City and 2026-03-14 03:30",
            "between March 13, 2026, at 11:00 p.m. and March 14, 2026, at 4:30 a.m. "
            "Mexico City time",
        ),
        (
            "between 2025-11-01 and 2026-02-28",
            "between November 1, 2025, and February 28, 2026",
        ),
        (
            "2026-11-01 01:30",
            "November 1, 2026, at 1:30 a.m. Pacific time, an hour that occurred twice that day",
        ),
    ],
)
def test_a_moment_is_as_exact_as_it_was_written(written: str, words: str) -> None:
    assert moment(placed(written)) == words


def test_where_several_zones_are_kept_and_none_is_written_it_says_so() -> None:
    two = placed("2026-03-14 05:48", "America/Boise", "America/Los_Angeles")
    assert moment(two) == "March 14, 2026, at 5:48 a.m. (time zone not recorded)"


def test_every_zone_a_district_keeps_has_the_name_lawyers_use() -> None:
    kept = {zone for each in districts().districts for zone in each.zones}
    assert kept
    for zone in kept:
        city = zone.rpartition("/")[2].replace("_", " ")
        assert zone_words(zone) != f"{city} time", zone


def hours(low: float | None, high: float | None) -> Span:
    return Span(*(None if each is None else timedelta(hours=each) for each in (low, high)))


@pytest.mark.parametrize(
    ("between", "words"),
    [
        (hours(1, 1), "1 hour"),
        (hours(26.5, 26.5), "1 day 2 hours 30 minutes"),
        (hours(0, 0), "less than a minute"),
        (hours(2, 6), "between 2 hours and 6 hours"),
        (hours(0, 6), "at most 6 hours"),
        (hours(274.01, 360), "between 11 days and 15 days"),
        (hours(0.2, 30), "at most 2 days"),
        (hours(2, None), "at least 2 hours"),
        (hours(None, None), "not known"),
        (hours(-1, None), "not known"),
        (hours(-1, 6), "at most 6 hours, if in that order at all"),
        (hours(-1, 0), "less than a minute, if in that order at all"),
        (hours(None, 6), "at most 6 hours, if in that order at all"),
        (hours(-2, -2), "2 hours, in the reverse order"),
        (hours(-6, -2), "between 2 hours and 6 hours, in the reverse order"),
        (hours(None, -2), "at least 2 hours, in the reverse order"),
        (hours(13 * 24 + 23, 14 * 24), "between 13 days 23 hours and 14 days"),
        (hours(340, 340), "14 days"),
        (hours(405.5, 477.5), "between 16 days and 20 days"),
        (hours(0, 480), "at most 20 days"),
        (hours(-500, -400), "between 16 days and 21 days, in the reverse order"),
    ],
)
def test_a_span_says_its_bounds(between: Span, words: str) -> None:
    assert span(between) == words


@pytest.mark.parametrize(
    ("written", "of", "on"),
    [
        ("2026-03-14 05:48", "of March 14, 2026", "on March 14, 2026"),
        ("about 2026-03-14 05:48", "of March 14, 2026", "on March 14, 2026"),
        ("2026-03", "of March 2026", "in March 2026"),
        ("about 2026-03-14", "made about March 14, 2026", "about March 14, 2026"),
        ("after 2026-03", "made after March 2026", "after March 2026"),
        (
            "between 2026-03-13 and 2026-03-14",
            "of March 13 or 14, 2026",
            "on March 13 or 14, 2026",
        ),
        (
            "between 2026-03-13 and 2026-03-15",
            "made between March 13, 2026 and March 15, 2026",
            "between March 13, 2026 and March 15, 2026",
        ),
        (
            "between 2026-03-14 01:00 and 2026-03-14 02:00",
            "of March 14, 2026",
            "on March 14, 2026",
        ),
        ("unknown", "of an unknown date", "on an unknown date"),
    ],
)
def test_a_day_stands_in_a_sentence_with_its_preposition(written: str, of: str, on: str) -> None:
    assert (of_day(placed(written)), on_day(placed(written))) == (of, on)


def test_where_a_day_is_not_enough_its_hour_is_said() -> None:
    said = [of_day(placed(each), hour=True) for each in ("2026-03-14 05:48", "after 2026-03")]
    assert said == ["of March 14, 2026, at 5:48 a.m. Pacific time", "made after March 2026"]


@given(st.integers(14 * 24 * 60, 4000 * 24 * 60), st.integers(1, 900 * 24 * 60))
def test_bounds_in_whole_days_are_never_inside_the_true_ones(minutes: int, more: int) -> None:
    low, high = (timedelta(minutes=each) for each in (minutes, minutes + more))
    found = re.findall(r"([\d,]+) day", span(Span(low, high)) or "")
    least, most = (timedelta(days=int(each.replace(",", ""))) for each in found)
    assert low - timedelta(days=1) < least <= low
    assert high <= most < high + timedelta(days=1)


@given(
    st.timedeltas(
        timedelta(0),
        timedelta(days=14),
    )
)
def test_a_length_of_time_reads_back(time: timedelta) -> None:
    time -= timedelta(microseconds=time.microseconds, seconds=time.seconds % 60)
    units = {"day": timedelta(days=1), "hour": timedelta(hours=1), "minute": timedelta(minutes=1)}
    said = elapsed(time) or ""
    found = re.findall(r"([\d,]+) (day|hour|minute)s?", said)
    back = sum((int(size.replace(",", "")) * units[unit] for size, unit in found), timedelta(0))
    assert back == time


@given(st.dates())
def test_a_day_reads_back(when: date) -> None:
    found = re.fullmatch(r"(\w+) (\d+), (\d+)", day(when) or "")
    assert found
    assert date(int(found[3]), MONTHS.index(found[1]) + 1, int(found[2])) == when


def test_no_locale_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*args: object) -> None:
        raise AssertionError("the locale was read")

    for name in ("setlocale", "localeconv", "getlocale"):
        monkeypatch.setattr(locale, name, read)
    assert day(date(2026, 3, 14)) == "March 14, 2026"
    assert clock(23, 59) == "11:59 p.m."


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (120, "120 months"),
        (1, "1 month"),
        (0, "0 months"),
        ("life", "life"),
        (1200, "1,200 months"),
    ],
)
def test_a_term(term: int | str, words: str) -> None:
    assert months(term) == words


def test_what_is_missing_stays_missing() -> None:
    assert dated(None) is None
    assert [day(None), moment(None), span(None), elapsed(None), months(None)] == [None] * 5
    assert [of_day(None), on_day(None)] == [None] * 2


def test_what_is_no_date_or_term_is_refused() -> None:
    with pytest.raises(TemplateError, match="for dates"):
        day("2026-03-14")  # type: ignore[arg-type]
    with pytest.raises(TemplateError, match="for months"):
        months("ten years")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-03-14 05:48", "March 14, 2026"),
        ("2026-03-14 05h", "March 14, 2026"),
        ("2026-03", "March 2026"),
        ("about 2026-03-14 05:48", "March 14, 2026"),
        ("about 2026-03-14", "about March 14, 2026"),
        ("before 2026-03", "before March 2026"),
        ("between 2026-03-14 05:20 and 2026-03-14 06:50", "March 14, 2026"),
        ("between 2026-03-12 21:00 and 2026-03-14 03:30", "March 12, 2026 to March 14, 2026"),
        ("unknown", "an unknown date"),
    ],
)
def test_a_date_leaves_the_hour_out(written: str, words: str) -> None:
    assert dated(placed(written)) == words
