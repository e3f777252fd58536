"""What the government will point to at sentencing."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.casefile.record import Statement
from drafter.doctrine.vocabulary import Concept
from drafter.facts.surrender_types import LabelledSpan


class Weakness(StrEnum):
    """What the government will point to."""

    NOT_SPECIFIC = "not_specific"
    """A threat recorded as not specific."""
    ECONOMIC_ONLY = "economic_only"
    """A threat of nothing but economic harm, a job, embarrassment."""
    MISSED_ESCAPE = "missed_escape"
    """A chance recorded as safe and not taken."""
    OPEN_ESCAPE = "open_escape"
    """A chance not taken, of which safety is not recorded."""
    WENT_ON = "went_on"
    """Every threat had ended, and the offense went on."""
    DELAY = "delay"
    """The threat ended, and no surrender or contact came for a time."""
    BENEFIT = "benefit"
    OTHER_ACT = "other_act"
    ACCOUNT = "account"
    """A statement that leaves the coercion out."""
    NORMAL_LIFE = "normal_life"
    ASSOCIATION = "association"
    """Company with the coercers by choice, or a demand that could be foreseen."""
    CODEFENDANT = "codefendant"
    """What a codefendant, or a statement of another, says without the coercion."""
    CONFLICT = "conflict"
    """An account of the client that conflicts with something else recorded."""
    WAY_OUT = "way_out"
    """What the client has said of a way out."""
    DISCLOSURE = "disclosure"
    """The client has not told the government all."""


class WeaknessFinding(Struct, frozen=True):
    """One weakness and the facts behind it."""

    weakness: Weakness
    facts: tuple[Fact, ...]
    """Never empty."""
    meanwhile: tuple[Fact, ...] = ()
    """Of a delay, what the client is recorded to have told somebody while it lasted."""
    interval: LabelledSpan | None = None
    """The time that a delay lasted, or that the offense went on; None: it is of neither."""

    @property
    def id(self) -> str:
        """The weakness's word."""
        return self.weakness.value

    @property
    def either_way(self) -> bool:
        """Whether something said of a way out is not recorded as said against it."""
        said = (one for each in self.facts if isinstance(each, Statement) for one in each.says)
        return any(one.element == Concept.ESCAPE and not one.against for one in said)
