"""The memo as it is composed: what its sections print of a small case."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from drafter.analysis.analyze import analyze
from drafter.composition.blocks import Document, RunKind
from drafter.composition.documents import Composer
from drafter.composition.templating.folders import template_folders
from drafter.doctrine import Library
from drafter.pipeline.session import Session
from drafter.pipeline.setup import Setup
from drafter.pipeline.sources import Source
from tests.analysis.parts import AS_OF, DRUGS, LIBRARY, case, counts
from tests.analysis.sentencing.sentences import computation
from tests.samples import AS_OF as DRAFTED
from tests.samples import SAMPLES, retold


@cache
def composer() -> Composer:
    return Composer(template_folders())


def memo(body: str, **more: str) -> Mapping[str, str]:
    """Every block of the memo by its id."""
    analysis = analyze(case(body, **more), LIBRARY.in_force(AS_OF))
    kind = composer().kind("duress_memo")
    document = composer().compose(kind, kind.edition(), analysis)
    return {block.id: block.text for block in document.blocks}


def memo_of(sample: Path) -> Document:
    """The memo of a sample case."""
    session = Session(Setup(DRAFTED, Path("unused")))
    kind = composer().kind("duress_memo")
    return composer().compose(kind, kind.edition(), session.analyze(Source.read(sample)))


def test_self_defense_is_not_left_to_stand_on_threats_by_others_than_the_person_harmed() -> None:
    body = (
        "threats: [{id: t, speaker: rolo, kinds: [death], watching: yes, basis: client_account}]\n"
    )
    told = "That anybody who was harmed made any of these threats is not recorded."
    charges = counts("offense: assault, violent: yes", "offense: firearm_possession, violent: no")
    row = memo(body, charges=charges)["defenses/fits/fit/self_defense"]
    assert told in row
    gun = counts("offense: firearm_possession, violent: no")
    assert told not in memo(body, charges=gun)["defenses/fits/fit/self_defense"]


NO_PHONE = """\
opportunities: [{id: shop, what: at a counter, when: 2026-03-14 06:30, phone: no}]
answers:
  - {id: a, basis: client_account, question: no_call, opportunity: shop, answer: He had taken it.}
"""


def test_an_answer_about_a_moment_with_no_telephone_is_printed() -> None:
    found = memo(NO_PHONE)
    assert found["question/elsewhere/no_call/a"].startswith(
        "Recorded answer, at a counter (March 14, 2026): He had taken it."
    )
    assert "question/none/no_call" not in found


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("what: Money., received: no", "Money (not received)"),
        ("what: Money., received: no, promised: yes", "Money (promised, not received)"),
        ("what: No money., received: no", "No money"),
        ("what: Money., received: yes", "Money"),
    ],
)
def test_a_benefit_that_was_not_received_does_not_read_as_received(inside: str, told: str) -> None:
    body = f"benefits: [{{id: b, basis: document, {inside}, note: Ask.}}]\n"
    assert memo(body)["notes/on/b"].startswith(f"{told}: ((")


SAID = """\
events: [{id: stop, what: She stopped at a store., when: 2026-03-14 05:00}]
statements:
  - {id: first, to: an officer, when: 2026-03-14 07:00, summary: Said so.,
     says: [{element: escape, text: She had not stopped.}], conflicts_with: [stop]}
  - {id: later, to: the court, when: 2026-03-20, summary: Said so.,
     says: [{element: escape, text: She had stopped once.}]}
"""


def test_a_conflict_of_an_account_with_another_fact_is_told_with_the_account() -> None:
    found = memo(SAID)
    assert (
        "Recorded as conflicting with it: She stopped at a store. ((Document, none named.))"
        in found["accounts/list/account/first"]
    )
    assert "conflicting" not in found["accounts/list/account/later"]
    assert found["accounts/compared/escape"].endswith(
        "The file does not link these accounts as conflicting with each other; counsel must compare"
        " them. What was said to an officer is recorded as conflicting with what stands beside it"
        " in the table: counsel must settle what can be offered in good faith before anyone"
        " testifies."
    )


def test_two_accounts_to_one_person_are_told_apart_by_when_they_were_given() -> None:
    found = memo(SAID.replace("to: the court", "to: an officer"))["accounts/compared/escape"]
    first = "an officer (March 14, 2026, at 7:00 a.m. Pacific time)"
    assert f"To {first}: She had not stopped. To an officer (March 20, 2026): She had" in found
    assert f"What was said to {first} is recorded as conflicting" in found


def test_accounts_that_the_file_does_not_link_are_left_to_counsel_to_compare() -> None:
    found = memo(SAID.replace(", conflicts_with: [stop]", ""))
    assert found["accounts/compared/escape"].endswith(
        "She had stopped once. The file does not link these accounts as conflicting; counsel must"
        " compare them."
    )
    assert "conflicting" not in found["accounts/list/account/first"]


def test_a_report_of_which_an_account_is_compared_is_not_told_as_told_elsewhere() -> None:
    body = """\
events:
  - {id: pastor, kind: report, what: She told her pastor., when: 2026-03-14, sources: [talk]}
  - {id: aunt, kind: report, what: She told her aunt., when: 2026-03-15, sources: [talk]}
statements:
  - {id: st, to: Rev. Roe, when: 2026-03-14, summary: Said so., sources: [talk at p. 2]}
evidence:
  - {id: talk, kind: document, form: writing, what: Notes}
"""
    found = memo(body)
    assert "accounts/told/aunt" in found
    assert "accounts/told/pastor" not in found


def test_a_report_of_the_minute_of_an_account_is_that_account_whatever_shows_it() -> None:
    body = """\
events:
  - {id: pastor, kind: report, what: She called her pastor., when: 2026-03-14 11:04}
  - {id: aunt, kind: report, what: She told her aunt., when: 2026-03-14 11:05}
statements: [{id: st, to: Rev. Roe, when: 2026-03-14 11:04, summary: Said so.}]
"""
    found = memo(body)
    assert "accounts/told/aunt" in found
    assert "accounts/told/pastor" not in found


def test_an_element_that_is_not_supported_is_named_after_a_colon() -> None:
    body = """\
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-12}]
opportunities:
  - {id: yard, what: alone in a yard, when: 2026-03-14 05:00, alone: yes, watched: no, safe: yes}
"""
    told = "\n".join(memo(body, district="ilnd").values())
    assert "ot supported: no reasonable" in told or "on the whole record: no reasonable" in told
    assert "alternative is " not in told


PLACED = """\
events:
  - {id: out, what: The car left with a passenger., when: 2026-03-14 05:00, where: the main gate}
  - {id: lane, what: The car was in the lanes at the bridge., when: 2026-03-14 06:00,
     where: the bridge}
"""


def test_the_chronology_tells_a_time_by_its_own_clock_and_by_that_of_the_picture() -> None:
    found = memo(
        """\
events:
  - {id: seen, what: A truck was seen, when: 2026-06-12 20:30 America/Denver}
  - {id: call, what: A call was made, when: 2026-06-12 21:30 America/Tijuana}
