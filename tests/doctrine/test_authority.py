from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from drafter.doctrine.authority import Authority, BlockedCitation
from drafter.doctrine.records import Record, RecordFault

Raw = dict[str, object]
DAY = date(2026, 11, 24)


def read(raw: Raw) -> Authority:
    return Authority.from_record(Record(raw))


def test_citation_joins_name_and_cite(authority: Callable[..., Raw]) -> None:
    assert read(authority()).citation == "United States v. Roe, 1 F.4th 1 (9th Cir. 2001)"
    statute = authority(kind="statute", name=None, cite="18 U.S.C. §\u00a028")
    assert read(statute).citation == "18 U.S.C. §\u00a028"


def test_label_names_where_the_words_were_read(authority: Callable[..., Raw]) -> None:
    assert read(authority()).label == "quoted from the opinion; not cite-checked"


def test_words_none_allows_no_quote(
    authority: Callable[..., Raw], marks: Callable[..., Raw]
) -> None:
    with pytest.raises(RecordFault, match="nothing can be quoted"):
        read(authority(marks=marks("none")))


@pytest.mark.parametrize("field", ["quote", "quoted_from"])
def test_a_quote_says_where_it_was_read(authority: Callable[..., Raw], field: str) -> None:
    with pytest.raises(RecordFault, match="go together"):
        read(authority(**{field: None}))


def test_words_none_is_a_lead(authority: Callable[..., Raw], marks: Callable[..., Raw]) -> None:
    unseen = authority(quote=None, quoted_from=None, marks=marks("none", "summary"))
    assert read(unseen).is_lead
    assert read(unseen).label == "known from a summary; not cite-checked"
    assert not read(authority()).is_lead


def test_a_decision_is_law_from_its_year_on(authority: Callable[..., Raw]) -> None:
    case = read(authority())
    assert case.in_force(date(2001, 1, 1))
    assert not case.in_force(date(2000, 12, 31))


def test_a_repealed_text_ends(authority: Callable[..., Raw]) -> None:
    text = read(authority(period={"start": "2004-11-01", "end": "2025-10-31"}))
    assert text.in_force(date(2025, 10, 31))
    assert not text.in_force(date(2025, 11, 1))


def test_outward_needs_a_young_check_and_leave(
    authority: Callable[..., Raw], marks: Callable[..., Raw], cite_check: Raw
) -> None:
    checked = marks(cite_check=cite_check)
    assert read(authority(marks=checked)).may_go_outward(DAY)
    assert not read(authority()).may_go_outward(DAY)
    assert not read(authority(marks=checked, outward="never")).may_go_outward(DAY)
    assert not read(authority(marks=checked)).may_go_outward(date(2027, 2, 23))


def test_a_lead_is_held_apart(authority: Callable[..., Raw]) -> None:
    assert read(authority()).lead is None
    case = read(authority(lead="perhaps page 409"))
    assert "409" not in case.citation + case.label + repr(case)


def test_a_blocked_citation_says_why() -> None:
    raw = {
        "id": "v",
        "name": "United States v. V",
        "description": "d",
        "reason": "r",
        "claim": "L06",
    }
    blocked = BlockedCitation.from_record(Record(raw))
    assert (blocked.reason, blocked.actual) == ("r", None)


def test_the_manual_in_which_a_guideline_was_read_is_said_by_its_mark(
    authority: Callable[..., Raw],
) -> None:
    guideline = {"kind": "guideline", "name": None, "cite": "U.S.S.G. §\u00a05B1.1"}
    unquoted = read(authority(**guideline, quote=None, quoted_from=None, read_in="2016"))
    assert unquoted.citation == "U.S.S.G. §\u00a05B1.1"
    assert unquoted.label.endswith("not cite-checked; read in the 2016 Manual")
    told = read(authority(**guideline, quoted_from="a copy of the 2016 Manual", read_in="2016"))
    assert told.label == "quoted from a copy of the 2016 Manual; not cite-checked"


def test_the_page_of_the_words_quoted_follows_the_first_page(
    authority: Callable[..., Raw],
) -> None:
    assert read(authority(pin="7-8")).pinned == "1 F.4th 1, 7-8 (9th Cir. 2001)"
    assert read(authority()).pinned == "1 F.4th 1 (9th Cir. 2001)"
