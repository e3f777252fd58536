from __future__ import annotations

import pytest
from msgspec.structs import replace

from drafter.analysis.elements.shown_types import ShownState
from drafter.analysis.elements.weakest import Weakest
from drafter.analysis.findings import Direction, Persuasion, Production
from drafter.analysis.reasons.grouped import FactReasons
from drafter.doctrine.circuit import ListStatus
from tests.analysis.parts import counts
from tests.analysis.route import (
    DISTRICTS,
    OFFENSE,
    asked_about,
    chance,
    count,
    element,
    reason,
    route,
    rules,
    threat,
    threats,
)

HEARD = """
evidence:
  - {id: ev, kind: independent_witness, form: testimony, what: A neighbor, witness: friend,
     about: [t]}
"""
LISTS = [
    ("ca1", "drug_trafficking", "threat immediacy fear escape"),
    ("ca2", "fraud", "threat immediacy fear escape not_reckless"),
    ("ca5", "robbery", "threat immediacy fear not_reckless escape causation"),
    (
        "ca5",
        "firearm_possession",
        "threat immediacy fear not_reckless escape causation dispossession",
    ),
    ("ca6", "drug_trafficking", "threat immediacy fear not_reckless escape causation brevity"),
    ("ca7", "robbery", "threat immediacy fear escape"),
    ("ca9", "drug_trafficking", "threat immediacy fear escape"),
    ("ca9", "escape", "threat immediacy fear escape surrender"),
    ("ca10", "drug_trafficking", "threat immediacy fear escape"),
    ("ca10", "illegal_reentry", "threat immediacy fear escape surrender"),
    ("ca11", "drug_trafficking", "threat immediacy not_reckless escape causation"),
]
PROTECTIVE = "threat immediacy fear escape not_reckless causation brevity"


@pytest.mark.parametrize(("court", "offense", "listed"), LISTS)
def test_a_court_whose_list_is_known_is_asked_its_own(
    court: str, offense: str, listed: str
) -> None:
    found = route(court=court, charges=count(offense))
    assert [each.id for each in found.elements] == listed.split()
    assert not found.capped


@pytest.mark.parametrize("court", ["ca3", "ca4", "ca8", "cadc"])
def test_a_court_whose_list_is_not_known_is_asked_the_protective_one(court: str) -> None:
    found = route(court=court)
    assert found.circuit.list_status is ListStatus.UNKNOWN
    assert [each.id for each in found.elements] == PROTECTIVE.split()
    assert found.capped


def test_the_role_of_surrender_joins_either_list() -> None:
    for court in ("ca3", "ca4"):
        escape = [each.id for each in route(court=court, charges=count("escape")).elements]
        assert escape == [*PROTECTIVE.split(), "surrender"]
    gun = route(court="ca4", charges=count("firearm_possession")).element("dispossession")
    assert gun is not None
    assert gun.role is not None
    assert gun.role.role == "dispossession_duty"


def test_an_element_names_the_counts_it_is_required_for() -> None:
    charges = counts(f"offense: drug_trafficking, {OFFENSE}", f"offense: escape, {OFFENSE}")
    found = route(charges=charges)
    assert {each.id: [c.id for c in each.charges] for each in found.elements} == {
        **{id: ["count-1", "count-2"] for id in ("threat", "immediacy", "fear", "escape")},
        "surrender": ["count-2"],
    }


def test_counts_that_are_gone_are_not_tested() -> None:
    charges = counts(
        f"offense: drug_trafficking, {OFFENSE}",
        f"offense: escape, disposition: acquitted, {OFFENSE}",
    )
    found = route(charges=charges)
    assert [charge.id for charge in found.charges] == ["count-1"]
    assert found.element("surrender") is None


def test_what_the_court_is_known_to_say_stands_beside_each_element() -> None:
    (stated,) = element("", "escape").stated
    assert (
        stated.words == "the defendant had no reasonable opportunity to escape the threatened harm"
    )
    assert element("", "causation", "ca4").stated == ()


@pytest.mark.parametrize("court", sorted(DISTRICTS))
@pytest.mark.parametrize("offense", ["drug_trafficking", "escape", "firearm_possession"])
def test_an_empty_file_counts_nothing_as_bad_and_asks(court: str, offense: str) -> None:
    found = route(court=court, charges=count(offense))
    for each in found.elements:
        assert each.production is Production.UNKNOWN
        assert each.persuasion is Persuasion.UNKNOWN
        assert each.reasons
        assert each.gaps
        assert all(one.is_open for one in each.reasons)


