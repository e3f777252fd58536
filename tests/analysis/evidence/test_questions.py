from __future__ import annotations

import pytest

from drafter.analysis.evidence.question_types import AnswerStatus, QuestionFinding, Questions
from drafter.analysis.evidence.questions import find_questions
from tests.analysis.parts import ask

CHANCES = """\
opportunities:
  - {id: late, what: at the booth, when: 2026-03-14 06:52, phone: yes}
  - {id: early, what: in the line, when: 2026-03-14 05:20, phone: no}
  - {id: open, what: at home, when: 2026-03-13}
evidence:
  - {id: ev, kind: border_video, form: recording, handling: open, what: Video, when: 2026-03-14}
"""
ANSWER = "answers:\n"


def questions(body: str) -> Questions:
    asked = ask(body)
    return find_questions(asked.setting, asked.ties)


def answer(question: str, more: str = "") -> str:
    return (
        f"  - {{id: a, basis: client_account, question: {question}, "
        f"answer: Because of it.{more}}}\n"
    )


def statuses(finding: QuestionFinding) -> dict[str, AnswerStatus]:
    return {point.id: point.status for point in finding.points}


def test_only_a_telephone_asks_why_there_was_no_call() -> None:
    found = questions(CHANCES).no_call
    assert statuses(found) == {"late": AnswerStatus.UNANSWERED}
    assert "open.phone" in [gap.id for gap in found.gaps]
    assert "early.phone" not in [gap.id for gap in found.gaps]


def test_every_opportunity_asks_why_there_was_no_help_in_time_order() -> None:
    found = questions(CHANCES).no_help
    assert [point.id for point in found.points] == ["open", "early", "late"]
    assert found.status is AnswerStatus.UNANSWERED


@pytest.mark.parametrize(
    ("inside", "asked"),
    [
        ("asked_for_help: yes, authority_present: yes", False),
        # Help asked of somebody else leaves the question why not of an authority.
        ("asked_for_help: yes, authority_present: no", True),
        ("asked_for_help: no, authority_present: yes", True),
        ("authority_present: yes", True),
    ],
)
def test_nobody_asks_why_no_help_where_an_authority_was_asked(inside: str, asked: bool) -> None:
    body = f"opportunities:\n  - {{id: o, what: at a desk, when: 2026-03-13, {inside}}}\n"
    points = questions(body).no_help.points
    assert ([point.id for point in points] == ["o"]) is asked
    # What is asked then is not why nobody was turned to.
    assert [point.help_asked for point in points] == ["asked_for_help: yes" in inside] * asked
    assert [point.asking_open for point in points] == ["asked_for_help" not in inside] * asked


def test_an_answer_for_one_opportunity_answers_no_other() -> None:
    body = CHANCES + ANSWER + answer("no_help", ", opportunity: early")
    assert statuses(questions(body).no_help) == {
        "open": AnswerStatus.UNANSWERED,
        "early": AnswerStatus.WITHOUT_EVIDENCE,
        "late": AnswerStatus.UNANSWERED,
    }


def test_a_question_that_is_answered_for_some_moments_is_not_called_unanswered() -> None:
    body = CHANCES + ANSWER + answer("no_help", ", opportunity: early")
    assert questions(body).no_help.status is AnswerStatus.IN_PART
    # There was no telephone to point at, and the answer stands all the same.
    aside = questions(CHANCES.replace("phone: yes", "phone: no") + ANSWER + answer("no_call"))
    assert aside.no_call.status is AnswerStatus.ELSEWHERE


PHONE = """\
evidence:
  - {id: texts, kind: messages, form: writing, handling: open, what: Texts, when: %s,
     traits: [client_had_phone]}
"""


@pytest.mark.parametrize(
    ("when", "more", "found"),
    [
        ("2026-03-13", "", ["texts"]),
        ("2026-03-15", "", []),
        # Of another day it says nothing of the one moment at which there was none.
        ("2026-03-12", "", []),
        ("2025-08", "", []),
        ("2026-03", "", ["texts"]),
        # No more than a day before the moment, at 5:20 on March 14.
        ("2026-03-13 05:20", "", ["texts"]),
        ("2026-03-13 05:19", "", []),
        ("2026-03-13", ", sources: [texts]", []),
    ],
)
def test_an_item_that_shows_a_telephone_is_set_against_an_answer_that_it_does_not_bear_out(
    when: str, more: str, found: list[str]
) -> None:
    body = CHANCES.partition("evidence")[0] + PHONE % when
    phones = questions(body + ANSWER + answer("no_call", more)).no_call.phones
    assert [each.id for each in phones] == found
    assert questions(body).no_call.phones == ()


