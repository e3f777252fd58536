"""The ideas of which every court's list of elements is made."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import Concept


@dataclass(frozen=True, slots=True)
class Element:
    """One concept, as a neutral reader needs it explained."""

    id: Concept
    title: str
    question: str
    """What has to be asked of the record."""
    protective: bool
    """Whether it stands on the protective list: some court is known to require it."""
    required_by: tuple[str, ...]
    """Court ids known to require it, for some offense or for all."""
    applies_to: tuple[str, ...]
    """Offense ids to which it is confined everywhere; empty: none."""
    order: int
    note: str | None

    @classmethod
    def from_record(cls, record: Record) -> Element:
        """Read an element."""
        record.only(cls)
        order = record.whole("order")
        if order is None:
            raise record.fault("order", "is missing")
        return cls(
            record.choice("id", Concept),
            record.text("title"),
            record.text("question"),
            record.flag("protective"),
            record.texts("required_by"),
            record.texts("applies_to"),
            order,
            record.optional("note"),
        )