def test_a_silent_record_is_asked_in_the_words_of_the_element() -> None:
    found = element(threats(threat("continuing: no")), "surrender", charges=count("escape"))
    assert asked_about(found) == {"surrender"}
    (open_,) = found.open
    assert open_.id == "surrender.asked.surrender"
    assert open_.because == found.element.silent


KINDS = [
    ("death", Production.SUPPORTED),
    ("serious_injury", Production.SUPPORTED),
    ("economic, death", Production.SUPPORTED),
    ("other_injury", Production.UNSUPPORTED),
    ("property", Production.UNSUPPORTED),
    ("blackmail", Production.UNSUPPORTED),
    ("economic", Production.UNSUPPORTED),
    ("job", Production.UNSUPPORTED),
    ("embarrassment", Production.UNSUPPORTED),
    ("deportation", Production.UNSUPPORTED),
    ("legal_process", Production.UNSUPPORTED),
    ("child_taken", Production.UNSUPPORTED),
    ("", Production.UNKNOWN),
]


@pytest.mark.parametrize("court", ["ca1", "ca5", "ca7", "ca9", "ca11"])
@pytest.mark.parametrize(("kinds", "standing"), KINDS)
def test_only_death_and_serious_injury_carry_the_common_law(
    kinds: str, standing: Production, court: str
) -> None:
    found = element(threats(threat("against: [client]", kinds=kinds)), "threat", court)
    assert found.production is standing


def test_a_threat_of_lesser_harm_makes_no_other_element_however_near_it_is() -> None:
    body = threats(threat("when: 2026-03-14 05:00, watching: yes, specific: yes", kinds="property"))
    found = element(body, "immediacy")
    (shown,) = found.showings
    assert shown.state is ShownState.ABSENT
    assert [fact.id for fact in shown.denied_by] == ["t"]
    assert found.production is Production.UNSUPPORTED


def test_a_lesser_threat_beside_a_grave_one_is_answered_by_it() -> None:
    body = threats(threat("", "job", "job"), threat("against: [client]", "grave"))
    found = element(body, "threat")
    hurts = reason(found, "threat_to_job")
    assert hurts is not None
    assert [fact.id for fact in hurts.answered_by] == ["grave"]
    assert found.production is Production.SUPPORTED


def test_what_nothing_meets_is_told_after_what_is_met() -> None:
    body = threats(threat("", "job", "job, embarrassment"), threat("against: [client]", "grave"))
    (group,) = element(body, "threat").short_facts
    first, second = group.reasons
    mixed = FactReasons(group.fact, (replace(first, met=()), second))
    assert [each.reasons for each in mixed.met_alike] == [(second,), (mixed.reasons[0],)]


def test_reasons_that_the_same_facts_meet_are_told_together() -> None:
    two = threats(threat("", "job", "job, embarrassment"), threat("against: [client]", "grave"))
    (group,) = element(two, "threat").short_facts
    (alike,) = group.met_alike
    assert alike.reasons == group.reasons
    assert len(alike.reasons) == 2
    assert [each.id for each in alike.met] == ["grave"]


TIED = [
    ("demanded_offense: count-1", ["count-2"]),
    ("demanded_offense: count-2", ["count-1"]),
    ("", []),
]


@pytest.mark.parametrize(("inside", "untied"), TIED)
def test_a_threat_that_demanded_one_count_shows_nothing_of_another(
    inside: str, untied: list[str]
) -> None:
    two = counts(f"offense: fraud, {OFFENSE}", f"offense: robbery, {OFFENSE}")
    near = "against: [client], when: 2026-03-14 05:00"
    body = threats(threat(f"{near}, {inside}" if inside else near))
    for concept in ("threat", "immediacy"):
        found = element(body, concept, charges=two)
        assert found.production is Production.SUPPORTED
        assert [each.id for each in found.untied] == untied
        assert not any(each.threats for each in found.untied)
        assert not {each.id for each in found.covered.whole}.intersection(untied)
    # Another threat beside it that demanded the other count ties it too.
    both = threats(
        threat(f"{near}, demanded_offense: count-1"),
        threat(f"{near}, demanded_offense: count-2", "u"),
    )
    assert element(both, "threat", charges=two).untied == ()


