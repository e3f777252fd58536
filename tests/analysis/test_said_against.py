"""What people other than the client say against an element, as counsel entered it."""

from __future__ import annotations

import pytest

from drafter.analysis.said_against import find_said_against, said_beside, said_under
from drafter.doctrine.vocabulary import Concept, Direction
from tests.analysis.parts import ask, common_law, element, reason

LAUGHED = "says: [{element: fear, text: He laughed., against: yes}]"
STATEMENT = f"""\
statements:
  - {{id: s, basis: witness, speaker: rolo, to: an agent, when: 2026-03-14, summary: Spoke.,
     {LAUGHED}}}
"""
WITNESS = f"witnesses: [{{id: w, basis: witness, person: rolo, knows: a thing, {LAUGHED}}}]\n"


def told(body: str, *, by_rule: str | None = None) -> tuple[list[str], list[str], list[str]]:
    """The ids under fear, those under the threat, and those beside the facts that rules rate."""
    asked = ask(body)
    rated = (reason(asked.record, by_rule, Concept.FEAR, Direction.HURTS),) if by_rule else ()
    law = common_law(asked, (element(Concept.FEAR), rated), (element(Concept.THREAT), ()))
    found = find_said_against(asked.setting.case)
    under = said_under(found, law)
    beside = [each.id for each in said_beside(found, law)]
    return [e.id for e in under["fear"]], [e.id for e in under["threat"]], beside


@pytest.mark.parametrize(("body", "id"), [(STATEMENT, "s"), (WITNESS, "w")])
def test_what_another_says_against_an_element_is_set_under_it(body: str, id: str) -> None:
    assert told(body) == ([id], [], [id])
    assert told(body.replace(", against: yes", "")) == ([], [], [])


@pytest.mark.parametrize("more", ["speaker: client", "protection: privileged, speaker: rolo"])
def test_what_the_client_said_and_what_may_not_be_used_is_told_elsewhere(more: str) -> None:
    assert told(STATEMENT.replace("speaker: rolo", more)) == ([], [], [])


def test_what_a_rule_sets_against_the_element_too_is_told_once() -> None:
    assert told(STATEMENT, by_rule="s") == ([], [], [])


def test_what_is_off_the_list_stands_among_the_facts_alone() -> None:
    assert told(STATEMENT.replace("element: fear", "element: brevity")) == ([], [], ["s"])
