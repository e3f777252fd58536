"""Deadlines of one case: the day each falls on, the rule it rests on, what is missing."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.deadline import Deadline
from drafter.facts.gaps import Gap


class Closed(StrEnum):
    """Why a period does not end on a day."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    """A day the rule names, on its own date."""
    OBSERVED = "observed"
    """The weekday on which a holiday that falls on a weekend is observed; counsel confirms."""
    CLOSING = "closing"
    """A day on which the President closed the executive departments: contested."""
    LOCAL = "local"
    """A state's holiday or a closed clerk's office, from the office's overlay."""


class Skipped(Struct, frozen=True):
    """One day that a period passed over at its end."""

    day: date
    why: Closed
    name: str
    """The holiday or the occasion, as the law data calls it; empty for a weekend."""

    @property
    def contested(self) -> bool:
        """Whether it is open to doubt that the day is passed over."""
        return self.why in (Closed.OBSERVED, Closed.CLOSING)


class Counted(Struct, frozen=True):
    """A period counted under Fed. R. Crim. P. 45(a), with both readings where they differ."""

    nominal: date
    """The last day of the period, before weekends and holidays are looked at."""
    day: date
    """The day to act on: the earlier reading."""
    other: date | None
    """The later reading; None: there is only one."""
    skipped: tuple[Skipped, ...]
    """The days passed over in either reading, from the nominal day on."""
    closings_listed: bool
    """Whether the law data lists closings for the time in which the period ends."""
    rule: str
    """Authority id of the rule of counting."""

    @property
    def moved(self) -> bool:
        """Whether the day to act on is not the nominal one."""
        return self.day != self.nominal

    @property
    def contested(self) -> tuple[Skipped, ...]:
        """The days over which the two readings part."""
        return tuple(each for each in self.skipped if each.contested)


class DeadlineFinding(Struct, frozen=True):
    """One deadline in this case."""

    deadline: Deadline
    """Title, statement, authority, marks; ``without_anchor`` stands where the day is unknown."""
    replaces: tuple[Deadline, ...]
    """The national rules whose place a local one takes."""
    anchor: date | None
    """The day it is counted from; for an order, the day the order names."""
    counted: Counted | None
    """Set where a number of days was counted."""
    day: date | None
    """The day to act on; None: the day it hangs on is not recorded."""
    order: str | None
    """The order that names the day, as counsel cites it."""
    closed: Skipped | None
    """A day that an order names does not move; set where it is a weekend or a holiday."""
    gap: Gap | None
    """What to ask for, where the record lists it as missing."""
    awaited: bool
    """Whether the report it is counted from is still to come: no count ended in a conviction."""
    holds: bool | None
    """None: one judge's practice, and it is not recorded whether this judge is meant."""
    passed: bool
    """Whether the as-of day lies after the day, and nothing shows that what is due was done."""
    done: date | None
    """The day on which it was done; None: that is not recorded, or not asked for."""

    @property
    def id(self) -> str:
        """The deadline's id."""
        return self.deadline.id