"""
    )
    assert found["chronology/time/entry/seen"].split("\t")[1] == (
        "June 12, 2026, at 8:30 p.m. Mountain time (June 12, 2026, at 7:30 p.m. Pacific time)"
    )
    assert found["chronology/time/entry/call"].split("\t")[1] == (
        "June 12, 2026, at 9:30 p.m. Tijuana time"
    )


def test_an_event_is_told_with_its_place_where_its_words_do_not_name_it() -> None:
    found = memo(PLACED)
    row = "chronology/time/entry/"
    assert "The car left with a passenger. Place: the main gate.\t" in found[f"{row}out"]
    assert "The car was in the lanes at the bridge.\t" in found[f"{row}lane"]


def test_what_one_account_alone_says_of_an_element_is_printed() -> None:
    body = SAID.replace("element: escape, text: She had stopped", "element: fear, text: She cried")
    found = memo(body)
    assert found["accounts/compared/escape"] == (
        "No reasonable opportunity to escape, and no legal alternative. To an officer: She had not"
        " stopped. No other account is recorded under this element; counsel must read the others"
        " for it. What was said to an officer is recorded as conflicting with what stands beside it"
        " in the table: counsel must settle what can be offered in good faith before anyone"
        " testifies."
    )
    assert found["accounts/compared/fear"] == (
        "Well-grounded fear. To the court: She cried once. No other account is recorded under this"
        " element; counsel must read the others for it."
    )


def test_what_is_missing_of_a_threat_stands_with_that_threat_where_defenses_are_named() -> None:
    body = """\
threats:
  - {id: t, speaker: rolo, kinds: [death], when: 2026-03-12}
  - {id: u, speaker: rolo, demand: drive, demanded_offense: count-1, when: 2026-03-13}
  - {id: v, speaker: rolo, kinds: [death], when: 2026-03-14}
  - {id: w, speaker: rolo, kinds: [job], when: 2026-03-15}
"""
    asked = "[NEED: whether anything was demanded, and what]"
    assert (
        f"Rogelio Tapia’s threat of March 12, 2026: ((Client’s account; privileged.)) {asked};"
        " Rogelio Tapia’s threat of March 13, 2026: ((Client’s account; privileged.)) [NEED: what"
        " was threatened]; Rogelio Tapia’s threat of March 14, 2026: ((Client’s account;"
        f" privileged.)) {asked}"
    ) in memo(body)["defenses/fits/fit/coercion"]


def test_what_else_is_missing_for_a_defense_is_told_apart_and_of_its_count() -> None:
    charges = counts("offense: fraud, start: 2026-03-14, end: 2026-03-14")
    screen = "trafficking: {id: screen, basis: counsel_inference}\n"
    row = memo(screen, charges=charges)["defenses/fits/fit/trafficking"]
    assert (
        "[NEED: whether the client was a victim of trafficking at the time of the offense];"
        " Count 1: [NEED: whether the count is a crime of violence under 18 U.S.C. § 16(a)]"
    ) in row


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_each_missing_fact_and_each_unmet_one_has_a_comment_on_its_marker(sample: Path) -> None:
    blocks = memo_of(sample).blocks
    listed = [block for block in blocks if re.fullmatch(r"missing/(gap|also)/[^/]+", block.id)]
    weak = [block for block in blocks if RunKind.WEAK in {run.kind for run in block.runs}]
    assert listed
    assert weak
    for kind, blocks_ in ((RunKind.GAP, listed), (RunKind.WEAK, weak)):
        for block in blocks_:
            markers = [run for run in block.runs if run.kind is kind]
            assert markers, block.id
            assert all(run.remark for run in markers), block.id
    first = {block.id: block.text for block in blocks if block.id.startswith("front/")}
    assert first["front/heading/weak"].startswith("Weak points\t")
    assert "listed under Missing facts" in first["front/heading/missing"]


def test_a_threat_of_lesser_harm_is_not_denied_where_a_grave_one_is_needed() -> None:
    assert memo("")["missing/needed/immediacy/nearness"] == (
        "Nothing that can come in yet shows a threat of death or serious bodily injury made during"
        " the offense or within the hour before it, or that went on through it, or whose maker was"
        " there or watching."
    )


TO_A_FRIEND = """\
threats:
  - {id: t, speaker: rolo, kinds: [death], against: [friend], when: 2026-03-13 20:00}
"""


def test_a_decision_that_a_statement_of_law_names_is_cited_with_it() -> None:
    told = memo(TO_A_FRIEND)["availability/others"]
    assert "was asked in Gordon and not seen answered. ((Ninth Circuit Manual" in told
    assert "; United States v. Gordon, 526 F.2d 406 (9th Cir. 1975) [" in told


def test_law_of_possession_is_marked_as_that_beside_any_other_count_of_a_firearm(
    tmp_path: Path,
) -> None:
    added = tmp_path / "offenses" / "firearm_transfer.yaml"
    added.parent.mkdir()
    added.write_text("id: firearm_transfer\ntitle: Transfer\nnature: [firearm]\n", "utf-8")
    library, kind = Library.load(tmp_path), composer().kind("duress_memo")
    for offense, marked in (("firearm_transfer", True), ("firearm_possession", False)):
        found = retold("thin-case", "firearm_acquisition", offense, library)
        blocks = composer().compose(kind, kind.edition(), found).blocks
        told = next(each.text for each in blocks if each.id.startswith("availability/count"))
        assert ("That was said of possession" in told) is marked


def test_whether_section_28_covers_a_count_has_its_authority() -> None:
    covered = "offense: drug_trafficking, start: 2026-03-14 04:10, end: 2026-03-14 06:55, violent: "
    told = memo("", charges=counts(f"{covered}no", f"{covered}yes"))
    for id in ("count-1", "count-2"):
        assert "18 U.S.C. §\u00a03771A [" in told[f"statute/coverage/{id}"]


TWO_THREATS = """\
threats:
  - {id: lot, speaker: rolo, kinds: [death], when: 2026-03-13 20:00, continuing: no,
     ended: 2026-03-14 06:00, ended_how: She got out of the car.}
  - {id: house, speaker: rolo, kinds: [death], when: 2026-03-13 23:00, continuing: no%s}
events: [{id: gave, kind: surrender, when: 2026-03-14 08:00, what: She told an officer.}]
"""
LOT = "Rogelio Tapia’s threat of March 13, 2026, at 8:00 p.m. Pacific time"
HOUSE = "Rogelio Tapia’s threat of March 13, 2026, at 11:00 p.m. Pacific time"


@pytest.mark.parametrize(
    ("surrender", "told"),
    [
        ("2026-03-08 04:30", "3 hours 10 minutes (clocks were set forward 1 hour in between)."),
        (
            "2026-03-08 01:50",
            "1 hour 30 minutes (by Mountain time, clocks were set forward 1 hour in between).",
        ),
        ("2026-03-08 01:30 America/Denver", "10 minutes."),
    ],
)
def test_the_time_between_steps_told_by_two_clocks_says_which_were_set(
    surrender: str, told: str
) -> None:
    body = f"""\
threats:
  - {{id: lot, speaker: rolo, kinds: [death], when: 2026-03-07 20:00, continuing: no,
     ended: 2026-03-08 01:20 America/Denver}}
events: [{{id: gave, kind: surrender, when: {surrender}, what: She told an officer.}}]
"""
    charges = counts("offense: drug_trafficking, start: 2026-03-07 21:00, end: 2026-03-07 23:00")
    span = memo(body, charges=charges)["surrender/span/end_to_surrender"]
    assert span == f"Threat objectively ended to surrender: {told}"


def test_a_sentence_begins_with_a_capital_where_a_person_is_only_described() -> None:
    body = """\
  - {id: voice, name: unknown caller, relation: voice on the telephone}
threats:
  - {id: call, speaker: voice, kinds: [death], when: 2026-03-13 20:00, continuing: no,
     ended: 2026-03-14 06:00, ended_how: agents arrested the caller}
