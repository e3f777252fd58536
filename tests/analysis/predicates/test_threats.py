"""When a threat stood before the offense, and whom it was against."""

from __future__ import annotations

import pytest

from drafter.analysis.findings import Production
from tests.analysis.parts import DRUGS, PEOPLE, counts
from tests.analysis.route import (
    DISTRICTS,
    count,
    element,
    reason,
    route,
    route_of,
    rules,
    threat,
    threats,
)
from tests.facts.records import record


@pytest.mark.parametrize(
    ("ended", "before"), [("2026-03-14 04:09", True), ("2026-03-14 04:10", False)]
)
def test_a_threat_that_ends_as_the_offense_begins_did_not_end_before_it(
    ended: str, before: bool
) -> None:
    body = threats(threat(f"when: 2026-03-14 03:00, continuing: no, ended: {ended}"))
    given = reason(element(body, "immediacy"), "threat_ended_before_offense")
    assert (given is not None) is before


@pytest.mark.parametrize(
    ("relation", "family"),
    [
        ("daughter", True),
        ("wife", True),
        ("mother-in-law", True),
        # The instruction's words are a family member; who else is one was not read.
        ("girlfriend", False),
        ("fiancé", False),
        ("business partner", False),
        ("the client’s former boyfriend", False),
        # Somebody else's family is not the client's.
        ("girlfriend’s son", False),
        ("Mr. Salas’s younger brother", False),
        ("brother of Mr. Krebs", False),
        ("the client’s brother", True),
        ("sister of the client", True),
        ('"wife, and mother of his sons"', True),
        ('"mother, at his sister’s house"', True),
        ("member of the family", True),
        # Nor is who is only near to one, or was one.
        ("friend of the family", False),
        ("mother of my son", False),
        ("like a brother", False),
        ("former husband", False),
    ],
)
def test_who_is_of_the_family(relation: str, family: bool) -> None:
    people = PEOPLE.replace("relation: friend", f"relation: {relation}")
    body = people + threats(threat("against: [friend], specific: yes"))
    found = route_of(record(body, charges=DRUGS, district=DISTRICTS["ca9"])).element("threat")
    assert found is not None
    assert (reason(found, "ca9_death_family") is not None) is family
    assert (reason(found, "ca9_threat_to_friend") is not None) is not family


@pytest.mark.parametrize(
    ("when", "near"),
    [
        # It cannot be told whether it came before the offense began at 4:10, or after.
        ("2026-03-14 04h", True),
        ("about 2026-03-14 04:00", True),
        ("2026-03-14", False),
        ("2026-03-14 05:00", False),
    ],
)
def test_a_threat_made_about_the_beginning_came_within_a_day_of_it(when: str, near: bool) -> None:
    found = element(threats(threat(f"when: {when}")), "immediacy")
    given = reason(found, "threat_within_hours")
    assert (given is not None and not given.is_open) is near


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        # The offense begins at 4:10.
        ("when: 2026-03-14 03:10", True),
        ("when: 2026-03-14 03:09", False),
        ("when: 2026-03-14 04h", True),
        # Not certainly within the hour.
        ("when: 2026-03-14 03h", False),
        ("when: 2026-03-14", False),
        ("when: about 2026-03-14 03:20", False),
        # After the offense began, and beyond its end.
        ("when: 2026-03-14 07:00", False),
        # Something came between.
        ("when: 2026-03-14 03:30, ended: 2026-03-14 03:50", False),
        ("when: 2026-03-14 03:30, continuing: no", False),
        ("when: 2026-03-14 03:30, harm_at_once: no", False),
    ],
)
def test_a_threat_within_the_hour_is_impending_when_the_offense_begins(
    inside: str, shown: bool
) -> None:
    found = element(threats(threat(inside)), "immediacy")
    given = reason(found, "threat_within_the_hour")
    assert (given is not None and not given.is_open) is shown
    assert (found.production is Production.SUPPORTED) is shown


def test_a_threat_is_within_the_hour_of_the_count_that_it_demanded() -> None:
    charges = counts(
        "offense: robbery, start: 2026-03-14 04:10, end: 2026-03-14 04:30",
        "offense: fraud, start: 2026-06-01 10:00, end: 2026-06-01 11:00",
    )
    near = "when: 2026-03-14 03:40, demanded_offense: "
    shown = [
        element(threats(threat(f"{near}{id}")), "immediacy", charges=charges).production
        for id in ("count-1", "count-2")
    ]
    assert shown == [Production.SUPPORTED, Production.UNKNOWN]


AFTERWARD = [
    ("06:55", "when: 2026-03-14 05:00", False),
    ("04:30", "when: 2026-03-14 05:00", True),
    ("unknown", "when: 2026-03-14 05:00", None),
]


