from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analysis.occasions.table import Bearings
from drafter.analysis.tasks.tasks import current_until, find_tasks, group_tasks
from drafter.analysis.tasks.types import TaskFinding
from drafter.casefile.coercion import Question
from drafter.doctrine import kinds
from drafter.doctrine.task import AT_ONCE
from drafter.doctrine.vocabulary import Concept
from tests.analysis.matters import AS_OF, LIBRARY, change, position, record

ORDERED = 'motion_deadline: {date: 2026-12-14, order: "ECF No. 31"}'
VIDEO = (
    "evidence:\n  - {id: e1, kind: border_video, form: recording, what: Video of the lanes.,\n"
    "     preservation: {status: at_risk, lost_after: 2026-12-01, holder: the port}}\n"
)
THREAT = "threats: [{id: t1, speaker: rolo, kinds: [death], when: 2026-03-12 20:30}]\n"


def tasks(body: str = "", *, day: date = AS_OF, **case: str) -> tuple[TaskFinding, ...]:
    at = position(record(body, **case), day=day)
    return find_tasks(at, Bearings(at))


def by_id(body: str = "", *, day: date = AS_OF, **case: str) -> Mapping[str, TaskFinding]:
    return {each.id: each for each in tasks(body, day=day, **case)}


def test_what_words_entered_as_lesser_harm_were_meant_to_threaten_is_asked_of_each_threat() -> None:
    lesser = THREAT.replace("[death]", "[other_injury], words: You know what happens")
    assert [fact.id for fact in by_id(lesser)["lesser_threat.t1"].told] == ["t1"]
    assert "lesser_threat.t1" not in by_id(THREAT)


def test_the_client_is_instructed_in_every_case_and_no_instruction_carries_a_fact() -> None:
    instructions = [each for each in tasks(THREAT) if each.kind == "client_instruction"]
    assert {"silence", "no_posts", "no_contact", "keep_everything", "account_to_counsel"} <= {
        each.id for each in instructions
    }
    assert all(not (each.facts or each.charges) for each in instructions)


def test_each_item_that_can_be_lost_is_to_be_kept_by_the_day_it_is_lost() -> None:
    found = by_id(VIDEO)
    task = found["preserve_item.e1"]
    assert [fact.id for fact in task.facts] == ["e1"]
    assert (task.lost_after, task.due, task.late) == (date(2026, 12, 1), date(2026, 12, 1), False)
    assert task.preserve is not None
    assert task.preserve.ask
    assert "preserve_item.e1" not in by_id(VIDEO.replace("at_risk", "secured"))


def test_an_item_that_was_asked_for_is_to_be_confirmed_with_its_holder() -> None:
    found = by_id(VIDEO.replace("at_risk", "requested"))
    assert "preserve_item.e1" not in found
    confirm = found["confirm_kept.e1"]
    assert (confirm.ask, confirm.lost_after) == ("the port", date(2026, 12, 1))
    assert "confirm_kept.e1" not in by_id(VIDEO)


def test_the_recorded_holder_of_an_item_is_asked_and_else_whoever_holds_its_kind() -> None:
    assert by_id(VIDEO)["preserve_item.e1"].ask == "the port"
    task = by_id(VIDEO.replace(", holder: the port", ""))["preserve_item.e1"]
    assert task.preserve is not None
    assert task.ask == task.preserve.ask


@pytest.mark.parametrize(
    ("to", "translated"), [("the jury", False), ("a Superior Court", False), ("an agent", True)]
)
def test_what_a_court_heard_does_not_rest_on_the_agents_translation(
    to: str, translated: bool
) -> None:
    said = f"statements: [{{id: s1, to: {to}, language: Spanish, summary: Told it.}}]\n"
    assert ("translate_statement.s1" in by_id(said)) is translated


