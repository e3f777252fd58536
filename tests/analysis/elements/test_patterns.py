"""Patterns of fact that the circuits treat alike or differently, put to the rules."""

from __future__ import annotations

import pytest

from drafter.analysis.findings import Direction, Production
from tests.analysis.route import chance, count, element, reason, rules, threat, threats

S, N, U = Production.SUPPORTED, Production.UNSUPPORTED, Production.UNKNOWN
HELPS, HURTS = Direction.HELPS, Direction.HURTS
DEFEATS, ESTABLISHES = Direction.DEFEATS, Direction.ESTABLISHES
GUN = count("firearm_possession")

TO_WHOM = [
    ("ca9", "[girl]", "ca9_death_family", ESTABLISHES, S),
    ("ca9", "[client]", "ca9_death_client", ESTABLISHES, S),
    # Whether a friend suffices in the Ninth Circuit was not read.
    ("ca9", "[friend]", "ca9_threat_to_friend", HURTS, U),
    ("ca9", "[friend, girl]", "ca9_death_family", ESTABLISHES, S),
    ("ca10", "[friend]", "ca10_threat_to_other", HELPS, S),
    ("ca11", "[friend]", "ca11_death", ESTABLISHES, S),
    ("ca2", "[girl]", "ca2_threat_to_family", HELPS, S),
    ("ca6", "[girl]", "ca6_threat_to_family", HELPS, S),
    ("ca8", "[girl]", "ca8_threat_to_family", HELPS, S),
    ("ca1", "[girl]", "threat_to_family", HELPS, S),
]


@pytest.mark.parametrize(("court", "against", "rule", "direction", "standing"), TO_WHOM)
def test_threats_to_other_people(
    court: str, against: str, rule: str, direction: Direction, standing: Production
) -> None:
    found = element(threats(threat(f"against: {against}")), "threat", court)
    given = reason(found, rule)
    assert given is not None
    assert given.direction is direction
    assert found.production is standing


UNTOLD = "authority_present: yes, safe: no, asked_for_help: no"
PRISONERS = [
    ("prison_contraband", UNTOLD, True),
    ("prison_contraband", UNTOLD.replace("help: no", "help: yes"), False),
    ("drug_trafficking", UNTOLD, False),
]


@pytest.mark.parametrize(("offense", "inside", "given"), PRISONERS)
def test_a_prisoners_case_helps_a_prisoner_who_did_not_report(
    offense: str, inside: str, given: bool
) -> None:
    found = element(chance(inside), "escape", "ca6", count(offense))
    assert (reason(found, "ca6_no_duty_to_report") is not None) is given


@pytest.mark.parametrize("court", ["ca5", "ca6"])
def test_before_an_officer_it_is_not_the_telephone_that_counts(court: str) -> None:
    found = rules(element(chance(NOT_TOLD), "escape", court))
    assert not {"ca5_no_call_to_police", "no_call_to_police"} & set(found)


GENERAL = [
    ("ca4", "immediacy", "ca4_fear_generalized", DEFEATS),
    ("ca8", "immediacy", "ca8_fear_generalized", DEFEATS),
    ("ca5", "immediacy", "ca4_fear_generalized", HURTS),
    ("ca9", "threat", "ca9_threat_generalized", HURTS),
    ("ca7", "fear", "fear_generalized", HURTS),
]


@pytest.mark.parametrize(("court", "concept", "rule", "direction"), GENERAL)
def test_a_general_fear_and_one_specific_threat_beside_it(
    court: str, concept: str, rule: str, direction: Direction
) -> None:
    general = threat("specific: no, against: [client]", "general")
    found = element(threats(general), concept, court)
    given = reason(found, rule)
    assert given is not None
    assert given.direction is direction
    assert (found.production is N) == (direction is DEFEATS)
    both = threats(general, threat("specific: yes, against: [client]", "specific"))
    answered = reason(element(both, concept, court), rule)
    assert answered is not None
    assert [fact.id for fact in answered.answered_by] == ["specific"]


