"""The law of duress in one court: its elements and the points around them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drafter.doctrine.marks import Lead, Marks, Words
from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import Concept


class ListStatus(StrEnum):
    """How much of a court's list of elements is known."""

    WORDS = "words"
    """Every element's words were seen."""
    SUBSTANCE = "substance"
    """Every element is known in substance: paraphrase, never quote the list."""
    UNKNOWN = "unknown"
    """Not known: work through the protective list."""


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


@dataclass(frozen=True, slots=True)
class ElementRule:
    """One element as one court states it; its words may state several concepts at once."""

    id: str
    """Unique in the circuit; written by people."""
    concepts: tuple[Concept, ...]
    words: str | None
    summary: str | None
    """In substance, in words of ours; printed without quotation marks."""
    grade: Grade | None
    reproduced_by: str | None
    """Who reproduces the words, for grade C."""
    marks: Marks
    authority: str | None
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
            reproduced_by=record.optional("reproduced_by"),
            marks=Marks.from_record(record.child("marks")),
            authority=record.optional("authority"),
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

    def applies(self, offense: str) -> bool:
        """Whether the element belongs to the list for this offense."""
        return not self.applies_to or offense in self.applies_to


@dataclass(frozen=True, slots=True)
class Point:
    """One answered (or open) question of a court's law: value, statement, words, marks."""

    value: str
    """A word of the field's vocabulary; `unknown` is an answer."""
    statement: str
    """One neutral sentence of ours, printable as it stands."""
    words: str | None
    marks: Marks
    authority: str | None
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
            marks=Marks.from_record(record.child("marks")),
            authority=record.optional("authority"),
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
    def known(self) -> bool:
        """Whether the court's law on this is known at all."""
        return self.value != "unknown"


@dataclass(frozen=True, slots=True)
class SurrenderRole:
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


@dataclass(frozen=True, slots=True)
class Instruction:
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


@dataclass(frozen=True, slots=True)
class Circuit:
    """One court's law of duress."""

    id: str
    court: str
    """`United States Court of Appeals for the Ninth Circuit`."""
    short: str
    """`9th Cir.`"""
    adjective: str
    """`Ninth Circuit`."""
    list_status: ListStatus
    list_note: str | None
    elements: tuple[ElementRule, ...]
    burden: Point
    immediacy: Point
    third_person: Point
    self_placement: Point
    expert_battering: Point
    firearm_possession: Point
    murder: Point
    production: tuple[Point, ...]
    """What it takes to reach the jury, and what courts did before trial."""
    surrender: tuple[SurrenderRole, ...]
    instruction: Instruction
    leading: tuple[str, ...]
    """Authority ids."""
    open: tuple[str, ...]
    """What is not known, each as a sentence that may be printed."""
    format: str

    @classmethod
    def from_record(cls, record: Record) -> Circuit:
        """Read a circuit; its list status must be borne out by its elements."""
        record.only(cls)
        points = {
            name: Point.from_record(record.child(name), values) for name, values in POINTS.items()
        }
        circuit = cls(
            id=record.text("id"),
            court=record.text("court"),
            short=record.text("short"),
            adjective=record.text("adjective"),
            list_status=record.choice("list_status", ListStatus),
            list_note=record.optional("list_note"),
            elements=tuple(ElementRule.from_record(each) for each in record.children("elements")),
            **points,
            production=tuple(
                Point.from_record(each, PRODUCTION) for each in record.children("production")
            ),
            surrender=tuple(SurrenderRole.from_record(e) for e in record.children("surrender")),
            instruction=Instruction.from_record(record.child("instruction")),
            leading=record.texts("leading"),
            open=record.texts("open"),
            format=record.optional("format") or "1",
        )
        circuit._agree(record)
        return circuit

    def _agree(self, record: Record) -> None:
        if len({rule.id for rule in self.elements}) != len(self.elements):
            raise record.fault("elements", "two elements have one id")
        if self.list_status is ListStatus.WORDS and not all(rule.words for rule in self.elements):
            raise record.fault("list_status", "is `words`, but an element has none")
        if self.list_status is ListStatus.SUBSTANCE and not all(r.known for r in self.elements):
            raise record.fault("list_status", "is `substance`, but an element is not known")

    def elements_for(self, offense: str) -> tuple[ElementRule, ...]:
        """The elements of the court's list for an offense, in its order."""
        return tuple(rule for rule in self.elements if rule.applies(offense))

    def surrender_for(self, offense: str) -> SurrenderRole | None:
        """What surrender is for an offense; None: not known, treat as evidence on escape."""
        named = [role for role in self.surrender if offense in role.offenses]
        return next(iter(named or [role for role in self.surrender if not role.offenses]), None)


SURRENDER_ROLES = frozenset(
    {"element", "bona_fide_effort", "dispossession_duty", "evidence_on_escape"}
)
POINTS: dict[str, frozenset[str]] = {
    "burden": frozenset({"defendant_preponderance", "defendant", "unknown"}),
    "immediacy": frozenset(),
    "third_person": frozenset({"anyone", "family", "litigated", "unknown"}),
    "self_placement": frozenset({"reckless", "reckless_or_negligent", "not_listed", "unknown"}),
    "expert_battering": frozenset({"favourable", "adverse", "unknown"}),
    "firearm_possession": frozenset({"available", "contested", "litigated", "unknown"}),
    "murder": frozenset({"unavailable", "contested", "unknown"}),
}
PRODUCTION = frozenset(
    {"standard", "precluded", "allowed", "hearing", "instruction_refused", "instruction_given",
     "risk"}
)  # fmt: skip
