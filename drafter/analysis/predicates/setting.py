"""What every predicate may look at besides its own fact: the offense, the people, other facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from drafter.facts.moments import Moment
from drafter.facts.record import Record

from drafter.casefile.case import Case, facts_of
from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Event, EventKind, Statement

F_contra = TypeVar("F_contra", bound=Fact, contravariant=True)

CLIENT = "client"

FAMILY = frozenset(
    """
    wife husband spouse partner fiancé fiancée fiance fiancee girlfriend boyfriend mother
    father mom dad parent parents stepmother stepfather daughter son child children
    stepdaughter stepson stepchild sister brother sibling siblings twin half-sister
    half-brother grandmother grandfather grandparent grandparents granddaughter grandson
    grandchild aunt uncle niece nephew cousin family mother-in-law father-in-law
    sister-in-law brother-in-law
    """.split()
)
"""Relations that we read as family; what a circuit means by the word may be narrower."""


class Setting:
    """The case around one fact; everything here is computed once, when first asked for."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.case: Case = record.case

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by id."""
        return {fact.id: fact for _, fact in facts_of(self.case)}

    @cached_property
    def events(self) -> Mapping[EventKind, tuple[Event, ...]]:
        """Events by kind; a kind without events is not a key."""
        found: dict[EventKind, list[Event]] = defaultdict(list)
        for event in self.case.events:
            found[event.kind].append(event)
        return {kind: tuple(events) for kind, events in found.items()}

    def of_kind(self, kind: EventKind) -> tuple[Event, ...]:
        """The events of a kind."""
        return self.events.get(kind, ())

    def moment(self, id: str, field: str = "") -> Moment | None:
        """When a fact was, or one of its other moments (`ended`); None: not recorded."""
        return self.record.moments.get(f"{id}.{field}" if field else id)

    def charges_of(self, threat: Threat) -> tuple[Charge, ...]:
        """The count a threat was tied to; all of them where that is not recorded."""
        named = tuple(c for c in self.case.charges if c.id == threat.demanded_offense)
        return named or self.case.charges

    def starts(self, charges: tuple[Charge, ...]) -> tuple[Moment | None, ...]:
        """When each count began."""
        return tuple(self.moment(charge.id, "start") for charge in charges)

    def ends(self, charges: tuple[Charge, ...]) -> tuple[Moment | None, ...]:
        """When each count ended."""
        return tuple(self.moment(charge.id, "end") for charge in charges)

    @cached_property
    def relations(self) -> Mapping[str, str]:
        """Person id to the relation counsel wrote."""
        return {person.id: person.relation for person in self.case.people}

    def is_family(self, person: str) -> bool:
        """Whether a person's relation names a member of the client's family."""
        words = self.relations.get(person, "").casefold().replace(",", " ").split()
        return not FAMILY.isdisjoint(words)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Who made threats."""
        return frozenset(threat.speaker for threat in self.case.threats if threat.speaker)

    @cached_property
    def citing(self) -> Mapping[str, tuple[Fact, ...]]:
        """Item id to the facts that name it as a source, and those it is said to be about."""
        found: dict[str, dict[str, Fact]] = defaultdict(dict)
        for fact in self.facts.values():
            for source in fact.sources:
                found[source.evidence][fact.id] = fact
        for item in self.case.evidence:
            for id in item.about:
                if id in self.facts:
                    found[item.id][id] = self.facts[id]
        return {id: tuple(facts.values()) for id, facts in found.items()}

    def statements_in(self, item: str) -> Iterator[Statement]:
        """The statements an item holds."""
        return (fact for fact in self.citing.get(item, ()) if isinstance(fact, Statement))


@dataclass(frozen=True, slots=True)
class Test(Generic[F_contra]):
    """A yes-or-no question about one fact, and the field that answers it."""

    holds: Callable[[F_contra, Setting], bool | None]
    """None: the record does not say."""
    field: str = ""
    """The field whose absence leaves the answer open; empty: no one field would close it."""
