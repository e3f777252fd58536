from __future__ import annotations

import pytest

from drafter.analysis.predicates.answer import Answer, together
from drafter.analysis.predicates.answers import Answers
from drafter.analysis.predicates.table import TESTS
from drafter.casefile.record import Evidence
from drafter.doctrine.vocabulary import ADMISSION_PREDICATES, Concept
from tests.analysis.parts import Asked, case, counts


def answers(body: str, charges: str = "") -> tuple[Answers, Asked]:
    asked = Asked(case(body, charges=charges) if charges else case(body))
    return Answers(asked.setting), asked


def holds(body: str, id: str, predicate: str, charges: str = "") -> bool | None:
    found, asked = answers(body, charges)
    return found.of(asked.record.facts[id], predicate).holds


def item(inside: str, id: str = "ev") -> str:
    return f"  - {{id: {id}, kind: document, form: writing, what: A paper, {inside}}}\n"


THREAT = "threats:\n  - {id: t, speaker: rolo, %s}\n"
WHEN = [
    ("2026-03-14 05:00", {"threat_during_offense"}),
    ("2026-03-13 20:00", {"threat_within_hours"}),
    ("2026-03-12 20:00", {"threat_days_before"}),
    ("2026-03-01 20:00", {"threat_weeks_before"}),
    ("2026-03-14 04:10", {"threat_during_offense"}),
    ("2026-03-14 09:00", set()),
]
TIMED = {
    "threat_during_offense",
    "threat_within_hours",
    "threat_days_before",
    "threat_weeks_before",
}


@pytest.mark.parametrize(("when", "true"), WHEN)
def test_a_threat_stands_at_one_distance_from_the_offense(when: str, true: set[str]) -> None:
    body = THREAT % f"kinds: [death], when: {when}"
    found = {each: holds(body, "t", each) for each in TIMED}
    assert {each for each, answer in found.items() if answer} == true
    assert None not in found.values()


def test_a_moment_too_wide_leaves_both_readings_open() -> None:
    body = THREAT % "kinds: [death], when: 2026-03-13"
    assert holds(body, "t", "threat_within_hours") is None
    assert holds(body, "t", "threat_days_before") is None
    assert holds(body, "t", "threat_weeks_before") is False


def test_a_threat_is_measured_by_the_count_it_was_tied_to() -> None:
    charges = counts(
        "offense: robbery, start: 2026-03-14 04:10, end: 2026-03-14 04:30",
        "offense: fraud, start: 2026-06-01 10:00, end: 2026-06-01 11:00",
    )
    body = THREAT % "kinds: [death], when: 2026-03-14 03:00"
    tied = body.replace("kinds", "demanded_offense: count-2, kinds")
    assert holds(body, "t", "threat_within_hours", charges) is True
    assert holds(tied, "t", "threat_within_hours", charges) is False
    assert holds(tied, "t", "threat_weeks_before", charges) is True


def test_a_threat_tied_to_a_count_that_is_gone_is_measured_by_those_that_are_left() -> None:
    charges = counts(
        "offense: robbery, start: 2026-03-14 04:10, end: 2026-03-14 04:30",
        "offense: fraud, start: 2026-03-13, end: 2026-03-15, disposition: %s",
    )
    body = THREAT % "kinds: [death], demanded_offense: count-2, when: 2026-03-14 03:00"
    for disposition, during in (("pending", True), ("dismissed", False), ("acquitted", False)):
        of = charges % disposition
        assert holds(body, "t", "threat_during_offense", of) is during


@pytest.mark.parametrize(
    ("when", "within"),
    [("2026-03-01", True), ("about 2026-03-01 05:00", True), ("2026-03", None), ("2026-04", False)],
)
def test_a_month_with_the_day_of_the_beginning_in_it_is_not_within_a_day_of_it(
    when: str, within: bool | None
) -> None:
    charges = counts("offense: conspiracy, start: 2026-03-01, end: 2026-09-22")
    body = THREAT % f"kinds: [death], when: {when}"
    assert holds(body, "t", "threat_within_hours", charges) is within


def test_times_of_one_hour_that_occurred_twice_are_of_the_same_one_of_the_two() -> None:
    charges = counts("offense: robbery, start: 2026-11-01 01:20, end: 2026-11-01 01:25")
    body = THREAT % "kinds: [death], when: 2026-11-01 01:10"
    assert holds(body, "t", "threat_during_offense", charges) is False
    assert holds(body, "t", "threat_within_the_hour", charges) is True
    later = body.replace("01:10", "01:24")
    assert holds(later, "t", "threat_during_offense", charges) is True


