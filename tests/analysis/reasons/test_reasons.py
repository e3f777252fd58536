from __future__ import annotations

import pytest

from drafter.analysis.findings import Direction, Reason
from drafter.analysis.reasons.types import Reasons
from drafter.doctrine.vocabulary import Concept
from tests.analysis.parts import DRUGS, case, counts
from tests.analysis.route import DISTRICTS, OFFENSE, chance, count, searched, threat, threats

ESCAPE, THREAT, FEAR, IMMEDIACY = Concept.ESCAPE, Concept.THREAT, Concept.FEAR, Concept.IMMEDIACY


def reasons(body: str, court: str = "ca9", charges: str = DRUGS) -> Reasons:
    _, found = searched(case(body, charges=charges, district=DISTRICTS[court]))
    return found


def named(found: tuple[Reason, ...]) -> list[str]:
    return [each.id for each in found]


def one(found: tuple[Reason, ...], rule: str) -> Reason:
    (reason,) = [each for each in found if each.rule == rule]
    return reason


def test_a_reason_ties_a_fact_to_an_element_on_somebodys_authority() -> None:
    found = reasons(threats(threat("against: [girl]")))
    reason = one(found.of(THREAT), "ca9_death_family")
    assert reason.fact is not None
    assert (reason.id, reason.fact.id) == ("ca9_death_family.t", "t")
    assert reason.direction is Direction.ESTABLISHES
    assert reason.authority == "instruction_ca9_duress"
    assert [form.value for form in reason.forms] == ["client_testimony"]
    assert reason.voices == {"client"}
    assert not reason.persuasive


def test_what_is_not_recorded_makes_a_reason_that_is_open() -> None:
    reason = one(reasons(chance("phone: yes, asked_for_help: no")).of(ESCAPE), "client_watched")
    assert reason.is_open
    assert reason.gap is not None
    assert (reason.fact, reason.gap.id) == (None, "opp.watched")
    assert [fact.id for fact in reason.facts] == ["opp"]
    assert (reason.forms, reason.voices) == ((), frozenset())


def test_what_is_known_not_to_hold_makes_none() -> None:
    found = reasons(chance("watched: no"))
    assert "client_watched" not in {each.rule for each in found.of(ESCAPE)}


def test_a_rule_of_two_predicates_is_open_only_while_neither_fails() -> None:
    open_ = reasons(chance("authority_present: yes")).of(ESCAPE)
    shut = reasons(chance("authority_present: no")).of(ESCAPE)
    assert one(open_, "ca9_no_contact").gap is not None
    assert "ca9_no_contact" not in {each.rule for each in shut}


def test_facts_come_first_in_the_order_of_the_file_and_gaps_after() -> None:
    body = threats(threat("specific: yes", "b"), threat("specific: yes", "a"), threat("", "c"))
    found = [each for each in reasons(body).of(FEAR) if each.rule == "fear_threat_specific"]
    assert [each.subject for each in found] == ["b", "a", "c.specific"]
    known = [each.is_open for each in reasons(body).of(FEAR)]
    assert known == sorted(known)


@pytest.mark.parametrize("section", ["threats", "opportunities", "involvement"])
def test_a_section_that_is_empty_leaves_its_rules_open(section: str) -> None:
    found = reasons("", "ca5")
    gaps = {each.subject for concept in Concept for each in found.of(concept)}
    assert section in gaps


ANSWERS = [
    ("watched: yes", "opp"),
    ("watched: unknown", None),
    ("watched: no", None),
    ("safe: no", "opp"),
]


@pytest.mark.parametrize(("inside", "answer"), ANSWERS)
def test_only_what_the_record_bears_out_answers(inside: str, answer: str | None) -> None:
    found = reasons(chance(f"phone: yes, asked_for_help: no, {inside}"))
    reason = one(found.of(ESCAPE), "no_call_to_police")
    assert [fact.id for fact in reason.answered_by] == ([answer] if answer else [])


