"""A case in every district, on every category of offense, in every year: drafted without a hole."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.doctrine import kinds
from drafter.doctrine.districts import District
from drafter.facts.record import record_of
from tests.holes import BLANK, blocks, holes
from tests.planting import case_of, compose, districts, drafted, every_edition, load, session
from tests.samples import SAMPLES

pytestmark = pytest.mark.no_cover

THIN = next(sample for sample in SAMPLES if sample.stem == "thin-case")
FULL = SAMPLES[0]
MEMO = tuple(each for each in every_edition() if each.kind.id == "duress_memo")
OUTLINE = tuple(each for each in every_edition() if each.edition.id == "working")


def test_a_thin_case_in_each_district() -> None:
    assert len(districts().districts) == 94
    for district in districts().districts:
        place = record_of(case_of(thin_in(district)), districts()).place
        assert place.district == district
        names = (district.name, district.abbreviation, district.statute)
        assert [each for each in names if not each or BLANK.search(f"({each})")] == []


def test_a_memo_in_each_circuit_on_each_clock_and_under_each_local_rule() -> None:
    """One for all districts that are alike but for their name, of which each has the words."""
    ruled = {rule.court for rule in session().doctrine.every(kinds.DEADLINES)}
    alike = {
        (each.circuit, each.zones, bool(each.divisions), each.id in ruled and each.id): each
        for each in districts().districts
    }
    assert len(alike) >= 40
    for district in alike.values():
        (memo,) = drafted(compose(thin_in(district), wanted=MEMO))
        assert holes(memo) == [], district.id
        text = "\n".join(block.text for block in blocks(memo))
        assert f"({district.abbreviation})" in text


def thin_in(district: District) -> dict[str, Any]:
    """The thin case before another court."""
    raw = load(THIN)
    raw["matter"] |= {"district": district.id}
    raw["matter"].pop("division", None)
    return raw


@pytest.mark.parametrize("sample", [THIN, FULL], ids=["thin", "full"])
def test_each_category_of_offense(sample: Path) -> None:
    offenses = sorted(session().vocabulary.offenses)
    assert len(offenses) > 10
    for offense in offenses:
        raw = load(sample)
        raw["charges"] = [charge | {"offense": offense} for charge in raw["charges"]]
        documents = drafted(compose(raw, wanted=(*MEMO, *OUTLINE)))
        assert len(documents) == 2
        assert [hole for each in documents for hole in holes(each)] == [], offense


@pytest.mark.parametrize("year", range(1990, 2031, 4))
def test_each_year_though_much_of_the_law_was_not_in_force(year: int) -> None:
    for sample in (THIN, FULL):
        day = date(year, 6, 15)
        documents = drafted(compose(load(sample), wanted=(*MEMO, *OUTLINE), as_of=day))
        assert len(documents) == 2
        assert [hole for each in documents for hole in holes(each)] == [], sample.stem
