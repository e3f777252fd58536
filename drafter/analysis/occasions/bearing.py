"""The answer to an occasion, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from drafter.analysis.element_types import ElementFinding
from drafter.analysis.position import Position
from drafter.analysis.predicates.order import both
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.facts.gaps import Gap
from drafter.facts.record import Record


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a case says to an occasion."""

    holds: bool | None
    """None: the record does not say."""
    facts: tuple[Fact, ...] = ()
    """What the answer rests on, whichever way it goes."""
    gaps: tuple[Gap, ...] = ()
    """What would have to be known."""
    charges: tuple[Charge, ...] = ()
    """The counts it is about."""
    elements: tuple[ElementFinding, ...] = ()
    """The elements it is about."""


Asked = Callable[[Position], Bearing]
YES, NO = Bearing(True), Bearing(False)


def on_facts(facts: Iterable[Fact]) -> Bearing:
    """Whether there are such facts."""
    found = tuple(facts)
    return Bearing(bool(found), found)


def on_charges(charges: Iterable[Charge]) -> Bearing:
    """Whether there are such counts."""
    found = tuple(charges)
    return Bearing(bool(found), charges=found)


def missing(record: Record, *ids: str) -> tuple[Gap, ...]:
    """The gaps of these ids, those that are recorded left out."""
    return tuple(gap for gap in map(record.gap, ids) if gap)


def together(bearings: Iterable[Bearing]) -> Bearing:
    """The answer to several occasions, each of which must hold; what it rests on, once."""
    found = tuple(bearings)
    if len(found) == 1:
        return found[0]
    return Bearing(
        both(*(each.holds for each in found)),
        _once(fact for each in found for fact in each.facts),
        _once(gap for each in found for gap in each.gaps),
        _once(charge for each in found for charge in each.charges),
        _once(element for each in found for element in each.elements),
    )


T = TypeVar("T", Fact, Gap, Charge, ElementFinding)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple({each.id: each for each in items}.values())