events: [{id: rang, kind: other, when: 2026-03-13 20:00, what: The telephone rang.}]
statements: [{id: told, speaker: voice, to: an agent, when: 2026-03-14 09:00, summary: Nothing.}]
"""
    found = memo(body)
    assert "Pacific time. Agents arrested" in found["surrender/steps/step/threat_ended"]
    printed = "\n".join(found.values())
    assert "The telephone rang. Unknown caller made a threat" in printed
    assert "Unknown caller to an agent: Nothing." in printed
    assert not re.search(r"(\. |\t|^)unknown caller", printed, re.MULTILINE)


def test_the_end_of_one_threat_is_not_printed_as_the_end_of_all() -> None:
    found = memo(TWO_THREATS % "")
    assert found["surrender/steps/step/threat_ended"] == (
        "Threat objectively ended\tNot recorded for every threat; the last recorded: March 14,"
        f" 2026, at 6:00 a.m. Pacific time\t{LOT}: ((Client’s account; privileged.)) ended"
        " March 14, 2026, at 6:00 a.m. Pacific time. She got out of the car."
        f" {HOUSE}: ((Client’s account; privileged.))"
        " no end is recorded."
    )
    assert found["surrender/span/end_to_surrender"] == (
        f"Threat objectively ended to surrender: 2 hours, provided that {LOT} was the last to end;"
        " on any reading at most 2 hours, if in that order at all."
    )
    assert found["surrender/span/offense_to_end"].endswith("; otherwise it may be longer.")


def test_with_every_end_recorded_the_time_from_it_has_no_condition() -> None:
    found = memo(TWO_THREATS % ", ended: 2026-03-14 07:00")
    assert (
        "\tMarch 14, 2026, at 7:00 a.m. Pacific time\t"
        in found["surrender/steps/step/threat_ended"]
    )
    assert found["surrender/steps/step/threat_ended"].endswith("How it ended is not recorded.")
    assert found["surrender/span/end_to_surrender"].endswith("surrender: 1 hour.")


def test_a_threat_that_goes_on_is_named_beside_one_that_ended() -> None:
    row = memo((TWO_THREATS % "").replace("23:00, continuing: no", "23:00, continuing: yes"))
    assert row["surrender/steps/step/threat_ended"].endswith(
        "She got out of the car. "
        f"{HOUSE}: ((Client’s account; privileged.)) recorded as continuing, and no end"
        " is recorded."
    )
    assert "\tnot recorded\t" in row["surrender/steps/step/threat_ended"]


def test_from_the_end_of_one_threat_the_time_is_told_where_another_goes_on() -> None:
    body = (TWO_THREATS % "").replace("23:00, continuing: no", "23:00, continuing: yes")
    found = memo(body)
    assert found["surrender/ended-threat/lot"] == (
        f"{LOT}, of which an end is recorded, from that end to surrender: 2 hours."
    )
    assert "never lifted before the surrender is" in found["surrender/continuing"]
    held = "events: [{id: held, kind: arrest, when: 2026-03-14 09:00, what: Held.}, "
    arrested = memo(body.replace("events: [", held))
    assert "never lifted before the arrest is" in arrested["surrender/continuing"]
    ended = memo(TWO_THREATS % ", ended: 2026-03-14 07:00")
    assert not [id for id in ended if "ended-threat" in id]


def test_where_no_opportunity_is_safe_it_is_said_from_when_one_is_counted() -> None:
    row = memo((TWO_THREATS % "").replace("23:00, continuing: no", "23:00, continuing: yes"))
    assert row["surrender/steps/step/first_safe"].endswith(
        "none recorded. None from before the offense began (March 14, 2026, at 4:10 a.m. Pacific"
        " time) counts: a surrender within a day of that came within a day of the first, whichever"
        " it was."
    )


def test_a_belief_that_one_threat_was_over_is_not_printed_as_a_belief_in_the_end_of_all() -> None:
    found = memo(TWO_THREATS % ", ended: 2026-03-14 06:00, believed_ended: 2026-03-14 07:30")
    row = found["surrender/steps/step/believed_ended"]
    assert f"{LOT}: ((Client’s account; privileged.)) no such belief is recorded." in row
    assert row.endswith(
        "the belief that it was over dates from March 14, 2026, at 7:30 a.m. Pacific time."
    )
    assert (
        f"provided that {HOUSE} was the last that the client"
        in (found["surrender/span/belief_to_surrender"])
    )


MAYBE = """\
opportunities:
  - {id: maybe, what: a stop by a station, where: on the road, when: 2026-03-14 05:00}
%sevents: [{id: gave, kind: surrender, when: 2026-03-14 08:00, what: She told an officer.}]
"""
SAFE = (
    "  - {id: safe, what: a stop at a store, where: in town, when: 2026-03-14 06:00, safe: yes}\n"
)


def test_an_opportunity_of_unknown_safety_is_told_as_possible() -> None:
    found = memo(MAYBE % SAFE)
    assert found["surrender/steps/step/first_safe"].endswith(
        "First opportunity known to be safe: a stop at a store (in town). Possibly, instead: a stop"
        " by a station (March 14, 2026), ((Client’s account; privileged.)) safety not recorded."
    )
    assert found["surrender/span/first_safe_to_surrender"].endswith(
        "2 hours, provided that the opportunity recorded for March 14, 2026, at 6:00 a.m. Pacific"
        " time was the first that was safe; on any reading between 2 hours and 3 hours."
    )


def test_where_none_is_known_to_be_safe_the_row_says_so() -> None:
    found = memo(MAYBE % "")
    assert found["surrender/steps/step/first_safe"] == (
        "First safe opportunity\tnot recorded\tFirst opportunity known to be safe: none recorded."
        " Possibly: a stop by a station (March 14, 2026), ((Client’s account; privileged.)) safety"
        " not recorded."
    )
    assert "surrender/span/first_safe_to_surrender" not in found


CONTACTS = """\
threats:
  - {id: lot, speaker: rolo, kinds: [death], when: 2026-03-12, continuing: no,
     ended: 2026-03-14 06:00}
events:
  - {id: gave, kind: authority_contact, when: 2026-03-14 09:00, what: She called the marshals.}
"""
REPORT = "  - {id: r, kind: authority_contact, when: 2026-03-13 10:00, what: She asked for help.}\n"


def test_a_contact_before_the_offense_and_the_first_after_it_are_both_printed() -> None:
    found = memo(CONTACTS + REPORT)
    assert found["surrender/steps/step/earlier_contact"] == (
        "Contact with an authority before the offense\tMarch 13, 2026, at 10:00 a.m. Pacific time\t"
        "She asked for help."
    )
    assert found["surrender/steps/step/first_contact"].endswith("\tShe called the marshals.")
    assert found["surrender/span/end_to_contact"].endswith(
        "first contact with an authority: 3 hours."
    )
    assert "surrender/steps/step/earlier_contact" not in memo(CONTACTS)
    assert "surrender/steps/step/later_contact" not in found


NOTED = """\
notes: [{id: n1, text: The offer is oral}]
threats: [{id: t1, speaker: rolo, kinds: [death], note: Ask again., strategy: Lead with it}]
events: [{id: v1, what: She stopped at a store., when: 2026-03-14 05:00}]
"""


def test_what_counsel_noted_of_the_case_and_of_a_fact_is_printed() -> None:
    found = memo(NOTED)
    assert found["notes/note/n1"] == "The offer is oral."
    assert found["notes/on/t1"] == (
        "Rogelio Tapia’s threat: ((Client’s account; privileged.)) Ask again. Lead with it."
    )
    assert "notes/on/v1" not in found


def test_a_case_without_notes_has_no_section_for_them() -> None:
    assert not [id for id in memo(SAID) if id.startswith("notes")]


MATES = """\
codefendants:
  - {id: c1, basis: document, person: rolo, role: drove, status: charged, coercer: yes,
     statements: Says that he carried a knife.}
  - {id: c2, basis: document, person: friend, role: kept watch, status: charged, coercer: no,
     spoke_of_client: no, statements: None was produced.}
  - {id: c3, basis: document, person: friend, role: cooked, status: charged, coercer: no,
     spoke_of_client: yes}
