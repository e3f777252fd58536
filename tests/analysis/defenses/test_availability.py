from __future__ import annotations

import pytest

from drafter.analysis.defenses.availability import find_availability
from drafter.analysis.defenses.availability_types import ChargeAvailability
from drafter.doctrine import kinds
from drafter.doctrine.offense import Availability
from tests.analysis.parts import LIBRARY, ask, counts

THREAT = "threats: [{id: t, kinds: [death]}]\n"


def availability(*offenses: str, body: str = "", district: str) -> tuple[ChargeAvailability, ...]:
    charges = counts(*(f"offense: {each}" for each in offenses))
    asked = ask(body, charges=charges, district=district)
    return find_availability(asked.record.case, asked.doctrine, asked.circuit, asked.charges)


@pytest.mark.parametrize("offense", ["sexual_assault", "fraud", "other"])
def test_nothing_found_is_unknown_and_says_so(offense: str) -> None:
    (found,) = availability(offense, district="nyed")
    assert (found.status, found.rule, found.point) == (Availability.UNKNOWN, None, None)


def test_the_courts_own_answer_stands() -> None:
    (murder,) = availability("murder", district="cacd")
    assert murder.status is Availability.UNAVAILABLE
    assert murder.rule is not None
    assert murder.rule.authority == "lafleur_ca9_1991"
    assert murder.point is not None
    assert murder.point.value == "unavailable"
    assert availability("murder", district="ksd")[0].status is Availability.UNKNOWN


def test_where_a_circuit_is_not_known_the_supreme_court_answers() -> None:
    (found,) = availability("escape", district="vaed")
    assert found.status is Availability.AVAILABLE
    assert found.rule is not None
    assert found.rule.court == "scotus"
    (own,) = availability("escape", district="casd")
    assert own.rule is not None
    assert own.rule.court == "ca9"


def test_the_point_on_firearms_stands_beside_a_count_of_possession_only() -> None:
    gun, robbery = availability("firearm_possession", "robbery", district="tned")
    assert gun.point == LIBRARY.get(kinds.CIRCUITS, "ca6").firearm_possession
    assert robbery.point is None


def test_coercion_as_the_crime_is_compound_once_the_client_was_threatened() -> None:
    (alone,) = availability("coercion_crime", district="casd")
    (both,) = availability("coercion_crime", body=THREAT, district="casd")
    (drugs,) = availability("drug_trafficking", body=THREAT, district="casd")
    assert [each.coercion_crime for each in (alone, both, drugs)] == [True, True, False]
    assert [each.compound for each in (alone, both, drugs)] == [False, True, False]


def test_a_count_that_is_gone_is_not_asked_about() -> None:
    charges = ("murder, disposition: dismissed", "drug_trafficking")
    assert [each.id for each in availability(*charges, district="casd")] == ["count-2"]
    gone = ("murder, disposition: dismissed", "assault, disposition: acquitted")
    assert len(availability(*gone, district="casd")) == 2


def test_where_the_answer_is_not_known_other_circuits_are_named() -> None:
    (found,) = availability("firearm_acquisition", district="flnd")
    assert found.status is Availability.UNKNOWN
    assert [each.authority for each in found.elsewhere] == ["harper_ca8_2006", "lopez_ca9_2019"]
    assert found.point is not None
    assert found.point.authority == "deleveaux_ca11_2000"
    assert availability("firearm_acquisition", district="casd")[0].elsewhere == ()
    assert availability("murder", district="ksd")[0].elsewhere != ()
    assert availability("fraud", district="nyed")[0].elsewhere == ()