def test_fear_that_violence_shows_too_is_tied_to_what_the_threat_demanded() -> None:
    two = counts(f"offense: fraud, {OFFENSE}", f"offense: robbery, {OFFENSE}")
    made = "against: [client], when: 2026-03-14 05:00, specific: yes"
    violence = "involvement: [{id: how, what: W, basis: client_account, knew_of_violence: yes}]\n"
    body = threats(threat(f"{made}, demanded_offense: count-1")) + violence
    found = element(body, "fear", charges=two)
    assert {one.fact and one.fact.id for shown in found.showings for one in shown.reasons} == {
        "t",
        "how",
    }
    assert [each.id for each in found.untied] == ["count-2"]


NEAR = [
    ("when: 2026-03-14 05:00", Production.SUPPORTED),
    # No court was seen to say that hours are near enough, and none that they are not.
    ("when: 2026-03-13 20:00", Production.UNKNOWN),
    ("when: 2026-03-13 20:00, continuing: no, watching: no", Production.UNKNOWN),
    ("when: 2026-03-10, continuing: yes", Production.SUPPORTED),
    ("when: 2026-03-10, watching: yes", Production.SUPPORTED),
    ("when: 2026-03-10, continuing: no, watching: no", Production.UNSUPPORTED),
    ("when: 2026-03-10, continuing: no", Production.UNKNOWN),
    ("when: 2026-03-10", Production.UNKNOWN),
    ("continuing: no, watching: no", Production.UNKNOWN),
]


@pytest.mark.parametrize(("inside", "standing"), NEAR)
def test_how_near_the_threat_stood(inside: str, standing: Production) -> None:
    assert element(threats(threat(inside)), "immediacy").production is standing


def test_a_defeat_is_met_by_an_admissible_fact_and_by_nothing_less() -> None:
    stop = "phone: yes, asked_for_help: no"
    bare = element(chance(stop), "escape", "ca5")
    argued = element(chance(f"{stop}, argument: He was watching."), "escape", "ca5")
    watched = element(chance(f"{stop}, watched: yes"), "escape", "ca5")
    assert [each.rule for each in bare.defeated_by] == ["ca5_no_call_to_police"]
    assert bare.production is argued.production is Production.UNSUPPORTED
    assert (bare.persuasion, bare.deciding.rule) == (Persuasion.WEAK, "ca5_no_call_to_police")
    assert watched.production is Production.SUPPORTED


def test_what_no_form_brings_in_shows_nothing() -> None:
    body = threats(threat("against: [client], basis: counsel_inference"))
    found = element(body, "threat")
    assert found.helps
    assert found.production is Production.UNKNOWN
    assert found.persuasion is Persuasion.UNKNOWN


PROVED = """\
evidence:
  - {id: ev, kind: document, form: writing, what: A letter, witness: friend}
"""
TOLD = "against: [client], specific: yes"


def test_the_clients_word_alone_is_contested_and_with_another_it_is_strong() -> None:
    alone = element(threats(threat(TOLD)), "threat")
    two = element(threats(threat(f"{TOLD}, sources: [ev]")) + PROVED, "threat")
    assert alone.persuasion is Persuasion.CONTESTED
    assert two.persuasion is Persuasion.STRONG


def test_what_hurts_unanswered_makes_it_contested_or_weak() -> None:
    hurt = "  - {id: h, speaker: rolo, kinds: [death], against: [client], specific: no}\n"
    told = "  - {id: t, speaker: rolo, kinds: [death], against: [client]%s}\n"
    alone = element("threats:\n" + told % "" + hurt, "threat")
    two = element("threats:\n" + told % ", sources: [ev]" + hurt + PROVED, "threat")
    assert alone.persuasion is Persuasion.WEAK
    assert two.persuasion is Persuasion.CONTESTED
    assert alone.production is Production.SUPPORTED
    assert alone.deciding.rule == "ca9_threat_generalized"


def test_what_is_missing_is_named_first_by_a_rule_of_the_court_itself() -> None:
    known = "phone: yes, alone: no, watched: no, authority_present: yes, asked_for_help: no"
    made = threats(threat("when: 2026-03-14 03:00, continuing: yes"))
    found = element(made + chance(known), "escape", charges=count("prison_contraband"))
    assert found.open[0].persuasive
    assert found.deciding.is_open
    assert not found.deciding.persuasive