def test_what_counsel_argues_answers_nothing() -> None:
    body = chance("phone: yes, asked_for_help: no, argument: The men were watching.")
    reason = one(reasons(body).of(ESCAPE), "no_call_to_police")
    assert reason.argument == "The men were watching."
    assert not reason.answered


def test_what_counsel_infers_answers_nothing() -> None:
    told = chance("phone: yes, asked_for_help: no, watched: yes")
    inferred = told.replace("what:", "basis: counsel_inference, what:")
    assert one(reasons(told).of(ESCAPE), "no_call_to_police").answered
    assert not one(reasons(inferred).of(ESCAPE), "no_call_to_police").answered


def test_one_opportunity_does_not_answer_for_another() -> None:
    inside = "what: a stop, phone: yes, asked_for_help: no"
    body = (
        f"opportunities:\n  - {{id: first, {inside}, watched: yes}}\n"
        f"  - {{id: second, {inside}, watched: no}}\n"
    )
    found = [each for each in reasons(body).of(ESCAPE) if each.rule == "no_call_to_police"]
    assert {each.subject: each.answered for each in found} == {"first": True, "second": False}


def test_one_threat_answers_for_another() -> None:
    body = threats(
        threat("when: 2026-03-12 20:00, continuing: no, watching: no", "old"),
        threat("when: 2026-03-14 05:00", "new"),
    )
    reason = one(reasons(body).of(Concept.IMMEDIACY), "threat_days_before")
    assert (reason.subject, [fact.id for fact in reason.answered_by]) == ("old", ["new"])


APART = counts(
    "offense: fraud, start: 2026-03-14 04:10, end: 2026-03-14 06:55",
    "offense: robbery, start: 2026-03-24 10:00, end: 2026-03-24 11:00",
)
FOR_THE_FIRST = "when: %s, watching: yes, demanded_offense: count-1, continuing: %s, ended: %s"


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        # It was over, and had long been made, when what the later one demanded began.
        (("2026-03-14 05:00", "yes", "2026-03-15"), "continuing: no", []),
        (("2026-03-14 03:30", "no", "2026-03-14 09:00"), "continuing: no", []),
        (("2026-03-14 05:00", "yes", "2026-03-15"), "continuing: yes", ["b"]),
        (("2026-03-14 05:00", "yes", "unknown"), "continuing: no", ["a"]),
        (("2026-03-14 05:00", "yes", "between 2026-03-15 and 2026-03-24"), "continuing: no", ["a"]),
        # One that was made when that was over.
        (("2026-03-25", "yes", "unknown"), "continuing: no", []),
        # What is recorded of the threat itself comes first.
        (("2026-03-14 05:00", "yes", "unknown"), "continuing: yes", ["b"]),
    ],
)
def test_one_threat_answers_for_another_if_it_can_bear_on_its_counts(
    first: tuple[str, str, str], second: str, answer: list[str]
) -> None:
    later = f"when: 2026-03-21 10:00, watching: no, demanded_offense: count-2, {second}"
    body = threats(threat(FOR_THE_FIRST % first, "a"), threat(later, "b"))
    found = reasons(body, charges=APART).of(IMMEDIACY)
    (hurts,) = [e for e in found if (e.rule, e.subject) == ("threat_days_before", "b")]
    assert [fact.id for fact in hurts.answered_by] == answer


@pytest.mark.parametrize("ended", ["2026-03-15", "unknown"])
def test_an_item_on_a_threat_is_answered_by_what_answers_the_threat(ended: str) -> None:
    body = threats(
        threat(FOR_THE_FIRST % ("2026-03-14 05:00", "yes", ended), "a"),
        threat("when: 2026-03-21 10:00, demanded_offense: count-2, continuing: yes", "b"),
    )
    shown = (
        "evidence: [{id: ev, kind: recorded_threat, form: recording, what: A voicemail, "
        "witness: friend, when: 2026-03-21 10:00, about: [b]}]\n"
    )
    found = reasons(body + shown, charges=APART).of(IMMEDIACY)
    (hurts,) = [each for each in found if each.rule == "recorded_threat.4"]
    assert [fact.id for fact in hurts.answered_by] == ["b"]


