"""What stands behind a row, and who can bring it in, as far as others may know."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.casefile.case import ExhibitMode
from drafter.casefile.fact import Fact, Source
from drafter.casefile.record import Evidence, Form
from drafter.casefile.references import CLIENT
from drafter.facts.disclosure import Reader, public_client, public_name, reader_of
from drafter.facts.record import Record

_PRODUCIBLE = (Form.WRITING, Form.RECORDING, Form.PHOTOGRAPH)


def is_open(fact: Fact) -> bool:
    """Whether anybody may see a fact."""
    return reader_of(fact) is Reader.PUBLIC


def shown_sources(
    fact: Fact, record: Record, mode: ExhibitMode
) -> tuple[tuple[Source, Evidence], ...]:
    """The sources of an event that the exhibit may name: open ones that its mode takes."""
    named = [(each, record.evidence.items[each.evidence]) for each in dict.fromkeys(fact.sources)]
    return tuple(each for each in named if is_open(each[1]) and _taken(each[1], mode))


def sponsors_of(item: Evidence, record: Record) -> tuple[str, ...]:
    """Who can bring an item in, by the names that may be printed.

    The witnesses and experts on the case's own lists whom the team does not keep to itself.
    A person whom only the item names is a source of what it says, and no witness.
    """
    return tuple(dict.fromkeys(_sponsors(item, record)))


def name_of(id: str, record: Record) -> str:
    """The name of a person, or of the client, that may be printed."""
    if id == CLIENT:
        return public_client(record.case.client).short_name
    case = record.case
    return next(public_name(person, case) for person in case.people if person.id == id)


def _sponsors(item: Evidence, record: Record) -> Iterator[str]:
    for witness in record.evidence.sponsors_of(item.id):
        if is_open(witness):
            yield name_of(witness.person, record)
    for expert in record.case.experts:
        if item.id in expert.sponsors and is_open(expert):
            yield expert.name


def _taken(item: Evidence, mode: ExhibitMode) -> bool:
    if mode is not ExhibitMode.FRE_1006:
        return True
    return item.form in _PRODUCIBLE and bool(item.bates or item.exhibit)
