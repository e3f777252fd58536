"""What others say on an element, and the client for it, as counsel entered it."""

from __future__ import annotations

import pytest

from drafter.analysis.evidence.said import find_said
from drafter.doctrine.vocabulary import Concept, Direction
from tests.analysis.parts import ask, common_law, element, reason

SAID = "says: [{element: fear, text: He laughed.%s}]"
STATEMENT = (
    "statements:\n  - {id: s, basis: witness, speaker: rolo, to: an agent, when: 2026-03-14,"
    " summary: Spoke., %s}\n"
)
WITNESS = "witnesses: [{id: w, basis: witness, person: rolo, knows: a thing, %s}]\n"
WAYS = [(Direction.HURTS, ", against: yes"), (Direction.HELPS, "")]


def told(
    body: str, way: Direction, *, by_rule: str | None = None
) -> tuple[list[str], list[str], list[str]]:
    """The ids under fear, those under the threat, and those beside the facts that rules rate."""
    asked = ask(body)
    rated = (reason(asked.record, by_rule, Concept.FEAR, way),) if by_rule else ()
    law = common_law(asked, (element(Concept.FEAR), rated), (element(Concept.THREAT), ()))
    said = find_said(asked.setting.case, law)
    if way is Direction.HURTS:
        under, beside = said.against_under, said.against
    else:
        under, beside = said.helping_under, said.helping
    return [e.id for e in under["fear"]], [e.id for e in under["threat"]], [e.id for e in beside]


@pytest.mark.parametrize(("way", "mark"), WAYS)
@pytest.mark.parametrize(("body", "id"), [(STATEMENT, "s"), (WITNESS, "w")])
def test_what_another_says_on_an_element_is_set_under_it(
    body: str, id: str, way: Direction, mark: str
) -> None:
    assert told(body % SAID % mark, way) == ([id], [], [id])
    (other,) = {one for one in WAYS if one[0] is not way}
    assert told(body % SAID % mark, other[0]) == ([], [], [])


@pytest.mark.parametrize(("way", "mark"), WAYS)
@pytest.mark.parametrize("more", ["protection: privileged", "invoked: silence"])
def test_what_may_not_be_used_and_silence_is_told_elsewhere(
    more: str, way: Direction, mark: str
) -> None:
    body = STATEMENT % SAID % mark
    assert told(body.replace("speaker: rolo", f"{more}, speaker: rolo"), way) == ([], [], [])


def test_of_the_clients_words_what_is_against_the_defense_has_rules_of_its_own() -> None:
    own = STATEMENT.replace("speaker: rolo", "speaker: client")
    assert told(own % SAID % ", against: yes", Direction.HURTS) == ([], [], [])
    assert told(own % SAID % "", Direction.HELPS) == (["s"], [], ["s"])


@pytest.mark.parametrize(("way", "mark"), WAYS)
def test_what_a_rule_sets_under_the_element_too_is_told_once(way: Direction, mark: str) -> None:
    assert told(STATEMENT % SAID % mark, way, by_rule="s") == ([], [], [])


@pytest.mark.parametrize(("way", "mark"), WAYS)
def test_what_is_off_the_list_stands_among_the_facts_alone(way: Direction, mark: str) -> None:
    body = (STATEMENT % SAID % mark).replace("element: fear", "element: brevity")
    assert told(body, way) == ([], [], ["s"])
