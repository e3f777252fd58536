"""The evidence-by-element matrix: each item in both directions, with the reason."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from drafter.analysis.findings import Reason
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence, Witness
from drafter.doctrine.element import Element
from drafter.doctrine.evidence import EvidenceKind
from drafter.doctrine.vocabulary import Concept


class Sign(StrEnum):
    """What an item does to an element."""

    NONE = "none"
    HELPS = "helps"
    HURTS = "hurts"
    BOTH = "both"


class Cell(Struct, frozen=True):
    """One item against one element."""

    element: Element
    reasons: tuple[Reason, ...]
    """Known ones only; a gap never fills a cell."""

    @property
    def id(self) -> str:
        """The concept."""
        return self.element.id.value

    @property
    def sign(self) -> Sign:
        """Both directions, one, or none."""
        helps = any(each.for_us for each in self.reasons)
        hurts = any(not each.for_us for each in self.reasons)
        if helps and hurts:
            return Sign.BOTH
        return Sign.HELPS if helps else Sign.HURTS if hurts else Sign.NONE


class Borne(Struct, frozen=True):
    """Facts of which an item is a source and that count for or against an element."""

    element: Concept
    facts: tuple[Fact, ...]
    """Never empty."""


class Row(Struct, frozen=True, dict=True):
    """One item of evidence against every element of the list; its reasons are gathered once."""

    evidence: Evidence
    kind: EvidenceKind
    cells: tuple[Cell, ...]
    """One for each column, in the same order."""
    open: tuple[Reason, ...]
    """Effects that a missing fact leaves open."""
    through: tuple[Reason, ...]
    """Known reasons on elements of the list that rest on facts of which the item is a source."""
    told: bool
    """Whether it bears on an element of the list in another way: by what it is about or holds."""
    beside: tuple[Fact, ...]
    """What it shows against the defense beside the elements: another act, a benefit, a conflict."""

    @property
    def id(self) -> str:
        """The item's id."""
        return self.evidence.id

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Every known reason of the row."""
        return tuple(each for cell in self.cells for each in cell.reasons)

    @property
    def helps(self) -> tuple[Reason, ...]:
        """The reasons for the defense."""
        return tuple(each for each in self.reasons if each.for_us)

    @property
    def hurts(self) -> tuple[Reason, ...]:
        """The reasons against it."""
        return tuple(each for each in self.reasons if not each.for_us)

    @cached_property
    def also_helps(self) -> tuple[Borne, ...]:
        """What it is a source of for the defense, on elements where it has no reason of its own."""
        return self._borne(self.helps, for_us=True)

    @cached_property
    def also_hurts(self) -> tuple[Borne, ...]:
        """The same against it."""
        return self._borne(self.hurts, for_us=False)

    def _borne(self, own: tuple[Reason, ...], *, for_us: bool) -> tuple[Borne, ...]:
        rated = {each.element for each in own}
        reasons = (each for each in self.through if each.for_us is for_us)
        found: dict[Concept, dict[str, Fact]] = {}
        for each in reasons:
            if each.fact and each.element not in rated:
                found.setdefault(each.element, {})[each.fact.id] = each.fact
        return tuple(Borne(element, tuple(facts.values())) for element, facts in found.items())

    @property
    def paradox(self) -> bool:
        """Whether the item cuts both ways."""
        against = self.hurts or self.also_hurts or self.beside
        return bool((self.helps or self.also_helps) and against)

    @property
    def used(self) -> bool:
        """Whether the item bears on any element of the list, by itself or by what it proves."""
        return bool(self.reasons or self.through) or self.told


class EvidenceMatrix(Struct, frozen=True):
    """Every item of evidence against every element of the list."""

    columns: tuple[Element, ...]
    rows: tuple[Row, ...]
    """In the order of the case file; empty when no evidence is recorded."""
    unsponsored: tuple[Evidence, ...]
    """Items for which the file names neither a witness nor another way in."""
    idle_witnesses: tuple[Witness, ...]
    """Witnesses who sponsor nothing."""

    @property
    def paradoxes(self) -> tuple[Row, ...]:
        """Items that cut both ways."""
        return tuple(row for row in self.rows if row.paradox)

    @property
    def unused(self) -> tuple[Row, ...]:
        """Items that no element uses."""
        return tuple(row for row in self.rows if not row.used)

    @property
    def indirect(self) -> tuple[Row, ...]:
        """Items that bear on an element only by a fact or an account that they are behind."""
        shown = (
            (row, row.helps or row.hurts or row.also_helps or row.also_hurts) for row in self.rows
        )
        return tuple(row for row, any_ in shown if row.used and not any_)

    @property
    def unsupported(self) -> tuple[Element, ...]:
        """Elements that no item of evidence helps."""
        helped = {each.element for row in self.rows for each in row.helps}
        helped |= {each.element for row in self.rows for each in row.also_helps}
        return tuple(column for column in self.columns if column.id not in helped)