@pytest.mark.parametrize(("watching", "standing"), [("no", N), ("yes", S)])
def test_speculation_defeats_in_the_sixth_circuit_unless_somebody_was_there(
    watching: str, standing: Production
) -> None:
    general = threat(f"specific: no, against: [client], continuing: no, watching: {watching}")
    found = element(threats(general), "immediacy", "ca6")
    given = reason(found, "ca6_fear_speculative")
    assert given is not None
    assert given.direction is DEFEATS
    assert found.production is standing


AWAY = "when: 2026-03-01, watching: no, continuing: yes"
PRESENCE = [
    ("ca7", "ca7_presence_not_essential", HELPS, False),
    ("ca3", "ca7_presence_not_essential", HELPS, True),
    ("ca9", "ca9_nobody_to_enforce", HURTS, False),
    ("ca5", "threatener_absent", HURTS, False),
]


@pytest.mark.parametrize(("court", "rule", "direction", "persuasive"), PRESENCE)
def test_a_threatener_who_was_away_while_the_danger_went_on(
    court: str, rule: str, direction: Direction, persuasive: bool
) -> None:
    found = element(threats(threat(AWAY)), "immediacy", court)
    given = reason(found, rule)
    assert given is not None
    assert (given.direction, given.persuasive) == (direction, persuasive)
    assert found.production is S


def test_in_the_seventh_circuit_absence_does_not_hurt() -> None:
    assert reason(element(threats(threat(AWAY)), "immediacy", "ca7"), "threatener_absent") is None


NO_CALL = "phone: yes, asked_for_help: no"
NOT_TOLD = f"{NO_CALL}, authority_present: yes"
MISSED = [
    ("ca5", NO_CALL, "ca5_no_call_to_police", DEFEATS, N),
    ("ca6", NO_CALL, "no_call_to_police", HURTS, U),
    ("ca9", NOT_TOLD, "ca9_no_contact", HURTS, U),
    ("ca10", NOT_TOLD, "ca10_no_contact", HURTS, U),
    ("ca7", "alone: yes, watched: no, safe: yes", "ca7_could_have_left", DEFEATS, N),
    ("ca1", "safe: yes", "safe_opportunity", DEFEATS, N),
    ("ca9", "authority_present: yes, authority_corrupt: yes", "ca9_authority_corrupt", HELPS, S),
    ("ca2", "phone: no", "no_phone", HELPS, S),
]


@pytest.mark.parametrize(("court", "inside", "rule", "direction", "standing"), MISSED)
def test_ways_out(
    court: str, inside: str, rule: str, direction: Direction, standing: Production
) -> None:
    found = element(chance(inside), "escape", court)
    given = reason(found, rule)
    assert given is not None
    assert given.direction is direction
    assert found.production is standing


@pytest.mark.parametrize("answer", ["watched: yes", "authority_corrupt: yes", "safe: no"])
@pytest.mark.parametrize("court", ["ca5", "ca6", "ca9", "ca10"])
def test_a_call_not_made_is_answered_by_what_stood_in_the_way(court: str, answer: str) -> None:
    found = element(chance(f"{NO_CALL}, {answer}"), "escape", court)
    assert found.production is S
    assert all(each.answered for each in found.hurts)


TRAIT = """\
evidence:
  - {id: ev, kind: document, form: writing, what: A paper, witness: friend,
     traits: [%s], about: [%s]}
"""
BELIEF = [("ca2", DEFEATS, N), ("ca9", HURTS, U)]


@pytest.mark.parametrize(("court", "direction", "standing"), BELIEF)
def test_that_the_client_believed_the_police_useless_is_not_enough(
    court: str, direction: Direction, standing: Production
) -> None:
    proof = TRAIT % ("believed_police_futile", "opp")
    found = element(chance("alone: yes") + proof, "escape", court)
    given = reason(found, "ca2_futility")
    assert given is not None
    assert given.direction is direction
    assert found.production is standing
    borne_out = element(chance("authority_corrupt: yes") + proof, "escape", court)
    assert borne_out.production is S