KINDS = [
    ("[death]", "threat_of_death", "threatener_watching", True),
    ("[property]", "threat_to_property", "threatener_watching", False),
    ("[property, death]", "threat_of_death", "threatener_watching", True),
    ("[]", "threat_of_death", "threatener_watching", True),
]


@pytest.mark.parametrize(("kinds", "kind", "other", "answer"), KINDS)
def test_a_threat_known_to_be_of_lesser_harm_is_judged_by_its_kind_alone(
    kinds: str, kind: str, other: str, answer: bool
) -> None:
    body = THREAT % f"kinds: {kinds}, watching: yes"
    assert holds(body, "t", kind) is (None if kinds == "[]" else True)
    assert holds(body, "t", other) is answer


def test_a_threat_of_death_and_of_property_is_no_threat_to_property() -> None:
    body = THREAT % "kinds: [property, death]"
    assert holds(body, "t", "threat_to_property") is False


TARGETS = [
    ("[client]", True, False, False),
    ("[girl]", False, True, False),
    ("[friend]", False, False, True),
    ("[girl, friend]", False, True, True),
    ("[]", None, None, None),
]


@pytest.mark.parametrize(("against", "client", "family", "other"), TARGETS)
def test_whom_a_threat_was_against(
    against: str, client: bool | None, family: bool | None, other: bool | None
) -> None:
    body = THREAT % f"kinds: [death], against: {against}"
    assert holds(body, "t", "threat_to_client") is client
    assert holds(body, "t", "threat_to_family") is family
    assert holds(body, "t", "threat_to_other_person") is other


def test_a_threat_repeats_the_first_of_its_speaker_and_rests_on_it() -> None:
    body = "threats:\n" + "".join(
        f"  - {{id: t{n}, speaker: {who}, kinds: [death]}}\n"
        for n, who in enumerate(("rolo", "friend", "rolo", "rolo"))
    )
    found, asked = answers(body)
    repeated = {
        id: found.of(asked.record.facts[id], "threat_repeated") for id in ("t0", "t1", "t2", "t3")
    }
    assert [each.holds for each in repeated.values()] == [None, None, True, True]
    assert [fact.id for fact in repeated["t3"].others] == ["t0"]


ENDED = [
    ("continuing: yes", False, False, False),
    ("continuing: no, ended: 2026-03-14 03:00", True, True, False),
    ("continuing: no, ended: 2026-03-14 05:00", False, True, False),
    ("continuing: no, ended: 2026-03-14 08:00", False, False, True),
    ("continuing: no", None, None, None),
]


@pytest.mark.parametrize(("inside", "before", "went_on", "stopped"), ENDED)
def test_how_the_end_of_a_threat_stands_to_the_offense(
    inside: str, before: bool | None, went_on: bool | None, stopped: bool | None
) -> None:
    body = THREAT % f"kinds: [death], when: 2026-03-14 02:00, {inside}"
    assert holds(body, "t", "threat_ended_before_offense") is before
    assert holds(body, "t", "continued_after_threat_ended") is went_on
    assert holds(body, "t", "stopped_when_threat_ended") is stopped


def test_a_threat_made_after_the_offense_began_did_not_end_before_it() -> None:
    body = THREAT % "kinds: [death], when: after 2026-03-14 05:00, continuing: no"
    assert holds(body, "t", "threat_ended_before_offense") is False


BESIDE = [
    ("kinds: [death], continuing: no, ended: 2026-03-14 04:30", True, True),
    ("kinds: [death], continuing: no", True, None),
    ("kinds: [death], continuing: no, ended: 2026-03-14 08:00", False, False),
    ("kinds: [death], continuing: yes", False, False),
    ("kinds: [property], continuing: yes", True, True),
    ("kinds: [death], continuing: yes, demanded_offense: count-2", True, True),
]


@pytest.mark.parametrize(("other", "this_one", "every_one"), BESIDE)
def test_an_offense_has_no_threat_behind_it_once_every_threat_had_ended(
    other: str, this_one: bool, every_one: bool | None
) -> None:
    body = (
        THREAT % "kinds: [death], continuing: no, ended: 2026-03-14 05:00,"
        " demanded_offense: count-1" + f"  - {{id: other, {other}}}\n"
    )
    two = "offense: drug_trafficking, start: 2026-03-14 04:10, end: 2026-03-14 06:55"
    found, asked = answers(body, charges=counts(two, two))
    threat = asked.record.facts["t"]
    assert found.of(threat, "continued_after_threat_ended").holds is this_one
    assert found.of(threat, "continued_after_every_threat_ended").holds is every_one
    assert found.of(threat, "stopped_when_threat_ended").holds is False


