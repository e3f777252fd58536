from __future__ import annotations

import pytest

from drafter.analysis.findings import Reason
from drafter.analysis.matrix import find_matrix
from drafter.analysis.matrix_types import EvidenceMatrix, Sign
from drafter.doctrine.vocabulary import Concept, Direction
from tests.analysis.parts import ask, element, reason

BODY = """\
evidence:
  - {id: texts, kind: messages, form: writing, what: Texts, when: 2026-03-13}
  - {id: log, kind: phone_records, form: writing, what: A log, witness: friend}
witnesses:
  - {id: w-friend, basis: witness, person: friend, knows: the texts}
  - {id: w-rolo, basis: witness, person: rolo, knows: everything}
"""
COLUMNS = (element(Concept.THREAT), element(Concept.ESCAPE))


def matrix(*found: tuple[str, Concept, Direction]) -> EvidenceMatrix:
    asked = ask(BODY)
    reasons: dict[str, tuple[Reason, ...]] = {}
    for item, concept, direction in found:
        made = reason(asked.record, item, concept, direction)
        reasons[item] = (*reasons.get(item, ()), made)
    return find_matrix(asked.record, asked.doctrine, COLUMNS, lambda id: reasons.get(id, ()), ())


def test_an_item_that_cuts_both_ways_shows_both_edges() -> None:
    found = matrix(
        ("texts", Concept.THREAT, Direction.HELPS), ("texts", Concept.ESCAPE, Direction.HURTS)
    )
    texts, log = found.rows
    assert [cell.sign for cell in texts.cells] == [Sign.HELPS, Sign.HURTS]
    assert found.paradoxes == (texts,)
    assert found.unused == (log,)
    assert [each.id for each in found.unsupported] == [Concept.ESCAPE]


def test_one_cell_can_hold_both_directions() -> None:
    found = matrix(
        ("log", Concept.ESCAPE, Direction.HELPS), ("log", Concept.ESCAPE, Direction.HURTS)
    )
    assert [cell.sign for cell in found.rows[1].cells] == [Sign.NONE, Sign.BOTH]
    assert found.rows[1].paradox


def test_a_reason_on_an_element_that_is_not_on_the_list_fills_no_cell() -> None:
    found = matrix(("log", Concept.BREVITY, Direction.HURTS))
    assert not found.rows[1].used


def test_a_gap_never_fills_a_cell() -> None:
    asked = ask(BODY)
    open_ = reason(asked.record, "log.when", Concept.THREAT, Direction.HELPS)
    found = find_matrix(
        asked.record, asked.doctrine, COLUMNS, lambda id: (open_,) if id == "log" else (), ()
    )
    assert found.rows[1].open == (open_,)
    assert not found.rows[1].used


def test_what_has_no_way_in_and_who_brings_nothing_in() -> None:
    found = matrix()
    assert [item.id for item in found.unsponsored] == ["texts"]
    assert [witness.id for witness in found.idle_witnesses] == ["w-rolo"]
    assert [row.kind.id for row in found.rows] == ["messages", "phone_records"]


@pytest.mark.parametrize(("resting", "unused"), [((), ["badge"]), (("shift",), [])])
def test_an_item_is_used_by_an_element_that_rests_on_what_it_proves(
    resting: tuple[str, ...], unused: list[str]
) -> None:
    asked = ask(
        "events: [{id: shift, what: She worked., when: 2026-03-15, sources: [badge at row 14]}]\n"
        "evidence: [{id: badge, kind: document, form: writing, what: A badge record}]\n"
    )
    found = find_matrix(asked.record, asked.doctrine, COLUMNS, lambda _: (), resting)
    assert [row.id for row in found.unused] == unused