def test_going_back_when_one_could_have_stayed_away() -> None:
    body = chance("alone: yes, phone: no") + TRAIT % ("returned_to_coercer", "opp")
    assert element(body, "escape", "ca1").production is N
    assert element(body, "escape", "ca9").production is S
    held = body.replace("alone: yes", "watched: yes")
    assert element(held, "escape", "ca1").production is S


INVOLVED = "involvement:\n  - {id: i, basis: client_account, what: They met., %s}\n"
FORESAW = "voluntary_association: yes, could_foresee_demand: yes"
RECKLESS = f"{FORESAW}, knew_of_violence: yes"
PLACED = [
    ("ca2", FORESAW, N),
    ("ca5", FORESAW, N),
    ("ca11", FORESAW, N),
    # Negligence is not enough in the Sixth Circuit.
    ("ca6", f"{FORESAW}, knew_of_violence: no", N),
    ("ca6", RECKLESS, N),
    ("ca8", RECKLESS, N),
    ("ca5", "voluntary_association: yes, could_foresee_demand: no", S),
    ("ca5", "voluntary_association: no", S),
    ("ca5", "voluntary_association: yes", U),
]


@pytest.mark.parametrize(("court", "inside", "standing"), PLACED)
def test_how_the_client_came_into_it(court: str, inside: str, standing: Production) -> None:
    assert element(INVOLVED % inside, "not_reckless", court).production is standing


def test_negligence_is_not_enough_where_the_test_is_recklessness() -> None:
    found = element(INVOLVED % f"{FORESAW}, knew_of_violence: no", "not_reckless", "ca6")
    assert found.defeated_by == ()
    assert [shown.id for shown in found.absent] == ["unsought"]
    reckless = element(INVOLVED % RECKLESS, "not_reckless", "ca6")
    assert [each.rule for each in reckless.defeated_by] == ["ca6_placed_self"]


def test_joining_a_gang_counts_against_its_members() -> None:
    body = INVOLVED % "voluntary_association: yes" + TRAIT % ("joined_gang", "i")
    here = reason(element(body, "not_reckless", "ca2"), "ca2_joined_gang")
    there = reason(element(body, "not_reckless", "ca11"), "ca2_joined_gang")
    assert here is not None
    assert there is not None
    assert (here.persuasive, there.persuasive) == (False, True)


EXPERT = """\
experts:
  - {id: exp, name: Dr. Ito, field: battering, topic: battering}
"""
BATTERING = [
    ("ca7", HELPS, "dingwall_ca7_2021", False),
    ("ca9", HELPS, "lopez_ca9_2019", False),
    ("cadc", HELPS, "nwoye_cadc_2016", False),
    ("ca5", HURTS, "willis_ca5_1994", False),
    ("ca10", HURTS, "dixon_ca10_2018", False),
    ("ca3", HELPS, "lopez_ca9_2019", True),
]


@pytest.mark.parametrize(("court", "direction", "authority", "persuasive"), BATTERING)
def test_an_expert_on_battering(
    court: str, direction: Direction, authority: str, persuasive: bool
) -> None:
    (given,) = [each for each in element(EXPERT, "fear", court).reasons if each.subject == "exp"]
    assert (given.direction, given.authority) == (direction, authority)
    assert given.persuasive is persuasive


KEPT = "continuing: no, ended: 2026-03-14 05:00, when: 2026-03-14 04:00"
GAVE_UP = "events:\n  - {id: g, basis: client_account, kind: dispossession, what: Given up.}\n"
STILL_HELD = TRAIT % ("kept_weapon_after_threat", "t")


