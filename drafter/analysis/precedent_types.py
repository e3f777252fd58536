"""What the court's own cases say of an element."""

from __future__ import annotations

from msgspec import Struct

from drafter.doctrine.authority import Authority
from drafter.doctrine.marks import Marks


class Precedent(Struct, frozen=True):
    """One of the court's own cases, and what it says of one element."""

    case_read: Authority
    marks: Marks | None
    """Of its use for this element, where they are not the authority's own."""
    because: str
    """What the court's rules on the element say of it, each sentence once."""

    @property
    def id(self) -> str:
        """The authority's id."""
        return self.case_read.id

    @property
    def authority(self) -> str:
        """The same, as a rule names it."""
        return self.id
