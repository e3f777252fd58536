from __future__ import annotations

import pytest

from drafter.doctrine.vocabulary import Concept
from tests.analysis.parts import case
from tests.analysis.route import searched, threat, threats

ACCOUNT = (
    "statements: [{id: st, to: an agent, summary: Spoke of it., when: 2026-03-14 11:00,"
    " conflicts_with: [t], %s}]\n"
)


def disputes(words: str) -> set[str]:
    body = threats(threat("when: 2026-03-14 03:00")) + ACCOUNT % words
    _, found = searched(case(body))
    return {
        each.rule
        for concept in (Concept.THREAT, Concept.IMMEDIACY, Concept.FEAR)
        for each in found.of(concept)
        if each.rule.startswith("disputed_")
    }


@pytest.mark.parametrize(
    "words",
    [
        "omits_duress: yes",
        "speaker: rolo",
        "says: [{element: threat, against: yes, text: Denied it.}]",
        "omits_duress: no, says: [{element: threat, against: yes, text: Took it back.}]",
    ],
)
def test_an_account_that_denies_a_threat_or_leaves_it_out_disputes_it(words: str) -> None:
    assert disputes(words) == {"disputed_threat", "disputed_immediacy", "disputed_fear"}


@pytest.mark.parametrize(
    "words", ["omits_duress: no", "says: [{element: threat, text: Told of the words.}]"]
)
def test_an_account_that_tells_of_threats_and_differs_bears_on_their_time_alone(words: str) -> None:
    assert disputes(words) == {"disputed_immediacy"}