CHANCE = "opportunities:\n  - {id: o, what: a stop, when: %s, %s}\n"
BEFORE, AFTER = "2026-03-14 03:00", "2026-03-14 12:00"
CHANCES = [
    (BEFORE, "safe: yes", "opportunity_safe", True),
    (BEFORE, "safe: no", "opportunity_unsafe", True),
    (BEFORE, "safe: unknown", "opportunity_safe", None),
    (AFTER, "safe: yes", "opportunity_safe", False),
    (BEFORE, "basis: court_finding", "way_out_found_by_court", True),
    (BEFORE, "basis: court_finding, safe: no", "way_out_found_by_court", False),
    (AFTER, "basis: court_finding", "way_out_found_by_court", False),
    (BEFORE, "basis: document", "way_out_found_by_court", False),
    (BEFORE, "phone: yes, asked_for_help: no", "no_call_to_police", True),
    (BEFORE, "phone: yes, asked_for_help: yes", "no_call_to_police", False),
    (BEFORE, "phone: no, asked_for_help: no", "no_call_to_police", False),
    (BEFORE, "phone: yes", "no_call_to_police", None),
    (AFTER, "phone: yes, asked_for_help: no", "no_call_to_police", False),
    (BEFORE, "alone: yes, watched: no, safe: yes", "left_alone_with_means_to_leave", True),
    (BEFORE, "alone: yes, watched: no", "left_alone_with_means_to_leave", None),
    (BEFORE, "alone: yes, watched: yes", "left_alone_with_means_to_leave", False),
    (BEFORE, "present: her captor, watched: yes", "other_people_present", None),
    (BEFORE, "present: shoppers, watched: no", "other_people_present", True),
    (BEFORE, "alone: yes", "other_people_present", False),
]


@pytest.mark.parametrize(("when", "inside", "predicate", "answer"), CHANCES)
def test_what_an_opportunity_answers(
    when: str, inside: str, predicate: str, answer: bool | None
) -> None:
    assert holds(CHANCE % (when, inside), "o", predicate) is answer


SAFE = "opportunities:\n  - {id: o, what: a stop, when: 2026-03-14 07:00, safe: yes}\n"
EVENTS = SAFE + "events:\n  - {id: s, kind: surrender, when: %s, what: She gave up.}\n"
ARREST = "  - {id: a, kind: arrest, when: %s, what: Arrested.}\n"
ENDINGS = [
    ("2026-03-14 09:00", "", True, False, True),
    ("2026-03-16 09:00", "", False, True, True),
    ("2026-03-14 09:00", "2026-03-14 08:00", False, False, False),
    ("2026-03-14 09:00", "2026-03-14 10:00", True, False, True),
]


@pytest.mark.parametrize(("when", "arrest", "safe", "late", "effort"), ENDINGS)
def test_when_a_surrender_was_made(
    when: str, arrest: str, safe: bool, late: bool, effort: bool
) -> None:
    body = EVENTS % when + (ARREST % arrest if arrest else "")
    found, asked = answers(body)
    surrender = asked.record.facts["s"]
    assert found.of(surrender, "surrendered_when_safe").holds is safe
    assert found.of(surrender, "surrendered_late").holds is late
    assert found.of(surrender, "bona_fide_surrender_effort").holds is effort


MAYBE = [
    ("2026-03-15 04:00", "2026-03-14 05:00", True, False),
    ("2026-03-15 06:00", "2026-03-14 05:00", None, None),
    ("2026-03-16 09:00", "2026-03-14 05:00", False, True),
    ("2026-03-15 04:00", "unknown", True, False),
    ("2026-03-15 06:00", "unknown", None, None),
    ("2026-03-16 09:00", "unknown", False, True),
]


@pytest.mark.parametrize(("when", "maybe", "safe", "late"), MAYBE)
def test_a_surrender_is_prompt_or_late_only_whichever_opportunity_was_the_first_safe_one(
    when: str, maybe: str, safe: bool | None, late: bool | None
) -> None:
    doubtful = f"  - {{id: m, what: a stop, when: {maybe}}}\nevents:"
    found, asked = answers((EVENTS % when).replace("events:", doubtful))
    surrender = asked.record.facts["s"]
    assert found.of(surrender, "surrendered_when_safe").holds is safe
    assert found.of(surrender, "surrendered_late").holds is late
    if safe:
        others = found.of(surrender, "surrendered_when_safe").others
        assert [fact.id for fact in others] == ["o"]


