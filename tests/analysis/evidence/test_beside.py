"""What is told beside a weak point that no rule takes as answered."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from drafter.analysis.analyze import analyze
from drafter.analysis.evidence.beside import Beside
from tests.analysis.parts import AS_OF, LIBRARY, case
from tests.analysis.route import threat, threats

CHANCE = """\
opportunities:
  - {id: opp, what: a stop, when: 2026-03-14 04:30, watched: no, phone: yes,
     authority_present: no, asked_for_help: no}
"""
ANSWER = """\
answers:
  - {id: ans, basis: client_account, question: no_help, opportunity: opp, answer: She froze.%s}
"""
ITEM = """\
evidence:
  - {id: log, kind: phone_records, form: writing, what: A log, basis: document, about: [opp],
     traits: [client_had_phone], admissible_through: a custodian}
"""
EXPERT = "experts: [{id: exp, name: Dr. Adler, field: battering, topic: T, basis: expert}]\n"
THREAT = threats(threat("against: [client], when: 2026-03-14 04:20"))


def beside(body: str, district: str = "casd", id: str = "escape") -> Mapping[str, Beside]:
    return analyze(case(THREAT + CHANCE + body, district=district), LIBRARY.in_force(AS_OF)).beside[
        id
    ]


def test_the_clients_recorded_answer_stands_beside_the_moment_it_is_about() -> None:
    found = beside(ANSWER % "")
    assert [each.id for each in found["opp"].answers] == ["ans"]
    assert found["opp"].evidence == ()
    proved = beside(ANSWER % ", sources: [log]" + ITEM)
    assert [each.id for each in proved["opp"].evidence] == ["log"]
    # An item is weak for what it shows, so that what answers that stands beside it too.
    assert [each.id for each in proved["log"].answers] == ["ans"]


def test_a_witness_listed_for_what_shows_the_moment_is_named_with_what_helps() -> None:
    listed = (
        "witnesses: [{id: w, basis: witness, person: friend, sponsors: [log], knows: All of it.,\n"
        "  says: [{element: fear, text: Saw her shake.},"
        " {element: escape, against: yes, text: Saw her stop.}]}]\n"
    )
    found = beside(ANSWER % "" + ITEM + listed)["opp"]
    assert [(one.id, [said.text for said in one.said]) for one in found.seen] == [
        ("w", ["Saw her shake."])
    ]
    assert beside(ANSWER % "" + ITEM)["opp"].seen == ()


def test_an_expert_stands_beside_it_where_the_court_lets_one_speak_on_the_element() -> None:
    helps = beside(EXPERT, "nyed")["opp"]
    assert [each.fact and each.fact.id for each in helps.experts] == ["exp"]
    assert helps.answers == ()
    # Where excluding such an expert was affirmed, there is nothing to set beside it.
    assert beside(EXPERT, "laed") == {}


def test_nothing_stands_beside_what_nobody_answered_or_another_element_is_weak_on() -> None:
    assert beside("") == {}
    assert beside(ANSWER % "" + EXPERT, "nyed", "threat") == {}
    general = ANSWER.replace(", opportunity: opp", "") % ""
    assert beside(general) == {}


DISPUTED = """\
threats:
  - {id: t, speaker: rolo, kinds: [death], against: [client], when: 2026-03-14 04:20,
     sources: [camera]}
evidence:
  - {id: camera, kind: recorded_threat, form: recording, what: A camera, basis: recording,
     traits: [threat_of_death]%s}
  - {id: plea, kind: document, form: writing, what: A plea, basis: document, about: [said],
     admissible_through: a copy}
statements:
  - {id: said, basis: document, speaker: rolo, to: the court, summary: He agreed to drive.,
     conflicts_with: [t], sources: [plea]}
"""


@pytest.mark.parametrize(
    ("way", "proof"), [(", admissible_through: a custodian", ["camera"]), ("", [])]
)
def test_what_shows_a_threat_stands_beside_an_account_that_disputes_it(
    way: str, proof: list[str]
) -> None:
    found = analyze(case(DISPUTED % way), LIBRARY.in_force(AS_OF)).beside["threat"]
    assert [each.id for each in found["said"].proof] == proof if proof else "said" not in found
