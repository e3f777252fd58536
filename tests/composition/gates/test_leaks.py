"""What is written for the team alone is found where others may read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from drafter import yamlfile
from drafter.analysis.sentencing.filed import cleared
from drafter.casefile.coercion import Answer, Opportunity
from drafter.casefile.fact import Fact, Section, team_fields
from drafter.casefile.matter import Codefendant
from drafter.casefile.reader import case_from
from drafter.casefile.record import Evidence, Statement
from drafter.casefile.schema_export import json_schema
from drafter.composition.blocks import Audience
from drafter.composition.gates.leaks import word_problems
from drafter.composition.gates.passages import Passage
from tests.composition.cases import CASE, compose, vocabulary
from tests.planting import session

WORDS = "the marigold lantern over the seventh ferry landing"
AS_ID = WORDS.replace(" ", "-")
OPEN = "basis: document, handling: open"
"""How a fact is entered that anybody may read, but for what is the team's in it."""
ITEM = f"id: log, {OPEN}, kind: document, form: writing, what: A log"
BARE = CASE.partition("people:")[0]
TEAM_ONLY = {
    "Fact.note": f"benefits: [{{id: paid, {OPEN}, what: Paid., note: {WORDS}}}]",
    "Fact.strategy": f"benefits: [{{id: paid, {OPEN}, what: Paid., strategy: {WORDS}}}]",
    "Fact.conflicts_with": (
        f"benefits: [{{id: paid, {OPEN}, what: Paid., conflicts_with: [{AS_ID}]}},"
        f" {{id: {AS_ID}, basis: client_account, what: Paid.}}]"
    ),
    "Opportunity.argument": f"opportunities: [{{id: pump, {OPEN}, what: A., argument: {WORDS}}}]",
    "Answer.answer": f"answers: [{{id: ans, {OPEN}, question: no_call, answer: {WORDS}}}]",
    "Statement.suppression_issue": (
        f"statements: [{{id: st, {OPEN}, to: all, summary: Said., suppression_issue: {WORDS}}}]"
    ),
    "Evidence.admissible_through": f"evidence: [{{{ITEM}, admissible_through: {WORDS}}}]",
    "Evidence.preservation": (
        f"evidence: [{{{ITEM}, preservation: {{status: secured, holder: {WORDS}}}}}]"
    ),
    "Witness.unavailable": (
        f"people: [{{id: pal, name: B. Orr, relation: friend}}]\n"
        f"witnesses: [{{id: wit, {OPEN}, person: pal, knows: All., unavailable: {WORDS}}}]"
    ),
    "Codefendant.statements": (
        f"people: [{{id: pal, name: B. Orr, relation: friend}}]\n"
        f"codefendants: [{{id: co, {OPEN}, person: pal, role: drove, status: pending,"
        f" statements: {WORDS}}}]"
    ),
    "Case.notes": f"notes: [{{id: later, text: {WORDS}}}]",
    "Case.engagement": f"engagement: {{paid_by: {WORDS}}}",
    "Sentencing.theme": f"sentencing: {{theme: {WORDS}}}",
    "Sentencing.allocution": f"sentencing: {{allocution: {WORDS}}}",
    "Ask.reasons": f"sentencing: {{ask: {{months: 12, reasons: {WORDS}}}}}",
    "Client.competency": f"client: {{name: A, short_name: A, pronouns: she, competency: {WORDS}}}",
    "Person.protected": (
        f"people: [{{id: pal, name: B. Orr, alias: P1, relation: friend, protected: {WORDS}}}]"
    ),
    "Case.answers": f"answers: [{{id: {AS_ID}, {OPEN}, question: no_call, answer: No.}}]",
}
"""For each field that is the team's, a section that has the words there and nowhere else."""
NO_WORDS = {"Evidence.traits"}
"""The team's, and chosen from a list that everybody may know."""


def sections(model: type[Section] = Section) -> Iterator[type[Section]]:
    for each in model.__subclasses__():
        yield each
        yield from sections(each)


def marked() -> set[str]:
    """The fields that the models mark as the team's, each where it is declared."""
    return {
        f"{model.__name__}.{name}"
        for model in sections()
        for name in team_fields(model)
        if name in model.__annotations__
    }


def case_with(section: str) -> str:
    name = section.partition(":")[0]
    others = [line for line in BARE.splitlines() if not line.startswith(f"{name}:")]
    return "\n".join([*others, section, ""])


def found(section: str, readers: Audience, page: str = f"He said: {WORDS}!") -> list[str]:
    """What the gate says of a page, in a case with the section."""
    file = case_from(yamlfile.parse(case_with(section), "small.yaml"), vocabulary())
    passages = (Passage("the page", page),)
    return [problem.message for problem in word_problems(passages, file, readers)]