def test_a_moment_that_lasted_is_answered_by_a_threat_that_outlasted_it() -> None:
    charges = counts(
        f"offense: fraud, {OFFENSE}", "offense: robbery, start: 2026-03-14 05:00, end: 2026-03-15"
    )
    meanwhile = threat(f"{GOES_ON}, ended: 2026-03-14 08:00, demanded_offense: count-1", "a")
    lasted = chance("watched: no").replace(
        "2026-03-14 03:00", "between 2026-03-14 06:00 and 2026-03-14 09:00"
    )
    for more, answer in ((threat(GOES_ON, "b"), ["b"]), ("", ["a"])):
        found = reasons(threats(meanwhile, more) + lasted, "ca5", charges).of(IMMEDIACY)
        hurts = one(found, "unwatched_during_offense")
        assert [fact.id for fact in hurts.answered_by] == answer


AFTER = "events:\n  - {id: e, kind: %s, what: It happened., when: %s}\n"
GOES_ON = "when: 2026-03-14 03:00, continuing: yes"


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("ended: 2026-03-14 07:00", "ended: 2026-03-14 08:00", []),
        ("ended: 2026-03-14 07:00", "ended: 2026-03-17", ["b"]),
        ("ended: 2026-03-18", "ended: 2026-03-17", ["a"]),
        # That it was over is not certain, or not recorded.
        ("ended: 2026-03-16", "ended: 2026-03-14", ["a"]),
        ("ended: unknown", "ended: 2026-03-14", ["a"]),
    ],
)
def test_a_threat_answers_for_what_happened_before_it_was_over(
    first: str, second: str, answer: list[str]
) -> None:
    made = threats(threat(f"{GOES_ON}, {first}", "a"), threat(f"{GOES_ON}, {second}", "b"))
    body = made + AFTER % ("normal_activity", "2026-03-16 12:00")
    hurts = one(reasons(body).of(FEAR), "fear_normal_activities")
    assert [fact.id for fact in hurts.answered_by] == answer


@pytest.mark.parametrize(("ended", "answer"), [("2026-03-18", ["t"]), ("2026-03-15", [])])
def test_a_post_of_ordinary_life_is_met_by_a_threat_that_stood_then(
    ended: str, answer: list[str]
) -> None:
    posted = (
        "evidence: [{id: ev, kind: social_media, form: photograph, what: A post, about: [e]}]\n"
    )
    made = threats(threat(f"{GOES_ON}, ended: {ended}"))
    found = reasons(made + AFTER % ("normal_activity", "2026-03-16 12:00") + posted).of(FEAR)
    for rule in ("social_media.3", "fear_normal_activities"):
        assert [fact.id for fact in one(found, rule).answered_by] == answer


@pytest.mark.parametrize(("when", "answered"), [("2026-03-17 07:00", True), ("2026-03-20", False)])
def test_an_arrest_within_a_day_of_the_end_of_a_threat_is_answered_by_it(
    when: str, answered: bool
) -> None:
    made = threats(threat(f"{GOES_ON}, ended: 2026-03-16 08:00"))
    later = "  - {id: later, kind: surrender, what: She spoke., when: 2026-03-21}\n"
    found = reasons(made + AFTER % ("arrest", when) + later).of(ESCAPE)
    assert one(found, "ca9_arrest_on_escape").answered is answered


def test_a_threat_that_was_over_does_not_answer_for_a_late_surrender() -> None:
    made = threats(threat(f"{GOES_ON}, ended: 2026-03-14 08:00"))
    safe = "opportunities: [{id: opp, what: a stop, when: 2026-03-14 09:00, safe: yes}]\n"
    found = reasons(made + safe + AFTER % ("surrender", "2026-03-17")).of(ESCAPE)
    assert not one(found, "ca9_late_surrender_on_escape").answered


