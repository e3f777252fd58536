"""What a task says beside its title: what is recorded of it, and what that leaves to ask."""

from __future__ import annotations

import pytest

from tests.analysis.parts import counts
from tests.templates.test_duress_memo import memo

TASKS = "group/task"
ASKED = "statements: [{id: st, to: an agent, when: 2026-03-14 11:00, summary: Spoke., %s}]\n"
OF_MIND = "conditions: [{id: cond, basis: document, what: A panic disorder., %s}]"
SUPPRESS = f"{TASKS}/motion/suppress_statement.st"


def test_competency_that_is_not_settled_stands_before_every_decision() -> None:
    found = memo("", client="competency: evaluation ordered; no motion made")
    assert "Competency, as counsel recorded it: evaluation ordered" in found["people/client"]
    assert "evaluation ordered; no motion made." in found["decisions/competency"]
    assert found[f"{TASKS}/screening/settle_competency"].endswith(
        "Recorded of it: evaluation ordered; no motion made."
    )


@pytest.mark.parametrize("said", ["no concern noted by counsel", "found competent in June"])
def test_competency_that_is_settled_is_told_and_asks_nothing(said: str) -> None:
    found = memo("", client=f"competency: {said}")
    assert said in found["people/client"]
    assert "decisions/competency" not in found
    assert f"{TASKS}/screening/settle_competency" not in found


@pytest.mark.parametrize(
    "said", ["not competent in counsel’s view", "no concern until the evaluation", "no view yet"]
)
def test_what_says_less_leaves_it_to_be_settled(said: str) -> None:
    assert f"{TASKS}/screening/settle_competency" in memo("", client=f"competency: {said}")


def test_a_motion_to_suppress_quotes_the_issue_and_claims_no_more() -> None:
    task = memo(ASKED % "suppression_issue: Two questions followed.")[SUPPRESS]
    assert task.endswith(
        "The issue, as recorded: Two questions followed. What that does not reach of the statement"
        " needs a ground of its own."
    )


def test_a_condition_is_asked_about_where_rights_were_read_and_may_have_been_waived() -> None:
    read = ASKED % "custodial: yes, warned: yes, suppression_issue: Something."
    asks = "Recorded of the client: A panic disorder"
    assert asks in memo(read, client=OF_MIND % "mental: yes")[SUPPRESS]
    assert asks not in memo(read, client=OF_MIND % "mental: no")[SUPPRESS]
    unread = read.replace("warned: yes", "warned: no")
    assert asks not in memo(unread, client=OF_MIND % "mental: yes")[SUPPRESS]


def test_custody_is_asked_about_where_counsel_was_asked_for() -> None:
    task = f"{TASKS}/investigation/statement_conditions.st"
    invoked = ASKED % "custodial: unknown, warned: yes, recorded: yes, invoked: counsel"
    assert task in memo(invoked)
    assert task not in memo(invoked.replace("invoked: counsel", "invoked: no"))


def test_the_factual_basis_is_compared_before_the_plea() -> None:
    plea = (
        "plea_agreement: {id: plea, status: draft, narrative_conflict: unknown,"
        " factual_basis: She agreed to drive.}\n"
    )
    told = memo(plea, dates="{plea: 2026-12-16}")[f"{TASKS}/advice/compare_basis"]
    assert told.endswith(
        "The plea hearing is on December 16, 2026. The basis, as drafted: She agreed to drive."
    )


def test_of_a_witness_who_testified_the_testimony_is_read_first() -> None:
    listed = "witnesses: [{id: w, basis: document, person: friend, knows: %s}]\n"
    task = f"{TASKS}/investigation/interview_witness.w"
    assert memo(listed % "Testified at trial.")[task].endswith(
        "No interview of the witness by the defense team is recorded. Read that testimony first."
    )
    assert "testimony" not in memo(listed % "Saw it.")[task]


def test_a_client_under_age_at_the_offense_raises_the_question_and_no_law() -> None:
    task = f"{TASKS}/screening/juvenile_status"
    assert task not in memo("", client="age_at_offense: 18")
    told = memo("", client="age_at_offense: 17")[task]
    assert told.startswith("Settle whether the matter belongs before the court as a juvenile’s.")
    assert "for counsel: no law on it is in this library" in told


def test_an_hour_that_occurred_twice_is_to_be_told_apart_once_for_all_that_fell_in_it() -> None:
    body = """\
threats: [{id: t, speaker: rolo, kinds: [death], when: 2026-11-01 01:10}]
events: [{id: seen, what: A truck was seen, when: 2026-11-01 01:22}]
"""
    charges = counts("offense: robbery, start: 2026-11-01 01:20, end: 2026-11-01 01:25")
    found = memo(body, charges=charges)
    tasks = [id for id in found if "tell_hour_apart" in id]
    assert tasks == [f"{TASKS}/investigation/tell_hour_apart.t"]
    assert found[tasks[0]].startswith("Establish which of two hours it was")
    assert "threat of November 1, 2026" in found[tasks[0]]
    assert "A truck was seen" in found[tasks[0]]
    assert "the beginning or the end of count 1. The hour occurred twice" in found[tasks[0]]
    once = memo(body.replace("11-01", "11-02"), charges=charges.replace("11-01", "11-02"))
    assert not [id for id in once if "tell_hour_apart" in id]


PIN = f"{TASKS}/investigation/pin_down_moment"
ENDS = "end: 2026-03-14 06:55"


def test_counts_that_cannot_be_put_in_order_are_named_where_they_are_to_be_pinned_down() -> None:
    charges = counts(
        f"offense: conspiracy, start: 2026-03-14 04:00, {ENDS}",
        f"offense: drug_trafficking, start: about 2026-03-14 04:10, {ENDS}",
    )
    told = memo("", charges=charges)[f"{PIN}.count-2"]
    title, _, about = told.partition("believe it over")
    assert title.startswith("Pin down when it was")
    assert about.startswith(": the beginning or the end of counts 1 and 2. As recorded")


def test_what_is_to_be_set_beside_a_count_is_told_with_the_count() -> None:
    made = "threats: [{id: t1, kinds: [death], speaker: rolo, when: 2026-03-14}]\n"
    told = memo(made)[f"{PIN}.t1"]
    assert "It is to be set beside: the beginning or the end of count 1. As recorded" in told
