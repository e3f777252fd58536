"""The outline and the filing as they are composed: what their law rests on, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from drafter.composition.blocks import Document
from tests.analysis.sentencing.outlines import FULL, SENTENCE
from tests.analysis.sentencing.sentences import counts
from tests.composition.test_mitigation_outline import outline


def blocks(body: str = "", sentencing: tuple[str, ...] = (), **more: str) -> Mapping[str, str]:
    """Every block of the working outline by its id."""
    return told_in(outline("working", body, sentencing, **more))


def told_in(document: Document) -> Mapping[str, str]:
    return {each.id: each.text.replace("\u00a0", " ") for each in document.blocks}


def test_that_deleted_grounds_may_be_urged_is_said_to_be_derived() -> None:
    told = blocks()["variance/formerly"]
    assert "may still be urged for a variance; that is derived. 18 U.S.C. § 3661 [" in told
    assert "; 18 U.S.C. § 3553(a)(1) [" in told


def test_a_decision_nobody_read_is_named_as_a_lead_after_the_cite_of_the_statute() -> None:
    told = blocks()["valve/condition/criminal_history"]
    statute = told.index("18 U.S.C. § 3553(f)(1) [")
    assert statute < told.index("Whether any one of the three disqualifies was not read")
    assert "Pulsifer v. United States, 601 U.S. 124 (2024) [not read; counsel to check]." in told


BELOW = ("ask: {months: 12}", "floor_months: 60")


def test_that_coercion_opens_no_minimum_is_derived_from_the_two_exceptions() -> None:
    told = blocks(sentencing=BELOW)
    negative = told["limits/caution/duress_is_no_road"]
    assert "That is derived" in negative
    for cite in ("18 U.S.C. § 3553(e) [", "; 18 U.S.C. § 3553(f) ["):
        assert cite in negative
    assert "Gaviria" not in negative
    assert "Gaviria" in told["limits/caution/at_the_minimum"]


@pytest.mark.parametrize(
    ("road", "words", "cited"),
    [
        ("section_3553f", "the safety valve", "18 U.S.C. § 3553(f)"),
        (
            "section_3553e",
            "the government’s motion for substantial assistance",
            "18 U.S.C. § 3553(e)",
        ),
    ],
)
def test_the_road_below_the_minimum_is_named_in_words_and_cited_once(
    road: str, words: str, cited: str
) -> None:
    ask = f"ask: {{months: 12, legal_road: {road}}}"
    told = blocks(sentencing=(ask, "floor_months: 60"))["ask/objection"]
    assert "That coercion does not open it is derived." in told
    assert f"stands or falls with {words}" in told
    assert told.count(cited) == 1


def remanded(first: str, *, ended: str, edition: str = "filing") -> Document:
    dates = f"first_sentencing: {first}, sentencing: 2026-05-04"
    return outline(edition, dates=dates, proceeding="remand", charges=counts(ended))


def test_on_remand_a_filing_says_of_the_manual_and_the_deletion_no_more_than_was_read() -> None:
    told = told_in(remanded("2024-09-12", ended="2023-03-14"))
    assert told["manual/manual"].startswith("On remand the Court determines the range by the")
    assert "date of the previous sentencing, September 12, 2024." in told["manual/manual"]
    assert "stood in the Manual" not in " ".join(told.values())
    assert told["departure/before"] == (
        "The first sentencing, on September 12, 2024, came before that deletion."
    )


def test_on_remand_a_text_that_was_not_deleted_is_not_said_to_have_been() -> None:
    told = told_in(remanded("2003-12-12", ended="2003-03-14"))
    # An earlier text stands under no cite of the last one; the working outline has it.
    assert not {"departure/text", "departure/before"} & told.keys()
    working = told_in(remanded("2003-12-12", ended="2003-03-14", edition=""))
    assert "by hand" in " ".join(working.values())
    late = told_in(remanded("2024-09-12", ended="2023-03-14", edition=""))
    assert "by hand" not in " ".join(late.values())


def test_the_words_that_a_filing_prints_without_a_source_are_an_open_item() -> None:
    told = blocks(FULL, SENTENCE)
    theme = told["open_items/filed-theme"]
    assert theme.startswith("The filing’s theme carries no source")
    assert "rests on: “She drove because she was made to.” Tie" in theme
    assert "reasons that the filing gives carry no source" in told["open_items/filed-reasons"]
    assert not any(each.startswith("open_items/filed") for each in blocks())
