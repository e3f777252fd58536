"""Which Guidelines Manual governs, and so which road is open: the order of tests, as data."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.marks import Marks
from drafter.doctrine.records import Record


class Road(StrEnum):
    """What the sentencing argument may be made as."""

    DEPARTURE_AND_VARIANCE = "departure_and_variance"
    VARIANCE_ONLY = "variance_only"
    VARIANCE_DEPARTURE_IN_ALTERNATIVE = "variance_departure_in_alternative"
    """Variance; a departure only as a stated alternative."""
    REFUSED = "refused"
    """The dates cannot be: an error."""
    GO_ON = "go_on"
    """Nothing is settled; the next test follows."""


class ManualChoice(StrEnum):
    """Which Manual an outcome selects."""

    SENTENCING_DATE = "sentencing_date"
    OFFENSE_DATE = "offense_date"
    FIRST_SENTENCING = "first_sentencing"
    UNDETERMINED = "undetermined"


class Outcome(Struct, frozen=True):
    """What a test leads to under one condition."""

    id: str
    when: str
    manual: ManualChoice
    road: Road
    statement: str
    """What the document says of it."""
    task: str | None
    """What counsel has to do about it."""
    notes: tuple[str, ...]
    """What stands beside it, where it decides."""

    @classmethod
    def from_record(cls, record: Record) -> Outcome:
        """Read an outcome."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("when"),
            record.choice("manual", ManualChoice),
            record.choice("road", Road),
            record.text("statement"),
            record.optional("task"),
            record.texts("notes"),
        )


class SelectionTest(Struct, frozen=True):
    """One test; the first whose condition holds decides, unless it says to go on."""

    id: str
    order: int
    question: str
    outcomes: tuple[Outcome, ...]
    authorities: tuple[str, ...]
    notes: tuple[str, ...]

    @classmethod
    def from_record(cls, record: Record) -> SelectionTest:
        """Read a test."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.number("order"),
            record.text("question"),
            tuple(map(Outcome.from_record, record.children("outcomes"))),
            record.texts("authorities"),
            record.texts("notes"),
        )

    def outcome(self, id: str) -> Outcome:
        """The outcome of that id; KeyError if there is none."""
        for outcome in self.outcomes:
            if outcome.id == id:
                return outcome
        raise KeyError(id)


class ManualEdition(Struct, frozen=True):
    """An edition of the Manual, and how much of it was read."""

    effective: date
    read: str
    stamp: str | None
    """What every document under this edition is stamped with."""

    @classmethod
    def from_record(cls, record: Record) -> ManualEdition:
        """Read an edition."""
        record.only(cls)
        return cls(record.calendar_day("effective"), record.text("read"), record.optional("stamp"))


class OpenQuestion(Struct, frozen=True):
    """A question about the Manual that no text read answers."""

    id: str
    statement: str

    @classmethod
    def from_record(cls, record: Record) -> OpenQuestion:
        """Read an open question."""
        record.only(cls)
        return cls(record.text("id"), record.text("statement"))


class ManualSelection(Struct, frozen=True):
    """The tests in their order, the day that divides them, and the editions known."""

    id: str
    pivot: date
    """The day on which the departure was gone; the day itself counts as after."""
    reading: str
    """What stands beside every result: a reading for counsel to confirm."""
    tests: tuple[SelectionTest, ...]
    editions: tuple[ManualEdition, ...]
    editions_note: str
    open_questions: tuple[OpenQuestion, ...]
    marks: Marks

    @classmethod
    def from_record(cls, record: Record) -> ManualSelection:
        """Read the tests; they are numbered from 1 without a hole."""
        record.only(cls)
        selection = cls(
            record.text("id"),
            record.calendar_day("pivot"),
            record.text("reading"),
            tuple(map(SelectionTest.from_record, record.children("tests"))),
            tuple(map(ManualEdition.from_record, record.children("editions"))),
            record.text("editions_note"),
            tuple(map(OpenQuestion.from_record, record.children("open_questions"))),
            Marks.from_record(record.child("marks")),
        )
        if [test.order for test in selection.tests] != list(range(1, len(selection.tests) + 1)):
            raise record.fault("tests", "are numbered 1, 2, 3 in the order they are asked")
        return selection

    def edition(self, day: date) -> ManualEdition | None:
        """The latest listed edition in effect on ``day``; None: before those listed."""
        before = [each for each in self.editions if each.effective <= day]
        return max(before, key=lambda each: each.effective, default=None)