@pytest.mark.parametrize("court", ["ca4", "ca5", "ca6", "ca8"])
def test_a_weapon_kept_after_the_threat_had_ended(court: str) -> None:
    kept = threats(threat(KEPT)) + STILL_HELD
    found = element(kept, "dispossession", court, GUN)
    assert [each.rule for each in found.defeated_by] == [f"{court}_weapon_kept"]
    given_up = element(kept + GAVE_UP, "dispossession", court, GUN)
    assert given_up.production is S
    going_on = element(threats(threat("continuing: yes")) + STILL_HELD, "dispossession", court, GUN)
    assert going_on.production is S


@pytest.mark.parametrize(("court", "enough"), [("ca4", S), ("ca8", S), ("ca5", N), ("ca6", N)])
def test_steps_to_give_a_weapon_up_count_where_the_court_asks_for_steps(
    court: str, enough: Production
) -> None:
    begun = GAVE_UP.replace("kind: dispossession", "kind: dispossession_steps")
    alone = element(threats(threat(KEPT)) + begun, "dispossession", court, GUN)
    assert "steps_to_give_up" in [each.rule for each in alone.helps]
    kept = element(threats(threat(KEPT)) + STILL_HELD + begun, "dispossession", court, GUN)
    assert kept.production is enough


def test_possession_that_outlasts_the_threat_in_the_sixth_circuit() -> None:
    body = threats(threat(KEPT))
    gun = element(body, "brevity", "ca6", GUN)
    drugs = element(body, "brevity", "ca6")
    assert gun.production is N
    assert [each.rule for each in gun.defeated_by] == ["ca6_possession_outlasted"]
    assert drugs.defeated_by == ()
    assert element(body + GAVE_UP, "brevity", "ca6", GUN).production is S


LONG = "start: 2026-03-01 04:10, end: 2026-03-20 06:55"
CAUGHT = "events:\n  - {id: a, kind: arrest, when: 2026-03-20 06:55, what: Arrested.}\n"
CAME = (
    "events:\n  - {id: s, kind: surrender, when: 2026-03-20 06:00, what: Came in., sources: [ev]}\n"
    + TRAIT % ("mentions_duress", "s")
)
GONE = [
    ("ca9", "escape", CAUGHT, N),
    ("ca2", "escape", CAUGHT, N),
    ("ca10", "illegal_reentry", CAUGHT, N),
    ("ca9", "escape", CAME, S),
    ("ca10", "illegal_reentry", CAME, S),
    ("ca9", "escape", threats(threat("continuing: yes")) + CAUGHT, S),
    ("ca10", "illegal_reentry", threats(threat("continuing: yes")) + CAUGHT, S),
    ("ca9", "escape", "", U),
]


@pytest.mark.parametrize(("court", "offense", "body", "standing"), GONE)
def test_surrender_where_it_is_an_element(
    court: str, offense: str, body: str, standing: Production
) -> None:
    found = element(body, "surrender", court, count(offense, LONG))
    assert found.production is standing


def test_elsewhere_surrender_is_evidence_on_escape() -> None:
    late = CAUGHT + "  - {id: s, kind: surrender, when: 2026-03-21, what: Came in.}\n"
    caught = reason(element(late, "escape"), "ca9_arrest_on_escape")
    assert caught is not None
    assert caught.direction is HURTS
    assert element(late, "escape").production is U
    came = reason(element(CAME, "escape"), "ca9_contact_on_escape")
    assert came is not None
    assert came.for_us


LATER = [
    ("ca9", "harm_at_once: no", "ca9_harm_to_come_later", DEFEATS),
    ("ca1", "harm_at_once: no", "ca1_harm_to_come_later", DEFEATS),
    ("ca5", "harm_at_once: no", "ca5_harm_to_come_later", DEFEATS),
    ("ca7", "harm_at_once: no", "ca7_harm_to_come_later", DEFEATS),
    ("ca11", "harm_at_once: no", "ca11_harm_to_come_later", DEFEATS),
    ("ca4", "harm_at_once: no", "ca4_harm_to_come_later", DEFEATS),
    ("ca6", "harm_at_once: no", "harm_to_come_later", HURTS),
    ("ca8", "harm_at_once: no", "ca8_harm_to_come_later", DEFEATS),
    ("ca10", "harm_at_once: no", "harm_to_come_later", HURTS),
    ("ca9", "watching: yes, watching_in_part: yes", "ca9_watched_in_part", DEFEATS),
]


