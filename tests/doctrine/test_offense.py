from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.doctrine.offense import Availability, Offense, OffenseNature
from drafter.doctrine.records import Record, RecordFault

Raw = dict[str, object]


def read(*availability: Raw) -> Offense:
    return Offense.from_record(Record({"id": "o", "title": "O", "availability": [*availability]}))


@pytest.mark.parametrize("status", ["available", "unavailable"])
def test_a_settled_answer_rests_on_an_authority(marks: Callable[..., Raw], status: str) -> None:
    raw = {"court": "ca9", "status": status, "statement": "S.", "marks": marks()}
    with pytest.raises(RecordFault, match="a settled answer rests on one"):
        read(raw)
    rule = read(raw | {"authority": "roe"}).rule_in("ca9")
    assert rule is not None
    assert rule.status is Availability(status)


def test_what_no_record_answers_is_unknown(marks: Callable[..., Raw]) -> None:
    raw = {"court": "ca8", "status": "contested", "statement": "S.", "marks": marks()}
    offense = read(raw)
    assert [rule.status for rule in offense.availability] == [Availability.CONTESTED]
    assert offense.rule_in("ca8") is offense.availability[0]
    assert offense.rule_in("ca9") is None


def test_an_offense_says_what_it_is_by_known_words() -> None:
    raw: Raw = {"id": "o", "title": "O"}
    assert Offense.from_record(Record(raw)).nature == ()
    killing = Offense.from_record(Record(raw | {"nature": ["killing"]}))
    assert killing.nature == (OffenseNature.KILLING,)
    with pytest.raises(RecordFault, match="nature: 'tort' is not known"):
        Offense.from_record(Record(raw | {"nature": ["killing", "tort"]}))


def test_a_quotation_needs_marks_that_allow_it(marks: Callable[..., Raw]) -> None:
    raw = {"court": "ca8", "status": "contested", "statement": "S.", "words": "w"}
    with pytest.raises(RecordFault, match="a quotation needs marks"):
        read(raw | {"marks": marks("none"), "source": "https://example.org"})
    with pytest.raises(RecordFault, match="a quotation needs marks"):
        read(raw | {"marks": marks()})
