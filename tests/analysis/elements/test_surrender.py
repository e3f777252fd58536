from __future__ import annotations

import pytest

from drafter.analysis.elements.surrender import find_surrender
from drafter.analysis.elements.surrender_types import ChargeSurrender
from tests.analysis.parts import ask, counts


def role(offense: str, district: str) -> ChargeSurrender:
    asked = ask(charges=counts(f"offense: {offense}"), district=district)
    found = find_surrender(asked.record, asked.doctrine, asked.circuit, asked.charges)
    (by_charge,) = found.by_charge
    return by_charge


@pytest.mark.parametrize(
    ("offense", "district", "name"),
    [
        ("escape", "casd", "element"),
        ("drug_trafficking", "casd", "evidence_on_escape"),
        ("illegal_reentry", "ksd", "bona_fide_effort"),
        ("firearm_possession", "tned", "dispossession_duty"),
    ],
)
def test_surrender_is_what_the_court_makes_of_it_for_the_offense(
    offense: str, district: str, name: str
) -> None:
    found = role(offense, district)
    assert found.role is not None
    assert found.role.role == name
    assert (found.role.concept is None) == (name == "evidence_on_escape")


def test_an_offense_lasts_by_its_nature_unless_counsel_says_otherwise() -> None:
    assert role("escape", "casd").continuing is True
    assert role("escape, continuing: no", "casd").continuing is False
    assert role("drug_trafficking, continuing: yes", "casd").continuing is True
    assert role("drug_trafficking", "casd").continuing is None


def test_each_count_has_its_own_role() -> None:
    asked = ask(charges=counts("offense: escape", "offense: assault"), district="casd")
    found = find_surrender(asked.record, asked.doctrine, asked.circuit, asked.charges)
    assert [bool(each.role and each.role.concept) for each in found.by_charge] == [True, False]
    assert found.timeline is asked.record.surrender


def test_what_counts_share_is_said_once() -> None:
    three = counts("offense: escape", "offense: assault", "offense: robbery")
    asked = ask(charges=three, district="casd")
    found = find_surrender(asked.record, asked.doctrine, asked.circuit, asked.charges)
    assert [[each.count for each in one.charges] for one in found.by_role] == [[1], [2, 3]]
    assert [one.id for one in found.by_role] == ["count-1", "count-2"]
