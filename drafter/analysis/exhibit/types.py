"""What the exhibit shows: every field of these may be read by the court and a jury."""

from __future__ import annotations

from msgspec import Struct

from drafter.analysis.exhibit.picture_types import Picture
from drafter.casefile.case import ExhibitMode
from drafter.casefile.fact import Basis
from drafter.casefile.moments import Relation
from drafter.casefile.record import Form
from drafter.facts.clocks import ClockChange
from drafter.facts.intervals import Span
from drafter.facts.moments import Moment


class Caption(Struct, frozen=True):
    """The head of a paper filed in a district court, in capitals where courts print them."""

    court: tuple[str, ...]
    """`UNITED STATES DISTRICT COURT`, the district, the division if one is recorded."""
    defendant: str
    docket: str


class ShownSource(Struct, frozen=True):
    """An item a row rests on, and the place in it."""

    id: str
    """The item's id."""
    name: str
    """Exhibit and Bates number; what the item is where it has none; for testimony the witness."""
    testimony: bool
    pin: str
    """As counsel wrote it; may be empty."""


class ExhibitRow(Struct, frozen=True):
    """One recorded event."""

    id: str
    number: str
    """`6`, or `6A` for a row that came between 6 and 7 of an exhibit already served."""
    moment: Moment
    clocks_agree: bool
    """Whether the court's clock is another and showed the same, so that telling both is idle."""
    speaker: str
    """For a statement, who made it; otherwise empty."""
    to: str
    """For a statement, to whom; otherwise empty."""
    what: str
    """The event, in counsel's neutral words."""
    where: str
    """Where it happened, as counsel entered it; may be empty."""
    sources: tuple[ShownSource, ...]
    """Never empty."""
    sponsors: tuple[str, ...]
    """Names of witnesses who can bring a source in, as they may be printed."""
    basis: Basis
    forms: tuple[Form, ...]
    """What the items named are made of, each once: of a document the kind of source is theirs."""
    records: int
    """How many items stand behind it, those that repeat another left out."""


class ShownInterval(Struct, frozen=True):
    """The time between two rows, where counsel listed it."""

    id: str
    words: str
    start: str
    """Number of the row."""
    end: str
    span: Span
    """Its order is certain."""
    about: bool
    """An end was written `about` a time: the span is from the times as written."""
    clocks: tuple[ClockChange, ...] = ()
    """How clocks were set in between, without which the times of the rows belie the span."""
    drawn_clocks: tuple[ClockChange, ...] = ()
    """The same of the court's clock, by which alone the picture tells both times."""


class ExhibitView(Struct, frozen=True):
    """The exhibit, in time order; nothing else reaches its template."""

    mode: ExhibitMode
    title: str
    number: str | None
    """For the sticker; None only in a draft."""
    caption: Caption
    approved: bool
    authority: str | None
    """Id of the rule or guideline of its mode, cite-checked; None in a draft."""
    clock: str
    """IANA name of the court's clock; where the place keeps several, of the one drawn by."""
    rows: tuple[ExhibitRow, ...]
    intervals: tuple[ShownInterval, ...]
    picture: Picture | None
    """Of the rows and intervals; None where there is nothing to draw on one page."""

    @property
    def placed(self) -> bool:
        """Whether a row names a place."""
        return any(row.where for row in self.rows)

    @property
    def approximate(self) -> bool:
        """Whether the record gives some time only as about a time."""
        return any(row.moment.written.relation is Relation.ABOUT for row in self.rows)