@pytest.mark.parametrize("traits", ["[client_alone, authority_present]", "[watched]"])
def test_an_item_is_kept_whichever_way_it_cuts(traits: str) -> None:
    assert "preserve_item.e1" in by_id(VIDEO.replace("what:", f"traits: {traits}, what:"))


def test_an_invocation_raises_a_motion_and_nothing_against_the_client() -> None:
    said = (
        "statements:\n  - {id: s1, to: an agent, when: 2026-03-14 11:00, summary: Asked.,"
        "\n     custodial: yes, warned: yes, invoked: counsel}\n"
    )
    found = by_id(said, matter=ORDERED)
    task = found["invoked_right"]
    assert task.kind == "motion"
    assert [fact.id for fact in task.facts] == ["s1"]
    assert task.due == date(2026, 12, 14)
    assert "invoked_right" not in by_id(said.replace("invoked: counsel", "invoked: no"))


def test_reading_the_circuit_s_list_is_the_first_task_where_it_is_not_known() -> None:
    first = tasks(district="vaed")[0]
    assert first.id == "read_list"
    assert "read_list" not in by_id()


def test_a_task_is_due_by_the_deadline_it_names_or_has_the_gap() -> None:
    proffer = by_id(THREAT, matter=ORDERED)["proffer_sheet"]
    assert proffer.due == date(2026, 12, 14)
    assert proffer.deadline is not None
    assert proffer.deadline.order == "ECF No. 31"
    unknown = by_id(THREAT)["proffer_sheet"]
    assert unknown.due is None
    assert unknown.deadline is not None
    assert unknown.deadline.gap is not None
    assert "motion_deadline" in by_id(THREAT)


def test_the_threats_are_told_only_by_a_task_about_one_of_them() -> None:
    body = THREAT.replace("2026-03-12 20:30", "about 2026-03-14 04:00")
    found = by_id(body)
    assert [fact.id for fact in found["proffer_sheet"].facts] == ["t1"]
    assert found["proffer_sheet"].told == ()
    assert [fact.id for fact in found["pin_down_moment.t1"].told] == ["t1"]


def test_what_is_open_about_one_fact_is_one_task_with_each_question_over_its_elements() -> None:
    case = record(THREAT)
    specific, capacity = case.gap("t1.specific"), case.gap("t1.capacity")
    assert specific is not None
    assert capacity is not None
    changes = (
        change(Concept.THREAT, specific),
        change(Concept.FEAR, capacity),
        change(Concept.FEAR, specific),
    )
    at = position(case, changes=changes)
    (task,) = [each for each in find_tasks(at, Bearings(at)) if each.task.id == "establish_fact"]
    assert task.id == "establish_fact.t1"
    assert task.title == "Establish"
    assert [fact.id for fact in task.facts] == ["t1"]
    assert [asked.changes for asked in task.open] == [(changes[0], changes[2]), (changes[1],)]
    assert [asked.gap for asked in task.open] == [specific, capacity]


def test_what_production_does_not_turn_on_is_no_task() -> None:
    case = record(THREAT)
    gap = case.gap("t1.capacity")
    assert gap is not None
    at = position(case, changes=(change(Concept.FEAR, gap, moves_production=False),))
    found = find_tasks(at, Bearings(at))
    assert not [each for each in found if each.task.id == "establish_fact"]


def test_a_moment_on_both_sides_of_another_is_to_be_pinned_down() -> None:
    told = "events: [{id: v1, kind: surrender, what: Told., when: about 2026-03-14 07:00}]\n"
    task = by_id(told)["pin_down_moment.v1"]
    assert [fact.id for fact in task.facts] == ["v1"]
    assert [charge.id for charge in task.charges] == ["count-1"]
    assert "pin_down_moment.v1" not in by_id(told.replace("about ", ""))


def test_one_witness_one_task() -> None:
    witnesses = (
        "witnesses:\n  - {id: w1, basis: witness, person: cousin, knows: The route.}\n"
        "  - {id: w2, basis: witness, person: rolo, knows: The debt., interviewed: yes}\n"
    )
    found = [each for each in tasks(witnesses) if each.task.id == "interview_witness"]
    assert [each.id for each in found] == ["interview_witness.w1"]


