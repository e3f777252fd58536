"""The threats to others behind an element, where it is open whether those suffice."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.coercion import Threat
from drafter.doctrine.point import Point


class OnOthers(Struct, frozen=True):
    """The threats to others behind an element, where it is open whether those suffice."""

    point: Point
    """What the court says of threats to others."""
    threats: tuple[Threat, ...]
    """Those on which it is open: against neither the client nor whom the court is known to add."""
    resting: frozenset[str]
    """The ids of them, and of the items that tell of no other threat and of no violence."""
    alone: bool
    """Whether no other threat shows the element."""
