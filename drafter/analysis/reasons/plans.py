"""What one court's rules, and the kinds of evidence, ask of the facts of a case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct

from drafter.analysis.findings import Direction, for_us
from drafter.analysis.predicates.table import TESTS, Sort
from drafter.casefile.record import Evidence
from drafter.doctrine import kinds
from drafter.doctrine.evidence import EvidenceKind
from drafter.doctrine.in_force import Doctrine
from drafter.doctrine.library import Library
from drafter.doctrine.marks import Marks
from drafter.doctrine.rule import Rule
from drafter.doctrine.vocabulary import COURTS, Concept

_WEAKER = {Direction.ESTABLISHES: Direction.HELPS, Direction.DEFEATS: Direction.HURTS}


class Ground(Struct, frozen=True):
    """One rule as it is asked of one sort of fact, or one effect of a kind of evidence."""

    id: str
    """Of the rule; of an effect `<kind>.<its number>`."""
    element: Concept
    direction: Direction
    """As it counts in this court: what another circuit settles only helps or hurts here."""
    because: str
    lasting: str
    """The same of an opportunity that lasted."""
    authority: str | None
    persuasive: bool
    """Whether its authority is of another circuit."""
    own: tuple[str, ...]
    """Predicates asked of the fact itself; of an effect, of the item and what it bears on."""
    elsewhere: tuple[tuple[str, ...], ...]
    """Predicates asked of the rest of the case, those of one tuple of one fact."""
    unless: tuple[str, ...]
    """Predicates that answer it; empty where it serves the defense."""
    by_kind: bool = False
    """Whether it is an effect."""
    marks: Marks | None = None
    """Of this use of the authority, where they are not the authority's own."""

    @property
    def when(self) -> tuple[str, ...]:
        """Everything it asks."""
        return (*self.own, *(each for group in self.elsewhere for each in group))


class Plans(Struct, frozen=True):
    """Everything that is asked in one court for some offenses."""

    by_sort: Mapping[Sort, tuple[Ground, ...]]
    by_trait: Mapping[str, tuple[Ground, ...]]
    """For items, by the trait that a rule asks for first."""
    by_kind: Mapping[str, tuple[Ground, ...]]
    """The effects of each kind of evidence."""
    asked: Mapping[str, tuple[str, ...]]
    """By id of a ground, the predicates it asks."""
    unless: Mapping[str, tuple[str, ...]]
    """And those that answer it."""


def plans_for(doctrine: Doctrine, court: str, offenses: frozenset[str]) -> Plans:
    """The plans of a court for the offenses of a case, made once for each library and day."""
    return _plans(doctrine.library, doctrine.day, court, offenses)


@lru_cache(maxsize=64)
def _plans(library: Library, day: date, court: str, offenses: frozenset[str]) -> Plans:
    doctrine = library.in_force(day)
    by_sort: dict[Sort, list[Ground]] = defaultdict(list)
    by_trait: dict[str, list[Ground]] = defaultdict(list)
    for rule in doctrine.rules:
        if rule.applies(court, offenses):
            for sort in TESTS[rule.when[0]]:
                # What an item tells by itself is rated by the effects of its kind.
                if sort is not Evidence:
                    by_sort[sort].append(_ground(rule, sort, doctrine, court))
            if Evidence not in TESTS[rule.when[0]]:
                by_trait[rule.when[0]].append(_ground(rule, Evidence, doctrine, court))
    by_kind = {kind.id: tuple(_effects(kind)) for kind in doctrine.every(kinds.EVIDENCE)}
    grounds = (*by_sort.values(), *by_trait.values(), *by_kind.values())
    return Plans(
        {sort: tuple(found) for sort, found in by_sort.items()},
        {trait: tuple(found) for trait, found in by_trait.items()},
        by_kind,
        {each.id: each.when for found in grounds for each in found},
        {each.id: each.unless for found in grounds for each in found},
    )


def _ground(rule: Rule, sort: Sort, doctrine: Doctrine, court: str) -> Ground:
    foreign = _foreign(rule, doctrine, court)
    own = tuple(each for each in rule.when if each == rule.when[0] or sort in TESTS[each])
    return Ground(
        id=rule.id,
        element=rule.element,
        direction=_WEAKER.get(rule.direction, rule.direction) if foreign else rule.direction,
        because=rule.because,
        lasting=rule.lasting or rule.because,
        authority=rule.authority,
        persuasive=foreign,
        own=own,
        elsewhere=tuple(_grouped([each for each in rule.when if each not in own])),
        unless=() if for_us(rule.direction) else rule.unless,
        marks=rule.marks,
    )


def _foreign(rule: Rule, doctrine: Doctrine, court: str) -> bool:
    if rule.circuits and court not in rule.circuits:
        return True
    by = doctrine.authority(rule.authority).court if rule.authority else ""
    return by in COURTS and by not in ("scotus", court)


def _grouped(predicates: list[str]) -> Iterator[tuple[str, ...]]:
    """Put together what one fact can answer."""
    while predicates:
        sorts = TESTS[predicates[0]].keys()
        group = tuple(each for each in predicates if sorts <= TESTS[each].keys())
        predicates = [each for each in predicates if each not in group]
        yield group


def _effects(kind: EvidenceKind) -> Iterator[Ground]:
    for number, effect in enumerate(kind.effects, 1):
        yield Ground(
            id=f"{kind.id}.{number}",
            element=effect.element,
            direction=effect.direction,
            because=effect.because,
            lasting=effect.because,
            authority=None,
            persuasive=False,
            own=effect.when,
            elsewhere=(),
            unless=() if for_us(effect.direction) else effect.unless,
            by_kind=True,
        )