ITEM = """\
evidence:
  - {id: ev, kind: recorded_threat, form: recording, what: A voicemail, witness: friend,
     traits: [client_had_phone], about: [%s]}
"""


def test_an_item_is_rated_in_both_directions() -> None:
    found = reasons(threats(threat("")) + ITEM % "t").of_item("ev")
    assert {"recorded_threat.1.ev", "recorded_threat.7.ev"} <= set(named(found))
    assert {each.direction for each in found} == {Direction.HELPS, Direction.HURTS}
    assert all(each.authority is None for each in found)
    escape = reasons(threats(threat("")) + ITEM % "t").of(ESCAPE)
    assert "recorded_threat.7.ev" in named(escape)


def test_what_an_item_bears_on_can_turn_its_rating_and_answer_it() -> None:
    watched = chance("watched: yes, phone: yes")
    found = reasons(watched + ITEM % "opp")
    helps = one(found.of_item("ev"), "recorded_threat.6")
    hurts = one(found.of_item("ev"), "recorded_threat.7")
    assert [fact.id for fact in helps.others] == ["opp"]
    assert [fact.id for fact in hurts.answered_by] == ["opp"]


@pytest.mark.parametrize(("second", "answer"), [("yes", ["opp"]), ("no", []), ("unknown", [])])
def test_an_item_that_shows_two_moments_is_answered_for_both(
    second: str, answer: list[str]
) -> None:
    inside = "what: a stop, phone: yes"
    body = (
        f"opportunities:\n  - {{id: opp, {inside}, watched: yes}}\n"
        f"  - {{id: other, {inside}, watched: {second}}}\n"
    )
    found = reasons(body + ITEM % "opp, other").of_item("ev")
    hurts = one(found, "recorded_threat.7")
    assert [fact.id for fact in hurts.answered_by] == answer


@pytest.mark.parametrize(
    ("when", "answer"),
    [
        ("2026-03-01", []),
        ("2026-03-11", []),
        ("2026-03-12 19:00", []),
        ("2026-03-12", ["opp"]),
        ("2026-03-13", ["opp"]),
        ("unknown", ["opp"]),
    ],
)
@pytest.mark.parametrize("said", ["watched: yes", "asked_for_help: yes"])
def test_a_moment_that_was_over_does_not_answer_for_the_days_after_a_threat(
    said: str, when: str, answer: list[str]
) -> None:
    made = threats(threat("when: 2026-03-12 20:00, continuing: no, watching: no"))
    found = reasons(made + chance(said).replace("2026-03-14 03:00", when))
    hurts = one(found.of(ESCAPE), "days_to_seek_help")
    assert [fact.id for fact in hurts.answered_by] == answer


@pytest.mark.parametrize(
    ("when", "answer"), [("2026-03-13", ["opp"]), ("unknown", ["opp"]), ("2026-03-14 05:00", [])]
)
def test_who_watches_during_the_offense_shuts_no_way_out_of_the_days_before_it(
    when: str, answer: list[str]
) -> None:
    made = threats(
        threat("when: 2026-03-11 20:00, continuing: no, watching: yes"),
        threat("when: 2026-03-14 05:00, continuing: no, watching: yes", "later"),
    )
    found = reasons(made + chance("watched: yes").replace("2026-03-14 03:00", when))
    hurts = one(found.of(ESCAPE), "days_to_seek_help")
    assert [fact.id for fact in hurts.answered_by] == answer


