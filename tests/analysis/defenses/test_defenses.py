from __future__ import annotations

from collections.abc import Mapping

import pytest

from drafter.analysis.defenses.defenses import find_defenses
from drafter.analysis.defenses.statutory import find_section_28
from drafter.analysis.defenses.types import Defense, DefenseFit, Denies, Fit
from tests.analysis import parts
from tests.analysis.parts import DRUGS, ask, counts

THREAT = "threats: [{id: t, speaker: rolo, kinds: [death], watching: yes}]\n"


def defenses(
    body: str = "", *, charges: str = DRUGS, district: str = "casd", client: str = ""
) -> Mapping[str, DefenseFit]:
    asked = ask(body, charges=charges, district=district, client=client)
    statutory = find_section_28(asked.record, asked.doctrine, asked.charges, asked.ties)
    found = find_defenses(asked.setting, asked.doctrine, asked.circuit, asked.charges, statutory)
    return {each.id: each for each in found}


def test_every_defense_is_asked_about_once_and_coercion_first() -> None:
    found = defenses()
    assert set(found) == set(Defense)
    assert next(iter(found)) == "coercion"


def test_coercion_fits_once_somebody_demanded_the_offense() -> None:
    assert defenses()["coercion"].fit is Fit.UNKNOWN
    assert [gap.id for gap in defenses()["coercion"].gaps] == ["threats"]
    made = defenses(THREAT.replace("watching: yes", "demand: drive, demanded_offense: count-1"))
    found = made["coercion"]
    assert (found.fit, [fact.id for fact in found.facts], found.gaps) == (Fit.YES, ["t"], ())
    assert found.denies is Denies.NOTHING


@pytest.mark.parametrize(
    ("threat", "gaps"),
    [
        ("kinds: [death]", ["t.speaker", "t.demand"]),
        ("speaker: rolo, kinds: [death]", ["t.demand"]),
        # A demand that names no count was for something that is not charged.
        ("speaker: rolo, kinds: [death], demand: get in", []),
        ("speaker: rolo, demand: drive, demanded_offense: count-1", ["t.kinds"]),
        # A threat of that kind is not one that carries the defense.
        ("speaker: rolo, kinds: [property], demand: drive, demanded_offense: count-1", []),
    ],
)
def test_coercion_is_possible_until_a_grave_threat_is_known_to_have_demanded_the_offense(
    threat: str, gaps: list[str]
) -> None:
    found = defenses(f"threats: [{{id: t, {threat}}}]\n")["coercion"]
    assert (found.fit, [fact.id for fact in found.facts]) == (Fit.POSSIBLE, ["t"])
    assert [gap.id for gap in found.gaps] == gaps


def test_what_is_missing_of_a_threat_is_told_with_that_threat() -> None:
    threats = ", ".join(f"{{id: {id}, speaker: rolo, kinds: [death]}}" for id in "tu")
    found = defenses(f"threats: [{threats}]\n")["coercion"]
    pointers = [(each.id, [gap.id for gap in each.gaps]) for each in found.pointers]
    assert pointers == [("t", ["t.demand"]), ("u", ["u.demand"])]
    assert found.other_gaps == ()


def test_justification_is_for_firearms() -> None:
    gun = counts("offense: firearm_possession")
    found = defenses(THREAT, charges=gun, district="tned")["firearm_justification"]
    assert found.fit is Fit.YES
    assert found.authority is not None
    assert defenses(THREAT)["firearm_justification"].fit is Fit.NO_SIGNAL
    assert defenses(charges=gun)["firearm_justification"].fit is Fit.UNKNOWN


def test_force_used_where_a_threatener_was_on_the_spot_points_to_self_defense() -> None:
    assault = counts("offense: assault, violent: yes")
    assert defenses(THREAT, charges=assault)["self_defense"].fit is Fit.POSSIBLE
    away = THREAT.replace("watching: yes", "watching: no")
    assert defenses(away, charges=assault)["self_defense"].fit is Fit.NO_SIGNAL
    assert defenses(THREAT)["self_defense"].fit is Fit.NOT_ASKED


