from __future__ import annotations

import pytest

from drafter import yamlfile
from drafter.doctrine.bundle import LAW
from drafter.doctrine.outline_section import OutlineEdition, OutlineSections
from drafter.doctrine.records import Record, RecordFault


@pytest.fixture(scope="module")
def outline() -> OutlineSections:
    path = LAW / "guidelines/outline_sections.yaml"
    return OutlineSections.from_record(Record(yamlfile.read(path).value))


def test_there_are_nineteen_sections(outline: OutlineSections) -> None:
    assert [each.number for each in outline.sections] == list(range(1, 20))
    assert len({each.id for each in outline.sections}) == 19


def test_internal_sections_are_not_in_a_filing(outline: OutlineSections) -> None:
    working = OutlineEdition.WORKING
    kept = {each.id for each in outline.sections if each.edition is working}
    assert kept == {"weaknesses", "evidence_plan", "open_items"}


def test_the_safety_valve_is_sealed(outline: OutlineSections) -> None:
    limits = next(each for each in outline.sections if each.id == "limits")
    assert limits.sealed is not None
    assert "safety valve" in limits.sealed


def test_every_section_rests_on_authority_or_says_that_it_is_practice(
    outline: OutlineSections,
) -> None:
    for each in outline.sections:
        assert each.authorities or each.practice, each.id
        for id in (*each.authorities, *each.research):
            assert (LAW / f"authorities/{id}.yaml").is_file(), id
    for id in outline.working_authorities:
        assert (LAW / f"authorities/{id}.yaml").is_file(), id
        assert id not in outline.authorities


@pytest.mark.parametrize("numbers", [["2"], ["1", "3"], [None]])
def test_sections_with_a_hole_are_refused(numbers: list[str | None]) -> None:
    sections = [
        {"id": f"s{at}", "number": number, "title": "T", "edition": "both"}
        for at, number in enumerate(numbers)
    ]
    with pytest.raises(RecordFault, match="number"):
        OutlineSections.from_record(Record({"id": "outline_sections", "sections": sections}))
