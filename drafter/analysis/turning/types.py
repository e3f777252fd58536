"""The smallest sets of facts that would move a verdict, for each element and for the whole."""

from __future__ import annotations

from msgspec import Struct

from drafter.analysis.findings import Persuasion, Production
from drafter.casefile.fact import Fact
from drafter.doctrine.element import Element
from drafter.facts.gaps import Gap, GapGroup, grouped


class FactSet(Struct, frozen=True):
    """Facts that together move a verdict, and none of which does without the others."""

    gaps: tuple[Gap, ...]
    """Those that are missing."""
    disputed: tuple[Fact, ...]
    """Those that another fact is recorded as contradicting; of two in conflict, the first."""
    unproved: tuple[Fact, ...]
    """Those that nothing brings in yet."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all of them."""
        facts = (*self.disputed, *self.unproved)
        return (*(each.id for each in self.gaps), *(each.id for each in facts))

    @property
    def gap_groups(self) -> tuple[GapGroup, ...]:
        """What is missing, by what it belongs to."""
        return grouped(self.gaps)

    @property
    def id(self) -> str:
        """The same as one word."""
        return "+".join(self.ids)


class Move(Struct, frozen=True):
    """What would become of the verdicts, and the sets of which each is enough for it."""

    for_us: bool
    """Whether the facts have to come out for the defense; else against it."""
    production: Production | None
    """None: it stays as it is."""
    persuasion: Persuasion | None
    """None: it stays as it is."""
    sets: tuple[FactSet, ...]
    """The smallest first.  Never empty."""

    @property
    def id(self) -> str:
        """The verdicts that it moves, and where to."""
        words = [each.word for each in (self.production, self.persuasion) if each is not None]
        return "-".join(("for" if self.for_us else "against", *words))


class Turning(Struct, frozen=True):
    """What the verdicts on one element, or on the whole, turn on."""

    element: Element | None
    """None: the defense as a whole."""
    production: Production
    persuasion: Persuasion
    moves: tuple[Move, ...]
    """For the defense before against it, what moves it furthest first; empty: no set is known."""
    capped: bool = False
    """Whether no fact raises it, since the court's list is not known."""

    @property
    def on_production(self) -> frozenset[str]:
        """The ids of every gap and fact in a set that moves the first of the verdicts."""
        sets = (each for move in self.moves if move.production is not None for each in move.sets)
        return frozenset(id for each in sets for id in each.ids)

    @property
    def tipping(self) -> tuple[FactSet, ...]:
        """The facts each of which by itself turns a first verdict that is settled, for either side.

        What is not settled yet is told with what is missing for it.
        """
        against = self.production is Production.SUPPORTED
        if not against and self.production is not Production.UNSUPPORTED:
            return ()
        moves = (e for e in self.moves if e.production is not None and e.for_us is not against)
        return tuple(one for each in moves for one in each.sets if len(one.ids) == 1)

    @property
    def alone_on_persuasion(self) -> frozenset[str]:
        """The ids of the gaps and facts each of which moves the second verdict by itself."""
        sets = (each for move in self.moves if move.persuasion is not None for each in move.sets)
        return frozenset(each.ids[0] for each in sets if len(each.ids) == 1)

    @property
    def id(self) -> str:
        """The element's id; `whole`."""
        return self.element.id.value if self.element else "whole"