@pytest.mark.parametrize(
    ("watched", "when", "hurts"),
    [
        ("no", "2026-03-12", True),
        ("no", "2026-03-10", False),
        ("no", "2026-03-14 05:00", False),
        ("no", "unknown", False),
        ("yes", "2026-03-12", False),
    ],
)
def test_that_nobody_watched_between_an_old_threat_and_the_offense_speaks_against_its_immediacy(
    watched: str, when: str, *, hurts: bool
) -> None:
    made = threats(threat("when: 2026-03-11 20:00, watching: yes, continuing: yes"))
    body = made + chance(f"watched: {watched}").replace("2026-03-14 03:00", when)
    found = reasons(body, "ca5").of(IMMEDIACY)
    against = [each for each in found if each.rule == "ca5_unwatched_in_between"]
    assert [each.answered for each in against] == ([False] if hurts else [])
    late = threats(threat("when: 2026-03-11 20:00"), threat("when: 2026-03-14 05:00", "late"))
    found = reasons(late + body.replace(made, ""), "ca5").of(IMMEDIACY)
    against = [each for each in found if each.rule == "ca5_unwatched_in_between"]
    assert [fact.id for each in against for fact in each.answered_by] == (["late"] if hurts else [])


@pytest.mark.parametrize(
    ("when", "voices"),
    [
        ("2026-03-12", {"client"}),
        ("2026-03-13 06:00", {"client", "ev"}),
        ("2026-03-14 05:00", {"client", "ev"}),
        ("unknown", {"client", "ev"}),
    ],
)
def test_an_item_of_days_before_the_offense_does_not_show_that_a_threat_still_stood_during_it(
    when: str, voices: set[str]
) -> None:
    made = threats(
        threat("when: 2026-03-11 20:00, basis: client_account, continuing: yes, watching: yes, "
               "capacity: a gang, sources: [ev]")
    )  # fmt: skip
    item = "evidence: [{id: ev, kind: photograph, form: photograph, what: A print, "
    item += f"when: {when}, admissible_through: a custodian}}]\n"
    found = reasons(made + item)
    for rule in ("threat_continuing", "threatener_watching"):
        assert one(found.of(IMMEDIACY), rule).voices == voices
    assert one(found.of(FEAR), "fear_watching").voices == voices
    assert one(found.of(FEAR), "fear_capable").voices == {"client", "ev"}


@pytest.mark.parametrize(("asked", "answer"), [("yes", ["opp"]), ("no", []), ("unknown", [])])
def test_who_asked_for_help_in_the_weeks_after_a_threat_sought_it(
    asked: str, answer: list[str]
) -> None:
    made = threats(threat("when: 2026-03-01 20:00, continuing: no, watching: no"))
    body = made + chance(f"asked_for_help: {asked}").replace("2026-03-14 03:00", "2026-03-05")
    hurts = one(reasons(body).of(ESCAPE), "weeks_to_seek_help")
    assert [fact.id for fact in hurts.answered_by] == answer


def test_an_item_that_shows_a_moment_before_a_threat_answers_for_no_more_than_it() -> None:
    made = threats(threat("when: 2026-03-12 20:00, continuing: no, watching: no"))
    shown = "evidence: [{id: ev, kind: document, form: writing, what: A report, about: [opp], "
    shown += "traits: [asked_for_help], admissible_through: a custodian}]\n"
    for when, answer in (("2026-03-12 19:00", []), ("2026-03-13", ["ev"])):
        body = made + chance("safe: no").replace("2026-03-14 03:00", when) + shown
        hurts = one(reasons(body).of(ESCAPE), "days_to_seek_help")
        assert [fact.id for fact in hurts.answered_by] == answer


def test_what_meets_a_reason_is_named_with_what_it_bears_out() -> None:
    found = reasons(chance("phone: yes, asked_for_help: no, watched: yes, safe: no"))
    (met,) = one(found.of(ESCAPE), "no_call_to_police").met
    assert (met.id, met.predicates) == ("opp", ("watched", "opportunity_unsafe"))


