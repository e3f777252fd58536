"""What an analysis concludes, and that each conclusion names what it rests on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from drafter.analysis.defenses.types import Fit
from drafter.analysis.result import Analysis
from drafter.pipeline.conclusions import conclusions_of
from drafter.pipeline.snapshots import snapshots_of
from drafter.versions.draft import Conclusion
from tests.pipeline.cases import changed, session, source
from tests.samples import SAMPLES


@cache
def analysis(text: str) -> Analysis:
    return session().analyze(source(text))


def concluded(text: str) -> dict[str, Conclusion]:
    return {each.id: each for each in conclusions_of(analysis(text))}


_ON_COUNTS_OR_DAYS = (
    "availability.", "surrender.", "span.offense", "deadline.", "sentencing.", "defense.", "plea."
)  # fmt: skip
"""What rests on a count, a day or a section of the case file alone: a defense only if no fact
points to it and nothing of it is missing, a term only if no plea agreement is recorded."""


def _counts_and_days(found: Analysis) -> set[str]:
    case = found.record.case
    counts = {each.id for each in case.charges} | {"plea_agreement"}
    names = {name for each in conclusions_of(found) for name in each.because}
    return counts | {name for name in names if name.startswith(("matter.", "sentencing."))}


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_conclusions_have_an_id_of_their_own_words_and_grounds(path: Path) -> None:
    found = analysis(path.read_text("utf-8"))
    conclusions = conclusions_of(found)
    assert len({each.id for each in conclusions}) == len(conclusions) > 30
    for each in conclusions:
        assert each.label[:1].isupper() or not each.label[:1].isalpha()
        assert each.value
        assert "_" not in each.value
    known = {
        *snapshots_of(found.record),
        *(gap.id for gap in found.missing),
        *(rule.id for rule in found.doctrine.rules),
    }
    assert [each.id for each in conclusions if not each.because] == []
    alone = {each.id for each in conclusions if set(each.because) <= _counts_and_days(found)}
    assert {id for id in alone if not id.startswith(_ON_COUNTS_OR_DAYS)} == set()
    unknown = [each for each in found.defenses if each.fit is Fit.UNKNOWN]
    assert all(each.gaps for each in unknown)
    listed = {each.id for each in found.missing}
    assert all(gap.id in listed for each in unknown for gap in each.gaps)
    elements = [each for each in conclusions if each.id.startswith("element.")]
    assert len(elements) == 2 * len(found.common_law.elements)
    for each in elements:
        facts = set(each.because) & known
        assert facts


def test_the_standings_are_those_of_the_analysis() -> None:
    text = changed()
    found, conclusions = analysis(text), concluded(text)
    assert conclusions["duress.production"].value == found.common_law.production.word
    assert conclusions["duress.persuasion"].value == found.common_law.persuasion.word
    for element in found.common_law.elements:
        assert conclusions[f"element.{element.id}.production"].value == element.production.word


@pytest.mark.parametrize(
    ("change", "fact", "moved"),
    [
        (("offense: drug_trafficking", "offense: fraud"), "count-1", "availability.count-1"),
        (("question: no_call", "question: no_help"), "ans-call", "question.no_call"),
        (("date: 2026-12-14", "date: 2026-12-21"), "matter.motion_deadline.date", "deadline."),
        (("kinds: [labor]", "kinds: [labor]\n  victim_at_offense: yes"), "screen", "section_28"),
        (("    safe: unknown", "    safe: yes"), "opp-primary", "element.escape.persuasion"),
        (("months: 36", "months: 144"), "sentencing.ask.months", "sentencing.floor"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_conclusion_that_moves_rests_on_the_fact_that_moved(
    change: tuple[str, str], fact: str, moved: str
) -> None:
    before, after = concluded(changed()), concluded(changed(change))
    found = {
        id
        for id in before.keys() | after.keys()
        if (before[id].value if id in before else "") != (after[id].value if id in after else "")
    }
    told = {id for id in found if id.startswith(moved)}
    assert told, found
    for id in told:
        grounds = [each.because for each in (before.get(id), after.get(id)) if each]
        assert any(fact in because for because in grounds), (id, grounds)


def test_the_score_is_no_conclusion() -> None:
    assert not [each for each in concluded(changed()).values() if "score" in each.label.lower()]
