"""What the court's own cases say of an element, and what it made of the defense before trial."""

from __future__ import annotations

from msgspec import Struct

from drafter.doctrine.authority import Authority
from drafter.doctrine.marks import Marks
from drafter.doctrine.point import Point


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


class Ruling(Struct, frozen=True):
    """What a court did with the defense before it reached a jury, or to keep it from one."""

    point: Point

    @property
    def id(self) -> str:
        """What was done, and the authority that did it."""
        named = (self.point.authority, *self.point.research)
        return ".".join((self.point.value, *(each for each in named if each)))