@pytest.mark.parametrize(
    ("inside", "rule", "gaps"),
    [
        ("authority_present: no", "no_call_to_police", ["opp.asked_for_help", "opp.phone"]),
        ("phone: yes", "no_call_to_police", ["opp.asked_for_help"]),
        ("phone: yes", "client_unwatched", ["opp.watched", "opp.asked_for_help"]),
        ("asked_for_help: no", "client_unwatched", ["opp.watched"]),
    ],
)
def test_an_open_reason_names_everything_that_it_turns_on(
    inside: str, rule: str, gaps: list[str]
) -> None:
    open_ = one(reasons(chance(inside)).of(ESCAPE), rule)
    assert open_.gap is not None
    assert [open_.gap.id, *(each.id for each in open_.also)] == gaps


def test_an_open_reason_on_a_threat_may_turn_on_when_the_offense_was() -> None:
    made = threats(threat("when: 2026-03-14 05:00"))
    charges = count("robbery", "start: 2026-03-14 04:10")
    open_ = one(reasons(made, charges=charges).of(ESCAPE), "threatener_over_client")
    assert open_.gap is not None
    assert [open_.gap.id, *(each.id for each in open_.also)] == ["t.watching", "count-1.end"]


def test_the_open_effects_of_an_item_come_last_and_name_the_item() -> None:
    found = reasons(chance("phone: yes") + ITEM % "opp").of_item("ev")
    assert [each.is_open for each in found] == sorted(each.is_open for each in found)
    open_ = one(found, "recorded_threat.6")
    assert open_.gap is not None
    assert (open_.gap.id, [fact.id for fact in open_.facts]) == ("opp.watched", ["ev", "opp"])


def test_the_open_effects_of_two_items_of_a_kind_are_one_question() -> None:
    twice = ITEM % "opp" + (ITEM % "opp").partition("\n")[2].replace("id: ev", "id: ev2")
    found = reasons(chance("phone: yes") + twice)
    questions = [each for each in found.of(ESCAPE) if each.rule == "recorded_threat.6"]
    assert len(questions) == 1
    assert one(found.of_item("ev"), "recorded_threat.6").id == questions[0].id
    assert one(found.of_item("ev2"), "recorded_threat.6").id == questions[0].id


def test_a_trait_brings_a_rule_to_what_the_item_is_about() -> None:
    body = chance("alone: yes") + ITEM.replace("client_had_phone", "returned_to_coercer") % "opp"
    reason = one(reasons(body, "ca1").of(ESCAPE), "ca1_went_back")
    assert (reason.subject, [fact.id for fact in reason.others]) == ("opp", ["ev"])
    assert [form.value for form in reason.forms] == ["recording"]
    assert reason.voices == {"ev"}


def test_a_trait_that_nothing_could_bear_out_is_asked_of_the_item() -> None:
    body = threats(threat("")) + ITEM.replace("client_had_phone", "returned_to_coercer") % "t"
    reason = one(reasons(body, "ca1").of(ESCAPE), "ca1_went_back")
    assert (reason.subject, reason.direction) == ("ev", Direction.DEFEATS)


def test_a_reason_comes_in_only_if_all_it_needs_does() -> None:
    body = threats(
        threat("basis: counsel_inference", "first"), threat("basis: client_account", "again")
    )
    reason = one(reasons(body).of(FEAR), "fear_repeated")
    assert [fact.id for fact in reason.others] == ["first"]
    assert not reason.admissible


def test_reasons_have_ids_of_their_own_and_whole_sentences() -> None:
    body = threats(threat("against: [girl, friend]"), threat("", "u", "job")) + chance("alone: yes")
    found = reasons(body + ITEM % "t, opp", "ca5")
    for concept in Concept:
        ids = named(found.of(concept))
        assert len(ids) == len(set(ids))
        assert all(each.because.endswith(".") for each in found.of(concept))


def test_of_an_item_nobody_recorded_there_is_nothing() -> None:
    assert reasons("").of_item("ev") == ()


