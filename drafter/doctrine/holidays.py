"""What counting a period rests on beside the calendar; the counting is the analysis's.

The legal holidays a rule names, as rules by year; closings; days an office enters; the days
that service adds; and what a reader must be told of each.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.deadline import Side
from drafter.doctrine.marks import Marks
from drafter.doctrine.records import Record


class Weekday(StrEnum):
    """The days on which a movable holiday can fall."""

    MONDAY = "monday"
    THURSDAY = "thursday"

    @property
    def number(self) -> int:
        """As `date.weekday()` counts: Monday is 0."""
        return {Weekday.MONDAY: 0, Weekday.THURSDAY: 3}[self]


class Holiday(Struct, frozen=True):
    """One holiday: a fixed day of a month, or the nth weekday of it."""

    id: str
    name: str
    since: int
    """First year for which this rule holds; nothing is said of earlier years."""
    month: int
    day: int | None
    weekday: Weekday | None
    nth: int | None
    """1 to 4, or -1 for the last."""

    @classmethod
    def from_record(cls, record: Record) -> Holiday:
        """Read a holiday: a day, or a weekday and which one."""
        record.only(cls)
        since, month = record.whole("since"), record.whole("month")
        day, nth = record.whole("day"), record.whole("nth")
        weekday = record.choice("weekday", Weekday) if "weekday" in record.fields else None
        if since is None or month is None:
            raise record.fault("month", "a holiday has its month and its first year")
        if (day is None) == (nth is None) or (nth is None) != (weekday is None):
            raise record.fault("day", "either a day, or a weekday and which one of the month")
        return cls(record.text("id"), record.text("name"), since, month, day, weekday, nth)


class Observance(Struct, frozen=True):
    """Where a fixed holiday goes that falls on a weekend: days to add."""

    saturday: int
    sunday: int
    statement: str
    source: str
    confirm: str
    marks: Marks

    @classmethod
    def from_record(cls, record: Record) -> Observance:
        """Read the rule of observance."""
        record.only(cls)
        saturday, sunday = record.whole("saturday"), record.whole("sunday")
        if saturday is None or sunday is None:
            raise record.fault("saturday", "both days of the weekend are needed")
        return cls(
            saturday,
            sunday,
            record.text("statement"),
            record.text("source"),
            record.text("confirm"),
            Marks.from_record(record.child("marks")),
        )


class Closing(Struct, frozen=True):
    """A day on which the President closed the executive departments."""

    date: date
    occasion: str

    @classmethod
    def from_record(cls, record: Record) -> Closing:
        """Read a closing."""
        record.only(cls)
        return cls(record.calendar_day("date"), record.text("occasion"))


class Closings(Struct, frozen=True):
    """Closings, contested as legal holidays: both dates are shown, the earlier is acted on."""

    statement: str
    use: str
    days: tuple[Closing, ...]
    listed_from: date
    """Earlier closings are not listed."""
    listed_through: date
    """Nor are later ones: whether there are any is for counsel to check."""
    marks: Marks

    @classmethod
    def from_record(cls, record: Record) -> Closings:
        """Read the closings."""
        record.only(cls)
        first, last = record.day("listed_from"), record.day("listed_through")
        if first is None or last is None:
            raise record.fault("listed_from", "say from when to when closings are listed")
        days = tuple(map(Closing.from_record, record.children("days")))
        marks = Marks.from_record(record.child("marks"))
        return cls(record.text("statement"), record.text("use"), days, first, last, marks)


class LocalDay(Struct, frozen=True):
    """A day that lengthens a period in one district only; the office enters it."""

    id: str
    court: str
    """District id."""
    date: date
    name: str
    """`Patriots’ Day (Massachusetts)`, `clerk’s office closed by snow`."""
    source: str
    """The state's declaration, or the court's notice."""

    @classmethod
    def from_record(cls, record: Record) -> LocalDay:
        """Read a local day."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("court"),
            record.calendar_day("date"),
            record.text("name"),
            record.text("source"),
        )


class NotCovered(Struct, frozen=True):
    """A kind of day the table says nothing of, and what to do about it."""

    id: str
    statement: str
    use: str
    side: Side | None
    """The one side of an event on which a period may turn on it; None: either."""
    courts: tuple[str, ...]
    """District ids where it may be a holiday; empty: any."""
    month: int | None
    """The month it falls in; None: any."""
    authority: str | None
    marks: Marks

    @classmethod
    def from_record(cls, record: Record) -> NotCovered:
        """Read what is not covered."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("statement"),
            record.text("use"),
            record.choice("side", Side) if "side" in record.fields else None,
            record.texts("courts"),
            record.whole("month"),
            record.optional("authority"),
            Marks.from_record(record.child("marks")),
        )


class Ruling(Struct, frozen=True):
    """One rule of counting, and what to do about it."""

    statement: str
    authority: str
    use: str | None
    marks: Marks

    @classmethod
    def from_record(cls, record: Record) -> Ruling:
        """Read a rule of counting."""
        record.only(cls)
        marks = Marks.from_record(record.child("marks"))
        return cls(
            record.text("statement"), record.text("authority"), record.optional("use"), marks
        )


class AfterService(Struct, frozen=True):
    """The days added to a period that runs from service of certain kinds."""

    days: int
    under: tuple[str, ...]
    """The paragraphs of the rule of service, `49(a)(4)(C)`, under which they are added."""
    statement: str
    authority: str
    confirm: str
    marks: Marks

    @classmethod
    def from_record(cls, record: Record) -> AfterService:
        """Read the rule of added days."""
        record.only(cls)
        days = record.whole("days")
        if not days or days < 0:
            raise record.fault("days", "say how many days are added")
        return cls(
            days,
            record.texts("under"),
            record.text("statement"),
            record.text("authority"),
            record.text("confirm"),
            Marks.from_record(record.child("marks")),
        )


class Holidays(Struct, frozen=True):
    """The days a period may not end on, beside Saturdays and Sundays."""

    id: str
    authority: str
    marks: Marks
    days: tuple[Holiday, ...]
    observance: Observance
    closings: Closings
    local: tuple[LocalDay, ...]
    """State holidays and days of a closed clerk's office, which count forward only; none is
    shipped, an office's overlay adds its own."""
    not_covered: tuple[NotCovered, ...]
    hours: Ruling
    """How a period in hours is counted."""
    orders: Ruling
    """That a day which an order names is not counted."""
    clerk: Ruling
    """What a closed clerk's office does to a period."""
    service: AfterService

    @classmethod
    def from_record(cls, record: Record) -> Holidays:
        """Read the table of holidays."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("authority"),
            Marks.from_record(record.child("marks")),
            tuple(map(Holiday.from_record, record.children("days"))),
            Observance.from_record(record.child("observance")),
            Closings.from_record(record.child("closings")),
            tuple(map(LocalDay.from_record, record.children("local"))),
            tuple(map(NotCovered.from_record, record.children("not_covered"))),
            Ruling.from_record(record.child("hours")),
            Ruling.from_record(record.child("orders")),
            Ruling.from_record(record.child("clerk")),
            AfterService.from_record(record.child("service")),
        )
