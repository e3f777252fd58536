"""What the sources of the exhibit open to the government beyond the rows that they prove."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from drafter.analysis.evidence.matrix_types import EvidenceMatrix, Row, Tie
from drafter.analysis.exhibit.concern_types import ExhibitConcern, ExhibitOpening, OpenedFact
from drafter.analysis.findings import Reason
from drafter.casefile.fact import Fact
from drafter.doctrine.vocabulary import Concept
from drafter.facts.record import Record


def find_exhibit_openings(
    record: Record, concerns: Iterable[ExhibitConcern], matrix: EvidenceMatrix
) -> tuple[ExhibitOpening, ...]:
    """Find what each source of a row shows against the defense and no row says of itself.

    Whoever offers an item for one thing opens what else it shows.  The items are in the order
    of the case file.
    """
    if record.case.exhibit is None:
        return ()
    chosen = dict.fromkeys(record.case.exhibit.events)
    told = {_key(reason) for each in concerns for reason in each.hurts}
    found = []
    for row in matrix.rows:
        facts = record.evidence.facts_for(row.id)
        rows = tuple(each for each in facts if each.id in chosen)
        if rows:
            new = (each for each in _against(row) if _key(each) not in told)
            beside = tuple(each for each in row.beside if each.id not in chosen)
            found.append(_opening(row, rows, tuple(new), beside, chosen))
    return tuple(each for each in found if each.own or each.facts or each.beside)


def _opening(
    row: Row,
    rows: tuple[Fact, ...],
    reasons: Iterable[Reason],
    beside: tuple[Fact, ...],
    chosen: Container[str],
) -> ExhibitOpening:
    own: list[Reason] = []
    facts: dict[str, Fact] = {}
    elements: dict[str, dict[Concept, None]] = {}
    for each in reasons:
        if each.fact is row.evidence:
            own.append(each)
        elif each.fact and each.fact.id not in chosen:
            facts[each.fact.id] = each.fact
            elements.setdefault(each.fact.id, {})[each.element] = None
    return ExhibitOpening(
        row.evidence,
        rows,
        tuple(own),
        tuple(OpenedFact(fact, tuple(elements[id])) for id, fact in facts.items()),
        beside,
    )


def _against(row: Row) -> Iterator[Reason]:
    """Yield what hurts on the item itself, then on the facts of which it is a source."""
    yield from row.hurts
    for tied in row.through:
        if not tied.reason.for_us and tied.tie is not Tie.NAMED:
            yield tied.reason


def _key(reason: Reason) -> tuple[str, str]:
    return reason.rule, reason.fact.id if reason.fact else ""