def test_each_item_without_a_date_is_to_be_dated() -> None:
    items = (
        "evidence:\n  - {id: e1, kind: document, form: writing, what: One.}\n"
        "  - {id: e2, kind: document, form: writing, what: Two.}\n"
    )
    found = [each for each in tasks(items) if each.task.id == "date_item"]
    assert [[fact.id for fact in each.facts] for each in found] == [["e1"], ["e2"]]


def test_the_experts_of_the_defense_bring_notice_and_disclosure_only_when_triggered() -> None:
    expert = "experts: [{id: x1, name: Dr. Roe, field: battering, topic: Fear.}]\n"
    found = by_id(expert, matter=ORDERED)
    assert found["mental_condition_notice"].due == date(2026, 12, 14)
    assert "expert_disclosure" not in found
    noticed = by_id(expert.replace("topic: Fear.", "topic: Fear., noticed: 2026-10-01"))
    assert "mental_condition_notice" not in noticed
    assert "expert_disclosure" in noticed
    assert "mental_condition_notice" not in by_id()


def test_a_referral_and_a_writing_are_asked_for_only_while_there_is_none() -> None:
    begun = "cooperation: {id: k1, basis: document, status: discussed}\n"
    said = "statements: [{id: s1, to: an agent, summary: Spoke., protection: %s}]\n"
    assert {"protect_proffer", "immigration"} <= set(by_id(begun + said % "none"))
    assert "protect_proffer" not in by_id(begun + said % "proffer_letter")
    lawyer = by_id(client="immigration_lawyer: T. Zielinski")
    assert "immigration" not in lawyer
    assert "immigration_read" in lawyer


def test_severance_waits_for_a_coercer_among_the_codefendants() -> None:
    mate = (
        "codefendants: [{id: c1, basis: document, person: rolo, role: driver, status: charged,"
        " coercer: %s}]\n"
    )
    assert "sever_from_coercer" in by_id(mate % "yes")
    for answer in ("no", "unknown", "yes, stands: pleaded", "yes, stands: not_arrested"):
        assert "sever_from_coercer" not in by_id(mate % answer)


def test_what_a_codefendant_was_promised_is_asked_for_where_one_has_spoken_of_the_client() -> None:
    mate = (
        "codefendants: [{id: c1, basis: document, person: rolo, role: driver, status: pleaded,"
        " stands: pleaded%s}]\n"
    )
    said = mate % ", statements: says that the client planned it"
    assert "request_promises" in by_id(said)
    assert "request_promises" not in by_id(mate % "")
    assert "request_promises" in by_id(said, proceeding="remand")  # it may be said at a hearing
    assert "request_promises" not in by_id(said, proceeding="section_3771a")


def test_pretrial_motions_are_gone_once_nothing_is_pending() -> None:
    body = (
        "statements: [{id: s1, to: an agent, summary: Spoke., custodial: yes, invoked: silence,"
        " when: 2026-03-14 11:00}]\n"
        "other_acts: [{id: a1, basis: document, kind: drugs, what: Used.}]\n"
    )
    motions = {"invoked_right", "suppress_statement.s1", "other_acts.a1"}
    assert motions <= set(by_id(body))
    assert motions.isdisjoint(by_id(body, proceeding="remand"))


def test_sealing_under_the_statute_waits_for_signs_and_for_the_statute() -> None:
    screen = "trafficking: {id: scr, basis: client_account, screened_by: A. Pike, force: yes}\n"
    assert "seal_statute" in by_id(screen)
    assert "seal_statute" not in by_id(screen, proceeding="remand")
    assert "seal_statute" not in by_id(screen, day=date(2026, 1, 22))
    assert "seal_statute" not in by_id()
    assert "screen_for_trafficking" in by_id()