@pytest.mark.parametrize(
    ("made", "asked"),
    [
        ("2026-03-14 03:30", False),
        ("2026-03-14 03:00", True),
        ("2026-03-14 02:30", True),
        ("between 2026-03-14 02:30 and 2026-03-14 05:00", True),
    ],
)
def test_no_rule_is_asked_of_a_moment_that_was_over_before_any_threat(
    made: str, asked: bool
) -> None:
    held = chance("safe: yes, watched: no, alone: yes, asked_for_help: no")
    found = element(threats(threat(f"{TOLD}, when: {made}, watching: no")) + held, "escape")
    named = {fact.id for each in found.reasons for fact in each.facts}
    assert ("opp" in named) is asked
    late = "  - {id: t2, kinds: [death], against: [client], basis: client_account}\n"
    untold = threats(threat(f"{TOLD}, when: {made}, watching: no")) + late + held
    named = {fact.id for each in element(untold, "escape").reasons for fact in each.facts}
    assert "opp" in named


def test_help_asked_of_an_authority_that_is_there_meets_that_nobody_watched() -> None:
    made = threats(threat(f"{TOLD}, when: 2026-03-14 05:00, watching: no, continuing: no"))
    for there, met in (("yes", True), ("no", False)):
        held = chance(f"watched: no, asked_for_help: yes, authority_present: {there}")
        body = made + held.replace("2026-03-14 03:00", "2026-03-14 05:30")
        assert (
            "opp" in {each.subject for each in element(body, "immediacy", "ca11").unmet}
        ) is not met


def test_only_what_hurts_is_weak() -> None:
    body = (
        "involvement:\n  - {id: i, basis: client_account, what: Met., voluntary_association: yes}\n"
    )
    found = element(body, "not_reckless", "ca4")
    assert found.persuasion is Persuasion.WEAK
    assert found.production is Production.UNKNOWN


def test_the_whole_is_the_worst_of_its_elements() -> None:
    body = threats(threat(f"{TOLD}, when: 2026-03-14 05:00, watching: yes")) + chance(
        "watched: yes"
    ).replace("2026-03-14 03:00", "2026-03-14 05:10")
    found = route(body)
    assert {each.production for each in found.elements} == {Production.SUPPORTED}
    assert found.production is Production.SUPPORTED
    worse = route(body.replace("watched: yes", "watched: no, safe: yes"))
    assert worse.production is Production.UNSUPPORTED
    assert Weakest(worse).elements[0].id == "escape"


def test_on_the_protective_list_nothing_comes_out_better_than_unknown() -> None:
    body = (
        threats(
            threat(
                f"{TOLD}, when: 2026-03-14 05:00, watching: yes, continuing: yes, "
                "demanded_offense: count-1"
            )
        )
        + chance("watched: yes")
        + "involvement:\n  - {id: i, basis: client_account, what: M., voluntary_association: no}\n"
    )
    found = route(body, "ca3")
    assert {each.production for each in found.elements} == {Production.SUPPORTED}
    assert found.production is Production.UNKNOWN
    assert found.persuasion is Persuasion.UNKNOWN
    assert route(body, "ca6").production is Production.SUPPORTED


def test_another_circuits_defeat_only_hurts() -> None:
    body = chance("alone: yes, watched: no, safe: yes")
    here, there = element(body, "escape", "ca7"), element(body, "escape", "ca1")
    directions = [reason(each, "ca7_could_have_left") for each in (here, there)]
    assert [each.direction for each in directions if each] == [Direction.DEFEATS, Direction.HURTS]
    assert [each.persuasive for each in directions if each] == [False, True]


def test_every_known_reason_names_a_fact_of_the_record() -> None:
    body = threats(threat(TOLD)) + chance("watched: no, phone: yes, asked_for_help: no")
    for each in route(body).elements:
        assert each.reasons
        assert rules(each) or each.open


def test_an_element_has_the_courts_own_cases_on_it_whichever_side_they_served() -> None:
    found = element("", "escape", "ca2")
    expected = ["paul_ca2_1997", "gonzalez_ca2_2005", "zayac_ca2_2014"]
    assert [each.id for each in found.precedents] == expected
    helped = element("", "immediacy", "ca7")
    assert "dingwall_ca7_2021" in [each.id for each in helped.precedents]
    cases = [each.case_read for each in (*found.precedents, *helped.precedents)]
    assert {each.court for each in cases} == {"ca2", "ca7"}


