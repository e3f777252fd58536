"""The vehicle of the sentencing argument: tests asked in order, and what they decide."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.casefile.matter import Charge
from drafter.doctrine.guidelines import PolicyStatement
from drafter.doctrine.manual_selection import (
    ManualChoice,
    OpenQuestion,
    Outcome,
    Road,
    SelectionTest,
)
from drafter.doctrine.sentencing_table import Range
from drafter.facts.moments import Moment


class Given(StrEnum):
    """What a test looks at."""

    OFFENSE_END = "offense_end"
    SENTENCING = "sentencing"
    FIRST_SENTENCING = "first_sentencing"
    AS_OF = "as_of"
    MANUAL_DATE = "manual_date"
    """The day on which the Manual of the day of sentencing took effect."""
    OFFENSE_RANGE = "offense_range"
    """The range under the Manual of the offense."""
    SENTENCING_RANGE = "sentencing_range"
    """The range under the Manual of the day of sentencing."""


class Input(Struct, frozen=True):
    """One thing a test looked at; nothing of ``day``, ``moment``, ``range``: not recorded."""

    given: Given
    charge: Charge | None = None
    day: date | None = None
    moment: Moment | None = None
    range: Range | None = None

    @property
    def id(self) -> str:
        """What it is, and of which count."""
        return f"{self.given.value}.{self.charge.id}" if self.charge else self.given.value


class TestStep(Struct, frozen=True):
    """One test that was asked, and what came out."""

    __test__ = False

    test: SelectionTest
    outcomes: tuple[Outcome, ...]
    """More than one where the record leaves it open.  Never empty."""
    inputs: tuple[Input, ...]

    @property
    def id(self) -> str:
        """The test's id."""
        return self.test.id

    @property
    def open(self) -> bool:
        """Whether the record leaves more than one outcome."""
        return len(self.outcomes) > 1


class Reading(Struct, frozen=True):
    """One way the tests may come out: the test that decides and its outcome."""

    test: SelectionTest
    outcome: Outcome

    @property
    def id(self) -> str:
        """The outcome's id, with that of its test."""
        return f"{self.test.id}.{self.outcome.id}"


class PinDown(Struct, frozen=True):
    """A moment that has to be known more exactly: it lies on both sides of a day."""

    charge: Charge
    moment: Moment
    """When the count ended, as recorded."""
    boundary: date
    """Before this day, or on it or after."""

    @property
    def id(self) -> str:
        """The count and the day."""
        return f"{self.charge.id}.{self.boundary.isoformat()}"


class Vehicle(Struct, frozen=True):
    """Departure and variance, variance alone, or a departure in the alternative."""

    steps: tuple[TestStep, ...]
    """The tests that were asked, in order."""
    readings: tuple[Reading, ...]
    """Never empty; more than one where the record leaves it open."""
    pin_down: tuple[PinDown, ...]
    """The moments that would settle it."""
    sentencing: date | None
    """The day of sentencing; None: not set."""
    manual_day: date | None
    """A day on which the Manual that governs was in effect; None: not settled."""
    open_questions: tuple[OpenQuestion, ...]
    """What no text answers and this case raises."""
    texts: tuple[PolicyStatement, ...]
    """The text of § 5K2.12 that counts, or each that may; empty where no departure stands."""

    @property
    def departure_law(self) -> str | None:
        """The authority of the text of § 5K2.12 that counts, the last that may; None: none does."""
        return self.texts[0].authority if self.texts else None

    @property
    def settled(self) -> bool:
        """Whether the record leaves one reading."""
        return len(self.readings) == 1

    @property
    def road(self) -> Road:
        """The road: where readings differ, variance with a departure in the alternative."""
        roads = {each.outcome.road for each in self.readings}
        return roads.pop() if len(roads) == 1 else Road.VARIANCE_DEPARTURE_IN_ALTERNATIVE

    @property
    def manual(self) -> ManualChoice:
        """The Manual: undetermined where readings differ."""
        manuals = {each.outcome.manual for each in self.readings}
        return manuals.pop() if len(manuals) == 1 else ManualChoice.UNDETERMINED

    @property
    def departs(self) -> bool:
        """Whether a departure may be argued, if only in the alternative."""
        return self.road is not Road.VARIANCE_ONLY

    @property
    def alternative(self) -> bool:
        """Whether a departure stands only as a stated alternative."""
        return self.road is Road.VARIANCE_DEPARTURE_IN_ALTERNATIVE

    @property
    def tasks(self) -> tuple[str, ...]:
        """What the outcomes ask of counsel, each once."""
        found = (outcome.task for step in self.steps for outcome in step.outcomes)
        return tuple(dict.fromkeys(task for task in found if task))
