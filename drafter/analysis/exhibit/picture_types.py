"""What a drawn timeline shows: rows with their bounds, and the time between some of them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.facts.clocks import ClockChange
from drafter.facts.intervals import Span
from drafter.facts.milestones import Step
from drafter.facts.moments import Moment

MOST_ROWS = 60
"""More are not told apart on one page."""


class PictureRow(Struct, frozen=True):
    """One row of the table that stands under the picture."""

    id: str
    number: str
    """As the table has it."""
    moment: Moment
    """Known; its bounds are in UTC, equal where it is exact."""
    speaker: str = ""
    """For a statement, who made it, and to whom; otherwise empty."""
    to: str = ""
    what: str = ""
    """The event in counsel's words; empty where the table alone has them."""


class PictureGap(Struct, frozen=True):
    """The time from one moment to another, between bounds."""

    id: str
    start: Moment
    end: Moment
    span: Span
    words: str = ""
    """As counsel calls it."""
    about: bool = False
    """An end was written `about` a time: the span is from the times as written."""
    clocks: tuple[ClockChange, ...] = ()
    """How the court's clock was set in between, without which the picture belies the span."""


class Picture(Struct, frozen=True):
    """A timeline that anybody may see, of more than one instant."""

    zone: str
    """IANA name of the court's clock, by which its times are told."""
    rows: tuple[PictureRow, ...]
    """In the order of the table."""
    gaps: tuple[PictureGap, ...] = ()


class InternalRow(PictureRow, frozen=True):
    """A row of the memo's chronology."""

    facts: tuple[Fact, ...] = ()
    begun: tuple[Charge, ...] = ()
    ended: tuple[Charge, ...] = ()
    disputes: tuple[str, ...] = ()
    """Numbers of the rows with the accounts that conflict with one of its facts."""


class InternalGap(PictureGap, frozen=True):
    """The time between two steps of the surrender timeline, on every reading of the record."""

    steps: tuple[Step, Step] = (Step.THREAT_MADE, Step.SURRENDER)
    one_reading: bool = False
    """Whether other readings leave it open, so that it is on the one by which it is counted."""


class InternalPicture(Struct, frozen=True):
    """The memo's timeline, with what is disputed and the time between the steps."""

    zone: str
    rows: tuple[InternalRow, ...]
    gaps: tuple[InternalGap, ...]
    undrawn: tuple[str, ...]
    """Numbers of the rows of which no time is known."""


def is_drawable(moments: Iterable[Moment]) -> bool:
    """Whether moments are few enough for a page, and of more than one instant."""
    all_ = tuple(moments)
    bounds = {at for each in all_ for at in (each.earliest, each.latest) if at}
    return len(all_) <= MOST_ROWS and len(bounds) > 1
