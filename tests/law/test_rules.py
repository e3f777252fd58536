"""Promises about the inference rules."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from drafter.analysis.predicates.table import TESTS
from drafter.doctrine import Library, kinds
from drafter.doctrine.authority import AuthorityKind
from drafter.doctrine.rule import Rule
from drafter.doctrine.vocabulary import COURTS, Concept, Direction

LIBRARY = Library.load()
RULES = LIBRARY.shelf(kinds.RULES)
NAMES = sorted(RULES)
SETTLING = [name for name in NAMES if RULES[name].settles]
AGAINST = (Direction.HURTS, Direction.DEFEATS)


def applying(court: str) -> list[Rule]:
    return [
        rule
        for rule in RULES.values()
        if not rule.circuits or court in rule.circuits or rule.persuasive
    ]


def test_the_rules_are_many_and_reach_every_element() -> None:
    assert len(NAMES) >= 100
    assert {rule.element for rule in RULES.values()} == set(Concept)


@pytest.mark.parametrize("concept", Concept)
def test_every_element_can_be_helped_and_hurt(concept: Concept) -> None:
    directions = {rule.direction for rule in RULES.values() if rule.element is concept}
    assert directions & {Direction.HELPS, Direction.ESTABLISHES}
    assert directions & set(AGAINST)


@pytest.mark.parametrize("name", NAMES)
def test_a_reason_is_a_whole_sentence_that_counts_no_days(name: str) -> None:
    because = RULES[name].because
    assert re.fullmatch(r"[A-Z].*\.", because)
    assert not re.search(r"\d+ (hour|day|week)|today|verified|'", because)


def test_a_legal_alternative_is_spoken_of_once_whatever_the_counts() -> None:
    once, lasting = RULES["safe_opportunity"], RULES["safe_opportunity_in_lasting_offense"]
    assert lasting.not_offenses == once.offenses
    assert {*once.offenses, *lasting.offenses} == set(LIBRARY.shelf(kinds.OFFENSES))
    # Where it is left out, the other defeats in its place: nothing answers that one alone.
    assert lasting.when == once.when
    assert set(once.unless) < set(lasting.unless)


@pytest.mark.parametrize("name", SETTLING)
def test_what_settles_rests_on_a_binding_text_of_its_own_court(name: str) -> None:
    rule = RULES[name]
    authority = LIBRARY.get(kinds.AUTHORITIES, rule.authority or "")
    assert authority.published
    assert authority.kind in (AuthorityKind.CASE, AuthorityKind.INSTRUCTION)
    if authority.court == "scotus":
        assert not rule.circuits
    else:
        assert rule.circuits == (authority.court,)


@pytest.mark.parametrize("name", NAMES)
def test_only_what_speaks_against_the_defense_is_answered(name: str) -> None:
    rule = RULES[name]
    assert not rule.unless or rule.direction in AGAINST
    assert not set(rule.when) & set(rule.unless)
    assert not (rule.persuasive and not rule.circuits)


@pytest.mark.parametrize("name", NAMES)
def test_the_rule_of_a_court_rests_on_its_own_authority_or_is_persuasive(name: str) -> None:
    rule = RULES[name]
    court = LIBRARY.get(kinds.AUTHORITIES, rule.authority).court if rule.authority else None
    if court in COURTS and court != "scotus" and rule.circuits:
        borrowed = court not in rule.circuits
        assert borrowed or rule.circuits == (court,)
        assert not (borrowed and rule.settles)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_rule_asks_first_can_be_answered_by_a_fact(name: str) -> None:
    """Of an item alone only a trait is asked: its kind has effects for the rest."""
    first = RULES[name].when[0]
    sorts = [sort for sort in TESTS[first] if getattr(sort, "__name__", "") != "Evidence"]
    assert sorts or not TESTS[first]


def test_no_two_rules_of_one_court_say_the_same_of_one_answer() -> None:
    for court in COURTS:
        said = Counter(
            (rule.element, rule.direction, rule.when, rule.because, rule.offenses)
            for rule in applying(court)
        )
        assert [each for each, times in said.items() if times > 1] == []


def test_a_safe_way_out_is_asked_of_every_offense_once() -> None:
    lasting = set(RULES["safe_opportunity_in_lasting_offense"].offenses)
    others = set(RULES["safe_opportunity"].offenses)
    assert not lasting & others
    assert lasting | others == set(LIBRARY.shelf(kinds.OFFENSES))
    assert "surrendered_when_safe" in RULES["safe_opportunity_in_lasting_offense"].unless


def test_conduct_that_outlasted_the_threat_is_asked_of_every_offense_once() -> None:
    others, weapon = set(RULES["conduct_outlasted"].offenses), RULES["possession_outlasted"]
    assert others | set(weapon.offenses) == set(LIBRARY.shelf(kinds.OFFENSES))
    assert not others & set(weapon.offenses)


def test_silence_is_never_a_reason() -> None:
    asked = {each for rule in RULES.values() for each in (*rule.when, *rule.unless)}
    assert not asked & {"invoked_silence", "after_warnings"}


@pytest.mark.parametrize("kind", ["economic", "to_job", "of_embarrassment", "of_deportation"])
def test_what_is_no_threat_of_violence_carries_nothing(kind: str) -> None:
    asked = [rule for rule in RULES.values() if f"threat_{kind}" in rule.when]
    assert [rule.direction for rule in asked] == [Direction.HURTS]


def test_no_expert_hurts_by_the_field_alone() -> None:
    settled = {"mental_condition_offered"}
    assert not [name for name, rule in RULES.items() if settled & set(rule.when)]
    kinds_of = LIBRARY.shelf(kinds.EVIDENCE).values()
    assert not [e for kind in kinds_of for e in kind.effects if settled & set(e.when)]