@pytest.mark.parametrize(("court", "inside", "rule", "direction"), LATER)
def test_harm_to_come_later_and_watchers_who_come_and_go(
    court: str, inside: str, rule: str, direction: Direction
) -> None:
    found = element(threats(threat(f"{inside}, when: 2026-03-10")), "immediacy", court)
    given = reason(found, rule)
    assert given is not None
    assert given.direction is direction
    assert (found.production is N) == (direction is DEFEATS)
    # A threat made while the offense went on is as near as one can be.
    near = threat(f"{inside}, when: 2026-03-14 05:00")
    assert element(threats(near), "immediacy", court).production is S


@pytest.mark.parametrize("inside", ["harm_at_once: yes", "watching: yes", "watching_in_part: yes"])
def test_what_is_not_said_to_be_later_or_in_part_is_neither(inside: str) -> None:
    found = element(threats(threat(inside)), "immediacy")
    assert reason(found, "ca9_harm_to_come_later") is None
    assert reason(found, "ca9_watched_in_part") is None


FOUND = "basis: court_finding"
CLOSED = [
    ("", "", N),
    ("asked_for_help: yes", "", S),
    ("watched: yes", "", S),
    ("safe: no", "", S),
    ("", threats(threat("continuing: yes")), U),
]


@pytest.mark.parametrize(("inside", "beside", "standing"), CLOSED)
def test_a_way_out_that_a_court_found(inside: str, beside: str, standing: Production) -> None:
    body = beside + chance(", ".join(filter(None, (FOUND, inside))))
    assert element(body, "escape", "ca10").production is standing
    assert reason(element(chance(inside), "escape", "ca10"), "way_out_found_by_court") is None


def test_a_threat_made_over_the_client_during_the_offense_closes_the_way_out() -> None:
    over = threat("when: 2026-03-14 05:00, watching: yes")
    assert element(threats(over), "escape").production is S
    for less in ("when: 2026-03-14 05:00", "watching: yes", "when: 2026-03-13, watching: yes"):
        assert element(threats(threat(less)), "escape").production is U


STORE = chance("safe: yes, asked_for_help: no").replace("2026-03-14 03:00", "2026-03-19 20:00")


def test_a_lasting_offense_is_tested_through_the_whole_of_it() -> None:
    """A safe moment within it defeats escape, unless the client came in from it."""
    charges = count("escape", LONG)
    assert element(STORE, "escape", "ca9", charges).production is N
    assert element(STORE + CAME, "escape", "ca9", charges).defeated_by == ()
    # In an offense that does not last, coming in afterward is no answer.
    robbery = count("robbery", LONG)
    assert element(STORE + CAME, "escape", "ca9", robbery).production is N


def test_a_threat_that_ended_leaves_the_rest_of_a_lasting_offense_bare() -> None:
    gun = element(threats(threat(KEPT)), "immediacy", "ca9", GUN)
    drugs = element(threats(threat(KEPT)), "immediacy", "ca9")
    assert reason(gun, "offense_outlasted_threat") is not None
    assert reason(drugs, "offense_outlasted_threat") is None


def test_a_threat_in_a_firearm_case_of_the_third_circuit_must_be_an_emergency() -> None:
    body = threats(threat("when: 2026-03-13 20:00"))
    assert reason(element(body, "immediacy", "ca3", GUN), "ca3_firearm_within_hours") is not None
    assert reason(element(body, "immediacy", "ca3"), "ca3_firearm_within_hours") is None


