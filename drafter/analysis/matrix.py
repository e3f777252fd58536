"""The evidence-by-element matrix, and what no element and no witness uses."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from drafter.analysis.findings import Reason
from drafter.analysis.matrix_types import Cell, EvidenceMatrix, Row
from drafter.casefile.record import Evidence
from drafter.doctrine.element import Element
from drafter.doctrine.in_force import Doctrine
from drafter.facts.record import Record

OfItem = Callable[[str], tuple[Reason, ...]]
"""The reasons that rest on an item, by its id."""


def find_matrix(
    record: Record,
    doctrine: Doctrine,
    columns: tuple[Element, ...],
    of_item: OfItem,
    resting: Container[str],
) -> EvidenceMatrix:
    """Rate every item against every element of the list, in both directions.

    ``resting`` are the ids of the facts on which a reason on one of the elements rests.
    """
    case = record.case
    named = {item.witness for item in case.evidence}
    return EvidenceMatrix(
        columns=columns,
        rows=tuple(
            _row(item, doctrine, columns, of_item(item.id), _bears_out(item, record, resting))
            for item in case.evidence
        ),
        unsponsored=record.evidence.unsponsored,
        idle_witnesses=tuple(
            each for each in case.witnesses if not each.sponsors and each.person not in named
        ),
    )


def _bears_out(item: Evidence, record: Record, resting: Container[str]) -> bool:
    return any(fact.id in resting for fact in record.evidence.facts_for(item.id))


def _row(
    item: Evidence,
    doctrine: Doctrine,
    columns: Iterable[Element],
    reasons: tuple[Reason, ...],
    bears_out: bool,
) -> Row:
    cells: dict[str, list[Reason]] = {column.id: [] for column in columns}
    open_ = []
    for reason in reasons:
        if reason.element not in cells:
            continue
        if reason.is_open:
            open_.append(reason)
        else:
            cells[reason.element].append(reason)
    return Row(
        evidence=item,
        kind=doctrine.evidence_kind(item.kind),
        cells=tuple(Cell(column, tuple(cells[column.id])) for column in columns),
        open=tuple(open_),
        bears_out=bears_out,
    )
