"""How the program reads a record where no authority says: choices that a memo prints."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.evidence import predicates
from drafter.doctrine.occasion import Occasion, occasions
from drafter.doctrine.records import Record


class Place(StrEnum):
    """The part of a memo in which a reading matters."""

    DEFENSES = "defenses"
    ELEMENTS = "elements"
    SURRENDER = "surrender"
    STATUTE = "statute"
    STRATEGY = "strategy"
    TASKS = "tasks"
    SCORE = "score"
    """The practice article’s score, in the appendix."""


class Reading(Struct, frozen=True):
    """One choice of ours, in a sentence or a few, printable as it stands."""

    id: str
    place: Place
    statement: str
    of: tuple[str, ...]
    """Predicates it is about: it matters where a reason turns on one of them."""
    tasks: tuple[str, ...]
    """Task ids it is about: it matters where one of them is raised."""
    when: tuple[Occasion, ...]
    """Occasions it is about: it matters where one of them holds."""
    evidence: tuple[str, ...]
    """Kinds of evidence it is about: it matters where an item of one is behind a threat."""
    several_counts: bool
    """Whether it matters only where more counts than one are tested."""

    @property
    def always(self) -> bool:
        """Whether it matters in every case, or in every case of several counts."""
        return not (self.of or self.tasks or self.when or self.evidence)

    @classmethod
    def from_record(cls, record: Record) -> Reading:
        """Read a reading."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.choice("place", Place),
            record.text("statement"),
            predicates(record, "of"),
            record.texts("tasks"),
            occasions(record, "when"),
            record.texts("evidence"),
            record.flag("several_counts"),
        )


class Readings(Struct, frozen=True):
    """All of them, in the order in which a place prints them."""

    id: str
    readings: tuple[Reading, ...]

    @classmethod
    def from_record(cls, record: Record) -> Readings:
        """Read the readings."""
        record.only(cls)
        return cls(
            record.text("id"),
            tuple(map(Reading.from_record, record.children("readings"))),
        )
