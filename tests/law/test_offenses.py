"""Promises about the categories of offense."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.doctrine import Library, kinds
from drafter.doctrine.offense import OffenseNature
from tests.samples import retold

OFFENSES = Library.load().shelf(kinds.OFFENSES)
NATURES = {
    OffenseNature.AGREEMENT: {"conspiracy", "racketeering"},
    OffenseNature.FIREARM: {"firearm_possession", "firearm_acquisition"},
    OffenseNature.FIREARM_HELD: {"firearm_possession"},
    OffenseNature.KILLING: {"murder", "felony_murder"},
    OffenseNature.DEGREES: {"murder"},
    OffenseNature.VIOLENCE: {"assault", "murder", "felony_murder"},
    OffenseNature.FORCE: {"assault", "murder", "felony_murder", "kidnapping"},
    OffenseNature.SEXUAL: {"sexual_assault", "sex_trafficking"},
    OffenseNature.ABSENCE: {"escape"},
}


@pytest.mark.parametrize("nature", OffenseNature)
def test_each_nature_is_that_of_exactly_these_offenses(nature: OffenseNature) -> None:
    assert {id for id, each in OFFENSES.items() if nature in each.nature} == NATURES[nature]


def test_a_category_that_an_office_adds_is_met_by_its_nature(tmp_path: Path) -> None:
    added = tmp_path / "offenses" / "manslaughter.yaml"
    added.parent.mkdir()
    added.write_text("id: manslaughter\ntitle: Manslaughter\nnature: [killing]\n", "utf-8")
    library = Library.load(tmp_path)
    found = retold("murder-charge", "offense: murder", "offense: manslaughter", library)
    told = [each.point for each in found.availability if each.offense.id == "manslaughter"]
    assert told == [found.circuit.murder]


def test_what_lasts_by_its_law_is_what_a_client_can_give_up_or_give_up_in() -> None:
    lasting = {id for id, each in OFFENSES.items() if each.continuing}
    assert lasting == {"firearm_possession", "escape", "illegal_reentry"}
