"""What the exhibit would prove against the defense, and what to settle before it is served."""

from __future__ import annotations

from msgspec import Struct

from drafter.analysis.findings import Reason
from drafter.casefile.case import ExhibitInterval
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.record import Evidence, Statement
from drafter.doctrine.vocabulary import Concept


class ElementHurt(Struct, frozen=True):
    """What an event of the exhibit would do to one element."""

    element: Concept
    reasons: tuple[Reason, ...]

    @property
    def id(self) -> str:
        """The element's id."""
        return self.element


class ExhibitConcern(Struct, frozen=True):
    """One chosen event of the exhibit, and what it would prove against the defense."""

    event: Fact
    hurts: tuple[Reason, ...]
    """Hurting reasons that rest on the event, on its items, or on an opportunity it overlaps."""
    conflicts: tuple[Statement, ...] = ()
    """What the client said that is recorded as conflicting with the event."""
    concedes: tuple[Charge, ...] = ()
    """The counts of possession that it concedes: it shows a weapon given up within them."""
    acts: tuple[Charge, ...] = ()
    """The pending counts in whose period it shows what is recorded as the offense."""

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def by_element(self) -> tuple[ElementHurt, ...]:
        """The same, each rule once: one document may show what several facts share."""
        found: dict[Concept, dict[str, Reason]] = {}
        for each in self.hurts:
            found.setdefault(each.element, {})[each.rule] = each
        return tuple(ElementHurt(one, tuple(those.values())) for one, those in found.items())


class OpenedFact(Struct, frozen=True):
    """A fact that a source of the exhibit shows, and that hurts."""

    fact: Fact
    elements: tuple[Concept, ...]
    """Those on which it hurts.  Never empty."""

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.fact.id


class ExhibitOpening(Struct, frozen=True):
    """A source of rows of the exhibit, and what it shows against the defense beyond them."""

    item: Evidence
    rows: tuple[Fact, ...]
    """The chosen events of which it is a source.  Never empty."""
    own: tuple[Reason, ...]
    """What hurts and rests on the item itself."""
    facts: tuple[OpenedFact, ...]
    """The facts that it shows and that hurt; none is a row."""
    beside: tuple[Fact, ...]
    """What it shows against the defense beside the elements."""

    @property
    def id(self) -> str:
        """The item's id."""
        return self.item.id


class ExhibitWait(Struct, frozen=True):
    """An interval that the exhibit prints, and what it lets the government ask about."""

    interval: ExhibitInterval
    facts: tuple[Fact, ...]
    """The opportunities that may lie in it and the threats made in it, in time order."""

    @property
    def id(self) -> str:
        """The interval's id."""
        return self.interval.id


class SponsorDoubt(Struct, frozen=True):
    """An item that the exhibit sponsors through somebody its own way in does not name."""

    item: Evidence
    """Its ``admissible_through`` is recorded."""
    sponsors: tuple[str, ...]
    """As the exhibit names them."""

    @property
    def id(self) -> str:
        """The item's id."""
        return self.item.id


class HeldSource(Struct, frozen=True):
    """A chosen event that also rests on items which may not be shown."""

    event: Fact
    items: tuple[Evidence, ...]
    """Never empty; the row names none of them."""

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def others(self) -> bool:
        """Whether the event rests on an item that may be shown, too."""
        held = {each.id for each in self.items}
        return any(each.evidence not in held for each in self.event.sources)


class ExhibitDoubts(Struct, frozen=True):
    """What to settle before the exhibit is served."""

    sponsors: tuple[SponsorDoubt, ...]
    held: tuple[HeldSource, ...]
    outside: tuple[Fact, ...]
    """Rows that lie outside the days named in the title."""
    clocks: tuple[Fact, ...]
    """Rows whose minute is not the one at which a source is cited."""

    @property
    def any(self) -> bool:
        """Whether there is something to settle."""
        return bool(self.sponsors or self.held or self.outside or self.clocks)