"""


def test_a_threat_that_may_have_come_after_a_count_began_may_be_the_last_before_it() -> None:
    made = "threats: [{id: a, kinds: [death], when: 2026-03-12}, {id: b, kinds: [death], when: %s}]"
    for when, told in (("2026-03-13", "the last"), ("2026-03-14", "which may be the last")):
        span = memo(f"{made % when}\n")["surrender/last-threat/count-1"]
        assert f", {told} before count 1, to the beginning of that count" in span


def test_what_a_codefendant_said_is_printed_where_it_is_compared_and_where_it_counts() -> None:
    found = memo(MATES)
    told = "((Document, none named; privileged.)) Says that he carried a knife."
    said = f"Rogelio Tapia, who drove: {told}"
    unsaid = (
        "Teresa Soto, who cooked: ((Document, none named; privileged.)) "
        "[NEED: what the co-defendant has said about the client]."
    )
    assert found["accounts/codefendant/c1"] == f"A co-defendant. {said}"
    assert found["accounts/codefendant/c2"].endswith("None was produced.")
    assert found["accounts/codefendant/c3"] == f"A co-defendant. {unsaid}"
    for id in (
        "option/risk/trial_common_law/codefendant",
        "group/task/motion/codefendant_statements",
    ):
        assert f" {said} {unsaid}" in found[id]
        assert "kept watch" not in found[id]


def test_nothing_is_printed_for_a_codefendant_who_has_said_nothing() -> None:
    silent = MATES[: MATES.index("  - {id: c2")].replace("statements", "sentence")
    assert not [id for id in memo(silent) if id.startswith("accounts/codefendant")]


def test_notice_that_was_given_is_printed_with_the_expert_and_in_place_of_its_deadline() -> None:
    body = (
        "experts: [{id: x1, name: Dr. Roe, field: mental_condition, topic: Fear, %s"
        "government_requested_disclosure: yes}]\n"
    )
    found = memo(body % "noticed: 2026-10-01, ")
    assert (
        "Dr. Roe (mental condition; notice given on October 1, 2026)"
        in found["defenses/fits/fit/mental_condition"]
    )
    assert "\tGiven on October 1, 2026\t" in found["deadlines/days/deadline/notice_12_2_b"]
    assert "Given on" not in memo(body % "")["deadlines/days/deadline/notice_12_2_b"]


def test_that_no_element_stands_on_the_clients_word_is_not_said_where_nothing_is_shown() -> None:
    assert "testimony/none" not in memo("")
    found = memo("threats: [{id: t, speaker: rolo, specific: yes, when: 2026-03-12}]")
    assert found["testimony/only/threat"] == (
        "Threat of death or serious bodily injury. All that helps it and can come in is the"
        " client’s word: Rogelio Tapia’s threat of March 12, 2026."
        " ((Client’s account; privileged.))"
    )
    assert "testimony/none" not in found


def test_what_the_client_decided_stands_with_an_option_that_is_still_open() -> None:
    body = """\
engagement:
  decisions: [{id: d, decision: cooperate, decided: to say nothing., decided_on: 2026-07-28}]
"""
    found = memo(body)
    assert found["option/decided/cooperation"] == (
        "Decided by the client. To say nothing (July 28, 2026)."
    )
    assert "The client has decided: to say nothing." in found["strategy/options/option/cooperation"]
    assert "option/decided/cooperation" not in memo("")


def test_each_option_names_what_it_needs_next_by_its_day() -> None:
    dates = "{psr_disclosed: 2026-12-01, sentencing: 2027-02-01}"
    found = memo("", proceeding="sentencing", dates=dates)
    assert found["option/next/mitigation"] == (
        "Next. State objections to the presentence report in writing, by December 15, 2026; enter"
        " the computation under the other Manual; read the Manual effective November 1, 2026."
    )
    assert "option/next/trial_common_law" not in found


def test_the_words_of_another_case_are_told_with_the_cases_and_not_of_a_fact() -> None:
    alone = """\
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-12}]
opportunities:
  - {id: yard, what: alone in a yard, when: 2026-03-14 05:00, alone: yes, watched: no, safe: yes}
"""
    found = memo(alone, district="ilnd")
    of_fact = found["hurts/fact/escape/yard"]
    assert "The client was left alone and unwatched at this moment" in of_fact
    assert "getaway driver" not in of_fact
    assert "a getaway driver who was left" in found["precedents/precedent/escape/jocic_ca7_2000"]


def test_a_way_out_of_a_count_that_lasts_and_of_one_that_does_not_is_told_once() -> None:
    body = """\
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-12}]
opportunities: [{id: shop, what: a stop, when: 2026-03-14 05:00, safe: yes}]
"""
    span = "start: 2026-03-14 04:00, end: 2026-03-14 06:00"
    held = f"offense: firearm_possession, continuing: yes, {span}"
    for charges in (counts(held), counts(f"offense: robbery, {span}", held)):
        told = memo(body, charges=charges)["hurts/fact/escape/shop"]
        assert told.count("reasonable, legal alternative") == 1


def test_a_demand_for_something_else_is_not_asked_for_again() -> None:
    body = """\
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-12, demand: carry a package,
  ended: 2026-03-20, continuing: no}]
"""
    found = memo(body, district="mied")
    asked = {text for text in found.values() if "[NEED: " in text}
    assert not [text for text in asked if "what was demanded" in text]
    assert any("[NEED: what ties the act to a threat" in text for text in asked)


OFFERED = """\
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-12, watching: no}]
opportunities:
  - {id: shop, what: a stop at a shop, when: 2026-03-14 06:30, alone: yes, watched: no,
     safe: yes, authority_present: yes, sources: [call]}
events: [{id: told, what: She called for help., when: 2026-03-14 06:50, sources: [call]}]
benefits: [{id: paid, what: $500, received: yes, basis: document, sources: [call]}]
evidence: [{id: call, kind: call_recording, form: recording, what: A call, handling: open}]
exhibit: {mode: fre_107, events: [told]}
"""


def test_what_a_source_of_the_exhibit_shows_beyond_its_row_is_told_with_it() -> None:
    opens = memo(OFFERED)["exhibit/opens/call"]
    assert opens.startswith("The source of a row, A call, also opens: ")
    assert (
        "a stop at a shop (March 14, 2026), ((A call; client’s account; privileged.)) on " in opens
    )
    assert "immediacy and escape; " in opens
    assert opens.endswith("$500, ((A call; document; privileged.)) beside the elements.")
    unshown = OFFERED.replace("sources: [call]}\nevents", "}\nevents")
    assert "stop at a shop" not in memo(unshown)["exhibit/opens/call"]
    unsourced = OFFERED.replace("06:50, sources: [call]", "06:50")
    assert "exhibit/opens/call" not in memo(unsourced)


def test_who_watched_for_a_part_of_the_time_only_is_told_so_wherever_watching_is() -> None:
    body = """\
threats:
  - {id: t, speaker: rolo, kinds: [death], against: [girl], when: 2026-03-14, watching: yes%s}
