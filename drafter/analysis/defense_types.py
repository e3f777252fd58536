"""Which defense is this?  Each that may fit, what it denies, its notice rule, its authority."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.doctrine.defense import Defense, Denies
from drafter.facts.gaps import Gap

__all__ = ["Defense", "DefenseFit", "Denies", "Fit"]


class Fit(StrEnum):
    """How the recorded facts stand to a defense."""

    YES = "yes"
    """The facts it is about are recorded."""
    POSSIBLE = "possible"
    """Something recorded points to it; counsel must ask."""
    NO_SIGNAL = "no_signal"
    """Nothing recorded points to it."""
    UNKNOWN = "unknown"
    """The question behind it is open."""


class DefenseFit(Struct, frozen=True):
    """One defense and how it fits."""

    defense: Defense
    fit: Fit
    facts: tuple[Fact, ...]
    """What points to it; empty unless fit is yes or possible."""
    gaps: tuple[Gap, ...]
    """What would have to be known."""
    denies: Denies
    notice: str | None
    """Authority id of the rule on notice before trial; None: unknown, and said so."""
    authority: str | None
    """Authority id for the defense in this circuit; None: unknown, and said so."""
    note: str | None
    """What the law record says of the question, in a sentence."""

    @property
    def id(self) -> str:
        """The defense's word."""
        return self.defense.value
