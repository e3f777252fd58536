"""Facts of the circuits' law that decide verdicts, each as the record has it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from drafter.doctrine import Doctrine, Library, kinds
from drafter.doctrine.authority import AuthorityKind
from drafter.doctrine.circuit import POINTS, Circuit, Grade, ListStatus
from drafter.doctrine.marks import Holding, Words
from drafter.doctrine.vocabulary import COURTS, Concept


@pytest.fixture(scope="module")
def law() -> Doctrine:
    return Library.load().in_force(date(2026, 11, 24))


def concepts(court: Circuit, offense: str = "drug_trafficking") -> set[Concept]:
    return {each for rule in court.elements_for(offense) for each in rule.concepts}


def test_the_thirteen_courts_are_there(law: Doctrine) -> None:
    assert set(law.library.shelf(kinds.CIRCUITS)) == set(COURTS)


@pytest.mark.parametrize(
    ("court", "status"),
    [
        *((court, ListStatus.WORDS) for court in ("ca1", "ca5", "ca7", "ca9", "ca11")),
        *((court, ListStatus.SUBSTANCE) for court in ("ca2", "ca6", "ca10")),
        *((court, ListStatus.UNKNOWN) for court in ("ca3", "ca4", "ca8", "cadc")),
    ],
)
def test_how_much_of_each_list_is_known(law: Doctrine, court: str, status: ListStatus) -> None:
    assert law.circuit(court).list_status is status


def test_surrender_is_an_element_in_the_ninth_for_escape_alone(law: Doctrine) -> None:
    ninth = law.circuit("ca9")
    assert Concept.SURRENDER in ninth.required("escape")
    assert Concept.SURRENDER not in ninth.required("drug_trafficking")
    role = ninth.surrender_for("drug_trafficking")
    assert role is not None
    assert role.role == "evidence_on_escape"


def test_surrender_is_an_element_of_escape_everywhere(law: Doctrine) -> None:
    for court in COURTS:
        assert Concept.SURRENDER in law.circuit(court).required("escape"), court


def test_a_bona_fide_effort_is_needed_for_reentry_in_the_tenth(law: Doctrine) -> None:
    role = law.circuit("ca10").surrender_for("illegal_reentry")
    assert role is not None
    assert (role.role, role.authority) == ("bona_fide_effort", "arias_quijada_ca10_2019")
    others = [court for court in COURTS if court != "ca10"]
    for court in others:
        assert Concept.SURRENDER not in law.circuit(court).required("illegal_reentry"), court


def test_the_weapon_must_be_given_up_in_the_fourth_sixth_and_eighth(law: Doctrine) -> None:
    for court in ("ca4", "ca6", "ca8"):
        assert Concept.DISPOSSESSION in law.circuit(court).required("firearm_possession")
        assert Concept.DISPOSSESSION not in law.circuit(court).required("robbery")


def test_negligence_bars_in_the_second_fifth_and_eleventh(law: Doctrine) -> None:
    barring = {
        court
        for court in COURTS
        if law.circuit(court).self_placement.value == "reckless_or_negligent"
    }
    assert barring == {"ca2", "ca5", "ca11"}
    assert "recklessly or negligently" in (law.circuit("ca5").self_placement.words or "")


def test_the_seventh_states_three_ideas_in_two_elements(law: Doctrine) -> None:
    seventh = law.circuit("ca7")
    assert len(seventh.elements) == 2
    assert concepts(seventh) == {
        *(Concept.THREAT, Concept.IMMEDIACY),
        *(Concept.FEAR, Concept.ESCAPE),
    }


def test_causation_and_brevity_are_extras(law: Doctrine) -> None:
    having = {c for c in COURTS if Concept.CAUSATION in concepts(law.circuit(c))}
    assert having == {"scotus", "ca4", "ca5", "ca6", "ca8", "ca11"}
    assert {c for c in COURTS if Concept.BREVITY in concepts(law.circuit(c))} == {"ca6"}


def test_a_point_cites_each_decision_that_its_statement_names(law: Doctrine) -> None:
    decisions = {
        (each.name.removeprefix("United States v. ").partition(" v. ")[0], each.id)
        for each in law.library.shelf(kinds.AUTHORITIES).values()
        if each.kind is AuthorityKind.CASE
    }
    named = 0
    for circuit in law.library.shelf(kinds.CIRCUITS).values():
        points = (*(getattr(circuit, name) for name in POINTS), *circuit.production)
        for point in points:
            # A decision nobody read is not cited: it stands on the research list.
            cited = {point.authority, *point.authorities, *point.research}
            for name, id in decisions:
                if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", point.statement):
                    same = {other for word, other in decisions if word == name}
                    assert same & cited, (circuit.id, id, point.statement)
                    named += 1
    assert named > 5


def test_third_persons(law: Doctrine) -> None:
    values = {court: law.circuit(court).third_person.value for court in COURTS}
    assert values["ca9"] == "family"
    assert values["ca10"] == values["ca11"] == "anyone"
    assert values["ca2"] == values["ca6"] == values["ca8"] == "litigated"
    rest = set(COURTS) - {"ca2", "ca6", "ca8", "ca9", "ca10", "ca11"}
    assert {values[court] for court in rest} == {"unknown"}


def test_experts_on_battering(law: Doctrine) -> None:
    values = {court: law.circuit(court).expert_battering.value for court in COURTS}
    assert {c for c, value in values.items() if value == "favourable"} == {"ca7", "ca9", "cadc"}
    assert {c for c, value in values.items() if value == "adverse"} == {"ca5", "ca10"}


def test_firearms_are_unsettled_in_the_eighth(law: Doctrine) -> None:
    point = law.circuit("ca8").firearm_possession
    assert point.value == "contested"
    assert "Still" in point.statement
    assert "Harper" in point.statement


def test_the_first_circuits_old_pattern_does_not_set_the_burden(law: Doctrine) -> None:
    burden = law.circuit("ca1").burden
    assert burden.authority == "leahy_ca1_2007"
    assert "must not be used for the burden" in (burden.note or "")


def test_the_defendant_bears_the_burden_everywhere(law: Doctrine) -> None:
    found = {law.circuit(court).burden.value for court in COURTS}
    assert found == {"defendant_preponderance"}


def test_grade_d_is_never_in_quotation_marks(law: Doctrine) -> None:
    rules = [rule for court in COURTS for rule in law.circuit(court).elements]
    fourth = [rule for rule in rules if rule.grade is Grade.D]
    assert len(fourth) > 5
    assert all(rule.words is None and rule.marks.words is Words.NONE for rule in fourth)
    third = [rule for rule in rules if rule.grade is Grade.C]
    assert len(third) > 5
    assert all(rule.reproduced_by for rule in third)


def test_what_is_unknown_is_listed_and_never_derived_into_words(law: Doctrine) -> None:
    for court in COURTS:
        circuit = law.circuit(court)
        assert circuit.open, court
        for rule in circuit.elements:
            if not rule.known:
                assert rule.marks.holding is Holding.UNKNOWN
                assert rule.label == "not read; counsel to check"


def test_an_adopted_offense_record_agrees_with_the_circuits(law: Doctrine) -> None:
    possession = law.get(kinds.OFFENSES, "firearm_possession")
    for court in COURTS:
        value = law.circuit(court).firearm_possession.value
        rule = possession.rule_in(court)
        status = rule.status.value if rule else "unknown"
        assert {"litigated": "unknown"}.get(value, value) == status, court
