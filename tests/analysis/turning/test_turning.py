"""The smallest sets of facts that move a verdict, and that they do when the facts are entered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from drafter.analysis.analyze import analyze
from drafter.analysis.findings import Persuasion, Production
from drafter.analysis.result import Analysis
from drafter.analysis.turning.types import FactSet, Turning
from drafter.doctrine import Library, kinds
from drafter.errors import CaseFileError
from drafter.facts.record import Record, record_of
from tests.analysis.parts import case, counts
from tests.analysis.route import chance, count, threat, threats
from tests.planting import case_of, load
from tests.samples import AS_OF, SAMPLES, read_sample

LIBRARY = Library.load()
LAW = LIBRARY.in_force(AS_OF)
ANSWERS = ("yes", "no")
Verdicts = tuple[Production, Persuasion]


def sample(path: Path) -> Analysis:
    return analyze(record_of(read_sample(path), LIBRARY.only(kinds.DISTRICTS)), LAW)


def turned(record: Record) -> dict[str, Turning]:
    return {each.id: each for each in analyze(record, LAW).turnings}


def told(turning: Turning) -> dict[str, list[str]]:
    return {move.id: [each.id for each in move.sets] for move in turning.moves}


def test_one_missing_fact_moves_an_element_either_way() -> None:
    found = turned(case(threats(threat("when: 2026-03-14 02:00")) + chance("asked_for_help: no")))
    escape = told(found["escape"])
    assert "opp.safe" in escape["for-supported-contested"]
    assert escape["against-unsupported-weak"] == ["opp.safe"]


def test_a_set_takes_one_way_over_each_obstacle() -> None:
    # Two opportunities that were missed, each of which defeats the element in the Fifth Circuit.
    body = (
        "opportunities:\n"
        "  - {id: one, what: a stop, when: 2026-03-14 04:30, phone: yes, asked_for_help: no,"
        " basis: court_finding}\n"
        "  - {id: two, what: a stop, when: 2026-03-14 05:30, phone: yes, asked_for_help: no,"
        " basis: court_finding}\n"
    )
    found = turned(case(threats(threat("when: 2026-03-13 05:00")) + body, district="laed"))
    escape = found["escape"]
    assert escape.production is Production.UNSUPPORTED
    raising = [each for move in escape.moves if move.for_us for each in move.sets]
    assert raising
    for each in raising:
        assert {gap.owner for gap in each.gaps} == {"one", "two"}, each.id


def test_an_element_is_lost_when_all_that_could_show_it_is_denied() -> None:
    found = turned(case(threats(threat("when: 2026-03-10 05:00"))))
    immediacy = found["immediacy"]
    assert immediacy.production is Production.UNKNOWN
    assert told(immediacy)["against-unsupported"] == ["t.continuing+t.watching"]


def test_a_missing_fact_can_take_away_what_shows_an_element() -> None:
    at = "when: 2026-03-14 03:40"
    found = turned(case(threats(threat(at))))["immediacy"]
    assert found.production is Production.SUPPORTED
    [move] = [each for each in found.moves if not each.for_us and each.production is not None]
    assert "t.continuing" in {each.id for each in move.sets}
    [t] = analyze(case(threats(threat(f"{at}, continuing: no"))), LAW).common_law.elements[1:2]
    assert t.production is move.production


def test_an_item_is_met_once_every_moment_that_it_shows_is() -> None:
    [border] = [path for path in SAMPLES if path.stem == "border-courier"]
    found = {each.id: each for each in sample(border).turnings}
    assert told(found["escape"])["for-strong"] == ["opp-primary.watched"]


TWO = counts(
    "offense: assault, start: 2026-03-14 02:00, end: 2026-03-14 02:05",
    "offense: firearm_possession, start: 2026-03-14 02:00, end: 2026-03-14 06:00",
)
NIGHT = """\
opportunities:
  - {id: inn, what: an inn, when: 2026-03-14 02:02, phone: no, safe: no, watched: yes}
  - {id: night, what: a night at home, when: 2026-03-14 %s, safe: %s}
