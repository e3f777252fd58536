"""The defenses to which facts of coercion may belong, and what each denies."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.records import Record


class Defense(StrEnum):
    """A defense that the facts of coercion may belong to."""

    COERCION = "coercion"
    """Duress by a person."""
    NECESSITY = "necessity"
    FIREARM_JUSTIFICATION = "firearm_justification"
    SELF_DEFENSE = "self_defense"
    ENTRAPMENT = "entrapment"
    INVOLUNTARY_ACT = "involuntary_act"
    MENTAL_CONDITION = "mental_condition"
    ELEMENT_NEGATED = "element_negated"
    """The same facts negate knowledge, agreement or intent."""
    TRAFFICKING = "trafficking"


class Denies(StrEnum):
    """What a defense denies of what duress concedes: the act, done knowingly."""

    NOTHING = "nothing"
    """Like duress, it admits the act and the state of mind."""
    ACT = "act"
    MENTAL_STATE = "mental_state"
    UNKNOWN = "unknown"


class DefenseRecord(Struct, frozen=True):
    """One defense, as far as the library knows it."""

    id: Defense
    order: int
    """Its place among the questions to ask."""
    denies: Denies
    authority: str | None
    """Authority id, for every court; None: the court's own record says, or it is not known."""
    notice: str | None
    """Authority id of the rule on notice before trial; None: none is known."""
    asks: str | None
    """What is asked where no field of the case file answers it: `whether …`; None: a gap."""
    note: str | None

    @classmethod
    def from_record(cls, record: Record) -> DefenseRecord:
        """Read a defense."""
        record.only(cls)
        return cls(
            record.choice("id", Defense),
            record.number("order"),
            record.choice("denies", Denies),
            record.optional("authority"),
            record.optional("notice"),
            record.optional("asks"),
            record.optional("note"),
        )