@pytest.mark.parametrize(
    ("demand", "fit", "demands"),
    [
        ("demand: hand over her son", Fit.UNKNOWN, ("hand over her son",)),
        ("demand: none", Fit.NOT_ASKED, ()),
        ("demand: drive, demanded_offense: count-1", Fit.NOT_ASKED, ()),
        ("watching: yes", Fit.NOT_ASKED, ()),
    ],
)
def test_where_nobody_demanded_a_count_it_is_asked_whether_the_client_fled_from_harm(
    demand: str, fit: Fit, demands: tuple[str, ...]
) -> None:
    found = defenses(THREAT.replace("watching: yes", demand))
    assert found["necessity"].fit is fit
    assert found["coercion"].other_demands == demands
    assert bool(found["necessity"].gaps) is (fit is Fit.UNKNOWN)


def test_for_whom_the_threatener_worked_is_open_until_it_is_recorded_of_the_person(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = defenses(THREAT)["entrapment"]
    assert (found.fit, found.facts, found.denies) == (Fit.UNKNOWN, (), Denies.UNKNOWN)
    assert [gap.id for gap in found.gaps] == ["defense.entrapment"]
    people = parts.PEOPLE
    for answer, fit, facts in (
        ("yes", Fit.POSSIBLE, ["t"]),
        ("no", Fit.NO_SIGNAL, []),
        ("unknown", Fit.UNKNOWN, []),
    ):
        said = people.replace("relation: acq", f"for_government: {answer}, relation: acq")
        monkeypatch.setattr(parts, "PEOPLE", said)
        found = defenses(THREAT)["entrapment"]
        assert (found.fit, [each.id for each in found.facts]) == (fit, facts)
        assert bool(found.gaps) is (fit is Fit.UNKNOWN)


@pytest.mark.parametrize(
    ("demand", "fit"),
    [
        ("demand: drive, demanded_offense: count-1", Fit.UNKNOWN),
        ("demand: pay what his brother owed", Fit.NO_SIGNAL),
    ],
)
def test_nobody_led_into_a_charge_that_nobody_demanded(demand: str, fit: Fit) -> None:
    assert defenses(THREAT.replace("watching: yes", demand))["entrapment"].fit is fit


BEATEN = "events: [{id: e, basis: %s, kind: violence, what: A man was beaten., when: %s}]\n"


@pytest.mark.parametrize(
    ("basis", "when", "fit"),
    [
        ("witness", "2026-03-14 05:00", Fit.POSSIBLE),
        ("witness", "2026-03-14", Fit.POSSIBLE),
        # What was over before the act, or came after it, moved nobody's body in it.
        ("witness", "2026-03-01", Fit.NO_SIGNAL),
        ("witness", "2026-03-20", Fit.NO_SIGNAL),
        # What the government charges is not said to have been done to the client.
        ("government_allegation", "2026-03-14 05:00", Fit.NO_SIGNAL),
    ],
)
def test_violence_in_the_offense_asks_for_an_act_that_was_none(
    basis: str, when: str, fit: Fit
) -> None:
    assert defenses(BEATEN % (basis, when))["involuntary_act"].fit is fit


@pytest.mark.parametrize(
    ("continuing", "fit"),
    [("yes", Fit.NO_SIGNAL), ("no", Fit.POSSIBLE), ("unknown", Fit.POSSIBLE)],
)
def test_violence_on_one_day_of_an_offense_that_lasts_moved_nobody_through_it(
    continuing: str, fit: Fit
) -> None:
    lasting = counts(
        f"offense: fraud, start: 2026-01-02, end: 2026-06-30, continuing: {continuing}"
    )
    found = defenses(BEATEN % ("witness", "2026-03-14"), charges=lasting)
    assert found["involuntary_act"].fit is fit


@pytest.mark.parametrize(
    ("conditions", "fit", "facts", "unsorted"),
    [
        ([("burn", "mental: no")], Fit.UNKNOWN, [], []),
        ([("burn", "mental: no"), ("ptsd", "mental: yes")], Fit.POSSIBLE, ["ptsd"], []),
        ([("burn", "")], Fit.POSSIBLE, ["burn"], ["burn"]),
    ],
)
def test_a_condition_that_is_none_of_the_mind_points_to_no_mental_condition(
    conditions: list[tuple[str, str]], fit: Fit, facts: list[str], unsorted: list[str]
) -> None:
    inside = ", ".join(
        f"{{id: {id}, basis: document, what: A condition., {entry}}}" for id, entry in conditions
    )
    found = defenses(client=f"conditions: [{inside}]")["mental_condition"]
    assert (found.fit, [each.id for each in found.facts]) == (fit, facts)
    assert [each.id for each in found.unsorted] == unsorted


@pytest.mark.parametrize(
    ("basis", "fit"), [("witness", Fit.POSSIBLE), ("government_allegation", Fit.NO_SIGNAL)]
)
def test_violence_that_is_charged_points_to_no_self_defense(basis: str, fit: Fit) -> None:
    assault = counts("offense: assault, violent: yes")
    assert defenses(BEATEN % (basis, "2026-03-01"), charges=assault)["self_defense"].fit is fit


@pytest.mark.parametrize(
    ("field", "fit"), [("mental_condition", Fit.YES), ("battering", Fit.UNKNOWN)]
)
def test_an_expert_on_a_mental_condition_offers_one(field: str, fit: Fit) -> None:
    body = f"experts: [{{id: x, name: Dr. Okoro, field: {field}, topic: a topic}}]\n"
    found = defenses(body)["mental_condition"]
    assert found.fit is fit
    assert found.notice == "frcrp_12_2_b"
    assert [gap.id for gap in found.gaps] == (["client.competency"] if not found.facts else [])


def test_an_agreement_under_threat_may_be_none() -> None:
    agreed = counts("offense: conspiracy")
    assert defenses(THREAT, charges=agreed)["element_negated"].fit is Fit.POSSIBLE
    named = DRUGS.replace("title: A title", "title: Conspiracy to import")
    assert named != DRUGS
    assert defenses(THREAT, charges=named)["element_negated"].fit is Fit.POSSIBLE


@pytest.mark.parametrize(
    ("statute", "fit"),
    [
        ("'18 U.S.C. §§ 2113(a), 2113(d) and 2'", Fit.POSSIBLE),
        ("18 U.S.C. §§ 7(3) and 1111(a)", Fit.UNKNOWN),
        ("18 U.S.C. § 1028A(a)(2)", Fit.UNKNOWN),
    ],
)
def test_what_a_client_knew_who_is_said_to_have_aided_others(statute: str, fit: Fit) -> None:
    charges = DRUGS.replace("statute: a statute", f"statute: {statute}")
    assert charges != DRUGS
    assert defenses(THREAT, charges=charges)["element_negated"].fit is fit


UNKNOWING = "statements: [{id: s, %sto: the jury, when: 2026-06-01, summary: %s}]\n"


@pytest.mark.parametrize(
    ("speaker", "summary", "fit"),
    [
        ("", "Said that she did not know the calls were part of a fraud.", Fit.POSSIBLE),
        ("", "Said that she did not know what was in the box.", Fit.POSSIBLE),
        ("", "Said that she did not know the man.", Fit.NO_SIGNAL),
        ("speaker: rolo, ", "Said that he did not know what was in it.", Fit.NO_SIGNAL),
    ],
)
def test_a_statement_of_not_knowing_points_to_an_element_at_every_stage(
    speaker: str, summary: str, fit: Fit
) -> None:
    convicted = counts("offense: fraud, disposition: convicted")
    found = defenses(UNKNOWING % (speaker, summary), charges=convicted)["element_negated"]
    assert found.fit is fit
    assert [each.id for each in found.facts] == ["s"] * (fit is Fit.POSSIBLE)


def test_what_the_client_knew_is_open_of_a_count_to_be_tried_only() -> None:
    assert defenses()["element_negated"].fit is Fit.UNKNOWN
    convicted = counts("offense: conspiracy, disposition: convicted")
    assert defenses(THREAT, charges=convicted)["element_negated"].fit is Fit.NO_SIGNAL


@pytest.mark.parametrize(
    ("screen", "fit"),
    [
        ("", Fit.UNKNOWN),
        ("force: yes", Fit.POSSIBLE),
        ("victim_at_offense: yes", Fit.YES),
        ("victim_at_offense: no", Fit.NO_SIGNAL),
        ("force: no", Fit.UNKNOWN),
        ("force: no, fraud: no, coercion: no", Fit.NO_SIGNAL),
    ],
)
def test_the_screen_decides_whether_the_statute_is_asked_about(screen: str, fit: Fit) -> None:
    body = f"trafficking: {{id: s, basis: witness, {screen}}}\n" if screen else ""
    found = defenses(body)["trafficking"]
    assert found.fit is fit
    assert bool(found.facts) == (fit in (Fit.YES, Fit.POSSIBLE))


def test_facts_are_named_only_where_they_point_somewhere() -> None:
    for found in (
        defenses(),
        defenses(THREAT),
        defenses(THREAT, charges=counts("offense: escape")),
    ):
        for each in found.values():
            assert bool(each.facts) == (each.fit in (Fit.YES, Fit.POSSIBLE))