def test_the_telephone_of_somebody_else_is_not_in_the_hands_of_the_client() -> None:
    calls = (PHONE % "2026-03-13").replace("client_had_phone", "shows_other_calls")
    body = CHANCES.partition("evidence")[0] + calls + ANSWER + answer("no_call")
    assert questions(body).no_call.phones == ()


def test_a_general_answer_is_not_credited_to_a_moment_it_does_not_name() -> None:
    body = CHANCES + ANSWER + answer("no_help", ", sources: [ev]")
    found = questions(body).no_help
    assert set(statuses(found).values()) == {AnswerStatus.IN_GENERAL}
    assert found.points[0].evidence == ()
    assert found.status is AnswerStatus.IN_GENERAL


def test_evidence_behind_a_general_answer_stands_behind_no_answer_for_one_moment() -> None:
    own = answer("no_help", ", opportunity: early").replace("id: a", "id: b")
    body = CHANCES + ANSWER + own + answer("no_help", ", sources: [ev]")
    assert statuses(questions(body).no_help)["early"] is AnswerStatus.WITHOUT_EVIDENCE


def test_a_call_not_made_has_an_answer_for_one_moment() -> None:
    body = CHANCES + ANSWER + answer("no_call", ", opportunity: late, sources: [ev]")
    found = questions(body).no_call
    assert statuses(found) == {"late": AnswerStatus.WITH_EVIDENCE}
    assert [item.id for item in found.points[0].evidence] == ["ev"]


THREAT = "{id: %s, kinds: [death], when: 2026-03-12 20:30}"


@pytest.mark.parametrize(
    ("threats", "status"),
    [("a1", AnswerStatus.WITHOUT_EVIDENCE), ("a1 a2", AnswerStatus.IN_GENERAL)],
)
def test_an_answer_on_the_delay_is_of_the_one_threat_that_left_time(
    threats: str, status: AnswerStatus
) -> None:
    told = ", ".join(THREAT % each for each in threats.split())
    assert questions(f"threats: [{told}]\n{ANSWER}{answer('delay')}").delay.status is status


def test_an_answer_to_one_question_answers_no_other() -> None:
    found = questions(CHANCES + ANSWER + answer("delay"))
    assert found.no_help.status is AnswerStatus.UNANSWERED
    assert found.no_help.answers == ()
    assert len(found.delay.answers) == 1


def test_without_an_opportunity_there_is_nothing_to_answer_and_a_gap() -> None:
    found = questions("")
    assert [each.status for each in found.all] == [AnswerStatus.NOTHING_TO_ANSWER] * 3
    assert [gap.id for gap in found.no_help.gaps] == ["opportunities"]


@pytest.mark.parametrize(
    ("when", "pointed"),
    [
        ("2026-03-12 20:30", True),
        ("2026-03-14 05:48", False),
        ("2026-03-14 04:10", False),
        ("2026-03-14", True),
        ("unknown", False),
    ],
)
def test_a_threat_that_may_have_come_before_the_offense_asks_why_so_long(
    when: str, pointed: bool
) -> None:
    found = questions(f"threats: [{{id: t, kinds: [death], when: {when}}}]\n").delay
    assert bool(found.points) == pointed
    assert all(point.span for point in found.points)
    assert ("t.when" in [gap.id for gap in found.gaps]) == (when == "unknown")


def test_a_fact_that_conflicts_with_an_answer_is_a_candor_note() -> None:
    event = "events: [{id: e, what: She called him., when: 2026-03-14, conflicts_with: [a]}]\n"
    found = questions(CHANCES + event + ANSWER + answer("no_call"))
    assert [fact.id for fact in found.no_call.conflicts] == ["e"]
    assert found.no_help.conflicts == ()


FAMILY = "threats: [{id: t, kinds: [death], against: [girl]%s}]\n"


def test_a_threat_to_the_family_has_three_follow_ups() -> None:
    bare = questions(FAMILY % "").follow_ups
    assert [each.id for each in bare] == ["t.where", "t.reach", "t.watched"]
    assert [each.gap.id if each.gap else "" for each in bare] == [
        "t.target_location",
        "t.capacity",
        "t.watching",
    ]
    told = questions(FAMILY % ", target_location: Tijuana, capacity: Armed., watching: no")
    assert [(each.recorded, each.answer, each.gap) for each in told.follow_ups] == [
        ("Tijuana", None, None),
        ("Armed.", None, None),
        (None, False, None),
    ]


def test_a_threat_to_the_client_alone_has_none() -> None:
    assert questions(FAMILY.replace("girl", "client") % "").follow_ups == ()
