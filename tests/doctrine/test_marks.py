from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.doctrine.marks import CiteCheck, Lead, Marks, Period
from drafter.doctrine.records import Record, RecordFault

DAY = date(2026, 11, 24)
Raw = dict[str, object]


@pytest.mark.parametrize("missing", ["words", "holding", "cite_check"])
def test_each_of_the_three_answers_is_required(marks: Callable[..., Raw], missing: str) -> None:
    raw = marks()
    del raw[missing]
    with pytest.raises(RecordFault, match=f"{missing}: is missing"):
        Marks.from_record(Record(raw))


@pytest.mark.parametrize(
    ("words", "holding", "label"),
    [
        ("primary", "direct", "quoted from the opinion or official text; not cite-checked"),
        ("secondary", "direct", "quoted in a secondary source; not cite-checked"),
        ("none", "summary", "known from a summary; not cite-checked"),
        ("none", "derived", "derived from texts that were read; counsel to confirm"),
        ("none", "unknown", "not read; counsel to check"),
    ],
)
def test_label_says_what_is_known(
    marks: Callable[..., Raw], words: str, holding: str, label: str
) -> None:
    assert Marks.from_record(Record(marks(words, holding))).label == label


@pytest.mark.parametrize(
    ("words", "holding", "phrase"),
    [
        ("primary", "direct", "read, not quoted; not cite-checked"),
        (
            "secondary",
            "direct",
            "read in a secondary source or an unofficial copy, not quoted; not cite-checked",
        ),
        ("secondary", "summary", "known from a summary; not cite-checked"),
    ],
)
def test_without_a_quotation_the_phrase_says_where_the_words_were_read(
    marks: Callable[..., Raw], words: str, holding: str, phrase: str
) -> None:
    assert Marks.from_record(Record(marks(words, holding))).phrase(None) == phrase


def test_label_of_a_checked_record_names_the_attorney(
    marks: Callable[..., Raw], cite_check: Raw
) -> None:
    checked = Marks.from_record(Record(marks(cite_check=cite_check)))
    assert checked.label == "cite-checked by A. Vega on November 24, 2026"


def test_no_label_is_a_plain_verified(marks: Callable[..., Raw]) -> None:
    for words in ("primary", "secondary", "none"):
        for holding in ("direct", "summary", "derived", "unknown"):
            label = Marks.from_record(Record(marks(words, holding))).label
            assert "not cite-checked" in label or "counsel to" in label


@pytest.mark.parametrize(
    ("on", "stands"),
    [("2026-11-24", True), ("2026-08-26", True), ("2026-08-25", False), ("2026-11-25", False)],
)
def test_a_check_counts_for_ninety_days(
    marks: Callable[..., Raw], cite_check: Raw, on: str, stands: bool
) -> None:
    checked = Marks.from_record(Record(marks(cite_check=cite_check | {"on": on})))
    assert checked.checked_of_late(DAY) is stands


def test_without_a_check_none_stands_on_any_day(marks: Callable[..., Raw]) -> None:
    assert not Marks.from_record(Record(marks())).checked_of_late(date.max)


@pytest.mark.parametrize("missing", ["by", "on", "tool", "history"])
def test_a_check_names_attorney_day_tool_and_history(cite_check: Raw, missing: str) -> None:
    del cite_check[missing]
    with pytest.raises(RecordFault, match=f"{missing}: is missing"):
        CiteCheck.from_record(Record(cite_check))


def test_a_period_holds_both_its_ends() -> None:
    period = Period.from_record(Record({"start": "2004-11-01", "end": "2025-10-31"}))
    assert period.in_force(date(2004, 11, 1))
    assert period.in_force(date(2025, 10, 31))
    assert not period.in_force(date(2004, 10, 31))
    assert not period.in_force(date(2025, 11, 1))


def test_no_period_is_always() -> None:
    assert Period.from_record(None).in_force(date.min)


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(RecordFault, match="end: lies before the start"):
        Period.from_record(Record({"start": "2026-01-02", "end": "2026-01-01"}))


DAYS = st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 1, 20)))


@given(DAYS, DAYS, DAYS, DAYS)
def test_periods_overlap_when_they_share_a_day(
    a: date | None, b: date | None, c: date | None, d: date | None
) -> None:
    one, other = Period(a, b), Period(c, d)
    month = [date(2026, 1, day) for day in range(1, 21)]
    sound = all(p.start is None or p.end is None or p.start <= p.end for p in (one, other))
    if sound:
        shared = any(one.in_force(day) and other.in_force(day) for day in month)
        assert one.overlaps(other) is shared
        assert other.overlaps(one) is shared


def test_a_lead_cannot_be_printed() -> None:
    lead = Lead("perhaps page 409")
    with pytest.raises(TypeError):
        str(lead)
    with pytest.raises(TypeError):
        f"{lead}"
    assert "409" not in repr(lead)
    assert [name for name in dir(lead) if not name.startswith("_")] == ["from_record"]
    assert lead == Lead("perhaps page 409") != Lead("perhaps page 410")
