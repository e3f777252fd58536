"""What a conclusion is made of: reasons, and the standings derived from them.

A conclusion is never stored beside its reasons; it is computed from them, so the
two cannot disagree.  Standings are ordinal words, never probabilities.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.doctrine.marks import Marks
from drafter.doctrine.vocabulary import Concept, Direction
from drafter.facts.gaps import Gap

__all__ = [
    "ComesIn",
    "Direction",
    "Met",
    "Persuasion",
    "Production",
    "Reason",
    "for_us",
]


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
    """The form in which a fact can reach the jury."""

    CLIENT_TESTIMONY = "client_testimony"
    WITNESS = "witness"
    DOCUMENT = "document"
    RECORDING = "recording"
    PHOTOGRAPH = "photograph"
    OBJECT = "object"
    EXPERT = "expert"
    GOVERNMENT_CASE = "government_case"
    COURT_FINDING = "court_finding"
    NOT_SHOWN = "not_shown"
    """No form is in the file: argument or inference only."""


class Met(Struct, frozen=True):
    """A fact that meets a reason, and what it bears out that does."""

    fact: Fact
    predicates: tuple[str, ...]
    """Those of the rule's answers that it is the first to bear out.  Never empty."""

    @property
    def id(self) -> str:
        """The fact's id."""
        return self.fact.id


class Reason(Struct, frozen=True):
    """One fact, or one gap, tied by a rule of the law library to an element.

    Exactly one of ``fact`` and ``gap`` is set.  A reason with a gap is open: it says
    what the rule would do if the answer were yes, and counts for nothing now.
    """

    rule: str
    """Id of the law rule; for an item of evidence `<kind>.<number of the effect>`."""
    element: Concept
    direction: Direction
    because: str
    """The law record's own sentence, ready to print."""
    authority: str | None = None
    """Authority id, to be cited; None: the rule rests on none."""
    persuasive: bool = False
    """The authority is of another circuit."""
    fact: Fact | None = None
    gap: Gap | None = None
    others: tuple[Fact, ...] = ()
    """Further facts without which the rule would not apply; of an open reason, the facts that
    the gap is about."""
    forms: tuple[ComesIn, ...] = ()
    """How the fact can reach the jury, best form first; (NOT_SHOWN,) if it cannot."""
    voices: frozenset[str] = frozenset()
    """Whose word it is: `client`, `government`, `court`, ids of persons, and of items that
    speak for themselves."""
    met: tuple[Met, ...] = ()
    """Admissible facts that meet a hurting or defeating reason: of each answer that its rule
    allows, the first in the file that bears it out."""
    marks: Marks | None = None
    """Of this use of the authority, where they are not the authority's own."""
    also: tuple[Gap, ...] = ()
    """Of an open reason, further missing facts without which ``gap`` alone would not settle it."""

    @property
    def id(self) -> str:
        """Stable across versions: rule id and the id of the fact or gap."""
        return f"{self.rule}.{self.subject}"

    @property
    def subject(self) -> str:
        """The id of the fact or gap."""
        return self.fact.id if self.fact else self.gap.id if self.gap else ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact the reason stands on, the first one first."""
        return (self.fact, *self.others) if self.fact else self.others

    @property
    def answered_by(self) -> tuple[Fact, ...]:
        """The facts that meet it, each once."""
        return tuple([each.fact for each in self.met])

    @property
    def is_open(self) -> bool:
        """Whether the answer that would make it count is missing."""
        return self.gap is not None

    @property
    def admissible(self) -> bool:
        """Whether the file shows a form in which the fact can come in."""
        return bool(self.forms) and self.forms[0] is not ComesIn.NOT_SHOWN

    @property
    def for_us(self) -> bool:
        """Whether it establishes or helps."""
        return self.direction in _FOR_US

    @property
    def answered(self) -> bool:
        """Whether an admissible fact meets it."""
        return bool(self.met)

    @property
    def argument(self) -> str | None:
        """What counsel argues about the fact: argument, which answers nothing by itself."""
        words = getattr(self.fact, "argument", None)
        return words if isinstance(words, str) else None


def for_us(direction: Direction) -> bool:
    """Whether a direction serves the defense."""
    return direction in _FOR_US


_FOR_US = (Direction.ESTABLISHES, Direction.HELPS)
"""Named once: finding a member through its enum is slow, and a draft asks 1,000 times."""
