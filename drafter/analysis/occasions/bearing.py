"""The answer to an occasion, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from msgspec import Struct

from drafter.analysis.elements.types import ElementFinding
from drafter.analysis.position import Position
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.facts.gaps import Gap
from drafter.facts.record import Record


class Bearing(Struct, frozen=True):
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
    return Bearing(True, found) if found else NO


def on_charges(charges: Iterable[Charge]) -> Bearing:
    """Whether there are such counts."""
    found = tuple(charges)
    return Bearing(True, charges=found) if found else NO


def missing(record: Record, *ids: str) -> tuple[Gap, ...]:
    """The gaps of these ids, those that are recorded left out."""
    return tuple(gap for gap in map(record.gap, ids) if gap)


def together(bearings: Iterable[Bearing]) -> Bearing:
    """The answer to several occasions, each of which must hold.

    One that fails is the answer; otherwise what they rest on is gathered, each once.
    """
    answer = YES
    for each in bearings:
        if each.holds is False:
            return each
        answer = each if answer is YES else _joined(answer, each)
    return answer


def _joined(first: Bearing, second: Bearing) -> Bearing:
    return Bearing(
        first.holds and second.holds,
        _once(first.facts, second.facts),
        _once(first.gaps, second.gaps),
        _once(first.charges, second.charges),
        _once(first.elements, second.elements),
    )


T = TypeVar("T", bound=Fact | Gap | Charge | ElementFinding)


def _once(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    """The items of both, each once."""
    if not (first and second):
        return first or second
    return tuple({each.id: each for each in (*first, *second)}.values())
