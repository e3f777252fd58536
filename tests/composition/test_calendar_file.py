from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from drafter.composition.calendar_file import Entry, calendar_file

AS_OF = date(2026, 11, 28)
printable = st.text(st.characters(exclude_categories=("C",), include_characters="\n"), max_size=300)
days = st.dates(date(2001, 1, 1), date(2090, 12, 31))
times = st.integers(0, 40_000_000).map(
    lambda minutes: datetime(2001, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
entries = st.lists(
    st.builds(
        Entry,
        st.uuids().map(str),
        st.one_of(days, times),
        printable.map(lambda text: text.replace("\n", " ")),
        printable,
    ),
    min_size=1,
    max_size=4,
)


def events(content: bytes) -> list[icalendar.Event]:
    """What an independent reader finds, which would raise for what it cannot read."""
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


@given(entries)
def test_another_program_reads_back_what_was_written(written: list[Entry]) -> None:
    read = events(calendar_file(written, AS_OF))
    assert [
        Entry(each["UID"], each.decoded("DTSTART"), each["SUMMARY"], each["DESCRIPTION"])
        for each in read
    ] == written


@given(entries)
def test_lines_are_folded_at_75_octets_and_end_as_the_format_asks(written: list[Entry]) -> None:
    content = calendar_file(written, AS_OF)
    assert content.endswith(b"\r\n")
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()  # no character is split
    assert content == calendar_file(written, AS_OF)


def test_a_day_and_a_moment_are_of_their_own_kinds_and_both_carry_the_stamp_of_the_day() -> None:
    noon = datetime(2027, 4, 12, 12, 30, tzinfo=ZoneInfo("America/New_York"))
    pair = [Entry("a", date(2027, 4, 12), "S", "D"), Entry("b", noon, "S", "D")]
    content = calendar_file(pair, AS_OF).decode()
    assert "DTSTART;VALUE=DATE:20270412\r\n" in content
    assert "DTSTART:20270412T163000Z\r\n" in content
    stamps = [each.decoded("DTSTAMP") for each in events(content.encode())]
    assert stamps == [datetime(2026, 11, 28, tzinfo=UTC)] * 2


def test_what_stands_for_something_in_the_format_is_escaped() -> None:
    entry = Entry("a", AS_OF, "one; two, three\\four", "END:VEVENT\nBEGIN:VALARM")
    content = calendar_file([entry], AS_OF).decode()
    assert "SUMMARY:one\\; two\\, three\\\\four\r\n" in content
    assert "DESCRIPTION:END:VEVENT\\nBEGIN:VALARM\r\n" in content
    assert content.count("\r\nEND:VEVENT\r\n") == 1


def test_an_entry_lasts_the_day_it_is_on() -> None:
    (event,) = events(calendar_file([Entry("a", AS_OF, "S", "D")], AS_OF))
    assert event.end - event.start == timedelta(days=1)