WILLING = """\
other_acts:
  - {id: act, basis: document, kind: willingness, what: Wrote that it was easy money., when: %s}
evidence:
  - {id: ev, kind: messages, form: writing, what: A thread, witness: friend, when: 2026-03-10,
     traits: [%s], about: [act]}
"""


@pytest.mark.parametrize(
    ("when", "traits", "hurts"),
    [
        ("2026-03-13", "made_by_threatener", True),
        # Before the threat there was nothing yet to fear.
        ("2026-03-11", "made_by_threatener", False),
        # What the client writes to others has not the tone of the two between themselves.
        ("2026-03-13", "mentions_duress", False),
    ],
)
def test_a_willing_message_hurts_fear_if_written_to_the_coercer_after_the_threat(
    when: str, traits: str, hurts: bool
) -> None:
    found = reasons(threats(threat("when: 2026-03-12 20:00")) + WILLING % (when, traits))
    assert ("messages.4.ev" in named(found.of(FEAR))) is hurts
    assert "messages.10.ev" in named(found.of(Concept.CAUSATION))


def test_a_telephone_that_another_record_shows_is_not_the_items_own() -> None:
    body = chance("phone: yes") + ITEM.replace("client_had_phone", "made_by_threatener") % "opp"
    assert "recorded_threat.7.ev" not in named(reasons(body).of_item("ev"))


MOVED = """\
events:
  - {id: first, what: It was switched on., when: 2026-03-14 %s, sources: [ev]}
  - {id: last, what: It stopped., when: 2026-03-14 %s, sources: [ev]}
evidence:
  - {id: ev, kind: location_data, form: writing, what: Trip records, witness: friend,
     when: 2026-03-14 %s, traits: [item_shows_movement]}
"""
MOVES = "location_data.6"


@pytest.mark.parametrize(
    ("last", "enforced", "answers"),
    [
        ("06:00", "watching: yes, ended: 2026-03-14 06:00", ["t"]),
        ("06:00", "continuing: yes, ended: 2026-03-14 06:00", ["t"]),
        ("06:01", "watching: yes, ended: 2026-03-14 06:00", []),
        ("06:00", "watching: yes, ended: unknown", []),
        ("06:00", "watching: no, ended: 2026-03-14 06:00", []),
    ],
)
def test_a_client_who_moves_under_a_threat_does_not_move_freely(
    last: str, enforced: str, answers: list[str]
) -> None:
    second = threat("when: about 2026-03-14 05:10", "u")
    made = threats(threat(f"when: 2026-03-14 05:00, {enforced}"), second)
    found = reasons(made + MOVED % ("04:50", last, "04:50"))
    hurts = one(found.of_item("ev"), MOVES)
    assert [fact.id for fact in hurts.answered_by] == answers


def test_what_moved_before_any_threat_passed_no_way_out_of_one() -> None:
    made = threats(threat("when: 2026-03-14 06:30"))
    found = reasons(made + MOVED % ("04:50", "06:00", "04:50"))
    assert MOVES not in {each.rule for each in found.of_item("ev")}


DISPUTED = """\
statements:
  - {id: s, basis: document, to: the court, when: 2026-08-13, summary: It was agreed.,
     conflicts_with: [t], %s}
"""


@pytest.mark.parametrize("concept", [THREAT, Concept.IMMEDIACY, FEAR])
@pytest.mark.parametrize(
    ("kind", "said", "counts"),
    [
        ("death", "speaker: rolo", True),
        ("death", "speaker: client", True),
        ("job", "speaker: rolo", False),
        ("death", "speaker: client, invoked: silence", False),
        ("death", "speaker: client, protection: proffer_letter", False),
    ],
)
def test_an_account_that_disputes_a_threat_stands_against_what_the_threat_carries(
    concept: Concept, kind: str, said: str, counts: bool
) -> None:
    body = threats(threat("when: 2026-03-14 05:00", kinds=kind)) + DISPUTED % said
    found = [each for each in reasons(body).of(concept) if each.rule == f"disputed_{concept}"]
    assert [each.subject for each in found] == (["s"] if counts else [])
    assert [fact.id for each in found for fact in each.others] == (["t"] if counts else [])