"""
    told = [
        next(text for id, text in memo(body % part).items() if "follow-up/t.watched" in id)
        for part in ("", ", watching_in_part: yes")
    ]
    assert "): yes. (" in told[0]
    assert "): yes, for a part of the time only. (" in told[1]


def test_a_question_without_any_stake_stands_under_no_heading_of_another() -> None:
    abroad = (
        "threats: [{id: t1, speaker: rolo, kinds: [death], when: 2026-03-12 20:30 America/Tijuana}]"
        "\n"
    )
    found = memo(abroad, client="citizenship: United States")
    assert "stakes" not in found
    assert "does venue lie here" in found["open_questions/question/venue_of_facts"]


def test_a_threat_of_an_unknown_maker_after_a_day_is_named_as_made_after_it() -> None:
    found = memo("threats: [{id: t1, kinds: [death], note: Ask., when: after 2026-03-12}]\n")
    assert found["notes/on/t1"].startswith("The threat made after March 12, 2026: ((")


def test_counts_that_are_gone_are_named_once() -> None:
    charges = DRUGS + (
        "  - {id: count-2, count: 2, statute: a statute, title: Conspiracy,"
        " offense: drug_trafficking, disposition: acquitted}\n"
        "  - {id: count-3, count: 3, statute: a statute, title: False statement,"
        " offense: false_statement, disposition: dismissed}\n"
    )
    assert memo("", charges=charges)["question/gone"] == (
        "Not tested here: count 2, conspiracy (acquitted); count 3, false statement (dismissed)."
    )
    assert "question/gone" not in memo("")


KNOWN = """\
witnesses: [{id: w1, basis: witness, person: friend, knows: Saw the visit and called no one.,
  interviewed: no}]
involvement: [{id: i1, basis: client_account, what: She owed him money.,
  voluntary_association: yes}]
threats: [{id: t1, speaker: rolo, kinds: [death], against: [client], when: 2026-03-12 20:30,
  demand: drive a car across, demanded_offense: count-1, watching: no}]
benefits: [{id: b1, basis: document, what: A roll of bills., amount: $600, received: no}]
codefendants: [{id: c1, basis: document, person: rolo, role: drove, coercer: yes,
  status: trial set for May}]
"""


def test_everybody_is_introduced_with_what_the_record_says_of_them() -> None:
    found = memo(KNOWN)
    assert (
        "Saw the visit and called no one. Not interviewed. (" in found["people/who/person/friend"]
    )
    charged = found["people/who/person/rolo"]
    assert "Charged too, as one who drove; trial set for May. (" in charged
    assert charged.endswith("Not listed as a witness.")


def test_whoever_is_at_risk_is_told_as_not_to_be_named_and_an_alias_is_asked_for() -> None:
    safety = "safety: [{id: s, basis: witness, at_risk: [friend], what: Where she lives.}]\n"
    found = memo(KNOWN + safety)
    row = found["people/who/person/friend"]
    assert "At risk, and not to be named outside. [NEED: the alias that papers for others" in row
    assert "At risk" not in found["people/who/person/rolo"]
    assert "At risk" not in memo(KNOWN)["people/who/person/friend"]


def test_what_was_demanded_and_what_was_received_is_printed_with_how_it_came_about() -> None:
    found = memo(KNOWN)
    assert (
        "Demanded: drive a car across (count 1). Threatened: death." in found["demands/demand/t1"]
    )
    assert "Watched during the offense: no." in found["demands/demand/t1"]
    assert "A roll of bills. Amount: $600. Received: no." in found["benefits/benefit/b1"]
    account = found["involvement/account/i1"]
    assert "Voluntary association: yes." in account
    assert "Known to the client as violent: not recorded." in account


def test_a_benefit_that_was_promised_is_told_as_not_received_where_that_is_recorded() -> None:
    debt = "benefits: [{id: b1, basis: document, what: A debt gone., promised: yes, received: no}]"
    assert memo(debt)["bad/also/b1"].endswith("a benefit that was promised and not received.")


AGREED = """\
plea_agreement: {id: p1, status: "draft of June 1, unsigned", appeal_waiver: all but the ruling,
  stipulations: [The ruling may be appealed.], factual_basis: She drove.,
  arguments: [{argument: variance, permission: barred, paragraph: ¶ 6}]}
engagement: {decisions: [
  {id: d1, decision: raise_duress, advised: 2026-05-20, decided: to raise it,
   decided_on: 2026-06-01},
  {id: d2, decision: plead, advised: 2026-05-20}]}
"""


def test_the_plea_agreement_is_told_once_with_its_status_and_what_it_keeps() -> None:
    found = memo(AGREED)
    assert found["plea_agreement/status"].startswith("Status: draft of June 1, unsigned.")
    assert found["plea_agreement/stipulations"] == "Stipulations. The ruling may be appealed."
    assert "variance, barred (¶ 6)" in found["plea_agreement/arguments"]
    assert found["plea_agreement/waiver"] == "Appeal waiver. All but the ruling."
    ended = memo(
        AGREED, proceeding="sentencing", charges=DRUGS.replace("}", ", disposition: convicted}")
    )
    assert "stipulates: The ruling may be appealed. It waives" in ended["answer/convicted"]
    assert "every road back" in ended["plea_agreement/waiver"]


def test_a_decision_of_the_client_is_told_with_the_option_that_it_decides() -> None:
    found = memo(AGREED)
    assert "To raise it (June 1, 2026)." in found["option/decided/trial_common_law"]
    assert "option/decided/trial_section_28" not in found
    assert found["decisions/decision/raise_duress"] == (
        "Whether to raise duress. Advised on May 20, 2026. Decided on June 1, 2026: to raise it."
    )
    assert found["decisions/decision/plead"].endswith("No decision is recorded.")


def test_that_an_argument_opens_no_minimum_is_said_to_be_derived_wherever_it_is_said() -> None:
    life = "offense: murder, minimum_months: life, start: 2026-03-14"
    found = memo("threats: [{id: lot, speaker: rolo, kinds: [death]}]\n", charges=counts(life))
    assert "by itself, which is inferred here from" in found["option/risk/mitigation/floor"]
    assert "no sentence below it is inferred here" in found["sentencing/life/count-1"]


def test_the_motion_below_the_minimum_is_named_in_words_and_cited_with_its_mark() -> None:
    sentencing = "sentencing: {ask: {months: 12, legal_road: section_3553e}, floor_months: 60}\n"
    told = memo(sentencing)["sentencing/floor"].replace("\u00a0", " ")
    wanted = "stands or falls with the government’s motion for substantial assistance. ((18 U.S.C."
    assert wanted in told
    assert "§ 3553(e) [" in told


def computed(earlier: int, later: int) -> Mapping[str, str]:
    """The memo of an offense of October 2025, with a computation under each Manual."""
    step = "{id: %s, what: minor role, guideline: USSG § 3B1.2, levels: -2, position: disputed}"
    lines = (
        computation("offense_manual", "2024-11-01", earlier, f", adjustments: [{step % 'off'}]"),
        computation("sentencing_manual", "2025-11-01", later, f", adjustments: [{step % 'sen'}]"),
    )
    charges = counts("offense: drug_trafficking, start: 2025-10-01, end: 2025-10-31")
    body = "sentencing:\n  " + "\n  ".join(lines) + "\n"
    return memo(body, charges=charges, dates="{sentencing: 2026-10-30}")


def test_the_fallback_has_both_computations_in_short_and_says_which_governs() -> None:
    told = computed(20, 24)
    assert told["sentencing/beside/steps"] == "Steps\tminor role: −2\tminor role: −2"
    assert told["sentencing/beside/total"] == "Total level, category\t18, I\t22, I"
    assert told["sentencing/beside/range"].endswith(
        "27 to 33 months, zone D\t41 to 51 months, zone D"
    )
    assert told["sentencing/beside/contested"].count("without minor role, −2") == 2
    assert told["sentencing/beside/governs"] == "Governs\tyes\tno"
    assert computed(24, 24)["sentencing/beside/governs"] == "Governs\tno\tyes"


VACATED = "{sentencing: 2026-12-04, first_sentencing: 2024-06-03}\n  after_2255_vacatur: yes"


@pytest.mark.parametrize(
    ("dates", "id", "words"),
    [
        ("", "sentencing_date/unknown_after_pivot", "the tests go on as if sentence were passed"),
        (VACATED, "remand/vacated_2255", "Confirm that § 3742(g) does not govern a resentencing"),
    ],
)
def test_what_the_tests_suppose_on_the_way_is_said_in_the_fallback(
    dates: str, id: str, words: str
) -> None:
    charges = counts("offense: drug_trafficking, start: 2023-10-01, end: 2023-10-31")
    told = memo("", dates=dates, charges=charges)
    assert words in told[f"sentencing/on-the-way/{id}"].replace("\u00a0", " ")
    settled = memo("", dates="{sentencing: 2026-12-04}", charges=charges)
    assert not any(each.startswith("sentencing/on-the-way") for each in settled)


def test_the_points_of_a_surrender_say_that_whether_there_was_one_is_to_be_settled() -> None:
    ended = "threats: [{id: t, speaker: rolo, kinds: [death], ended: 2026-03-14 05:00}]\n"
    event = "events: [{id: e, kind: %s, what: It happened., when: 2026-03-14 07:30}]\n"
    asked = "To be settled: [NEED: whether the client surrendered, and when]."
    assert memo(ended + event % "arrest")["score/parts/part/surrender"].endswith(asked)
    assert "NEED" not in memo(ended + event % "surrender")["score/parts/part/surrender"]


TWO_COUNTS = """\
threats:
  - {id: one, speaker: rolo, kinds: [death], against: [client], specific: yes, watching: yes,
     when: 2026-03-14 05:00, demanded_offense: count-1}
  - {id: two, speaker: rolo, kinds: [death], against: [rolo], specific: yes, watching: yes,
     when: 2026-03-14 05:30, demanded_offense: count-2}
