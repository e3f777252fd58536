from __future__ import annotations

from datetime import date

import pytest

from drafter.doctrine.records import Record, RecordFault
from drafter.doctrine.rule import Rule


def read(**changes: object) -> Rule:
    raw: dict[str, object] = {
        "id": "r",
        "element": "escape",
        "direction": "hurts",
        "when": ["client_alone"],
        "because": "A reason.",
    }
    return Rule.from_record(Record(raw | changes))


@pytest.mark.parametrize("direction", ["establishes", "defeats"])
def test_what_settles_an_element_needs_authority(direction: str) -> None:
    with pytest.raises(RecordFault, match="authority: is missing"):
        read(direction=direction)
    assert read(direction=direction, authority="roe_ca9_2001").settles


@pytest.mark.parametrize("direction", ["helps", "hurts"])
def test_what_only_weighs_needs_none(direction: str) -> None:
    assert not read(direction=direction).settles


def test_a_rule_asks_something_in_the_vocabulary() -> None:
    with pytest.raises(RecordFault, match="when: is missing"):
        read(when=[])
    with pytest.raises(RecordFault, match="'felt_bad' is not a predicate"):
        read(when=["felt_bad"])
    with pytest.raises(RecordFault, match="'felt_bad' is not a predicate"):
        read(unless=["felt_bad"])


def test_a_rule_names_courts_that_exist() -> None:
    with pytest.raises(RecordFault, match="'ca12' is not a court"):
        read(circuits=["ca12"])


def test_a_rule_applies_to_its_courts_and_offenses() -> None:
    confined = read(circuits=["ca5"], offenses=["robbery"])
    assert confined.applies("ca5", {"robbery"})
    assert not confined.applies("ca5", {"fraud"})
    assert not confined.applies("ca9", {"robbery"})
    assert read().applies("ca9", {"fraud"})
    apart = read(not_offenses=["escape"])
    assert apart.applies("ca9", {"fraud"})
    assert not apart.applies("ca9", {"escape"})


def test_a_rule_has_a_period() -> None:
    assert not read(period={"end": "2020-01-01"}).in_force(date(2026, 1, 1))


def test_what_an_authority_holds_is_told_apart_from_what_it_means_for_the_client() -> None:
    assert read().decided == "A reason."
    assert read(held="The gun may not be kept.").decided == "The gun may not be kept."