def test_what_is_to_be_done_at_once_comes_first_then_what_has_a_day() -> None:
    found = tasks(VIDEO + THREAT, matter=ORDERED, district="vaed")
    at_once = [each.task.order < AT_ONCE for each in found]
    assert at_once == sorted(at_once, reverse=True)
    later = [each for each in found if each.task.order >= AT_ONCE]
    days = [each.due or date.max for each in later]
    assert days == sorted(days)
    assert days[0] == date(2026, 12, 1)
    assert days[-1] == date.max


def test_the_groups_hold_every_task_once_in_the_same_order() -> None:
    found = tasks(VIDEO + THREAT, matter=ORDERED)
    groups = group_tasks(found)
    assert len(groups) > 5
    for group in groups:
        assert list(group.tasks) == [each for each in found if each.kind == group.kind]
    assert sorted(t.id for g in groups for t in g.tasks) == sorted(each.id for each in found)
    assert groups[0].tasks[0] == found[0]


def test_an_answer_to_be_had_names_what_will_be_asked() -> None:
    body = "opportunities:\n  - {id: o1, what: a stop, when: 2026-03-14 04:00, phone: yes}\n"
    found = by_id(body)["answer_question.o1"]
    assert found.questions == (Question.NO_CALL, Question.NO_HELP)
    general = "answers: [{id: a, basis: client_account, question: no_call, answer: Watched.}]\n"
    assert by_id(body + general)["answer_question.o1"].questions == (Question.NO_HELP,)


def test_the_reason_of_one_task_that_arises_again_is_told_once() -> None:
    items = VIDEO + VIDEO.partition("\n")[2].replace("id: e1", "id: e2")
    (group,) = [each for each in group_tasks(tasks(items)) if each.kind == "preservation"]
    assert [each.id for each in group.tasks] == ["preserve_item.e1", "preserve_item.e2"]
    assert group.repeated == {"preserve_item.e2"}


def test_ids_are_unique() -> None:
    ids = [each.id for each in tasks(VIDEO + THREAT, matter=ORDERED)]
    assert len(set(ids)) == len(ids) > 20


def test_the_tasks_of_the_library_read_as_sentences() -> None:
    found = list(LIBRARY.shelf(kinds.TASKS).values())
    assert len(found) > 40
    for task in found:
        assert task.title[0].isupper()
        assert task.title[-1] != "."
        assert task.because.endswith(".")


@given(st.dates(date(2026, 11, 2), date(2027, 6, 1)))
def test_a_task_is_late_on_the_day_after_it_was_due(as_of: date) -> None:
    found = by_id(VIDEO, day=as_of)["preserve_item.e1"]
    assert found.late == (as_of > date(2026, 12, 1))


def test_nothing_is_late_sooner_than_said() -> None:
    now = tasks(VIDEO, matter=ORDERED)
    until = current_until(now)
    assert until == date(2026, 12, 1)

    def late(day: date) -> list[str]:
        return [each.id for each in tasks(VIDEO, matter=ORDERED, day=day) if each.late]

    assert late(until) == late(AS_OF) == []
    assert late(until + timedelta(days=1)) == ["preserve_item.e1"]


@given(st.sampled_from(["t1", "e1", "v1", "s1"]))
def test_removing_a_fact_removes_only_tasks_that_rest_on_something(removed: str) -> None:
    parts = {
        "t1": THREAT,
        "e1": VIDEO,
        "v1": "events: [{id: v1, kind: surrender, what: Told., when: about 2026-03-14 07:00}]\n",
        "s1": "statements: [{id: s1, to: an agent, summary: Spoke., custodial: yes, language: "
        "Spanish, when: 2026-03-14 11:00}]\n",
    }
    whole = by_id("".join(parts.values()))
    less = by_id("".join(text for id, text in parts.items() if id != removed))
    gone = [whole[id] for id in whole if id not in less]
    assert gone
    assert all(removed in {fact.id for fact in each.facts} for each in gone)