@pytest.mark.parametrize(("end", "when", "over"), AFTERWARD)
def test_a_threat_made_when_the_offense_was_over_bears_on_none_of_it(
    end: str, when: str, over: bool | None
) -> None:
    end = end if end == "unknown" else f"2026-03-14 {end}"
    charges = count("drug_trafficking", f"start: 2026-03-14 04:10, end: {end}")
    body = threats(threat(f"{when}, against: [client], continuing: yes, watching: yes"))
    found = element(body, "threat", charges=charges)
    given = reason(found, "threat_after_offense")
    assert (given is None) is (over is False)
    assert (given is not None and given.is_open) is (over is None)
    shown = element(body, "immediacy", charges=charges)
    assert any(each.fact for each in shown.helps) is (over is False)


def test_a_later_threat_takes_nothing_from_an_earlier_one() -> None:
    charges = count("drug_trafficking", "start: 2026-03-14 04:10, end: 2026-03-14 04:30")
    later = threat("when: 2026-03-15 05:00", id="later")
    found = element(threats(threat("when: 2026-03-14 04:00"), later), "threat", charges=charges)
    assert reason(found, "threat_after_offense") is None


@pytest.mark.parametrize(
    ("demanded", "later", "long"),
    [
        ("[count-1, count-2]", "", True),
        ("[count-1, count-2]", "death", False),
        ("[count-1, count-2]", "job", True),
        # That no threat reaches the other count is told of that one, and takes nothing from this.
        ("count-1", "", False),
    ],
)
def test_a_count_that_began_long_after_the_last_grave_threat_hurts(
    demanded: str, later: str, long: bool
) -> None:
    charges = counts(
        "offense: fraud, start: 2025-03-01 09:00, end: 2026-03-14 06:55",
        "offense: fraud, start: 2026-03-14 04:10, end: 2026-03-14 06:55",
    )
    each = [threat(f"when: 2025-09-14 21:00, continuing: yes, demanded_offense: {demanded}")]
    if later:
        each.append(threat("when: 2026-03-13 20:00, continuing: yes", id="later", kinds=later))
    found = element(threats(*each), "immediacy", charges=charges)
    assert (reason(found, "threat_long_before_a_count") is not None) is long


@pytest.mark.parametrize(("ended", "through"), [("05:00", False), ("06:55", True)])
def test_a_threat_that_ended_within_the_offense_did_not_go_on_through_it(
    ended: str, through: bool
) -> None:
    body = threats(threat(f"when: 2026-03-14 03:00, continuing: yes, ended: 2026-03-14 {ended}"))
    found = element(body, "immediacy")
    assert (reason(found, "threat_continuing") is not None) is through


@pytest.mark.parametrize(("ended", "bare"), [("05:00", True), ("06:55", False)])
def test_what_went_on_after_a_continuing_threat_had_ended_had_no_threat_behind_it(
    ended: str, bare: bool
) -> None:
    body = threats(threat(f"when: 2026-03-14 03:00, continuing: yes, ended: 2026-03-14 {ended}"))
    charges = count("conspiracy")
    brevity = element(body, "brevity", "cadc", charges)
    assert ("conduct_outlasted" in rules(brevity)) is bare
    assert (brevity.production is Production.SUPPORTED) is not bare
    assert ("went_on_without_threat" in rules(element(body, "causation", "cadc", charges))) is bare
    weapon = element(body, "dispossession", "ca5", count("firearm_possession"))
    assert ("weapon_outlasted_threat" in rules(weapon)) is bare


@pytest.mark.parametrize(
    ("offense", "rule", "answered"),
    [("firearm_possession", "possession_outlasted", True), ("fraud", "conduct_outlasted", False)],
)
def test_a_weapon_given_up_answers_that_possession_went_on_and_no_other_conduct(
    offense: str, rule: str, answered: bool
) -> None:
    body = threats(threat("when: 2026-03-14 03:00, continuing: no, ended: 2026-03-14 05:00"))
    body += """\
events:
  - {id: g, kind: dispossession, basis: document, what: Given up., sources: [e]}
evidence:
  - {id: e, kind: document, form: writing, what: A log, admissible_through: of record}
"""
    found = reason(element(body, "brevity", "ca6", count(offense)), rule)
    assert found is not None
    assert found.answered is answered


def test_a_continuing_threat_whose_end_is_before_the_offense_had_ended_by_then() -> None:
    body = threats(threat("when: 2026-03-13, continuing: yes, ended: 2026-03-14 03:00"))
    assert "threat_ended_before_offense" in rules(element(body, "immediacy"))


