"""What would change the conclusion: each open fact, and what its answer would do."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.analysis.findings import Reason
from drafter.casefile.fact import Fact
from drafter.doctrine.element import Element
from drafter.facts.gaps import Gap


class KnowerKind(StrEnum):
    """How somebody may know."""

    CLIENT = "client"
    SPEAKER = "speaker"
    """Who made the threat; approached through counsel or an investigator, if at all."""
    TARGET = "target"
    """Against whom the threat went, of full age as far as is recorded."""
    WITNESS = "witness"
    HOLDER = "holder"
    """Who holds an item."""
    HEARER = "hearer"
    """To whom a statement was made, where no witness of it is named."""


class Knower(Struct, frozen=True):
    """Somebody who might know, by the record."""

    kind: KnowerKind
    name: str
    """A person's id (`client` included); of a holder and a hearer the name as written."""

    @property
    def id(self) -> str:
        """Unique within one change."""
        return f"{self.kind}-{self.name}"


class Change(Struct, frozen=True):
    """One question to investigate: a missing or disputed fact that would move an element.

    It is asked in the words of the gap, or as what can be proved; it never says what the
    answer should be.
    """

    element: Element
    gap: Gap | None
    """Set for a missing fact."""
    fact: Fact | None
    """Set for a disputed fact, or one that no form brings in."""
    disputed_by: tuple[Fact, ...]
    better: tuple[Reason, ...]
    """What would then help or establish."""
    worse: tuple[Reason, ...]
    """What would then hurt or defeat."""
    knowers: tuple[Knower, ...]
    moves_production: bool
    """Whether it bears on what the element still needs, or is in a set that moves production."""
    present: str | None = None
    """Who is recorded as present at the opportunity that it is of."""

    @property
    def subject(self) -> str:
        """The id of the gap or fact."""
        return self.gap.id if self.gap else self.fact.id if self.fact else ""

    @property
    def owner(self) -> str:
        """The id of the fact or count that it is of; empty for the case as a whole."""
        return self.gap.owner if self.gap else self.subject

    @property
    def id(self) -> str:
        """Element and subject."""
        return f"{self.element.id}.{self.subject}"


class OpenQuestion(Struct, frozen=True):
    """One question to investigate, over the elements that its answer would move."""

    changes: tuple[Change, ...]
    """One an element.  Never empty."""

    @property
    def id(self) -> str:
        """The id of the gap or fact."""
        return self.changes[0].subject

    @property
    def gap(self) -> Gap | None:
        """Set for a missing fact; else it is what can be proved."""
        return self.changes[0].gap


class OpenFact(Struct, frozen=True):
    """What is open about one fact or count, or about the case as a whole."""

    fact: Fact | None
    """None for a count and for the case."""
    questions: tuple[OpenQuestion, ...]
    """Never empty."""

    @property
    def _first(self) -> Change:
        return self.questions[0].changes[0]

    @property
    def owner(self) -> str:
        """The id of the fact or count; empty for the case."""
        return self._first.owner

    @property
    def id(self) -> str:
        """The same, or ``case``."""
        return self.owner or "case"

    @property
    def noun(self) -> str:
        """What it is of: `count`, `threat`."""
        return next((each.gap.noun for each in self.questions if each.gap), "")

    @property
    def disputed_by(self) -> tuple[Fact, ...]:
        """What is recorded as in conflict with it."""
        found = (each.changes[0].disputed_by for each in self.questions)
        return next(filter(None, found), ())

    @property
    def knowers(self) -> tuple[Knower, ...]:
        """Who may know: of all that is open about one fact the same."""
        return self._first.knowers

    @property
    def present(self) -> str | None:
        """Who is recorded as present, at an opportunity."""
        return self._first.present