def test_violence_that_had_happened_grounds_the_fear() -> None:
    body = threats(threat("")) + (
        "events:\n"
        "  - {id: v, basis: client_account, kind: violence, what: A beating., when: 2026-03-01}\n"
    )
    found = element(body, "fear")
    given = reason(found, "fear_prior_violence")
    assert given is not None
    assert found.production is S


@pytest.mark.parametrize(("when", "held"), [("03:00", False), ("05:00", True)])
def test_a_safe_moment_of_possession_counts_against_both_sides_of_the_sixth_circuit_s_factor(
    when: str, held: bool
) -> None:
    safe = chance("safe: yes, asked_for_help: no").replace("03:00", when)
    brief = reason(element(safe, "brevity", "ca6", GUN), "ca6_held_when_safe")
    given = reason(element(safe, "dispossession", "ca6", GUN), "ca6_kept_when_safe")
    assert [each is not None for each in (brief, given)] == [held, held]


@pytest.mark.parametrize(("speaker", "absent"), [("rolo", False), ("friend", True)])
def test_nobody_is_said_to_be_absent_who_watched_by_another_threat(
    speaker: str, absent: bool
) -> None:
    first = threat("watching: no, against: [client], when: 2026-03-12", "first")
    second = threat("watching: yes, against: [client]", "second").replace("rolo", speaker)
    found = element(threats(first, second), "immediacy", "ca9")
    assert (reason(found, "ca9_nobody_to_enforce") is not None) is absent


@pytest.mark.parametrize(("offense", "asked"), [("fraud", True), ("escape", False)])
def test_what_surrender_shows_outside_escape_is_not_asked_of_an_escape(
    offense: str, asked: bool
) -> None:
    late = (
        "opportunities: [{id: opp, what: a stop, when: 2026-03-14 09:00, safe: yes}]\n"
        "events: [{id: gave, kind: surrender, what: She spoke., when: 2026-03-17}]\n"
    )
    found = element(threats(threat()) + late, "escape", "ca9", count(offense))
    assert (reason(found, "ca9_late_surrender_on_escape") is not None) is asked


@pytest.mark.parametrize(
    ("inside", "standing"),
    [
        ("when: 2026-03-14 01:00, watching: no", N),
        ("when: 2026-03-02, watching: no", N),
        # No more than an hour is certain, or it is not known whether anybody was there.
        ("when: 2026-03-14 03:20, watching: no", Production.SUPPORTED),
        ("when: 2026-03-14 03h, watching: no", Production.UNKNOWN),
        ("when: 2026-03-14 01:00", Production.UNKNOWN),
        ("when: 2026-03-14 05:00, watching: no", Production.SUPPORTED),
    ],
)
def test_nothing_but_an_emergency_is_a_present_threat_in_a_third_circuit_weapon_case(
    inside: str, standing: Production
) -> None:
    found = element(threats(threat(inside)), "immediacy", "ca3", GUN)
    assert found.production is standing
    elsewhere = element(threats(threat(inside)), "immediacy", "ca10", GUN)
    assert elsewhere.production is not N


@pytest.mark.parametrize(
    ("basis", "when", "helps"),
    [
        ("document", "2026-03-20 21:00", True),
        ("document", "2026-03-14 05:00", False),
        ("document", "2026-03-01 21:00", False),
        ("government_allegation", "2026-03-20 21:00", False),
    ],
)
def test_violence_that_followed_a_threat_bears_on_whether_it_was_meant(
    basis: str, when: str, helps: bool
) -> None:
    fire = (
        f"events: [{{id: v, basis: {basis}, kind: violence, what: A gate burned., when: {when}}}]\n"
    )
    made = threats(threat("when: 2026-03-13 20:00, against: [client]"))
    found = element(made + fire, "threat", "ca9")
    assert ("violence_after_threat" in [each.rule for each in found.helps]) is helps
    assert "violence_after_threat" not in [
        each.rule for each in element(fire, "threat", "ca9").reasons
    ]
