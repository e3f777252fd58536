from __future__ import annotations

from drafter.analysis.findings import Direction
from drafter.analysis.reasons.plans import Ground, plans_for
from drafter.casefile.coercion import Opportunity, Threat
from tests.analysis.matters import doctrine


def grounds(court: str, *offenses: str) -> dict[str, Ground]:
    plans = plans_for(doctrine(), court, frozenset(offenses or ("drug_trafficking",)))
    return {each.id: each for found in plans.by_sort.values() for each in found}


def test_a_rule_settles_in_its_own_court_and_only_weighs_in_another() -> None:
    at_home, abroad = grounds("ca7")["ca7_could_have_left"], grounds("ca2")["ca7_could_have_left"]
    assert (at_home.direction, at_home.persuasive) == (Direction.DEFEATS, False)
    assert (abroad.direction, abroad.persuasive) == (Direction.HURTS, True)


def test_the_supreme_court_is_followed_everywhere() -> None:
    for court in ("ca1", "ca9", "cadc"):
        ground = grounds(court)["safe_opportunity"]
        assert (ground.direction, ground.persuasive) == (Direction.DEFEATS, False)


def test_a_rule_that_is_not_persuasive_stays_at_home() -> None:
    assert "ca5_no_call_to_police" in grounds("ca5")
    assert "ca5_no_call_to_police" not in grounds("ca6")
    assert "no_call_to_police" in grounds("ca6")
    assert "no_call_to_police" not in grounds("ca5")


def test_authority_borrowed_for_a_silent_court_is_persuasive_there() -> None:
    assert grounds("ca3")["battering_fear"].persuasive
    assert not grounds("ca9")["ca9_battering_fear"].persuasive
    assert "battering_fear" not in grounds("ca9")
    assert "battering_fear" not in grounds("ca5")


def test_a_rule_is_confined_to_its_offenses() -> None:
    assert "ca4_weapon_kept" not in grounds("ca4", "fraud")
    plans = plans_for(doctrine(), "ca4", frozenset({"firearm_possession"}))
    assert [each.id for each in plans.by_trait["kept_weapon_after_threat"]] == [
        "ca4_weapon_kept",
        "ca6_kept_weapon",
    ]


def test_rules_are_sorted_by_what_they_are_asked_of() -> None:
    plans = plans_for(doctrine(), "ca9", frozenset({"drug_trafficking"}))
    of_threats = {each.id for each in plans.by_sort[Threat]}
    assert "threatener_watching" in of_threats
    assert "client_watched" not in of_threats
    assert "client_watched" in {each.id for each in plans.by_sort[Opportunity]}


def test_every_ground_says_what_it_asks() -> None:
    plans = plans_for(doctrine(), "ca9", frozenset({"drug_trafficking"}))
    assert plans.asked["ca9_death_family"] == ("threat_of_death", "threat_to_family")
    assert plans.asked["recorded_threat.7"] == ("item_shows_phone",)
    assert plans.asked["recorded_threat.1"] == ("about_threat",)
