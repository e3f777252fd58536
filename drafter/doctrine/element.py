"""The ideas of which every court's list of elements is made."""

from __future__ import annotations

from msgspec import Struct

from drafter.doctrine.evidence import predicates
from drafter.doctrine.records import Record
from drafter.doctrine.vocabulary import Concept


class Showing(Struct, frozen=True):
    """One thing an element needs shown before a jury may hear of it."""

    id: str
    """Unique in the element."""
    phrase: str
    """What is needed: `a threat of death or serious bodily injury`."""
    any_of: tuple[str, ...]
    """Predicates; one that holds is enough, and all of them known false is its absence.

    Of the first something has to be recorded before absence is known: silence is no denial.
    """
    left_open_by: tuple[str, ...] = ()
    """Predicates that show nothing by themselves; while one may hold, absence is not known."""
    near: str = ""
    """The sentence that says what stands near it and is not enough by itself."""

    @classmethod
    def from_record(cls, record: Record) -> Showing:
        """Read a showing; at least one predicate."""
        record.only(cls)
        any_of = predicates(record, "any_of")
        if not any_of:
            raise record.fault("any_of", "is missing")
        left_open_by = predicates(record, "left_open_by")
        near = record.optional("near") or ""
        if bool(left_open_by) != bool(near):
            raise record.fault("near", "goes with `left_open_by`: both or neither")
        return cls(record.text("id"), record.text("phrase"), any_of, left_open_by, near)


class Element(Struct, frozen=True):
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
    needs: tuple[Showing, ...]
    """What production needs, each of them; empty: one admissible reason for the defense."""
    asks: str
    """What to ask for where the record is silent: `whether the client gave the weapon up`."""
    silent: str
    """The sentence that says it is silent."""
    note: str | None

    @classmethod
    def from_record(cls, record: Record) -> Element:
        """Read an element."""
        record.only(cls)
        return cls(
            record.choice("id", Concept),
            record.text("title"),
            record.text("question"),
            record.flag("protective"),
            record.texts("required_by"),
            record.texts("applies_to"),
            record.number("order"),
            tuple(Showing.from_record(each) for each in record.children("needs")),
            record.text("asks"),
            record.text("silent"),
            record.optional("note"),
        )