OVER = (
    "threats:\n  - {id: t, kinds: [death], when: 2026-03-10, continuing: no, ended: 2026-03-11}\n"
)
UNRECORDED = [
    ("", "2026-03-14 07:05", True, False),
    ("", "2026-03-16 09:00", None, None),
    (OVER, "2026-03-14 07:05", None, None),
]


@pytest.mark.parametrize(("threats", "when", "safe", "late"), UNRECORDED)
def test_a_safe_moment_that_nobody_recorded_came_no_sooner_than_the_offense_or_the_threats_end(
    threats: str, when: str, safe: bool | None, late: bool | None
) -> None:
    found, asked = answers(threats + (EVENTS % when).removeprefix(SAFE))
    surrender = asked.record.facts["s"]
    assert found.of(surrender, "surrendered_when_safe").holds is safe
    assert found.of(surrender, "surrendered_late").holds is late


CONTACTS = [
    ("Ms. Ruiz called the marshals.", "2026-03-14 08:00", True),
    ("Ms. Ruiz called the marshals.", "2026-03-12 08:00", None),
    ("Two agents came to the door.", "2026-03-14 08:00", None),
]


@pytest.mark.parametrize(("what", "when", "effort"), CONTACTS)
def test_whoever_turns_to_an_authority_and_gives_up_within_a_day_made_an_effort(
    what: str, when: str, effort: bool | None
) -> None:
    contact = f"  - {{id: c, kind: authority_contact, when: {when}, what: {what}}}\n"
    found, asked = answers(EVENTS % "2026-03-14 09:00" + contact)
    given = found.of(asked.record.facts["c"], "bona_fide_surrender_effort")
    assert given.holds is effort
    assert [fact.id for fact in given.others] == (["s"] if effort else [])


@pytest.mark.parametrize(("when", "without"), [("2026-03-14 06:00", True), (AFTER, False)])
def test_an_arrest_that_no_surrender_came_before(when: str, without: bool) -> None:
    body = EVENTS % "2026-03-14 09:00" + ARREST % when
    assert holds(body, "a", "no_surrender_effort") is without


STATEMENTS = [
    ("omits_duress: yes", "leaves_out_duress", True),
    ("omits_duress: no", "mentions_duress", True),
    ("omits_duress: yes, invoked: silence", "leaves_out_duress", False),
    ("omits_duress: yes, invoked: counsel", "leaves_out_duress", False),
    ("omits_duress: yes, speaker: rolo", "leaves_out_duress", False),
    ("omits_duress: unknown", "leaves_out_duress", None),
]


@pytest.mark.parametrize(("inside", "predicate", "answer"), STATEMENTS)
def test_what_a_statement_leaves_out(inside: str, predicate: str, answer: bool | None) -> None:
    body = f"statements:\n  - {{id: s, to: an agent, summary: Talk., {inside}}}\n"
    assert holds(body, "s", predicate) is answer


@pytest.mark.parametrize("concept", Concept)
def test_an_admission_is_on_one_element(concept: Concept) -> None:
    said = f"says: [{{element: {concept}, text: So it was., against: yes}}]"
    body = f"statements:\n  - {{id: s, to: an agent, summary: Talk., {said}}}\n"
    admitted = {each for each in Concept if holds(body, "s", ADMISSION_PREDICATES[each])}
    assert admitted == {concept}


def test_a_statement_that_an_item_holds_is_rated_with_the_item() -> None:
    body = "statements:\n  - {id: s, to: an agent, summary: T., omits_duress: yes, sources: [ev]}\n"
    body += "evidence:\n" + item("")
    assert holds(body, "s", "leaves_out_duress") is False
    assert holds(body, "ev", "leaves_out_duress") is True


DATES = [
    ("2026-03-13", {"dated_before_offense"}),
    ("2026-03-14 05:00", {"dated_during_offense"}),
    ("2026-03-15", {"after_offense"}),
]


@pytest.mark.parametrize(("when", "true"), DATES)
def test_when_an_item_was_made(when: str, true: set[str]) -> None:
    body = "evidence:\n" + item(f"when: {when}")
    dated = ("dated_before_offense", "dated_during_offense", "after_offense")
    assert {each for each in dated if holds(body, "ev", each)} == true


