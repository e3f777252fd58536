"""The whole analysis, on the samples and on small cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest

from drafter import yamlfile
from drafter.analysis.analyze import analyze
from drafter.analysis.evidence.question_types import AnswerStatus
from drafter.analysis.findings import Reason
from drafter.analysis.result import Analysis
from drafter.casefile.reader import case_from
from drafter.casefile.record import Invocation, Statement
from drafter.facts.record import record_of
from drafter.yamlfile import YamlFile
from tests.analysis.parts import LIBRARY, case, counts
from tests.facts.records import districts, vocabulary
from tests.samples import AS_OF, SAMPLES

COURIER = next(path for path in SAMPLES if path.stem == "border-courier")


class Identified(Protocol):
    """What a list of findings holds."""

    @property
    def id(self) -> str: ...


def analysis_of(file: YamlFile, day: date = AS_OF) -> Analysis:
    return analyze(record_of(case_from(file, vocabulary()), districts()), LIBRARY.in_force(day))


@cache
def analyzed(path: Path, day: date = AS_OF) -> Analysis:
    return analysis_of(yamlfile.read(path), day)


def small(body: str, **more: str) -> Analysis:
    return analyze(case(body, **more), LIBRARY.in_force(AS_OF))


def reasons(a: Analysis) -> Iterator[Reason]:
    for element in a.common_law.elements:
        yield from element.reasons
    for row in a.matrix.rows:
        yield from row.reasons


LISTS = (
    *("defenses", "threats", "availability", "changes", "exhibit_concerns", "deadlines", "tasks"),
    *("task_groups", "turnings"),
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_finding_has_an_id_of_its_own_in_its_list(path: Path) -> None:
    a = analyzed(path)
    lists: list[Iterable[Identified]] = [getattr(a, name) for name in LISTS]
    lists += [a.common_law.elements, a.matrix.rows, a.accounts.accounts, a.accounts.by_element]
    lists += [a.questions.all, a.questions.follow_ups, a.surrender.by_charge, a.statutory.coverage]
    lists += [each.reasons for each in a.common_law.elements]
    lists += [each.points for each in a.questions.all]
    lists += [each.knowers for each in a.changes]
    lists += [each.moves for each in a.turnings]
    lists += [move.sets for each in a.turnings for move in each.moves]
    lists += [group.tasks for group in a.task_groups]
    assert any(lists)
    for found in lists:
        ids = [each.id for each in found]
        assert len(set(ids)) == len(ids)
        assert all(ids)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_element_has_a_reason_and_every_reason_a_sentence(path: Path) -> None:
    a = analyzed(path)
    assert a.common_law.elements
    for element in a.common_law.elements:
        assert element.reasons
        assert element.deciding in element.reasons
    for each in reasons(a):
        assert each.because.endswith(".")
        assert (each.fact is None) != (each.gap is None)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_right_that_was_invoked_hurts(path: Path) -> None:
    for each in reasons(analyzed(path)):
        if isinstance(each.fact, Statement) and not each.for_us:
            assert each.fact.invoked is Invocation.NO


SILENT = """\
statements:
  - {id: s, to: an agent, when: 2026-03-14 11:00, custodial: yes, warned: yes, invoked: %s,
     summary: Asked for counsel., omits_duress: yes, sources: [ev]}
evidence:
  - {id: ev, kind: postarrest_statement, form: recording, handling: open, what: The interview,
     when: 2026-03-14 11:00, witness: friend, about: [s]}