def test_a_precedent_says_what_it_decided_of_the_element_and_nothing_of_this_case() -> None:
    charges = count("firearm_possession")
    found = element("", "brevity", "ca6", charges=charges)
    ridner, moore = (
        next(each for each in found.precedents if each.id == id)
        for id in ("ridner_ca6_2008", "moore_ca6_2013")
    )
    assert ridner.because.startswith("Running from officers")
    assert "suicidal brother" not in ridner.because
    # Two rules rest on it; one of them speaks of a moment of the client's.
    assert moore.because == "Possession may last only as long as is necessary to avoid the threat."
    assert "this moment" not in moore.because
    reckless = element("", "not_reckless", "ca6", charges=charges)
    assert [each.because for each in reckless.precedents] == [
        "A defendant who recklessly went into the path of the threat has no defense."
    ]


def test_the_parts_of_a_list_are_the_courts_and_what_joins_it_is_told_apart() -> None:
    found = route(court="ca6", charges=count("firearm_possession"))
    assert len(found.parts) == 5
    assert [each.id for each in found.joined] == ["dispossession"]
    assert len(route(court="ca7", charges=count("robbery")).parts) == 2


def test_a_threat_that_demanded_a_count_and_does_not_show_the_element_is_named_beside_it() -> None:
    two = counts(f"offense: robbery, {OFFENSE}", f"offense: fraud, {OFFENSE}")
    near = "when: 2026-03-14 05:00"
    body = threats(
        threat(f"{near}, against: [client], demanded_offense: count-1"),
        threat(f"{near}, against: [rolo], demanded_offense: count-2", "u"),
    )
    found = element(body, "threat", charges=two)
    assert [[each.id, *(one.id for one in each.threats)] for each in found.untied] == [
        ["count-2", "u"]
    ]
    law = route(body, charges=two)
    assert "count-2" in {each.id for each in law.covered.untied}
    assert "count-2" not in {each.id for each in law.covered.whole}
    assert {each.id for each in (*law.covered.whole, *law.covered.untied)} == {"count-1", "count-2"}


HOURS_BEFORE = "when: 2026-03-13 20:00, ended: 2026-03-13 21:00, continuing: no, watching: no"


GUN = count("firearm_possession")
OVER = threats(threat("continuing: no"))
KEPT = (
    "evidence:\n  - {id: ev, kind: physical_evidence, form: object, what: The gun.,"
    " traits: [kept_weapon_after_threat]}\n"
)
CAUGHT = "events:\n  - {id: caught, kind: arrest, when: 2026-03-16, what: Arrested.}\n"


@pytest.mark.parametrize(
    ("concept", "court", "charges", "denial"),
    [
        ("dispossession", "ca5", GUN, KEPT),
        ("surrender", "ca3", count("escape"), CAUGHT),
    ],
)
def test_that_nothing_is_recorded_of_a_kind_of_act_is_not_that_there_was_none(
    concept: str, court: str, charges: str, denial: str
) -> None:
    silent = element(OVER, concept, court, charges)
    assert [each.state for each in silent.showings] == [ShownState.MISSING]
    assert silent.production is Production.UNKNOWN
    told = element(OVER + denial, concept, court, charges)
    (shown,) = told.showings
    assert shown.state is ShownState.ABSENT
    assert {fact.id for fact in shown.denied_by} > {"t"}
    assert told.production is Production.UNSUPPORTED


def test_what_is_near_and_no_more_is_left_to_argue_and_asks_for_nothing() -> None:
    found = element(threats(threat(HOURS_BEFORE)), "immediacy")
    (shown,) = found.showings
    assert shown.state is ShownState.UNSETTLED
    assert [fact.id for fact in shown.left_open_by] == ["t"]
    assert found.production is Production.UNKNOWN
    assert "immediacy" not in asked_about(found)
    assert not found.missing


def test_what_is_near_and_may_be_more_is_asked() -> None:
    unsaid = HOURS_BEFORE.replace("watching: no", "watching: unknown")
    found = element(threats(threat(unsaid)), "immediacy")
    (shown,) = found.showings
    assert shown.state is ShownState.MISSING
    assert asked_about(found)


