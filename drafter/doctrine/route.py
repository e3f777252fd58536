"""Statutory routes to duress: a text in subsections, its definitions, what is not known of it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from drafter.doctrine.marks import Lead, Marks, Period
from drafter.doctrine.records import Record


class Subsection(Struct, frozen=True):
    """One subsection and its words."""

    id: str
    """`b`; `a1` for (a)(1)."""
    pin: str
    """`§ 28(b)`."""
    words: str

    @classmethod
    def from_record(cls, record: Record) -> Subsection:
        """Read a subsection."""
        record.only(cls)
        return cls(record.text("id"), record.text("pin"), record.text("words"))


class Definition(Struct, frozen=True):
    """A defined term, from the statute or one it refers to."""

    id: str
    term: str
    words: str | None
    authority: str
    source: str | None
    marks: Marks
    note: str | None
    lead: Lead | None
    of_trafficking: bool
    """Whether it says who is a victim of trafficking, and not which offenses are covered."""

    @classmethod
    def from_record(cls, record: Record) -> Definition:
        """Read a definition; words need a source."""
        record.only(cls)
        words, source = record.optional("words"), record.optional("source")
        if words and not source:
            raise record.fault("source", "is missing: where was this read?")
        return cls(
            record.text("id"),
            record.text("term"),
            words,
            record.text("authority"),
            source,
            Marks.from_record(record.child("marks")),
            record.optional("note"),
            Lead.from_record(record),
            record.flag("of_trafficking"),
        )


class Unknown(Struct, frozen=True):
    """A question about the route that no text read answers."""

    id: str
    statement: str
    earlier_only: bool
    """Whether it arises only where an offense may have begun before the route was law."""

    @classmethod
    def from_record(cls, record: Record) -> Unknown:
        """Read an open question."""
        record.only(cls)
        return cls(record.text("id"), record.text("statement"), record.flag("earlier_only"))


class Route(Struct, frozen=True):
    """A statute under which duress may be established, apart from the common law."""

    id: str
    title: str
    authority: str
    period: Period
    enacted: str
    subsections: tuple[Subsection, ...]
    definitions: tuple[Definition, ...]
    unknown: tuple[Unknown, ...]
    source: str
    marks: Marks
    note: str | None

    @classmethod
    def from_record(cls, record: Record) -> Route:
        """Read a route."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("title"),
            record.text("authority"),
            Period.from_record(record.child("period")),
            record.text("enacted"),
            tuple(Subsection.from_record(each) for each in record.children("subsections")),
            tuple(Definition.from_record(each) for each in record.children("definitions")),
            tuple(Unknown.from_record(each) for each in record.children("unknown")),
            record.text("source"),
            Marks.from_record(record.child("marks")),
            record.optional("note"),
        )

    def in_force(self, day: date) -> bool:
        """Whether the route exists on ``day``."""
        return self.period.in_force(day)

    def subsection(self, id: str) -> Subsection:
        """The subsection named; KeyError if there is none."""
        for each in self.subsections:
            if each.id == id:
                return each
        raise KeyError(id)