opportunities: [{id: opp, what: a stop, when: 2026-03-14 05:00, watched: yes}]
"""
FROM_TO = "start: 2026-03-14 04:10, end: 2026-03-14 06:55"


def test_a_count_for_which_an_element_is_not_shown_is_named_wherever_the_whole_is() -> None:
    found = memo(
        TWO_COUNTS, charges=counts(f"offense: robbery, {FROM_TO}", f"offense: fraud, {FROM_TO}")
    )
    assert found["elements/standings/duress"].endswith("\t1; not tied: 2")
    assert found["answer/duress"] == (
        "Probably yes for count 1, if the Ninth Circuit has the defense there. Not for count 2, as"
        " the record stands: not every element is shown there by a threat that reaches it. For"
        " count 1 the proffer, taken in its best light, supports every element on the Ninth"
        " Circuit’s list with something that can come in."
    )
    named = "What demanded count 2 (Rogelio Tapia’s threat of March 14, 2026"
    assert named in found["answer/reach_of_demand"]
    one = memo(TWO_COUNTS.replace("count-2", "count-1"))
    assert one["elements/standings/duress"].endswith("\t1")
    assert "as the record stands" not in one["answer/duress"]


LASTING = counts("offense: fraud, continuing: yes, start: 2024-03, end: 2025-06")
LATE = """\
threats:
  - {id: late, speaker: rolo, kinds: [death], against: [client], specific: yes, watching: yes,
     when: 2024-09-14, continuing: yes}
"""
EARLY = """\
  - {id: early, speaker: rolo, kinds: [child_taken], against: [girl], when: 2024-02,
     continuing: yes, demanded_offense: count-1}
"""
REST = """\
opportunities: [{id: opp, what: a stop, when: 2024-10-01, watched: yes}]
involvement: [{id: how, what: W, basis: client_account, voluntary_association: no}]
"""


def test_a_lasting_count_with_no_fit_threat_at_first_is_not_called_shown() -> None:
    found = memo(LATE + EARLY + REST, charges=LASTING, district="nyed")
    assert found["elements/standings/duress"].endswith("\tin part: 1")
    assert found["answer/duress"].startswith("Not for any count as a whole, as the record stands.")
    for place in ("answer/partly", "missing/stretch/threat/count-1.start"):
        assert "Count 1 began in March 2024" in found[place]
        assert "Rogelio Tapia’s threat of September 14, 2024" in found[place]
        assert "Rogelio Tapia’s threat of February 2024" in found[place]
        assert "was of neither death nor serious bodily injury" in found[place]
        assert "NEED" not in found[place]
    short = found["missing/stretch/fear/count-1.start"]
    assert short.startswith("This too is shown for count 1 in part")


def test_what_was_threatened_before_the_first_fit_threat_is_asked_where_nothing_says_it() -> None:
    found = memo(LATE + REST, charges=LASTING, district="nyed")
    asked = "[NEED: whether anything of death or serious bodily injury was threatened"
    assert asked in found["missing/stretch/threat/count-1.start"]
    assert "neither death nor" not in found["missing/stretch/threat/count-1.start"]


def test_under_an_element_a_case_is_told_by_what_it_decided_of_that_element() -> None:
    guns = counts(f"offense: firearm_possession, {FROM_TO}")
    found = memo("", charges=guns, district="ohnd")
    told = found["precedents/precedent/brevity/ridner_ca6_2008"]
    assert "(for the government; affirmed): running from officers instead of handing" in told
    assert "suicidal brother" not in told


def test_that_no_threat_is_against_the_client_is_said_where_the_law_on_it_is_not_known() -> None:
    body = "threats: [{id: t, speaker: rolo, kinds: [death], against: [%s]}]\n"
    found = memo(body % "girl", district="laed")
    words = "Whether a threat to another person suffices was not found"
    assert words in found["answer/others"]
    assert words in found["missing/others/threat"]
    other = memo(body % "client", district="laed")
    assert not any(words in other[id] for id in other if id.startswith(("answer/", "missing/")))


@pytest.mark.parametrize(
    ("start", "open_"), [("2026-03-14 04:10", False), ("2026-01-10 04:10", True)]
)
def test_whether_the_statute_reaches_back_is_said_of_an_earlier_offense_alone(
    start: str, *, open_: bool
) -> None:
    charges = counts(f"offense: fraud, start: {start}, end: 2026-03-14 06:55")
    told = memo("", charges=charges)["option/condition/trial_section_28/reaches"]
    assert "The statute must reach the offense." in told
    assert ("Whether it reaches one that began before it was law" in told) is open_


def test_a_no_does_not_depend_on_what_would_be_needed_for_a_yes() -> None:
    """An element is unsupported, and the law that was not found changes nothing about that."""
    body = "threats: [{id: t, speaker: rolo, kinds: [death], against: [girl]}]\n"
    shut = (
        "opportunities: [{id: opp, what: a stop, when: 2026-03-14 03:00, phone: yes, "
        "watched: no, asked_for_help: no, safe: yes, sources: [cam]}]\n"
        "evidence: [{id: cam, kind: document, form: writing, what: A log, witness: friend}]\n"
    )
    no, open_ = memo(body + shut, district="laed"), memo(body, district="laed")
    assert "Probably no." in no["answer/duress"]
    for id in ("answer/unsettled", "answer/others"):
        assert "depends on it" in open_[id]
        assert "depends on it" not in no[id]
        assert "nswer for the defense would need" in no[id]


@pytest.mark.parametrize(
    ("decided", "silent"),
    [("not to testify, for now", True), ("to testify", False), ("undecided", False)],
)
def test_what_falls_if_the_client_does_not_testify_is_said_in_the_answer(
    decided: str, silent: bool
) -> None:
    at = "against: [client], when: 2026-03-14 04:00, watching: yes"
    found = memo(
        f"threats: [{{id: t, speaker: rolo, kinds: [death], {at}}}]\n"
        f"engagement: {{decisions: [{{id: d, decision: testify, decided: '{decided}'}}]}}\n"
    )
    assert ("answer/silent" in found) is silent
    if silent:
        said = found["answer/silent"]
        assert said.startswith("As recorded, the client decided: not to testify, for now.")
        assert "does not come in: threat of death or serious bodily injury" in said


def test_what_is_open_about_one_fact_stands_together_under_it() -> None:
    at = "against: [client], when: 2026-03-14 04:00"
    found = memo(f"threats: [{{id: t, speaker: rolo, kinds: [death], {at}}}]\n")
    ids = [id for id in found if id.startswith(("open-facts/open/", "open-facts/change/"))]
    first = ids.index("open-facts/open/t")
    asked = [id for id in ids if id.startswith("open-facts/change/t/")]
    assert ids[first + 1 : first + 1 + len(asked)] == asked
    assert len(asked) > 2
    assert found["open-facts/open/t"].endswith("To be established:")
    watching = found["open-facts/change/t/t.watching"]
    assert watching.startswith("Whether the threatener or an agent was present")
    assert watching.count("Immediacy.") == watching.count("Fear.") == 1
    task = found["group/task/investigation/establish_fact.t"]
    assert "continued through the offense; when the threat objectively ended" in task
    assert task.count("of March 14, 2026") == 1


def test_what_an_outcome_turns_on_besides_the_question_is_said_with_it() -> None:
    found = memo("opportunities: [{id: opp, what: a stop, when: 2026-03-14 05:00, alone: yes}]\n")
    asked = found["open-facts/change/opp/opp.asked_for_help"]
    assert (
        "did not call for help with it. That also turns on whether the client had a phone." in asked
    )
    phone = memo("opportunities: [{id: opp, what: a stop, when: 2026-03-14 05:00, phone: yes}]\n")
    assert "also turns on" not in phone["open-facts/change/opp/opp.asked_for_help"]


def test_an_item_of_the_clients_own_words_is_told_as_such_where_it_helps() -> None:
    found = memo(
        "threats: [{id: t, speaker: rolo, kinds: [death], against: [girl], continuing: yes, "
        "when: 2026-03-14 05:00, sources: [own]}]\n"
        "statements: [{id: s, basis: document, to: the court, summary: Talk., sources: [own]}]\n"
        "evidence: [{id: own, kind: document, form: writing, what: A transcript, about: [s], "
        "admissible_through: of record}]\n"
    )
    row = found["matrix/items/item/own"]
    assert "Immediacy. It is a source of: Rogelio Tapia’s threat of March 14, 2026" in row
    assert "own words)" in row
    assert "immediacy" not in found["matrix/unsupported"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("asked_for_help: no", "(why no help was sought from anyone):"),
        ("asked_for_help: yes", "(why no authority was turned to):"),
        ("", "(whether help was asked for, and if it was not, why):"),
    ],
)
def test_a_task_asks_of_a_moment_what_the_record_leaves_to_ask(asked: str, told: str) -> None:
    body = f"opportunities:\n  - {{id: o, what: at a desk, when: 2026-03-13, phone: no, {asked}}}\n"
    found = memo(body)
    assert told in found["group/task/investigation/answer_question.o"]


ASKED = """\
threats: [{id: t, speaker: rolo, kinds: [death], against: [client], when: 2026-03-14 04:20}]
opportunities:
  - {id: opp, what: a stop, when: 2026-03-14 04:30, watched: no, phone: no, authority_present: no,
     asked_for_help: no}