def test_a_fact_against_names_the_elements_under_which_something_meets_it() -> None:
    body = threats(threat("", "job", "job"), threat("against: [client]", "grave"))
    open_door = chance("alone: yes, phone: yes, watched: no, asked_for_help: no, safe: yes")
    law = route(body + open_door)
    facts = {each.id: each for each in (*law.hurting_facts, *law.short_facts)}
    assert [each.id for each in law.short_facts] == ["job"]
    assert facts["job"].met_under == ("threat",)
    assert "escape" in facts["opp"].elements
    assert facts["opp"].met_under == ()


@pytest.mark.parametrize(
    ("court", "against", "open_"),
    [
        ("ca5", "[girl]", True),
        ("ca2", "[girl]", True),
        ("ca10", "[girl]", False),
        ("ca9", "[girl]", False),
        ("ca5", "[client]", False),
        ("ca5", "[girl, client]", False),
        ("ca5", "[]", False),
    ],
)
def test_whether_a_threat_to_another_suffices_stands_with_the_element_that_hangs_on_it(
    court: str, against: str, open_: bool
) -> None:
    body = threats(threat(f"against: {against}, specific: yes, sources: [ev]")) + PROVED
    found = element(body, "threat", court)
    assert found.production is Production.SUPPORTED
    assert (found.to_others is not None) is open_
    assert found.persuasion is (Persuasion.CONTESTED if open_ else Persuasion.STRONG)


@pytest.mark.parametrize(
    ("court", "against", "strong"),
    [
        ("ca5", "[girl]", False),
        ("ca8", "[girl]", False),
        ("ca9", "[girl]", True),
        ("ca9", "[girl, friend]", True),
        ("ca9", "[friend]", False),
        ("ca10", "[friend]", True),
        ("ca5", "[client]", True),
        ("ca5", "[]", True),
    ],
)
def test_what_is_said_of_a_threat_hangs_on_whom_it_is_against_as_the_threat_does(
    court: str, against: str, strong: bool
) -> None:
    """Also where a court states the threat and its nearness as one element, or as two."""
    inside = f"against: {against}, specific: yes, watching: yes, continuing: yes, sources: [ev]"
    body = threats(threat(inside)) + HEARD
    for id in ("immediacy", "fear"):
        found = element(body, id, court)
        assert found.production is Production.SUPPORTED
        assert (found.to_others is None) is strong
        assert found.persuasion is (Persuasion.STRONG if strong else Persuasion.CONTESTED)


def test_a_threat_to_another_does_not_lend_its_proof_to_one_that_the_client_alone_tells() -> None:
    near = "watching: yes, when: 2026-03-14 05:00, "
    proved = threat(near + "against: [friend], sources: [ev]")
    own = threat(near + "against: [client]", "own")
    found = element(threats(proved, own) + HEARD, "immediacy")
    assert found.to_others is None
    assert found.persuasion is Persuasion.CONTESTED
    assert found.leaning is not None
    assert [each.id for each in found.leaning.threats] == ["t"]
    both = threat(near + "against: [client, friend], sources: [ev]", "own")
    found = element(threats(proved, both) + HEARD, "immediacy")
    assert found.leaning is None
    assert found.persuasion is Persuasion.STRONG


def test_one_threat_to_the_client_that_shows_it_settles_whom_the_threats_are_against() -> None:
    both = threats(threat("against: [girl]"), threat("against: [client]", "u"))
    assert element(both, "threat", "ca5").to_others is None


def test_what_a_proffer_can_name_is_what_helps_and_can_come_in() -> None:
    item = "evidence: [{id: ev, kind: recorded_threat, form: recording, what: A voicemail%s}]\n"
    body = threats(threat("specific: yes, against: [girl], sources: [ev]"))
    for way, names in ((", admissible_through: a custodian", ["t", "ev"]), ("", ["t"])):
        found = element(body + item % way, "threat")
        assert [each.id for each in found.offered] == names
        assert {each.id for each in found.helping_facts} >= set(names)


@pytest.mark.parametrize(
    ("told", "production"),
    [
        ("capacity: an armed gang", Production.SUPPORTED),
        ("capacity: an armed gang, specific: no", Production.UNKNOWN),
        ("capacity: an armed gang, specific: no, watching: yes", Production.SUPPORTED),
        ("specific: no", Production.UNKNOWN),
    ],
)
def test_a_threat_that_is_not_specific_is_no_ground_for_fear_whoever_could_carry_it_out(
    told: str, production: Production
) -> None:
    found = element(threats(threat(told)), "fear")
    assert found.production is production


