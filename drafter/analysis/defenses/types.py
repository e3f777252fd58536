"""Which defense is this?  Each that may fit, what it denies, its notice rule, its authority."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from drafter.casefile.coercion import Threat
from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge, ClientCondition
from drafter.doctrine.defense import Defense, Denies
from drafter.facts.gaps import Gap

__all__ = ["Defense", "DefenseFit", "Denies", "Fit", "Pointer"]


_NOTHING = re.compile(r"(?:none|nothing|no demand)\b", re.IGNORECASE)


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
    NOT_ASKED = "not_asked"
    """Looked for only of other counts: of these it is for counsel."""


def none_charged(threats: Iterable[Threat]) -> tuple[str, ...]:
    """What the threats demanded, if it is recorded of all of them and none demanded a count.

    One that is recorded as demanding nothing adds nothing.
    """
    made = tuple(threats)
    demands = tuple(each.demand for each in made if each.demand and not each.demanded_offense)
    told = tuple(each for each in demands if not _NOTHING.match(each))
    return told if len(demands) == len(made) else ()


class Pointer(Struct, frozen=True):
    """A fact that points to a defense, and what is missing of it."""

    fact: Fact
    gaps: tuple[Gap, ...]

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.fact.id


class DefenseFit(Struct, frozen=True):
    """One defense and how it fits."""

    defense: Defense
    fit: Fit
    facts: tuple[Fact, ...]
    """What points to it; empty unless fit is yes or possible."""
    gaps: tuple[Gap, ...]
    """What would have to be known; never empty where fit is unknown."""
    charges: tuple[Charge, ...]
    """The counts of which it was asked."""
    denies: Denies
    notice: str | None
    """Authority id of the rule on notice before trial; None: unknown, and said so."""
    authority: str | None
    """Authority id for the defense in this circuit; None: unknown, and said so."""

    @property
    def id(self) -> str:
        """The defense's word."""
        return self.defense.value

    @property
    def other_demands(self) -> tuple[str, ...]:
        """What the threats that point to coercion demanded, where none of it is charged."""
        if self.defense is not Defense.COERCION:
            return ()
        threats = tuple(each for each in self.facts if isinstance(each, Threat))
        return tuple(dict.fromkeys(none_charged(threats)))

    @property
    def harmed_untold(self) -> bool:
        """Whether violence is charged, and threats alone point to the defense.

        No field says who was harmed, so that none of the threats is known to be that person's.
        """
        threats = bool(self.facts) and all(isinstance(each, Threat) for each in self.facts)
        return threats and any(each.violent for each in self.charges)

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """The facts, each with what would have to be known of it."""
        return tuple(
            Pointer(fact, tuple(gap for gap in self.gaps if gap.owner == fact.id))
            for fact in self.facts
        )

    @property
    def other_gaps(self) -> tuple[Gap, ...]:
        """What would have to be known of none of the facts."""
        told = {fact.id for fact in self.facts}
        return tuple(gap for gap in self.gaps if gap.owner not in told)

    @property
    def unsorted(self) -> tuple[ClientCondition, ...]:
        """Conditions among the facts that may or may not be of the mind: it is not recorded."""
        conditions = (each for each in self.facts if isinstance(each, ClientCondition))
        return tuple(each for each in conditions if each.mental is None)
