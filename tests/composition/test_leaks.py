"""What is written for the team alone is found where others may read it."""

from __future__ import annotations

import pytest

from drafter import yamlfile
from drafter.casefile.reader import case_from
from drafter.composition.audience import INTERNAL, PRIVATE
from drafter.composition.blocks import Audience
from drafter.composition.gates.leaks import Passage, word_problems
from tests.composition.cases import CASE, compose, vocabulary

WORDS = "the marigold lantern over the seventh ferry landing"
AS_ID = WORDS.replace(" ", "-")
OPEN = "basis: document, handling: open"
"""How a fact is entered that anybody may read, but for what is the team's in it."""
BARE = CASE.partition("people:")[0]
TEAM_ONLY = {
    "note": f"benefits: [{{id: paid, {OPEN}, what: Paid., note: {WORDS}}}]",
    "strategy": f"benefits: [{{id: paid, {OPEN}, what: Paid., strategy: {WORDS}}}]",
    "argument": f"opportunities: [{{id: pump, {OPEN}, what: A stop., argument: {WORDS}}}]",
    "answer": f"answers: [{{id: ans, {OPEN}, question: no_call, answer: {WORDS}}}]",
    "notes": f"notes: [{{id: later, text: {WORDS}}}]",
    "engagement": f"engagement: {{paid_by: {WORDS}}}",
    "theme": f"sentencing: {{theme: {WORDS}}}",
    "reasons": f"sentencing: {{ask: {{months: 12, reasons: {WORDS}}}}}",
    "competency": f"client: {{name: A, short_name: A, pronouns: she, competency: {WORDS}}}",
    "answers": f"answers: [{{id: {AS_ID}, {OPEN}, question: no_call, answer: No.}}]",
}
"""For each name of what is the team's, a section that has the words there and nowhere else."""


def case_with(section: str) -> str:
    name = section.partition(":")[0]
    others = [line for line in BARE.splitlines() if not line.startswith(f"{name}:")]
    return "\n".join([*others, section, ""])


def found(section: str, readers: Audience) -> list[str]:
    """What the gate says of the words, in a case with the section."""
    file = case_from(yamlfile.parse(case_with(section), "small.yaml"), vocabulary())
    passages = (Passage("the page", f"He said: {WORDS}!"),)
    return [problem.message for problem in word_problems(passages, file, readers)]


def test_every_name_of_what_is_the_teams_is_tried_here() -> None:
    assert set(TEAM_ONLY) == PRIVATE | INTERNAL


@pytest.mark.parametrize("name", TEAM_ONLY)
@pytest.mark.parametrize("readers", [Audience.OUTWARD, Audience.SEALED])
def test_what_is_written_for_the_team_is_found_in_a_paper(name: str, readers: Audience) -> None:
    (said,) = found(TEAM_ONLY[name], readers)
    assert said.startswith("the page uses words that only the team may read, of `")
    assert found(TEAM_ONLY[name], Audience.INTERNAL) == []


@pytest.mark.parametrize(
    "section",
    [
        f"benefits: [{{id: paid, {OPEN}, what: {WORDS}}}]",
        f"sentencing: {{filing_theme: {WORDS}}}",
        f"client: {{name: A, short_name: A, pronouns: she, custody: {WORDS}}}",
    ],
)
def test_what_is_written_for_everybody_is_not(section: str) -> None:
    assert found(section, Audience.OUTWARD) == []


@pytest.mark.parametrize(
    ("name", "fact"),
    [("note", "paid"), ("strategy", "paid"), ("argument", "pump"), ("answer", "ans")],
)
def test_a_template_that_prints_a_private_field_prints_for_the_team(name: str, fact: str) -> None:
    (block,) = compose(f"{{{{ f.{fact}.{name} }}}}", case=case_with(TEAM_ONLY[name])).blocks
    assert block.text == WORDS
    assert block.audience is Audience.INTERNAL
