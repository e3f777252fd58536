"""The law of duress in one court: its elements and the points around them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.element_rule import ElementRule, Grade
from drafter.doctrine.marks import Period
from drafter.doctrine.point import Instruction, Point, SurrenderRole
from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import Concept

__all__ = [
    "POINTS",
    "PRODUCTION",
    "Circuit",
    "ElementRule",
    "Grade",
    "Instruction",
    "ListStatus",
    "Point",
    "SurrenderRole",
]

POINTS: dict[str, frozenset[str]] = {
    "burden": frozenset({"defendant_preponderance", "defendant", "unknown"}),
    "immediacy": frozenset({"stated", "unknown"}),
    "third_person": frozenset({"anyone", "family", "litigated", "unknown"}),
    "self_placement": frozenset({"reckless", "reckless_or_negligent", "not_listed", "unknown"}),
    "expert_battering": frozenset({"favourable", "adverse", "unknown"}),
    "firearm_possession": frozenset({"available", "contested", "litigated", "unknown"}),
    "murder": frozenset({"unavailable", "contested", "litigated", "unknown"}),
}
PRODUCTION = frozenset(
    {"standard", "precluded", "allowed", "hearing", "instruction_refused", "instruction_given",
     "risk"}
)  # fmt: skip


class ListStatus(StrEnum):
    """How much of a court's list of elements is known."""

    WORDS = "words"
    """Every element's words were seen."""
    SUBSTANCE = "substance"
    """Every element is known in substance: paraphrase, never quote the list."""
    UNKNOWN = "unknown"
    """Not known: work through the protective list."""


class Circuit(Struct, frozen=True):
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
    research: tuple[str, ...]
    """Authority ids of leads to read: the research list, never a citation."""
    open: tuple[str, ...]
    """What is not known, each as a sentence that may be printed."""
    period: Period

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
            research=record.texts("research"),
            open=record.texts("open"),
            period=Period.from_record(record.optional_child("period")),
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

    def in_force(self, day: date) -> bool:
        """Whether this is the court's law on ``day``."""
        return self.period.in_force(day)

    def elements_for(self, offense: str) -> tuple[ElementRule, ...]:
        """The elements of the court's list for an offense, in its order."""
        return tuple(rule for rule in self.elements if rule.applies(offense))

    def required(self, offense: str) -> tuple[Concept, ...]:
        """The concepts the court requires for an offense, in the order of its list.

        What surrender is in this court counts: an element in escape, a bona fide effort
        in reentry, a duty to give up the weapon in continuing possession.
        """
        found = [each for rule in self.elements_for(offense) for each in rule.concepts]
        role = self.surrender_for(offense)
        if role and role.concept:
            found.append(role.concept)
        return tuple(dict.fromkeys(found))

    def surrender_for(self, offense: str) -> SurrenderRole | None:
        """What surrender is for an offense; None: not known, treat as evidence on escape."""
        named = [role for role in self.surrender if offense in role.offenses]
        return next(iter(named or [role for role in self.surrender if not role.offenses]), None)
