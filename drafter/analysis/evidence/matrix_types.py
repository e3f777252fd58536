"""The evidence-by-element matrix: each item in both directions, with the reason."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from drafter.analysis.findings import Reason
from drafter.analysis.reasons.grouped import is_short
from drafter.casefile.fact import Fact
from drafter.casefile.record import Evidence, Said, Witness
from drafter.doctrine.element import Element
from drafter.doctrine.vocabulary import Concept


class Cell(Struct, frozen=True):
    """One item against one element."""

    element: Element
    reasons: tuple[Reason, ...]
    """Known ones only; a gap never fills a cell."""

    @property
    def id(self) -> str:
        """The concept."""
        return self.element.id.value


class Tie(StrEnum):
    """What an item adds to a reason on a fact of which it is a source."""

    CARRIES = "carries"
    """Another voice than the client's, where the fact is the client's word."""
    OWN_WORDS = "own_words"
    """A way in, but for the client's own words once more."""
    NAMED = "named"
    """Nothing: it does not bring in what the reason needs of the fact."""


class Tied(Struct, frozen=True):
    """A known reason, and what an item adds to it."""

    reason: Reason
    tie: Tie


class Borne(Struct, frozen=True):
    """Facts of which an item is a source and that count for or against an element."""

    element: Concept
    tie: Tie
    facts: tuple[Fact, ...]
    """Never empty."""

    @property
    def id(self) -> str:
        """Element and tie."""
        return f"{self.element}-{self.tie}"


class Row(Struct, frozen=True, dict=True):
    """One item of evidence against every element of the list; its reasons are gathered once."""

    evidence: Evidence
    cells: tuple[Cell, ...]
    """One for each column, in the same order."""
    through: tuple[Tied, ...]
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
        return self._borne(for_us=True)

    @cached_property
    def also_hurts(self) -> tuple[Borne, ...]:
        """The same against it."""
        return self._borne(for_us=False)

    @property
    def named_helps(self) -> tuple[Borne, ...]:
        """What it is named as a source of for the defense without bringing in what counts."""
        return self._borne(for_us=True, named=True)

    def _borne(self, *, for_us: bool, named: bool = False) -> tuple[Borne, ...]:
        rated = {each.element for each in self.reasons if each.for_us is for_us}
        found: dict[tuple[Concept, Tie], dict[str, Fact]] = {}
        for each in self.through:
            reason = each.reason
            if reason.for_us is not for_us or (each.tie is Tie.NAMED) is not named:
                continue
            if is_short(reason):  # What is merely not enough is no edge of the item.
                continue
            if reason.fact and reason.element not in rated:
                found.setdefault((reason.element, each.tie), {})[reason.fact.id] = reason.fact
        return tuple(Borne(*key, tuple(facts.values())) for key, facts in found.items())

    @property
    def paradox(self) -> bool:
        """Whether the item cuts both ways."""
        against = self.hurts or self.also_hurts or self.beside
        return bool((self.helps or self.also_helps) and against)

    @property
    def used(self) -> bool:
        """Whether the item bears on any element of the list, by itself or by what it proves."""
        return bool(self.reasons or self.through) or self.told


class WitnessRow(Struct, frozen=True):
    """What one witness knows, by element, as counsel entered it: no rule rates it."""

    witness: Witness
    helps: tuple[Said, ...]
    """Those on elements of the list first, as with what hurts."""
    hurts: tuple[Said, ...]
    off_list: frozenset[str] = frozenset()
    """The elements among them that are not on the list of the court."""

    @property
    def id(self) -> str:
        """The witness's id."""
        return self.witness.id


class EvidenceMatrix(Struct, frozen=True):
    """Every item of evidence against every element of the list."""

    columns: tuple[Element, ...]
    rows: tuple[Row, ...]
    """In the order of the case file; empty when no evidence is recorded."""
    unsponsored: tuple[Evidence, ...]
    """Items for which the file names neither a witness nor another way in."""
    idle_witnesses: tuple[Witness, ...]
    """Witnesses who sponsor nothing."""
    witnesses: tuple[WitnessRow, ...] = ()
    """Those of whom it is recorded on which elements of the list what they know bears."""
    unrated: tuple[Witness, ...] = ()
    """Those of whom it is not recorded on which element that bears, each person once."""

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