"""


@pytest.mark.parametrize(("when", "lost"), [("02:03", True), ("03:00", False)])
def test_a_moment_after_one_count_does_not_turn_an_element_for_all(when: str, lost: bool) -> None:
    asked, known = (
        turned(case(threats(threat()) + NIGHT % (when, safe), charges=TWO, district="ohnd"))
        for safe in ("unknown", "yes")
    )
    unsupported = known["escape"].production is Production.UNSUPPORTED
    assert unsupported is lost
    ids = [set.ids for set in asked["escape"].tipping]
    assert (("night.safe",) in ids) is lost


def test_no_set_holds_another_that_does_the_same() -> None:
    found = turned(case(threats(threat("")) + chance("")))
    moves = [move for turning in found.values() for move in turning.moves]
    assert moves
    for move in moves:
        sets = [frozenset(each.ids) for each in move.sets]
        assert not [(a, b) for a, b in product(sets, sets) if a < b]
        assert [len(each) for each in sets] == sorted(len(each) for each in sets)


def test_a_dispute_is_one_fact_and_moves_as_one() -> None:
    body = (
        threats(threat("when: 2026-03-14 05:00, sources: [ev]"))
        + "statements: [{id: st, basis: document, to: an agent, summary: Nobody threatened me., "
        "when: 2026-03-14 08:00, conflicts_with: [t], sources: [ev]}]\n"
        "evidence: [{id: ev, kind: document, form: writing, what: A report, about: [st], "
        "admissible_through: an agent}]\n"
    )
    found = turned(case(body))
    disputes = {
        each.id
        for turning in found.values()
        for move in turning.moves
        for facts in move.sets
        for each in facts.disputed
    }
    assert disputes == {"t"}


def test_nothing_raises_the_whole_where_the_list_is_not_known() -> None:
    found = turned(case(threats(threat("")), district="paed"))["whole"]
    assert found.capped
    assert not any(move.for_us for move in found.moves)


def test_a_part_of_the_record_that_is_missing_is_no_single_fact() -> None:
    found = analyze(case(), LAW)
    assert [gap.id for gap in found.parts_missing] == ["threats", "opportunities", "involvement"]
    assert not found.turned
    assert {each.id for each in analyze(case(threats(threat(""))), LAW).turned} >= {"immediacy"}


def test_a_moment_too_wide_is_asked_for_more_exactly() -> None:
    found = turned(case(threats(threat("when: 2026-03")), charges=count("drug_trafficking")))
    gaps = [
        gap
        for move in found["immediacy"].moves
        for each in move.sets
        for gap in each.gaps
        if gap.id == "t.when"
    ]
    assert gaps
    assert {gap.phrase for gap in gaps} == {"more exactly when the threat was made"}


# The sets of every sample, set beside what the analysis says once the facts are entered.


def item_of(node: object, id: str) -> dict[str, Any] | None:
    """The item of a case file with an id."""
    inside: list[object] = []
    if isinstance(node, dict):
        if node.get("id") == id:
            return node
        inside = list(node.values())
    elif isinstance(node, list):
        inside = node
    return next((found for each in inside if (found := item_of(each, id))), None)


def entered(raw: dict[str, Any], answers: dict[str, str]) -> Analysis:
    """The analysis of a case in which some missing fields hold answers."""
    changed = deepcopy(raw)
    for gap, answer in answers.items():
        owner, _, field = gap.rpartition(".")
        item = item_of(changed, owner)
        assert item is not None, gap
        item[field] = answer
    return analyze(record_of(case_of(changed), LIBRARY.only(kinds.DISTRICTS)), LAW)


def verdicts(found: Analysis) -> dict[str, Verdicts]:
    law = found.common_law
    elements = {each.id: (each.production, each.persuasion) for each in law.elements}
    return {"whole": (law.production, law.persuasion), **elements}


YES_NO = {
    *"specific watching continuing phone alone watched authority_present".split(),
    *"authority_corrupt asked_for_help safe voluntary_association".split(),
    *"knew_of_violence could_foresee_demand received".split(),
}
"""The fields of items that hold yes or no."""


def is_yes_no(gap: str) -> bool:
    return gap.rpartition(".")[2] in YES_NO


def tried(raw: dict[str, Any], gaps: tuple[str, ...]) -> list[dict[str, Verdicts]]:
    """The verdicts under every answer to some yes-or-no questions that the file allows."""
    found = []
    for answers in product(ANSWERS, repeat=len(gaps)):
        # An answer that contradicts the rest of the file is refused as such.
        with suppress(CaseFileError):
            found.append(verdicts(entered(raw, dict(zip(gaps, answers, strict=True)))))
    return found


def moves_of(found: Analysis) -> Iterator[tuple[str, FactSet, Production | None, bool]]:
    for turning in found.turnings:
        for move in turning.moves:
            yield from ((turning.id, each, move.production, move.for_us) for each in move.sets)


@pytest.mark.no_cover
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sets_of_samples_move_what_they_say_and_no_other_single_fact_does(path: Path) -> None:
    raw = load(path)
    before = entered(raw, {})
    now, sets = verdicts(before), [each for each in moves_of(before) if each[2] is not None]
    for id, each, production, _ in sets:
        if all(map(is_yes_no, each.ids)):
            assert production in {found[id][0] for found in tried(raw, each.ids)}, each.id
    alone = {(id, each.ids[0]) for id, each, _, _ in sets if len(each.ids) == 1}
    for gap in (each.id for each in before.record.gaps if each.owner and is_yes_no(each.id)):
        for found in tried(raw, (gap,)):
            for id, (production, _) in found.items():
                assert production == now[id][0] or (id, gap) in alone, (id, gap)


def test_the_samples_have_sets_to_try() -> None:
    found = [each for path in SAMPLES for _, each, _, _ in moves_of(sample(path))]
    assert sum(len(each.ids) == 1 for each in found) > 10
    assert any(len(each.ids) > 1 for each in found)
