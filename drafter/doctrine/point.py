"""The points around a court's list: a question, its answer or none, and what that rests on."""

from __future__ import annotations

from msgspec import Struct

from drafter.doctrine.marks import Lead, Marks, Words
from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import Concept

SURRENDER_ROLES: dict[str, Concept | None] = {
    "element": Concept.SURRENDER,
    "bona_fide_effort": Concept.SURRENDER,
    "dispossession_duty": Concept.DISPOSSESSION,
    "evidence_on_escape": None,
}
"""What surrender may be, and the concept that then joins the court's list."""


class Point(Struct, frozen=True):
    """One answered (or open) question of a court's law: value, statement, words, marks."""

    value: str
    """A word of the field's vocabulary; `unknown` is an answer."""
    statement: str
    """One neutral sentence of ours, printable as it stands."""
    words: str | None
    quoted_from: str | None
    """Whose text the words were read in, if not the authority's own."""
    marks: Marks
    authority: str | None
    authorities: tuple[str, ...]
    """Ids of the others that the statement names, cited after its own."""
    research: tuple[str, ...]
    """Authority ids of leads to read."""
    source: str | None
    note: str | None
    lead: Lead | None

    @classmethod
    def from_record(cls, record: Record, values: frozenset[str]) -> Point:
        """Read a point whose value must be one of ``values`` (any, when that is empty)."""
        record.only(cls)
        point = cls(
            value=record.text("value"),
            statement=record.text("statement"),
            words=record.optional("words"),
            quoted_from=record.optional("quoted_from"),
            marks=Marks.from_record(record.child("marks")),
            authority=record.optional("authority"),
            authorities=record.texts("authorities"),
            research=record.texts("research"),
            source=record.optional("source"),
            note=record.optional("note"),
            lead=Lead.from_record(record),
        )
        if values and point.value not in values:
            allowed = ", ".join(sorted(values))
            raise record.fault("value", f"{point.value!r} is not known", f"one of: {allowed}")
        if point.words and (point.marks.words is Words.NONE or not point.source):
            raise record.fault("words", "a quotation needs marks that allow it, and a source")
        return point

    @property
    def label(self) -> str:
        """The mark, as an internal document prints it beside the statement."""
        where = self.quoted_from or "the opinion or official text"
        return self.marks.phrase(where if self.words else None)


class SurrenderRole(Struct, frozen=True):
    """What surrender is in this court, for some offenses or for all."""

    role: str
    """`element`, `bona_fide_effort`, `dispossession_duty` or `evidence_on_escape`."""
    offenses: tuple[str, ...]
    """Offense ids; empty: every offense that no other role names."""
    statement: str
    marks: Marks
    authority: str | None
    source: str | None

    @classmethod
    def from_record(cls, record: Record) -> SurrenderRole:
        """Read a role."""
        record.only(cls)
        role = record.text("role")
        if role not in SURRENDER_ROLES:
            allowed = ", ".join(sorted(SURRENDER_ROLES))
            raise record.fault("role", f"{role!r} is not known", f"one of: {allowed}")
        return cls(
            role,
            record.texts("offenses"),
            record.text("statement"),
            Marks.from_record(record.child("marks")),
            record.optional("authority"),
            record.optional("source"),
        )

    @property
    def concept(self) -> Concept | None:
        """What the role adds to the court's list; None: nothing, it is evidence."""
        return SURRENDER_ROLES[self.role]


class Instruction(Struct, frozen=True):
    """The court's pattern instruction, as far as its number and edition are known."""

    number: str | None
    edition: str | None
    statement: str
    marks: Marks
    source: str | None
    lead: Lead | None

    @classmethod
    def from_record(cls, record: Record) -> Instruction:
        """Read an instruction."""
        record.only(cls)
        return cls(
            record.optional("number"),
            record.optional("edition"),
            record.text("statement"),
            Marks.from_record(record.child("marks")),
            record.optional("source"),
            Lead.from_record(record),
        )