@pytest.mark.parametrize(
    ("ended", "with_it"),
    [
        ("2026-03-14 06:54", False),
        ("2026-03-14 06:55", True),
        ("2026-03-15 06:55", True),
        ("2026-03-15 06:56", False),
        ("2026-06-14", False),
    ],
)
def test_an_act_that_was_over_long_before_the_threat_did_not_stop_with_it(
    ended: str, with_it: bool
) -> None:
    body = threats(threat(f"when: 2026-03-14 03:00, continuing: no, ended: {ended}"))
    found = element(body, "causation", "ca5")
    assert ("stopped_with_threat" in rules(found)) is with_it
    assert (found.production is Production.SUPPORTED) is with_it


LATE = threat("when: 2026-07-19 23:55, specific: yes, continuing: yes", id="late")


def test_a_threat_made_after_the_offense_helps_no_element_beside_one_made_in_time() -> None:
    first = threat("when: 2026-03-14 04:00, specific: no, against: [client], continuing: yes")
    item = "evidence: [{id: e, kind: recorded_threat, form: writing, what: A message,\n"
    item += "  admissible_through: its sender, about: [late], traits: [threat_specific]}]\n"
    found = route(threats(first, LATE) + item, "ca1")
    for each in found.elements:
        assert not {"late", "e"}.intersection(fact.id for one in each.reasons for fact in one.facts)
    alone = route(threats(first), "ca1")
    shown = [[(e.id, e.production, e.persuasion) for e in one.elements] for one in (found, alone)]
    assert shown[0] == shown[1]


def test_a_threat_made_after_the_offense_alone_shows_no_element() -> None:
    found = element(threats(LATE), "threat", "ca1")
    assert found.production is Production.UNSUPPORTED
    assert reason(found, "threat_after_offense") is not None
    assert not found.helps


POSSESSION = counts(
    "offense: assault, start: 2026-03-14 04:10, end: 2026-03-14 04:15",
    "offense: firearm_possession, start: 2026-03-14 03:00, end: 2026-03-14 09:00",
)


def _until(ended: str, id: str, demanded: str) -> str:
    inside = f"continuing: yes, ended: 2026-03-14 {ended}, demanded_offense: {demanded}"
    return threat(f"when: 2026-03-14 02:30, {inside}", id=id)


@pytest.mark.parametrize(("ended", "stood"), [("08:30", False), ("09:00", True)])
def test_for_another_count_than_it_demanded_a_threat_goes_on_until_its_recorded_end(
    ended: str, stood: bool
) -> None:
    body = threats(_until(ended, "first", "count-1"), _until("06:00", "second", "count-2"))
    weapon = element(body, "dispossession", "ca8", POSSESSION)
    assert ("weapon_threat_continuing" in rules(weapon)) is stood
    assert (weapon.production is Production.SUPPORTED) is stood
    brevity = element(body, "brevity", "ca6", POSSESSION)
    assert ("brief_continuing" in rules(brevity)) is stood
    assert ("brief_demanded_over" in rules(brevity)) is not stood
    covered = brevity.covered
    # That possession outlasted what demanded it defeats nothing of the count that was over.
    assert [each.id for each in (covered.untied if stood else covered.closed)] == ["count-2"]
    assert brevity.production is Production.SUPPORTED
    for finding, rule in (
        (weapon, "weapon_outlasted_threat"),
        (brevity, "possession_outlasted"),
        (element(body, "causation", "ca6", POSSESSION), "went_on_without_threat"),
        (element(body, "immediacy", "ca6", POSSESSION), "offense_outlasted_threat"),
    ):
        hurts = reason(finding, rule)
        assert hurts is not None
        assert [each.id for each in hurts.met] == (["first"] if stood else [])


def test_a_threat_that_stood_as_long_as_what_another_demanded_meets_that_it_outlasted_it() -> None:
    charges = counts(
        "offense: fraud, start: 2026-03-14 03:00, end: 2026-03-14 07:00",
        "offense: fraud, start: 2026-03-14 03:00, end: 2026-03-14 08:00",
        "offense: fraud, start: 2026-03-14 03:00, end: 2026-03-15 08:00",
    )
    body = threats(_until("08:00", "first", "count-2"), _until("06:00", "second", "count-1"))
    hurts = reason(element(body, "causation", "ca6", charges), "went_on_without_threat")
    assert hurts is not None
    assert [each.id for each in hurts.met] == ["first"]


def test_a_count_that_was_dismissed_says_nothing_of_how_long_a_threat_lasted() -> None:
    body = threats(_until("08:30", "first", "count-1"), _until("06:00", "second", "count-2"))
    gone = POSSESSION.replace("09:00}", "09:00, disposition: dismissed}")
    for id in ("causation", "brevity", "immediacy"):
        found = element(body, id, "ca6", gone)
        assert not any("went on after this threat had ended" in e.because for e in found.hurts)
    tied = element(body, "causation", "ca6", gone)
    assert "second" not in {each.subject for each in tied.helps}
