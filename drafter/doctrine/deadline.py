"""Deadlines: what is due how many days before or after what, and on whose rule."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.marks import Marks
from drafter.doctrine.records import Record


class Anchor(StrEnum):
    """The day from which a deadline is counted, as the case file knows it."""

    SENTENCING = "sentencing"
    PSR_DISCLOSED = "psr_disclosed"
    COURT_ORDER = "court_order"
    """The order itself names the day."""
    MOTION_DEADLINE = "motion_deadline"


class Side(StrEnum):
    """On which side of its anchor a deadline lies."""

    BEFORE = "before"
    AFTER = "after"


class Deadline(Struct, frozen=True):
    """One deadline; with a court, it belongs to that court's profile and is no default."""

    id: str
    title: str
    statement: str
    anchor: Anchor
    side: Side | None
    days: int | None
    """None: no number of days; the day is another's to set."""
    party: str
    """Who must act: `probation`, `parties`, `defense`."""
    court: str | None
    """District id of a local profile; None: the national rule."""
    judge: str | None
    """Surname of the one judge whose practice it is."""
    one_judge: bool
    """Whether it is one judge's practice; without a name it is not known whose."""
    without_anchor: str | None
    """What stands in place of a date when the anchor is unknown: a gap."""
    authority: str
    authorities: tuple[str, ...]
    """Rules under which it may be changed or waived."""
    marks: Marks
    confirm: str | None
    format: str

    @classmethod
    def from_record(cls, record: Record) -> Deadline:
        """Read a deadline; days and their side go together."""
        record.only(cls)
        days, side = record.whole("days"), record.optional("side")
        if (days is None) != (side is None):
            raise record.fault("days", "a number of days and its side go together")
        return cls(
            record.text("id"),
            record.text("title"),
            record.text("statement"),
            record.choice("anchor", Anchor),
            record.choice("side", Side) if side else None,
            days,
            record.text("party"),
            record.optional("court"),
            record.optional("judge"),
            record.flag("one_judge"),
            record.optional("without_anchor"),
            record.text("authority"),
            record.texts("authorities"),
            Marks.from_record(record.child("marks")),
            record.optional("confirm"),
            record.optional("format") or "1",
        )

    @property
    def is_local(self) -> bool:
        """Whether it holds in one court, or before one judge, only."""
        return self.court is not None
