"""One element of duress as one court states it, and how well its words are known."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.marks import Lead, Marks, Words
from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import Concept


class Grade(StrEnum):
    """What an element's words rest on."""

    A = "A"
    """The opinion or the official text."""
    B = "B"
    """A court order that quotes it."""
    C = "C"
    """An institution's reproduction: quoted only with `as reproduced by`."""
    D = "D"
    """A commercial paraphrase: never in quotation marks."""


def concepts(record: Record, name: str) -> tuple[Concept, ...]:
    """The concepts a list field names; at least one."""
    try:
        found = tuple(Concept(value) for value in record.texts(name))
    except ValueError as fault:
        raise record.fault(name, str(fault), "one of: " + ", ".join(Concept)) from None
    if not found:
        raise record.fault(name, "is missing")
    return found


class ElementRule(Struct, frozen=True):
    """One element as one court states it; its words may state several concepts at once."""

    id: str
    """Unique in the circuit; written by people."""
    concepts: tuple[Concept, ...]
    words: str | None
    summary: str | None
    """In substance, in words of ours; printed without quotation marks."""
    grade: Grade | None
    quoted_from: str | None
    """Whose text the words were read in, if not the authority's own."""
    reproduced_by: str | None
    """Who reproduces the words, for grade C."""
    marks: Marks
    authority: str | None
    research: tuple[str, ...]
    """Authority ids of leads to read."""
    source: str | None
    applies_to: tuple[str, ...]
    """Offense ids; empty: always."""
    note: str | None
    lead: Lead | None

    @classmethod
    def from_record(cls, record: Record) -> ElementRule:
        """Read an element; words must agree with grade and marks."""
        record.only(cls)
        rule = cls(
            id=record.text("id"),
            concepts=concepts(record, "concepts"),
            words=record.optional("words"),
            summary=record.optional("summary"),
            grade=record.choice("grade", Grade) if record.optional("grade") else None,
            quoted_from=record.optional("quoted_from"),
            reproduced_by=record.optional("reproduced_by"),
            marks=Marks.from_record(record.child("marks")),
            authority=record.optional("authority"),
            research=record.texts("research"),
            source=record.optional("source"),
            applies_to=record.texts("applies_to"),
            note=record.optional("note"),
            lead=Lead.from_record(record),
        )
        rule._agree(record)
        return rule

    def _agree(self, record: Record) -> None:
        quotable = self.grade in (Grade.A, Grade.B, Grade.C)
        if self.words and not quotable:
            raise record.fault("words", "only grades A, B and C have words", "use summary:")
        if self.words and self.marks.words is Words.NONE:
            raise record.fault("words", "words are marked `none`, so nothing can be quoted")
        if (self.words or self.summary) and not self.source:
            raise record.fault("source", "is missing: where was this read?")
        if self.words and self.grade is Grade.C and not self.reproduced_by:
            raise record.fault("reproduced_by", "grade C is quoted only `as reproduced by`")

    @property
    def known(self) -> bool:
        """Whether the element is known at least in substance."""
        return self.words is not None or self.summary is not None

    @property
    def label(self) -> str:
        """The mark, as an internal document prints it beside the element."""
        if self.words is None:
            return self.marks.phrase(None)
        if self.reproduced_by:
            return self.marks.phrase(self.reproduced_by, "quoted as reproduced by")
        return self.marks.phrase(self.quoted_from or "the opinion or official text")

    def applies(self, offense: str) -> bool:
        """Whether the element belongs to the list for this offense."""
        return not self.applies_to or offense in self.applies_to
