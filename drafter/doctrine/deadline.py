"""Deadlines: what is due how many days or hours before or after what, and on whose rule."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.marks import Marks
from drafter.doctrine.records import Record


class Anchor(StrEnum):
    """What a deadline is counted from, as the case file knows it."""

    PLEA = "plea"
    """The hearing on the plea; the start of the trial; the sentencing hearing."""
    TRIAL = "trial"
    SENTENCING = "sentencing"
    PSR_DISCLOSED = "psr_disclosed"
    COURT_ORDER = "court_order"
    """The order itself names the day."""
    MOTION_DEADLINE = "motion_deadline"
    SERVICE = "service"
    """A paper was served, of which the case file says that it starts the period."""


HEARINGS = (Anchor.PLEA, Anchor.TRIAL, Anchor.SENTENCING)
"""Anchors that have an hour, so that hours can be counted from them."""


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
    """None: no number of days; the period is in hours, or the day is another's to set."""
    hours: int | None
    """A period in hours, before or after a hearing; never with ``days``."""
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

    @classmethod
    def from_record(cls, record: Record) -> Deadline:
        """Read a deadline; a number of days or of hours goes with its side."""
        record.only(cls)
        _check_period(record)
        side = record.optional("side")
        return cls(
            record.text("id"),
            record.text("title"),
            record.text("statement"),
            record.choice("anchor", Anchor),
            record.choice("side", Side) if side else None,
            record.whole("days"),
            record.whole("hours"),
            record.text("party"),
            record.optional("court"),
            record.optional("judge"),
            record.flag("one_judge"),
            record.optional("without_anchor"),
            record.text("authority"),
            record.texts("authorities"),
            Marks.from_record(record.child("marks")),
            record.optional("confirm"),
        )

    @property
    def is_local(self) -> bool:
        """Whether it holds in one court, or before one judge, only."""
        return self.court is not None


def _check_period(record: Record) -> None:
    days, hours = record.whole("days"), record.whole("hours")
    if days is not None and hours is not None:
        raise record.fault("hours", "a period is in days or in hours, not in both")
    if (days is None and hours is None) != (record.optional("side") is None):
        raise record.fault("days", "a number of days or hours and its side go together")
    anchor = record.choice("anchor", Anchor)
    if hours is not None and anchor not in HEARINGS:
        raise record.fault("hours", f"no hour is known of {anchor.value}", _HOURS)
    if anchor is Anchor.SERVICE and (not days or record.optional("side") != Side.AFTER):
        raise record.fault("anchor", "a period runs from service in days", "write days: and after")


_HOURS = "hours run from " + ", ".join(HEARINGS)