"""
FROZE = """\
answers:
  - {id: ans, basis: client_account, question: no_help, opportunity: opp, answer: She froze.}
experts: [{id: exp, name: Dr. Adler, field: battering, topic: T, basis: expert}]
"""


def test_a_weak_point_is_told_with_the_answer_and_the_expert_that_stand_beside_it() -> None:
    bare, answered = memo(ASKED, district="nyed"), memo(ASKED + FROZE, district="nyed")
    assert "[WEAK: nothing that can come in meets it]" in bare["hurts/fact/escape/opp"]
    told = answered["hurts/fact/escape/opp"]
    assert "recorded answer: She froze." in told
    assert "No source is named with it." in told
    assert "Expert evidence that helps on this element: Dr. Adler" in told
    assert told.endswith("[WEAK: no rule takes what stands beside it as an answer]")
    beside = "Beside it: an answer is recorded, and expert evidence helps on this element"
    assert beside in answered["front/heading/weak"]
    assert "Beside it" not in bare["front/heading/weak"]


LESSER = """\
threats:
  - {id: job, speaker: rolo, kinds: [job], against: [client], when: 2026-03-14 04:20}
"""
GRAVER = (
    "  - {id: grave, speaker: rolo, kinds: [death], against: [client], when: 2026-03-14 04:20}\n"
)


def test_a_threat_of_lesser_harm_is_not_told_as_a_fact_against_the_defense() -> None:
    found = memo(LESSER + GRAVER)
    assert not any(each in found for each in ("bad/fact/job", "hurts/fact/threat/job"))
    assert found["short/fact/job"].startswith("Rogelio Tapia’s threat of March 14, 2026")
    assert "not against the defense, and not enough by itself" in found["short/fact/job"]
    assert "What carries the element stands beside it" in found["short/fact/threat/job"]
    alone = memo(LESSER)
    assert "Nothing graver that can come in is recorded." in alone["short/fact/job"]
    assert "WEAK: not enough for the jury" in alone["element/verdict/threat"]


def test_a_threat_made_after_the_offense_is_told_apart_from_what_bears_on_it() -> None:
    later = "  - {id: later, speaker: rolo, kinds: [death], against: [girl], when: 2026-08-02}\n"
    found = memo(LESSER + GRAVER + later)
    assert (
        "It was made when count 1 had ended, so that it helps no element"
        in found["late/fact/later"]
    )
    assert "retaliation" in found["late/fact/later"]
    told = {id for id in found if "/fact/" in id and id.endswith("later")}
    assert told == {"late/fact/later"}


def test_an_act_within_a_count_is_not_called_an_act_outside_the_charge() -> None:
    act = (
        "other_acts: [{id: act, basis: document, kind: %s, what: She sang.,"
        " when: 2026-03-14 05:00}]\n"
    )
    within = memo(act % "same_conduct_unforced")
    assert "alleged within the period of a count" in within["bad/also/act"]
    said = " ".join(within.values())
    assert "Acts outside the charge" not in said
    assert "a part of that count done when nobody forced it" in said
    assert "Establish what stood behind the act that is alleged within" in said
    assert "Acts outside the charge" in " ".join(memo(act % "drugs").values())


def test_what_must_not_reach_the_immigration_lawyer_unread_is_said_among_the_stakes() -> None:
    act = "other_acts: [{id: act, basis: document, handling: %s, kind: drugs, what: Used.}]\n"
    for handling, id in (
        ("grand_jury", "grand_jury_material"),
        ("protective_order", "protected_material"),
        ("presentence_report", "presentence_material"),
    ):
        found = memo(act % handling)
        assert "goes to whoever advises the client on immigration" in found[f"stakes/stake/{id}"]
        assert "So marked: Used" in found[f"stakes/stake/{id}"]
    assert not any("_material" in each for each in memo(act % "open"))


OUTSIDER = "{id: im, name: T. Zielinski, role: %s}"
MARKED = "other_acts: [{id: act, basis: document, handling: %s, kind: drugs, what: Used.}]\n"
IN_REPORT = (
    "events: [{id: told, basis: document, handling: presentence_report, kind: report, what: E.}]\n"
)


@pytest.mark.parametrize(
    ("client", "role"),
    [("immigration_lawyer: T. Zielinski", "consultant"), ("", "Immigration counsel")],
)
def test_page_one_holds_marked_material_back_from_who_advises_on_immigration(
    client: str, role: str
) -> None:
    more = {"client": client, "attorneys": OUTSIDER % role}
    held = memo(MARKED % "protective_order", **more)["front/heading/held"]
    assert f"Not yet to T. Zielinski ({role})" in held
    assert "under the protective order" in held
    assert "Stakes beyond the sentence" in held
    both = MARKED % "grand_jury" + IN_REPORT
    held = memo(both, **more)["front/heading/held"]
    assert "grand jury material; from the presentence report" in held


def test_page_one_holds_nothing_back_where_nothing_is_marked_or_nobody_is_outside() -> None:
    outsider = {"client": "immigration_lawyer: T. Zielinski", "attorneys": OUTSIDER % "consultant"}
    second = {"attorneys": OUTSIDER % "second chair"}
    assert "front/heading/held" not in memo(MARKED % "open", **outsider)
    assert "front/heading/held" not in memo(MARKED % "protective_order", **second)
    assert "front/heading/held" not in memo(MARKED % "protective_order")


BOTH_WAYS = """\
opportunities:
  - {id: opp, what: a wait in line, when: 2026-03-14 05:00, phone: yes, watched: yes, safe: no,
     asked_for_help: no}
