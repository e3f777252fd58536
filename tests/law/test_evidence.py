"""Promises about the kinds of evidence."""

from __future__ import annotations

import re

import pytest

from drafter.doctrine import Library, kinds
from drafter.doctrine.evidence import EvidenceKind, EvidenceNature
from drafter.doctrine.vocabulary import Direction

LIBRARY = Library.load()
KINDS = LIBRARY.shelf(kinds.EVIDENCE)
NAMES = sorted(KINDS)
ARTICLE = {
    *("contemporaneous_report", "independent_witness", "physical_evidence", "avoidance_evidence"),
    *("surrender_record", "expert_opinion", "messages", "call_recording", "recorded_threat"),
    *("postarrest_statement", "social_media", "financial_records", "surveillance_video"),
    "phone_records",
}
PRACTICE = {
    *("authority_corruption", "prior_violence_report", "location_data", "border_video", "weapon"),
    *("photograph", "jail_call", "medical_record", "travel_records", "document"),
}
NATURES = {
    EvidenceNature.VIDEO: {"border_video", "surveillance_video"},
    EvidenceNature.ELECTRONIC: {
        *("call_recording", "financial_records", "jail_call", "location_data", "messages"),
        *("phone_records", "recorded_threat", "social_media"),
    },
    EvidenceNature.KEPT_BY_OTHERS: {
        *("financial_records", "location_data", "phone_records", "travel_records"),
    },
    EvidenceNature.STRONG: {
        *("contemporaneous_report", "independent_witness", "physical_evidence"),
        "recorded_threat",
    },
    EvidenceNature.WORDS: {"recorded_threat"},
}
PROTECTED = {"invoked_silence", "after_warnings"}


def test_the_kinds_that_practice_meets_are_there() -> None:
    assert set(NAMES) >= ARTICLE | PRACTICE


@pytest.mark.parametrize("nature", EvidenceNature)
def test_each_nature_is_that_of_exactly_these_kinds(nature: EvidenceNature) -> None:
    """Of those that practice meets: a kind that is added breaks nothing."""
    having = {name for name in ARTICLE | PRACTICE if nature in KINDS[name].nature}
    assert having == NATURES[nature]


@pytest.mark.parametrize("name", NAMES)
def test_each_kind_is_rated_in_both_directions(name: str) -> None:
    directions = {effect.direction for effect in KINDS[name].effects}
    assert directions == {Direction.HELPS, Direction.HURTS}


@pytest.mark.parametrize("name", NAMES)
def test_the_other_edge_cuts_against_an_edge_of_the_same_kind(name: str) -> None:
    for effect in KINDS[name].effects:
        if effect.paradox:
            assert effect.direction is Direction.HURTS
            assert any(each.direction is Direction.HELPS for each in KINDS[name].effects)


def test_a_recorded_threat_helps_threat_and_fear_and_hurts_escape() -> None:
    effects = KINDS["recorded_threat"].effects
    helped = {each.element for each in effects if each.direction is Direction.HELPS}
    hurt = {each.element for each in effects if each.paradox}
    assert {"threat", "fear"} <= helped
    assert "escape" in hurt


@pytest.mark.parametrize("name", NAMES)
def test_ordinary_life_that_an_item_shows_is_met_by_what_meets_ordinary_life(name: str) -> None:
    rules = LIBRARY.shelf(kinds.RULES).values()
    asked = {each.unless for each in rules if each.when == ("normal_activities_after",)}
    assert asked == {("threat_continuing",)}
    for effect in KINDS[name].effects:
        if "normal_activities_after" in effect.when:
            assert set(effect.unless) >= {"threat_continuing"}


@pytest.mark.parametrize("name", NAMES)
def test_silence_and_a_request_for_counsel_never_hurt(name: str) -> None:
    for effect in KINDS[name].effects:
        assert not PROTECTED & {*effect.when, *effect.unless}


def texts(kind: EvidenceKind) -> list[str]:
    return [
        *(effect.because for effect in kind.effects),
        *([kind.preserve.because] if kind.preserve else []),
        *([kind.note] if kind.note else []),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_reasons_are_whole_sentences_and_no_two_of_a_direction_are_the_same(name: str) -> None:
    kind = KINDS[name]
    for text in texts(kind):
        assert re.fullmatch(r"[A-Z].*[.]", text)
    assert kind.admissibility.endswith("?")
    said = [(effect.element, effect.when, effect.because) for effect in kind.effects]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("name", NAMES)
def test_calls_to_others_are_told_so_that_a_call_for_help_may_stand_beside_them(name: str) -> None:
    effects = KINDS[name].effects
    for_help = [each for each in effects if "shows_call_for_help" in each.when]
    for each in effects if for_help else ():
        if "shows_other_calls" in each.when:
            assert not re.search(r"\b(no|none|never|without)\b", each.because)


@pytest.mark.parametrize("name", NAMES)
def test_no_days_are_counted_in_print(name: str) -> None:
    printed = " ".join([*texts(KINDS[name]), KINDS[name].admissibility])
    assert not re.search(r"\d+ (hour|day|week)", printed)
    assert "today" not in printed


def test_a_report_of_violence_is_not_told_as_naming_who_did_it() -> None:
    kind = KINDS["prior_violence_report"]
    (shown,) = [e.because for e in kind.effects if "dated_before_threat" in e.when]
    assert "so far as it does not say who did it" in shown
    assert kind.admissibility.startswith("Does it say who did it and how it came about")