"""


@pytest.mark.parametrize("right", ["silence", "counsel"])
def test_silence_after_warnings_raises_a_motion_and_hurts_nothing(right: str) -> None:
    a = small(SILENT % right)
    assert [each.id for each in reasons(a) if each.subject in ("s", "ev") and not each.for_us] == []
    raised = [task for task in a.tasks if task.task.id == "invoked_right"]
    assert [(task.kind, [fact.id for fact in task.facts]) for task in raised] == [("motion", ["s"])]
    assert a.accounts.accounts[0].leaves_out_duress is None


def test_a_statement_that_leaves_duress_out_does_hurt() -> None:
    a = small((SILENT % "no").replace("Asked for counsel", "Talked of the car"))
    hurts = [each for each in reasons(a) if each.subject in ("s", "ev") and not each.for_us]
    assert hurts
    assert not [task for task in a.tasks if task.task.id == "invoked_right"]


def test_the_courier_sample_shows_what_cuts_both_ways() -> None:
    a = analyzed(COURIER)
    both = {row.id: row for row in a.matrix.paradoxes}
    assert {"ev-messages", "ev-handset", "ev-port-video"} <= set(both)
    messages = both["ev-messages"]
    assert "threat" in [each.element for each in messages.helps]
    assert "escape" in [each.element for each in messages.hurts]
    assert [row.id for row in a.matrix.rows] == [item.id for item in a.record.case.evidence]


def test_the_courier_sample_is_analyzed_under_its_courts_list() -> None:
    a = analyzed(COURIER)
    assert a.circuit.id == "ca9"
    assert [each.id for each in a.common_law.elements] == ["threat", "immediacy", "fear", "escape"]
    assert [column.id for column in a.matrix.columns] == [e.id for e in a.common_law.elements]
    assert not a.common_law.capped
    assert [each.role.role for each in a.surrender.by_charge if each.role] == ["evidence_on_escape"]


def test_the_courier_sample_is_asked_three_questions() -> None:
    asked = analyzed(COURIER).questions
    assert [point.id for point in asked.no_help.points] == ["opp-night", "opp-line", "opp-primary"]
    assert asked.no_help.status is AnswerStatus.IN_PART
    assert [point.id for point in asked.delay.points] == ["threat-visit"]
    assert len(asked.follow_ups) == 6


def test_two_analyses_of_one_case_are_equal() -> None:
    first, second = (analysis_of(yamlfile.read(COURIER)) for _ in range(2))
    assert first.common_law == second.common_law
    assert first.changes == second.changes
    assert first.tasks == second.tasks


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_moves_until_the_day_that_is_named(path: Path) -> None:
    today = analyzed(path)
    until = today.date_dependent_until
    assert until is None or until >= AS_OF
    last = analyzed(path, until or AS_OF + timedelta(days=1))
    assert standings(last) == standings(today)
    assert [task.id for task in last.tasks] == [task.id for task in today.tasks]
    assert [task.id for task in last.tasks if task.late] == [
        task.id for task in today.tasks if task.late
    ]


def standings(a: Analysis) -> dict[str, tuple[str, str]]:
    return {each.id: (each.production.word, each.persuasion.word) for each in a.common_law.elements}


def test_what_courts_did_with_the_defense_is_the_highest_courts_and_this_ones() -> None:
    felon = next(path for path in SAMPLES if path.stem == "felon-in-possession")
    found = analyzed(felon).jury_rulings
    named = ["bailey_scotus_1980", "riffe_ca6_1994", "johnson_ca6_2005"]
    assert [each.point.authority for each in found] == named
    assert len({each.id for each in found}) == 3


TWO = (
    "charges:\n"
    "  - {id: a, count: 1, statute: x, title: X, offense: fraud, start: 2026-03-14, end: %s}\n"
    "  - {id: b, count: 2, statute: y, title: Y, offense: fraud, start: 2026-03-16,"
    " end: 2026-03-17}\n"
)
CHANCE = "opportunities:\n  - {id: o, what: a stop, when: 2026-03-15 12:00, safe: yes}\n"


@pytest.mark.parametrize(
    ("end", "over"),
    [
        ("2026-03-14", {"o": ["a"]}),
        ("2026-03-16", {}),
        ("unknown", {}),
        ("2026-03-15 11:59", {"o": ["a"]}),
        ("2026-03-15 12:00", {}),
        ("between 2026-03-15 11:59 and 2026-03-15 12:00", {}),
    ],
)
def test_a_moment_after_some_count_names_it(end: str, over: dict[str, list[str]]) -> None:
    found = small(CHANCE, charges=TWO % end).counts_over
    assert {id: [charge.id for charge in gone] for id, gone in found.items()} == over


def test_a_moment_after_every_count_names_none() -> None:
    late = CHANCE.replace("2026-03-15", "2026-03-20")
    assert small(late, charges=TWO % "2026-03-14").counts_over == {}


@pytest.mark.parametrize(("section", "asked"), [("2422(a)", True), ("610", False)])
def test_registration_is_asked_about_where_enticement_is_charged(section: str, asked: bool) -> None:
    charges = counts("offense: coercion_crime").replace("a statute", f"18 U.S.C. § {section}")
    found = small("", charges=charges)
    assert ("registration" in {each.id for each in found.strategy.stakes}) is asked