@pytest.mark.parametrize(
    ("when", "hurts"), [("2026-03-14 06:50", True), ("2026-03-14 07:00", False)]
)
def test_a_moment_after_the_offense_that_an_item_shows_was_no_way_out_of_it(
    when: str, hurts: bool
) -> None:
    video = (
        f"opportunities: [{{id: opp, what: a red light, when: {when}}}]\n"
        "evidence: [{id: ev, kind: surveillance_video, form: recording, what: Video, "
        "witness: friend, traits: [client_alone], about: [opp]}]\n"
    )
    assert ("surveillance_video.7.ev" in named(reasons(video).of(ESCAPE))) is hurts


LOG = """\
evidence:
  - {id: e, kind: phone_records, form: writing, what: A log, when: 2026-03-13 22:00,
     traits: [client_had_phone], admissible_through: of record}
"""
OF_ITS_TIME = [
    (("2026-03-14 05:00, watched: yes",), True),
    (("2026-03-14 05:00, watched: yes", "2026-03-14 05:30, watched: no"), False),
    # A day after the log, and after the offense.
    (("2026-03-14 05:00, watched: yes", "2026-03-15 09:00, watched: no"), True),
    (("2026-03-11 05:00, watched: yes",), False),
]


@pytest.mark.parametrize(("moments", "met"), OF_ITS_TIME)
def test_an_item_that_shows_no_opportunity_is_met_by_those_of_its_time(
    moments: tuple[str, ...], met: bool
) -> None:
    chances = "".join(
        f"  - {{id: o{n}, what: a stop, basis: client_account, when: {when}}}\n"
        for n, when in enumerate(moments)
    )
    found = reasons("opportunities:\n" + chances + LOG).of_item("e")
    given = one(found, "phone_records.7")
    assert [each.id for each in given.answered_by] == (["o0"] if met else [])


@pytest.mark.parametrize(("when", "met"), [("03-14 05:00", True), ("03-20 09:00", False)])
def test_who_watched_once_the_offense_was_over_says_nothing_of_who_was_there(
    when: str, met: bool
) -> None:
    made = threats(threat("when: 2026-03-10 09:00, watching: no, continuing: no"))
    body = made + chance("watched: yes").replace("03-14 03:00", when)
    found = reasons(body, court="ca1")
    assert bool(one(found.of(IMMEDIACY), "threatener_absent").met) is met


def test_a_threat_that_names_no_count_is_measured_against_those_that_threats_name() -> None:
    charges = counts(
        "offense: fraud, start: 2026-03-14 04:10, end: 2026-03-14 06:55",
        "offense: fraud, start: 2026-06-01 04:10, end: 2026-06-01 06:55",
    )
    tied = threat("when: 2026-03-12 09:00, demanded_offense: count-1")
    body = threats(tied, threat("when: 2026-03-13 20:00", id="free"))
    found = reasons(body, charges=charges).of(IMMEDIACY)
    assert "threat_weeks_before.free" not in named(found)
    alone = reasons(threats(threat("when: 2026-03-13 20:00")), charges=charges).of(IMMEDIACY)
    assert "threat_weeks_before.t" in named(alone)


@pytest.mark.parametrize(
    ("trait", "hurts"), [("made_by_client", True), ("made_by_threatener", False)]
)
def test_only_who_wrote_messages_could_have_written_to_the_police(trait: str, hurts: bool) -> None:
    item = (
        "evidence: [{id: texts, kind: messages, form: writing, what: Texts,"
        f" admissible_through: a custodian, traits: [client_had_phone, {trait}]}}]\n"
    )
    said = [each for each in reasons(item).of(ESCAPE) if "Whoever can write" in each.because]
    assert bool([each for each in said if each.fact]) is hurts
