"""What a conclusion is made of: reasons, and the verdicts derived from them.

A conclusion is never stored beside its reasons; it is computed from them, so the
two cannot disagree.  Standings are ordinal words, never probabilities.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from drafter.casefile.fact import Fact
from drafter.doctrine.records import Rule
from drafter.facts.gaps import Gap


class Direction(StrEnum):
    """How a fact bears on an element; the outer two need authority."""

    ESTABLISHES = "establishes"
    HELPS = "helps"
    HURTS = "hurts"
    DEFEATS = "defeats"


class Production(IntEnum):
    """Enough, if believed, for the jury?  Ordered from worst to best."""

    UNSUPPORTED = 0
    UNKNOWN = 1
    SUPPORTED = 2

    @property
    def word(self) -> str:
        """The standing in print."""
        return self.name.lower()


class Persuasion(IntEnum):
    """How the whole record looks under a preponderance.  Ordered from worst to best."""

    WEAK = 0
    UNKNOWN = 1
    CONTESTED = 2
    STRONG = 3

    @property
    def word(self) -> str:
        """The standing in print."""
        return self.name.lower()


class ComesIn(StrEnum):
    """The form in which a helping fact can reach the jury."""

    CLIENT_TESTIMONY = "client_testimony"
    WITNESS = "witness"
    DOCUMENT = "document"
    RECORDING = "recording"
    EXPERT = "expert"
    GOVERNMENT_CASE = "government_case"
    NOT_SHOWN = "not_shown"
    """No admissible form is in the file: argument only."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact, or one gap, tied by a rule to an element."""

    rule: Rule
    direction: Direction
    fact: Fact | None = None
    gap: Gap | None = None
    comes_in: ComesIn = ComesIn.NOT_SHOWN
    answered_by: tuple[Fact, ...] = ()
    """Admissible facts that meet a hurting or defeating reason."""

    @property
    def id(self) -> str:
        """Stable across versions: rule id and fact or gap id."""
        subject = self.fact.id if self.fact else self.gap.id if self.gap else ""
        return f"{self.rule.id}.{subject}"
