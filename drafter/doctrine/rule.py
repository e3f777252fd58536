"""Inference rules: which fact, in which court, does what to which element, and on whose word."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from msgspec import Struct

from drafter.doctrine.evidence import predicates
from drafter.doctrine.marks import Marks, Period
from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import COURTS, Concept, Direction


class Rule(Struct, frozen=True):
    """A fact of the case tied to an element."""

    id: str
    element: Concept
    direction: Direction
    when: tuple[str, ...]
    """Predicates; all must hold."""
    unless: tuple[str, ...]
    """Predicates; any one that an admissible fact bears out answers the rule."""
    because: str
    lasting: str | None
    """The same of an opportunity that lasted, where `because` speaks of a moment."""
    held: str | None
    """What the authority says of it, where `because` speaks of the client’s own case too."""
    authority: str | None
    """Authority id; establishes and defeats cannot do without."""
    marks: Marks | None
    """Of this use of the authority, where it is known less well than the authority itself."""
    research: tuple[str, ...]
    """Authority ids of leads to read: the research list, never a citation."""
    circuits: tuple[str, ...]
    """Court ids; empty: all."""
    offenses: tuple[str, ...]
    """Offense ids; empty: all."""
    not_offenses: tuple[str, ...]
    """Offense ids for which it is not; with one such count it is not asked."""
    persuasive: bool
    """Whether courts outside `circuits` may weigh it: it then helps or hurts there."""
    period: Period

    @classmethod
    def from_record(cls, record: Record) -> Rule:
        """Read a rule; establishes and defeats without authority are refused."""
        record.only(cls)
        courts = record.texts("circuits")
        for court in courts:
            if court not in COURTS:
                raise record.fault("circuits", f"{court!r} is not a court here")
        rule = cls(
            record.text("id"),
            record.choice("element", Concept),
            record.choice("direction", Direction),
            predicates(record, "when"),
            predicates(record, "unless"),
            record.text("because"),
            record.optional("lasting"),
            record.optional("held"),
            record.optional("authority"),
            _marks(record),
            record.texts("research"),
            courts,
            record.texts("offenses"),
            record.texts("not_offenses"),
            record.flag("persuasive"),
            Period.from_record(record.optional_child("period")),
        )
        if not rule.when:
            raise record.fault("when", "is missing")
        if rule.settles and not rule.authority:
            raise record.fault("authority", f"is missing: what {rule.direction} needs one")
        return rule

    @property
    def settles(self) -> bool:
        """Whether it decides the element as a matter of law."""
        return self.direction in (Direction.ESTABLISHES, Direction.DEFEATS)

    @property
    def decided(self) -> str:
        """What the authority says of the element, whatever the facts of the case at hand."""
        return self.held or self.because

    def in_force(self, day: date) -> bool:
        """Whether the rule is law on ``day``, as far as its own period goes."""
        return self.period.in_force(day)

    def applies(self, court: str, offenses: Set[str]) -> bool:
        """Whether the rule is asked in that court of a case on those offenses.

        One of other circuits is, where it persuades.
        """
        here = not self.circuits or court in self.circuits or self.persuasive
        asked = not self.offenses or not set(self.offenses).isdisjoint(offenses)
        return here and asked and set(self.not_offenses).isdisjoint(offenses)


def _marks(record: Record) -> Marks | None:
    marks = record.optional_child("marks")
    return None if marks is None else Marks.from_record(marks)
