"""What every predicate may look at besides its own fact: the offense, the people, other facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct

from drafter.analysis.findings import ComesIn
from drafter.analysis.predicates.counted import Counted, Window
from drafter.analysis.predicates.family import names_family
from drafter.analysis.predicates.hours import LASTING
from drafter.casefile.coercion import Opportunity, Threat
from drafter.casefile.fact import Basis, Fact
from drafter.casefile.record import Event, EventKind, Evidence, Statement
from drafter.casefile.references import CLIENT
from drafter.doctrine.in_force import Doctrine
from drafter.facts.gaps import Gap, more_exactly
from drafter.facts.moments import Bounds, Moment, as_written
from drafter.facts.record import Record
from drafter.facts.surrender import SurrenderTimeline

__all__ = ["CLIENT", "Setting", "Test", "Window"]

F_contra = TypeVar("F_contra", bound=Fact, contravariant=True)


class Setting(Counted):
    """The case around one fact; everything here is computed once, when first asked for."""

    def __init__(self, record: Record, doctrine: Doctrine) -> None:
        super().__init__(record, doctrine)
        self.proofs: dict[str, tuple[tuple[ComesIn, ...], frozenset[str]]] = {}
        """How each fact comes in and whose word it is, as ``forms`` has found so far."""
        self.outlasted: dict[str | None, bool | None] = {}
        """Whether a count, or (None) any, outlasted the threats tied to it, as found so far."""

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by id, in the order of the case file."""
        return self.record.facts

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

    @cached_property
    def surrender(self) -> SurrenderTimeline:
        """The steps from the threat to the arrest."""
        return self.record.surrender

    @cached_property
    def offense_gaps(self) -> tuple[Gap, ...]:
        """The starts and ends of the counts that are not recorded."""
        ids = (f"{charge.id}.{side}" for charge in self.charges for side in ("start", "end"))
        return tuple(gap for gap in map(self.record.gap, ids) if gap)

    @cached_property
    def offense_widest(self) -> tuple[timedelta, Gap | None]:
        """How wide the widest start or end of a count is, and what would narrow it; None: exact."""
        sides = [
            (_width(self.moment(charge.id, side)), charge, side)
            for charge in self.charges
            for side in ("start", "end")
            if self.moment(charge.id, side)
        ]
        if not sides:
            return timedelta(0), None
        width, charge, side = max(sides, key=lambda each: each[0])
        return width, more_exactly(charge, charge.id, side, "count") if width else None

    def too_wide(self, fact: Fact) -> Gap | None:
        """What to pin down of a dated fact and the counts, where their order is not known."""
        own, (width, gap) = _width(self.moment(fact.id)), self.offense_widest
        return more_exactly(fact, fact.id, "when", fact.noun) if own and own >= width else gap

    @cached_property
    def relations(self) -> Mapping[str, str]:
        """Person id to the relation counsel wrote."""
        return {person.id: person.relation for person in self.case.people}

    @cached_property
    def family(self) -> frozenset[str]:
        """The people whose relation names a member of the client's family."""
        return frozenset(id for id, said in self.relations.items() if names_family(said))

    def is_family(self, person: str) -> bool:
        """Whether a person's relation names a member of the client's family."""
        return person in self.family

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Who made threats."""
        return frozenset(threat.speaker for threat in self.case.threats if threat.speaker)

    @cached_property
    def first_threats(self) -> Mapping[str, Threat]:
        """Each speaker's threat that the case file names first, a late one aside."""
        found: dict[str, Threat] = {}
        for threat in self.case.threats:
            if threat.speaker and threat.id not in self.late:
                found.setdefault(threat.speaker, threat)
        return found

    @cached_property
    def _begun(self) -> Mapping[datetime, list[Threat]]:
        """The threats by when each can have been made at the earliest; without a date, none is."""
        found: dict[datetime, list[Threat]] = defaultdict(list)
        for threat in self.case.threats:
            start, _ = _written(self.moment(threat.id))
            if start:
                found[start].append(threat)
        return found

    @cached_property
    def first_made(self) -> tuple[Threat, ...]:
        """The threat made first, as far as is recorded, or those of that moment."""
        return tuple(self._begun[min(self._begun)]) if self._begun else ()

    def before_threats(self, moment: Moment | None) -> bool | None:
        """Whether a moment was over when the first threat was made, `about` being left out.

        None: no threat is recorded, or when one was made, or the moment, is not.
        """
        start, end = _written(moment)
        if end is None or not self._begun:
            return None
        if end > min(self._begun) or start == min(self._begun):
            return False
        return True if len(self.case.threats) == sum(map(len, self._begun.values())) else None

    @cached_property
    def unthreatened(self) -> tuple[Opportunity, ...]:
        """The moments to act that were over before the first threat: nothing was to be escaped."""
        chances = self.case.opportunities
        return tuple(each for each in chances if self.before_threats(self.moment(each.id)))

    def threatened_at(self, fact: Fact) -> bool:
        """Whether a fact is none of these."""
        return all(each is not fact for each in self.unthreatened)

    @cached_property
    def _made_first(self) -> tuple[Threat, ...]:
        """The two threats that can have been made first; one without a date can have been."""
        dated = [each for start in sorted(self._begun) for each in self._begun[start]]
        known = {each.id for each in dated}
        undated = [each for each in self.case.threats if each.id not in known]
        return (*undated, *dated)[:2]

    def opened_by(self, chance: Opportunity) -> tuple[Threat, ...]:
        """The one threat without which a moment would have been over before every threat."""
        if len(self._made_first) < 2:
            return ()
        start, end = _written(self.moment(chance.id))
        first, second = (_written(self.moment(each.id))[0] for each in self._made_first)
        over = [end and made and end <= made and start != made for made in (first, second)]
        return self._made_first[:1] if over[1] and not over[0] else ()

    @cached_property
    def last_threat(self) -> Moment | None:
        """When the last threat that may carry an element was made, as far as is recorded."""
        made = (self.moment(each.id) for each in self.carrying.values())
        dated = [(each.earliest, each) for each in made if each and each.earliest]
        return max(dated, key=lambda each: each[0])[1] if dated else None

    @cached_property
    def enforced(self) -> tuple[Threat, ...]:
        """The threats that went on through the offense or whose maker was there or watched."""
        return tuple(each for each in self.case.threats if each.watching or each.continuing)

    @cached_property
    def disputing(self) -> Mapping[str, tuple[Fact, ...]]:
        """The client's accounts that conflict with each fact, whichever names the other."""
        found: dict[str, dict[str, Fact]] = defaultdict(dict)
        for fact in self.facts.values():
            for id in fact.conflicts_with:
                for one, other in ((fact, self.facts[id]), (self.facts[id], fact)):
                    if other.basis is Basis.CLIENT_ACCOUNT:
                        found[one.id][other.id] = other
        return {id: tuple(facts.values()) for id, facts in found.items()}

    @cached_property
    def disputed_threats(self) -> Mapping[str, tuple[Threat, ...]]:
        """The threats that conflict with each fact, whichever names the other."""
        threats = {threat.id: threat for threat in self.case.threats}
        found: dict[str, dict[str, Threat]] = defaultdict(dict)
        for fact in self.facts.values():
            for id in fact.conflicts_with:
                for one, other in ((fact.id, id), (id, fact.id)):
                    if other in threats:
                        found[one][other] = threats[other]
        return {id: tuple(each.values()) for id, each in found.items()}

    @cached_property
    def without_way_in(self) -> frozenset[str]:
        """The items for which no witness, expert or other way in is recorded, or none made yet."""
        evidence = self.record.evidence
        return frozenset(item.id for item in (*evidence.unsponsored, *evidence.unbriefed))

    @cached_property
    def _held(self) -> Mapping[str, tuple[Statement, ...]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.case.statements:
            for item in self.record.evidence.items_for(statement.id):
                found[item.id].append(statement)
        return {item: tuple(statements) for item, statements in found.items()}

    def statements_in(self, item: str) -> tuple[Statement, ...]:
        """The statements an item holds."""
        return self._held.get(item, ())

    def sole_speaker(self, item: Evidence) -> str | None:
        """Whose words an item repeats and nothing else; None: it speaks of more than one told.

        What it is said to be about decides; where that is not said, whatever names it as a
        source, the client's own account of a fact aside: that is the same mouth once more.
        """
        speakers = {each.speaker for each in self.statements_in(item.id)}
        held = self.record.evidence.facts_for(item.id)
        told = [self.facts[id] for id in item.about] or [
            each for each in held if each.basis is not Basis.CLIENT_ACCOUNT
        ]
        if len(speakers) == 1 and all(isinstance(each, Statement) for each in told):
            return speakers.pop()
        return None


def _width(moment: Moment | None) -> timedelta:
    """How far apart the bounds of a moment are."""
    if moment is None or not moment.known:
        return timedelta(0)
    if moment.earliest is None or moment.latest is None:
        return timedelta.max
    return moment.latest - moment.earliest


def _written(moment: Moment | None) -> Bounds:
    """The bounds that set a moment in order; of none, none."""
    return as_written(moment) if moment else (None, None)


def always(*_: object) -> bool:
    """What no missing fact needs to stand in the way of asking."""
    return True


def alone(*_: object) -> tuple[Fact, ...]:
    """What rests on no other fact."""
    return ()


class Test(Struct, Generic[F_contra], frozen=True):
    """A yes-or-no question about one fact, and what would answer it."""

    holds: Callable[[F_contra, Setting], bool | None]
    """None: the record does not say."""
    fields: tuple[str, ...] = ()
    """The fields whose absence leaves the answer open, the one to ask for first; empty: no
    field would settle it."""
    timed: bool = False
    """Whether the answer depends on when the offense was, too."""
    rests_on: Callable[[F_contra, Setting], tuple[Fact, ...]] = alone
    """Other facts without which the answer would not be yes."""
    undone_by: tuple[str, ...] = ()
    """The fields that are not needed for a yes, and would make it a no if they held one."""
    askable: Callable[[F_contra, Setting], bool] = always
    """Whether one of the fields, or a better date, could settle it for this fact."""


def lasted(moment: Moment | None) -> bool:
    """Whether a moment runs from one time to another and is told as one that lasted."""
    return bool(moment and moment.written.end) and _width(moment) > LASTING
