"""A case in every district, on every category of offense, in every year: drafted without a hole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.holes import blocks, holes
from tests.planting import compose, districts, drafted, every_edition, load, session
from tests.samples import SAMPLES

pytestmark = pytest.mark.no_cover

THIN = next(sample for sample in SAMPLES if sample.stem == "thin-case")
FULL = SAMPLES[0]
MEMO = tuple(each for each in every_edition() if each.kind.id == "duress_memo")
OUTLINE = tuple(each for each in every_edition() if each.edition.id == "working")


def test_a_thin_case_in_each_district() -> None:
    assert len(districts().districts) == 94
    for district in districts().districts:
        raw = load(THIN)
        raw["matter"] |= {"district": district.id}
        raw["matter"].pop("division", None)
        (memo,) = drafted(compose(raw, wanted=MEMO))
        assert holes(memo) == [], district.id
        text = "\n".join(block.text for block in blocks(memo))
        assert district.abbreviation in text


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
