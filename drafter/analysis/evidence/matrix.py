"""The evidence-by-element matrix, and what no element and no witness uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from drafter.analysis.elements.common_law import CommonLaw
from drafter.analysis.evidence.matrix_types import Cell, EvidenceMatrix, Row, Tie, Tied, WitnessRow
from drafter.analysis.findings import Reason
from drafter.analysis.predicates.setting import Setting
from drafter.analysis.reasons.forms import CLIENTS, is_way_in, voices_of
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.record import Evidence, Statement, Witness
from drafter.doctrine.element import Element
from drafter.doctrine.vocabulary import NOT_IN_ITEMS
from drafter.facts.record import Record

OfItem = Callable[[str], tuple[Reason, ...]]
"""The reasons that rest on an item, by its id."""
Through = Callable[[str], tuple[Tied, ...]]
"""The reasons on facts of which an item is a source, by its id, with what it adds to each."""


def reasons_through(
    setting: Setting, law: CommonLaw, asked: Mapping[str, tuple[str, ...]]
) -> Through:
    """The known reasons on the elements that rest on facts of which an item is a source.

    ``asked`` has the predicates of each rule that a reason names.
    """
    found: dict[str, dict[str, Tied]] = defaultdict(dict)
    for each in (reason for element in law.elements for reason in element.reasons):
        for source in each.fact.sources if each.fact and not each.is_open else ():
            item = setting.record.evidence.items[source.evidence]
            if tie := _tie(item, each, asked.get(each.rule, ()), setting):
                found[item.id].setdefault(each.id, Tied(each, tie))
    return lambda item: tuple(found.get(item, {}).values())


def _tie(item: Evidence, reason: Reason, asked: tuple[str, ...], setting: Setting) -> Tie | None:
    """What an item adds to a reason; None: what the defense cannot offer is no source for it.

    What a threat hurts by a length of time, by a rule of law or by what was not said is no edge
    of the item that shows the threat.
    """
    if not (reason.for_us or NOT_IN_ITEMS.isdisjoint(asked[:1])):
        return Tie.NAMED
    voices = voices_of(item, setting)
    if not voices:  # The government may offer what hurts.
        return None if reason.for_us else Tie.CARRIES
    of_client = reason.fact is not None and reason.fact.basis is Basis.CLIENT_ACCOUNT
    if not (voices - CLIENTS if of_client else voices).isdisjoint(reason.voices):
        return Tie.CARRIES
    own = of_client and voices <= CLIENTS and voices <= reason.voices
    if own and reason.fact and is_way_in(asked, reason.fact, item, setting):
        return Tie.OWN_WORDS
    return Tie.NAMED


def find_matrix(
    record: Record,
    columns: tuple[Element, ...],
    of_item: OfItem,
    through: Through,
    resting: Container[str],
    beside: Container[str] = (),
) -> EvidenceMatrix:
    """Rate every item against every element of the list, in both directions.

    ``resting`` are the ids of the facts on which a reason on one of the elements rests,
    ``beside`` those of what is against the defense beside the elements (``also_against``).
    """
    case = record.case
    named = {item.witness for item in case.evidence}
    listed = frozenset(column.id.value for column in columns)
    return EvidenceMatrix(
        columns=columns,
        rows=tuple(
            _row(
                item,
                columns,
                of_item(item.id),
                through(item.id),
                _told(item, record, resting, listed),
                tuple(each for each in record.evidence.facts_for(item.id) if each.id in beside),
            )
            for item in case.evidence
        ),
        unsponsored=record.evidence.unsponsored,
        idle_witnesses=tuple(
            each for each in case.witnesses if not each.sponsors and each.person not in named
        ),
        witnesses=tuple(_witnesses(case.witnesses, listed)),
        unrated=tuple({e.person: e for e in case.witnesses if not e.says}.values()),
    )


def _witnesses(witnesses: Iterable[Witness], listed: Container[str]) -> Iterator[WitnessRow]:
    """Yield what each witness knows, by element, on those that are off the list too."""
    for each in witnesses:
        said = sorted(each.says, key=lambda one: one.element not in listed)
        if said:
            helps = tuple(one for one in said if not one.against)
            hurts = tuple(one for one in said if one.against)
            off = frozenset(one.element for one in said if one.element not in listed)
            yield WitnessRow(each, helps, hurts, off)


def _told(item: Evidence, record: Record, resting: Container[str], listed: Container[str]) -> bool:
    """Whether a reason rests on what it is about, or a statement that it holds says something."""
    facts = record.evidence.facts_for(item.id)
    said = (one.element for each in facts if isinstance(each, Statement) for one in each.says)
    return any(each.id in resting for each in facts) or any(each in listed for each in said)


def _row(
    item: Evidence,
    columns: Iterable[Element],
    reasons: tuple[Reason, ...],
    through: tuple[Tied, ...],
    told: bool,
    beside: tuple[Fact, ...],
) -> Row:
    cells: dict[str, list[Reason]] = {column.id: [] for column in columns}
    for reason in reasons:
        if reason.element in cells and not reason.is_open:
            cells[reason.element].append(reason)
    return Row(
        evidence=item,
        cells=tuple(Cell(column, tuple(cells[column.id])) for column in columns),
        through=through,
        told=told,
        beside=beside,
    )