def test_a_trait_is_a_predicate_of_the_item_and_of_what_it_is_about() -> None:
    body = CHANCE % (BEFORE, "safe: no")
    body += "evidence:\n" + item("traits: [watched, joined_gang], about: [o]")
    found, asked = answers(body)
    facts = asked.record.facts
    watched = found.of(facts["o"], "watched")
    assert watched == Answer(True, None, (facts["ev"],), facts["ev"])
    assert found.of(facts["ev"], "watched").holds is True
    # Nothing it is about could say so, so the trait says something of the item alone.
    assert found.own_traits == {"ev": ["joined_gang"]}


def test_a_field_of_the_fact_comes_before_a_trait_of_an_item() -> None:
    body = CHANCE % (BEFORE, "watched: no") + "evidence:\n" + item("traits: [watched], about: [o]")
    assert holds(body, "o", "watched") is False


def test_an_item_is_asked_with_what_names_it_as_a_source() -> None:
    body = CHANCE % (BEFORE, "watched: yes, sources: [ev]") + "evidence:\n" + item("")
    found, asked = answers(body)
    paper = asked.record.facts["ev"]
    assert isinstance(paper, Evidence)
    near = found.near(paper, "watched")
    assert near.holds is True
    assert [fact.id for fact in near.others] == ["o"]
    assert found.of(paper, "watched").holds is None


def test_what_is_not_recorded_names_the_gap_that_would_settle_it() -> None:
    found, asked = answers(THREAT % "kinds: [death]")
    threat = asked.record.facts["t"]
    gaps = {
        each: answer.gap.id if (answer := found.of(threat, each)).gap else None
        for each in ("threatener_watching", "threat_within_hours", "threat_repeated")
    }
    assert gaps == {
        "threatener_watching": "t.watching",
        "threat_within_hours": "t.when",
        "threat_repeated": None,
    }


def test_where_the_offense_has_no_date_its_date_is_asked_for() -> None:
    found, asked = answers(
        THREAT % "kinds: [death], when: 2026-03-01", counts("offense: drug_trafficking")
    )
    gap = found.of(asked.record.facts["t"], "threat_within_hours").gap
    assert gap is not None
    assert gap.id == "count-1.start"


def test_several_predicates_hold_together_or_are_open_together() -> None:
    found, asked = answers(CHANCE % (BEFORE, "authority_present: yes"))
    chance = asked.record.facts["o"]
    present, missed = (
        found.of(chance, each) for each in ("authority_present", "no_attempt_to_contact_authority")
    )
    assert together((present, missed)).gap == asked.record.gap("o.asked_for_help")
    assert together((present, present)).holds is True
    assert together((missed, Answer(False))).holds is False
    assert together((missed, Answer(None))).holds is False


def test_somewhere_in_the_case_one_fact_answers_everything_asked() -> None:
    body = "threats:\n" + "".join(
        f"  - {{id: {id}, speaker: rolo, kinds: [death], {inside}}}\n"
        for id, inside in (
            ("a", "continuing: yes, watching: no"),
            ("b", "continuing: no, watching: yes"),
            ("c", "continuing: yes, watching: yes"),
        )
    )
    found, _ = answers(body)
    both = found.somewhere(("threat_continuing", "threatener_watching"))
    assert [fact.id for fact in both.others] == ["c"]
    assert found.somewhere(("threat_continuing", "threat_to_client")).gap is not None


def test_an_empty_section_leaves_open_what_its_facts_would_answer() -> None:
    found, asked = answers("")
    answer = found.somewhere(("threat_continuing",))
    assert answer.holds is None
    assert answer.gap == asked.record.gap("threats")


def test_no_two_opposites_hold_of_one_fact() -> None:
    opposites = [
        ("threat_specific", "threat_generalized"),
        ("threatener_watching", "threatener_absent"),
        ("watched", "unwatched"),
        ("client_had_phone", "client_had_no_phone"),
        ("opportunity_safe", "opportunity_unsafe"),
        ("paid_to_client", "no_benefit"),
        ("voluntary_association", "no_voluntary_association"),
    ]
    body = THREAT % "kinds: [death], specific: %s, watching: %s"
    body += CHANCE % (BEFORE, "watched: %s, phone: %s, safe: %s")
    body += "benefits:\n  - {id: b, basis: client_account, what: money, received: %s}\n"
    body += (
        "involvement:\n  - {id: i, basis: client_account, what: Met., voluntary_association: %s}\n"
    )
    for word in ("yes", "no"):
        found, asked = answers(body.replace("%s", word))
        for pair in opposites:
            answered = [
                found.of(fact, each).holds
                for each in pair
                for fact in asked.record.facts.values()
                if TESTS[each] and found.of(fact, each).holds is not None
            ]
            assert sorted(answered) == [False, True], pair