"""


def test_a_fact_on_both_lists_says_on_each_which_side_of_it_is_meant() -> None:
    found = memo(BOTH_WAYS)
    assert "At this moment the client could not have acted safely." in found["good/fact/opp"]
    assert "did not call for help with it" not in found["good/fact/opp"]
    assert "did not call for help with it" in found["bad/fact/opp"]
    assert "could not have acted safely" not in found["bad/fact/opp"]
    alone = memo(
        BOTH_WAYS.replace("phone: yes, ", "phone: no, ").replace(
            "watched: yes, safe: no", "watched: no, safe: yes"
        )
    )
    assert alone["bad/fact/opp"].rstrip(".").endswith(("escape", "alternative", "threat"))


def test_a_threat_that_defeats_an_element_for_its_own_count_leaves_the_others_to_the_jury() -> None:
    two = counts(
        "offense: fraud, start: 2026-03-14 02:00, end: 2026-03-14 02:05",
        "offense: robbery, start: 2026-03-24 02:00, end: 2026-03-24 06:00",
    )
    body = """\
threats:
  - {id: near, speaker: rolo, kinds: [death], when: 2026-03-14 02:03, watching: yes,
     ended: 2026-03-14, demanded_offense: count-1}
  - {id: later, speaker: rolo, kinds: [death], when: 2026-03-20, watching: no, harm_at_once: no,
     continuing: no, demanded_offense: count-2}
"""
    found = memo(body, charges=two)
    assert found["answer/closed"].startswith(
        "For count 2, and not for the rest, immediacy of the threat is defeated as the record"
    )
    assert found["element/closed/immediacy"] == (
        "For count 2 it is not enough for the jury: a rule of law defeats it there, on what does"
        " not bear on the rest."
    )


def test_a_moment_after_one_count_closes_a_trial_on_the_others_alone() -> None:
    two = counts(
        "offense: assault, start: 2026-03-14 02:00, end: 2026-03-14 02:05",
        "offense: firearm_possession, start: 2026-03-14 02:00, end: 2026-03-14 06:00",
    )
    night = """\
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-14 01:50, continuing: yes}]
opportunities:
  - {id: inn, what: an inn, when: 2026-03-14 02:02, phone: no, safe: no, watched: yes}
  - {id: night, what: a night at home, when: 2026-03-14 %s, safe: yes, watched: no}
"""
    found = memo(night % "03:00", charges=two, district="ohnd")
    said = "For count 2, and not for the rest, no reasonable opportunity to escape"
    assert found["answer/closed"].startswith(said)
    assert "legal alternative is defeated for count 2." in found["front/heading/weak"]
    assert "1; defeated: 2" in found["elements/standings/standing/escape"]
    assert found["element/closed/escape"].endswith("there, on what came when the rest had ended.")
    assert "It is called supported" not in found.get("answer/against", "")
    both = memo(night % "02:03", charges=two, district="ohnd")
    assert "answer/closed" not in both
    trials = [each["strategy/options/option/trial_common_law"] for each in (found, both)]
    assert ["closed" in each for each in trials] == [False, True]


@pytest.mark.parametrize(
    ("second", "said"), [("dismissed", "The conviction stands"), ("convicted", "The convictions")]
)
def test_a_dismissed_count_is_no_conviction_that_stands(second: str, said: str) -> None:
    both = "offense: fraud, start: 2026-03-14 02:00, end: 2026-03-14 02:05, disposition: "
    charges = counts(f"{both}convicted", f"{both}{second}")
    assert memo("", charges=charges)["answer/convicted"].startswith(said)


def test_an_avoidance_between_the_ends_of_two_counts_is_told_as_refusing_none_of_the_first() -> (
    None
):
    charges = counts(
        "offense: assault, start: 2026-03-14 02:00, end: 2026-03-14 02:05",
        "offense: firearm_possession, start: 2026-03-14 02:00, end: 2026-03-14 06:00",
    )
    body = "events: [{id: e, kind: avoidance, basis: client_account, what: She left., when: %s}]\n"
    for when, told in (("2026-03-14 03:00", True), ("2026-03-14 02:03", False)):
        found = memo(body % when, charges=charges, district="ohnd")
        words = "It came when count 1 had ended, and refused nothing that was demanded for that."
        assert (words in found["helps/fact/escape/e"]) is told


@pytest.mark.parametrize(
    ("events", "read_as"),
    [
        ("", "Caught later without surrender, or after more than a week, or within 4 hours"),
        (
            "{id: gave, kind: surrender, when: 2026-03-14 08:00, what: She came.}",
            "Surrender after more than a week, or within 4 hours",
        ),
        (
            "{id: gave, kind: surrender, when: 2026-03-25 08:00, what: She came.}",
            "Surrender after more than a week, or within 4 hours",
        ),
        (
            "{id: held, kind: arrest, when: 2026-03-14 07:30, what: Held.},"
            " {id: gave, kind: surrender, when: 2026-03-14 08:00, what: She came.}",
            "Caught, since the arrest came before the surrender (our reading).",
        ),
        (
            "{id: held, kind: arrest, when: 2026-03-14, what: Held.},"
            " {id: gave, kind: surrender, when: 2026-03-14, what: She came.}",
            "Caught later without surrender, or after more than a week, or within 4 hours",
        ),
    ],
)
def test_the_score_says_of_no_recorded_surrender_that_there_was_none(
    events: str, read_as: str
) -> None:
    body = "threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-03-13 20:00}]\n"
    row = memo(f"{body}events: [{events}]\n")["score/parts/part/surrender"]
    assert row.split("\t")[2].startswith(read_as)


LAUGHED = """\
statements:
  - {id: rider, basis: witness, speaker: rolo, to: an agent, when: 2026-03-14 09:00,
     summary: Spoke., says: [{element: fear, text: The driver laughed., against: yes}]}
witnesses:
  - {id: teller, basis: witness, person: rolo, knows: a thing,
     says: [{element: fear, text: She was calm., against: yes}]}
"""


def test_what_others_say_against_an_element_is_told_under_it_and_moves_no_verdict() -> None:
    found = memo(LESSER + GRAVER + LAUGHED)
    for id, words in (("rider", "The driver laughed."), ("teller", "She was calm.")):
        under = found[f"hurts/said/fear/{id}"]
        assert f")) {words} As counsel entered it; no rule rates it" in under
        assert f"On fear: {words}" in found[f"bad/said/{id}"]
    before = memo(LESSER + GRAVER + LAUGHED.replace(", against: yes", ""))
    assert "bad/said/rider" not in before
    verdicts = [id for id in found if id.startswith("elements/standings")]
    assert [found[id] for id in verdicts] == [before[id] for id in verdicts]
    assert found["bad/none"].startswith("No rule sets anything recorded against an element")
    assert before["bad/none"].startswith("Nothing recorded hurts an element")
    assert "Nothing that a rule sets against an element" in found["front/heading/weak"]
    assert "Nothing recorded hurts an element" in before["front/heading/weak"]
