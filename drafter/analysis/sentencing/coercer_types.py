"""What the case file has of charges against who made the threats."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.fact import Fact


class CoercerFinding(Struct, frozen=True):
    """Those who made a threat, where none of them is recorded as charged with the client."""

    facts: tuple[Fact, ...]
    """Events, and ends of threats, that tell of an arrest of or a charge against one of them."""
    charged: bool
    """Whether one of those tells of a charge, and not of an arrest alone."""
