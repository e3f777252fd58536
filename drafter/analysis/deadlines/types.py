"""Deadlines of one case: the day each falls on, the rule it rests on, what is missing."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from drafter.casefile.matter import ServedPaper
from drafter.doctrine.deadline import Anchor, Deadline
from drafter.doctrine.holidays import AfterService, Closings, NotCovered, Observance, Ruling
from drafter.facts.gaps import Gap
from drafter.facts.moments import Moment


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


class NoteKind(StrEnum):
    """What a note on counting is about."""

    CLOSINGS = "closings"
    OBSERVANCE = "observance"
    NOT_COVERED = "not_covered"
    HOURS = "hours"
    SERVICE = "service"
    ORDERS = "orders"
    CLERK = "clerk"


class Skipped(Struct, frozen=True):
    """One day that a period passed over at its end."""

    day: date
    why: Closed
    name: str
    """The holiday or the occasion, as the law data calls it; empty for a weekend."""
    source: str = ""
    """Where the office has a day of its own from."""

    @property
    def contested(self) -> bool:
        """Whether it is open to doubt that the day is passed over."""
        return self.why in (Closed.OBSERVED, Closed.CLOSING)


class Added(Struct, frozen=True):
    """The days that service of certain kinds adds to a period."""

    law: AfterService
    certain: bool
    """Whether it is recorded that service was of such a kind; false: not recorded."""
    otherwise: date
    """The day on which the period would otherwise expire, on the earlier reading."""
    until: date
    """The day with the added days, on the earlier reading."""


class Counted(Struct, frozen=True):
    """A period counted under Fed. R. Crim. P. 45(a), with both readings where they differ."""

    nominal: date
    """The last day of the period, before weekends, holidays and service are looked at."""
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
    added: Added | None = None
    """Set where service adds days to the period, or may."""

    @property
    def moved(self) -> bool:
        """Whether the day to act on is not the nominal one, because of days passed over."""
        end = self.added.otherwise if self.added else self.day
        return end != self.nominal

    @property
    def contested(self) -> tuple[Skipped, ...]:
        """The days over which the two readings part."""
        return tuple(each for each in self.skipped if each.contested)

    @property
    def ends(self) -> tuple[date, ...]:
        """Every day on which the period may end, and the nominal one."""
        return (self.nominal, self.day, *([self.other] if self.other else []))


class CountedHours(Struct, frozen=True):
    """A period of hours, with both readings where they differ; local to one zone."""

    nominal: datetime
    """The end of the period before weekends and holidays are looked at."""
    at: datetime
    """The time to act by: the earlier reading."""
    other: datetime | None
    """The later reading; None: there is only one."""
    counted: Counted
    """The days on which it ends."""


class DeadlineFinding(Struct, frozen=True):
    """One deadline in this case."""

    deadline: Deadline
    """Title, statement, authority, marks; ``without_anchor`` stands where the day is unknown."""
    replaces: tuple[Deadline, ...]
    """The national rules whose place a local one takes."""
    anchor: date | None
    """The day it is counted from; for an order, the day the order names."""
    counted: Counted | None
    """Set where a number of days or hours was counted."""
    day: date | None
    """The day to act on; None: the day it hangs on is not recorded."""
    at: Moment | None
    """Of a period in hours, the time to act by."""
    other_at: Moment | None
    """The later reading of that time; None: there is only one."""
    paper: ServedPaper | None
    """The served paper that starts the period; None: it runs from no service."""
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
    called_for: bool = True
    """False: the notice of an expert on the client's condition, of which none is recorded."""

    @property
    def id(self) -> str:
        """The deadline's id, with the paper's where one starts it."""
        return f"{self.deadline.id}.{self.paper.id}" if self.paper else self.deadline.id

    @property
    def done_late(self) -> bool:
        """Whether what was due was done after the day."""
        return self.done is not None and self.day is not None and self.done > self.day

    @property
    def at_sentencing(self) -> bool:
        """Whether a paper on the sentencing tells it: not one of the time before a conviction."""
        return self.deadline.anchor in (Anchor.SENTENCING, Anchor.PSR_DISCLOSED, Anchor.SERVICE)


CountingRecord = Closings | Observance | NotCovered | Ruling | AfterService


class CountingNote(Struct, frozen=True):
    """What must be told of how dates were counted, because one of them depends on it."""

    record: CountingRecord
    """The law record: its statement, what to do about it, its marks."""
    kind: NoteKind
    deadlines: tuple[DeadlineFinding, ...]
    """Those whose date depends on it; never empty."""

    @property
    def id(self) -> str:
        """The kind, and of what is not covered the day it is."""
        of = self.record.id if isinstance(self.record, NotCovered) else ""
        return f"{self.kind.value}.{of}" if of else self.kind.value