def test_every_name_of_what_is_the_teams_is_tried_here() -> None:
    assert set(TEAM_ONLY) | NO_WORDS == marked()


def test_what_the_case_file_says_is_the_teams_is_marked() -> None:
    """A new field that its own words keep in the office cannot be left without the mark."""
    said = {
        f"{model}.{name}"
        for model, definition in json_schema(session().vocabulary)["$defs"].items()
        for name, field in definition.get("properties", {}).items()
        if re.search(r"(?:team|working edition) only", field.get("description", ""))
    }
    own = {f"{model.__name__}.{name}" for model in sections() for name in team_fields(model)}
    assert said
    assert said <= own


@pytest.mark.parametrize("model", [Statement, Evidence, Codefendant, Opportunity, Answer])
def test_what_is_the_teams_is_taken_off_a_fact_before_it_is_filed(model: type[Fact]) -> None:
    values = dict.fromkeys(model.model_fields, WORDS)
    fact = cleared(model.model_construct(**values))
    kept = {name for name in model.model_fields if getattr(fact, name) == WORDS}
    assert kept == set(model.model_fields) - set(team_fields(model))


@pytest.mark.parametrize(
    "way",
    [
        "certification under Fed. R. Evid. 902(11)",
        "offered by the government under Rule 404(b)",
        "certification by the custodian of records under Fed. R. Evid. 902(11), 902(13)",
        "judicial notice or a certified copy",
        "testimony of Special Agent in Charge Maria Luz Ortega",
        "Special Agent in Charge Maria del Carmen Luz Ortega",
    ],
)
def test_terms_of_art_and_names_that_a_paper_may_have_are_nobodys(way: str) -> None:
    agent = way.removeprefix("testimony of ") if "Ortega" in way else "B. Orr"
    case = f"people: [{{id: pal, name: {agent}, relation: agent}}]\nevidence: [{{{ITEM}, "
    page = f"The defense offers it by {way}."
    assert found(f"{case}admissible_through: '{way}'}}]", Audience.OUTWARD, page) == []


def test_what_counsel_thinks_of_the_way_in_of_an_open_item_is_found() -> None:
    way = "only if the cousin comes, whom nobody has asked"
    item = f"evidence: [{{{ITEM}, admissible_through: '{way}'}}]"
    (said,) = found(item, Audience.OUTWARD, f"It comes in {way}.")
    assert said.endswith("of `log`")


@pytest.mark.parametrize("name", TEAM_ONLY)
@pytest.mark.parametrize("readers", [Audience.OUTWARD, Audience.SEALED])
def test_what_is_written_for_the_team_is_found_in_a_paper(name: str, readers: Audience) -> None:
    (said,) = found(TEAM_ONLY[name], readers)
    assert said.startswith("the page uses words that only the team may read, of `")
    assert found(TEAM_ONLY[name], Audience.INTERNAL) == []


@pytest.mark.parametrize("size", [1, 3, 5])
def test_what_is_written_for_the_team_is_found_though_its_lines_are_paragraphs(size: int) -> None:
    """As a message is that was pasted with the ends of its lines."""
    words = WORDS.split()
    lines = [" ".join(words[at : at + size]) for at in range(0, len(words), size)]
    case = case_with(TEAM_ONLY["Case.notes"])
    file = case_from(yamlfile.parse(case, "small.yaml"), vocabulary())
    pages = [Passage(f"line {at}", line) for at, line in enumerate(("It says", *lines, "and so"))]
    (said,) = word_problems(pages, file, Audience.OUTWARD)
    assert said.message == f"line {len(lines)} uses words that only the team may read, of `later`"
    short = case_with("notes: [{id: later, text: the marigold lantern came ashore}]")
    file = case_from(yamlfile.parse(short, "small.yaml"), vocabulary())
    pages = [Passage("one", "The marigold lantern came ashore."), Passage("two", "And so.")]
    (said,) = word_problems(pages, file, Audience.OUTWARD)
    assert said.message.startswith("one uses words")


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
    [
        ("Fact.note", "paid"),
        ("Fact.strategy", "paid"),
        ("Opportunity.argument", "pump"),
        ("Answer.answer", "ans"),
        ("Statement.suppression_issue", "st"),
        ("Evidence.admissible_through", "log"),
        ("Codefendant.statements", "co"),
    ],
)
def test_a_template_that_prints_a_private_field_prints_for_the_team(name: str, fact: str) -> None:
    field = name.partition(".")[2]
    (block,) = compose(f"{{{{ f.{fact}.{field} }}}}", case=case_with(TEAM_ONLY[name])).blocks
    assert block.text == WORDS
    assert block.audience is Audience.INTERNAL