def test_what_one_threat_leaves_open_another_that_is_specific_shows() -> None:
    vague = threat("capacity: an armed gang, specific: no", id="v")
    found = element(threats(vague, threat("capacity: an armed gang", id="s")), "fear")
    assert found.production is Production.SUPPORTED
    assert {"fear_capable", "fear_capable_not_specific"} <= rules(found)


@pytest.mark.parametrize(
    ("specific", "production"),
    [("", Production.SUPPORTED), (", specific: no", Production.UNKNOWN)],
)
@pytest.mark.parametrize(
    ("court", "charges"), [("ca9", count("drug_trafficking")), ("ca2", count("firearm_possession"))]
)
def test_a_threat_that_is_not_specific_does_not_close_the_way_out(
    court: str, charges: str, specific: str, production: Production
) -> None:
    made = threats(threat(f"when: 2026-03-14 05:00, watching: yes{specific}"))
    assert element(made, "escape", court, charges).production is production


def test_what_an_element_turns_on_is_named_with_the_rule_that_the_fact_moves_by_itself() -> None:
    """The court's own rule on the moment asks for a second fact; the general one does not."""
    made = threats(threat("when: 2026-03-14 04:00, continuing: yes, watching: no"))
    door = chance(
        "alone: yes, watched: unknown, safe: unknown, asked_for_help: no, phone: yes, "
        "authority_present: no, authority_corrupt: no"
    ).replace("2026-03-14 03:00", "2026-03-14 05:00")
    found = element(made + door, "escape", "ca7", count("robbery"))
    could_have_left = reason(found, "ca7_could_have_left")
    assert could_have_left is not None
    assert could_have_left.gap == found.deciding.gap
    assert [gap.id for gap in could_have_left.also] == ["opp.watched"]
    assert (found.deciding.rule, found.deciding.also) == ("safe_opportunity", ())


TWO = counts(
    "offense: assault, start: 2026-03-14 02:00, end: 2026-03-14 02:05",
    "offense: firearm_possession, start: 2026-03-14 02:00, end: 2026-03-14 06:00",
)


LATER = counts(
    "offense: fraud, start: 2026-03-14 02:00, end: 2026-03-14 02:05",
    "offense: robbery, start: 2026-03-24 02:00, end: 2026-03-24 06:00",
)


@pytest.mark.parametrize(
    ("more", "closed"),
    [
        # It defeats nothing of what another threat demanded, nor of a count that was over.
        ("demanded_offense: count-2", ["count-2"]),
        ("demanded_offense: [count-1, count-2]", ["count-2"]),
        # What names no count is met by what stood for any of them.
        ("", []),
        ("demanded_offense: count-2, continuing: yes", []),
    ],
)
def test_a_threat_defeats_an_element_for_the_counts_that_it_demanded(
    more: str, closed: list[str]
) -> None:
    near = "when: 2026-03-14 02:03, demanded_offense: count-1, watching: yes, ended: 2026-03-14"
    later = f"when: 2026-03-20, watching: no, harm_at_once: no, {more}"
    found = element(
        threats(threat(near, "near"), threat(later, "later")), "immediacy", charges=LATER
    )
    assert [each.id for each in found.closed] == closed
    assert found.production is Production.SUPPORTED


@pytest.mark.parametrize(("when", "closed"), [("02:03", []), ("03:00", ["count-2"])])
def test_what_came_when_one_count_was_over_defeats_an_element_for_the_others_alone(
    when: str, closed: list[str]
) -> None:
    body = """\
opportunities:
  - {id: inn, what: an inn, when: 2026-03-14 02:02, phone: no, safe: no, watched: yes}
  - {id: night, what: a night at home, when: 2026-03-14 %s, safe: yes, watched: no}
"""
    law = route(body % when, "ca6", TWO)
    found = law.element("escape")
    assert found is not None
    assert [each.fact.id for each in found.defeating if each.fact] == ["night"]
    assert [each.id for each in found.closed] == closed
    assert bool(found.defeated_by) is not bool(closed)
    assert (found.production is Production.UNSUPPORTED) is not bool(closed)
    assert [each.id for each in law.covered.closed] == closed
    assert [each.id for each in found.covered.whole] == [
        "count-1",
        *([] if closed else ["count-2"]),
    ]
    # Whether a jury is persuaded is another question: what hurts is weighed for both.
    assert found.persuasion is not Persuasion.STRONG
