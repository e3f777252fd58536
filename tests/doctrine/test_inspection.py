from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.doctrine import Library
from drafter.doctrine.inspection import inspect

Raw = dict[str, Any]
RULE: Raw = {"id": "r", "element": "escape", "direction": "hurts", "when": ["client_alone"],
             "because": "B."}  # fmt: skip


def messages(**records: dict[str, Raw]) -> list[str]:
    found = [str(problem.message) for problem in inspect(records, None)]
    return [each for each in found if "there is no record of" not in each]


def test_an_authority_id_must_exist() -> None:
    assert messages(rules={"r": RULE | {"authority": "nobody"}}) == [
        "there is no authority 'nobody'"
    ]
    assert messages(rules={"r": RULE | {"research": ["nobody"]}}) == [
        "there is no authority 'nobody'"
    ]


def test_a_lead_is_not_cited_as_law(
    authority: Callable[..., Raw], marks: Callable[..., Raw]
) -> None:
    lead = authority(quote=None, quoted_from=None, marks=marks("none", "summary"))
    shelf = {"roe_ca9_2001": lead}
    cited = messages(rules={"r": RULE | {"authority": "roe_ca9_2001"}}, authorities=shelf)
    assert cited == ["'roe_ca9_2001' is a lead: no words of it were seen"]
    assert messages(rules={"r": RULE | {"research": ["roe_ca9_2001"]}}, authorities=shelf) == []


@pytest.mark.parametrize("cite", ["18 U.S.C. § 28", "No. 20-1427 (8th Cir. 2021)"])
def test_a_line_must_not_break_in_a_citation(authority: Callable[..., Raw], cite: str) -> None:
    assert messages(authorities={"roe_ca9_2001": authority(cite=cite)}) == [
        "a line could break in the citation"
    ]
    whole = cite.replace("§ ", "§\u00a0").replace("No. ", "No.\u00a0")
    assert messages(authorities={"roe_ca9_2001": authority(cite=whole)}) == []


def test_a_decision_is_quoted_briefly(authority: Callable[..., Raw]) -> None:
    long = " ".join(["word"] * 61)
    assert messages(authorities={"roe_ca9_2001": authority(quote=long)}) == [
        "the quotation is longer than 60 words"
    ]
    statute = authority(quote=long, kind="statute")
    assert messages(authorities={"roe_ca9_2001": statute}) == []


def test_offenses_named_must_exist(circuit: Callable[..., Raw]) -> None:
    court = circuit()
    court["elements"][0]["applies_to"] = ["escape"]
    assert messages(circuits={"ca9": court}) == ["there is no offense 'escape'"]
    offense = {"id": "escape", "title": "Escape"}
    assert messages(circuits={"ca9": court}, offenses={"escape": offense}) == []


def test_the_deadline_of_a_task_must_exist() -> None:
    task = {"id": "t", "kind": "motion", "title": "Move", "because": "B.", "deadline": "noon"}
    assert messages(tasks={"t": task}) == ["there is no deadline 'noon'"]


def test_two_versions_are_not_in_force_at_once(authority: Callable[..., Raw]) -> None:
    shelf = {
        "roe_ca9_2001@2001-01-01": authority(period={"end": "2010-01-01"}),
        "roe_ca9_2001": authority(period={"start": "2010-01-01"}),
    }
    (message,) = messages(authorities=shelf)
    assert "is in force on the same day as" in message
    shelf["roe_ca9_2001"] = authority(period={"start": "2010-01-02"})
    assert messages(authorities=shelf) == []


def test_a_version_without_a_period_is_always_in_force(authority: Callable[..., Raw]) -> None:
    shelf = {"roe_ca9_2001@2001-01-01": authority(period={"end": "2010-01-01"}),
             "roe_ca9_2001": authority()}  # fmt: skip
    assert len(messages(authorities=shelf)) == 1


def test_a_file_that_nothing_reads_is_named() -> None:
    assert messages(poems={"x": {"id": "x"}}) == ["no kind of record is read from here"]


def test_each_court_and_concept_has_a_record() -> None:
    found = [problem.message for problem in inspect({}, None)]
    assert len(found) == 13 + 9


def test_a_court_that_does_not_exist_is_named(marks: Callable[..., Raw]) -> None:
    rule = {"court": "ca12", "status": "unknown", "statement": "S.", "marks": marks("none")}
    offense = {"id": "o", "title": "O", "availability": [rule]}
    assert messages(offenses={"o": offense}) == ["'ca12' is not a court here"]
    element = {
        **{"id": "fear", "title": "F", "question": "Q?", "order": "1"},
        **{"asks": "what", "silent": "Nothing.", "required_by": ["ca12"]},
    }
    assert messages(elements={"fear": element}) == ["'ca12' is not a court here"]


def test_a_fault_in_an_overlay_stands_in_the_overlay(write: Callable[[str, str], Path]) -> None:
    text = "id: dixon_scotus_2006\ncite: No. 5 (2006)\n"
    laid = Library.load(write("authorities/dixon_scotus_2006.yaml", text))
    places = [p.location for p in laid.check() if "a line could break" in p.message]
    assert [(Path(p.path).parts[-3], p.line, p.column) for p in places if p] == [("law", 2, 7)]
    assert "drafter" not in places[0].path.removesuffix("dixon_scotus_2006.yaml")  # type: ignore[union-attr]


def test_the_tasks_an_option_names_must_exist() -> None:
    point = {"id": "p", "statement": "S.", "when": ["counts_left"]}
    option = {"id": "o", "title": "O", "order": "1", "conditions": [point], "tasks": ["t"]}
    task = {"id": "t", "kind": "advice", "title": "T", "because": "B."}
    assert messages(**{"strategy/options": {"o": option}}) == ["there is no task 't'"]
    assert messages(**{"strategy/options": {"o": option}, "tasks": {"t": task}}) == []
