"""How far a law record can be trusted: three answers, and the phrase that prints them.

Every record of law says whether its *words* were seen, how its *holding* is
known, and who *cite-checked* it.  The library ships without any cite-check;
only a named attorney enters one, through the office's overlay.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.records import Record

CHECK_DAYS = 90
"""For how many days a cite-check stands, its own day not counted."""


class Words(StrEnum):
    """Where the words of the authority were seen."""

    PRIMARY = "primary"
    """In the opinion, the rule or the official page."""
    SECONDARY = "secondary"
    """In a later court's quotation, a summary, an unofficial copy."""
    NONE = "none"
    """Nowhere: nothing may be printed as a quotation."""


class Holding(StrEnum):
    """How what the authority stands for is known."""

    DIRECT = "direct"
    """Read in the text itself."""
    SUMMARY = "summary"
    """Read in somebody's account of it."""
    DERIVED = "derived"
    """Inferred from texts that were read; counsel must confirm."""
    UNKNOWN = "unknown"
    """Not known."""


class CiteCheck(Struct, frozen=True):
    """A named attorney looked the authority up on a day, with a tool; what it showed."""

    by: str
    on: date
    tool: str
    history: str

    @classmethod
    def from_record(cls, record: Record) -> CiteCheck:
        """Read a cite-check; all four answers are required."""
        record.only(cls)
        on = record.calendar_day("on")
        return cls(record.text("by"), on, record.text("tool"), record.text("history"))


class Marks(Struct, frozen=True):
    """The three answers of one law record."""

    words: Words
    holding: Holding
    cite_check: CiteCheck | None

    @classmethod
    def from_record(cls, record: Record) -> Marks:
        """Read the marks; a record that leaves one of the three out is malformed."""
        record.only(cls)
        for name in ("words", "holding", "cite_check"):
            if name not in record.fields:
                raise record.fault(name, "is missing", "marks answer words, holding and cite_check")
        check = record.optional_child("cite_check")
        return cls(
            record.choice("words", Words),
            record.choice("holding", Holding),
            CiteCheck.from_record(check) if check else None,
        )

    @property
    def label(self) -> str:
        """The phrase an internal document prints beside the law it marks."""
        return self.phrase("the opinion or official text")

    def phrase(self, quoted_from: str | None, how: str = "quoted from") -> str:
        """The label of a record whose words were read in ``quoted_from``; None: it has no quote."""
        if self.cite_check:
            on = self.cite_check.on
            day = f"{_MONTHS[on.month - 1]} {on.day}, {on.year}"
            return f"cite-checked by {self.cite_check.by} on {day}"
        if self.words is Words.NONE or quoted_from is None:
            second_hand = self.words is Words.SECONDARY and self.holding is Holding.DIRECT
            return _SECOND_HAND if second_hand else _UNQUOTED[self.holding]
        if self.words is Words.SECONDARY and quoted_from == "the opinion or official text":
            return f"quoted in a secondary source{_HOLDING[self.holding]}"
        return f"{how} {quoted_from}{_HOLDING[self.holding]}"

    def checked_of_late(self, day: date) -> bool:
        """Whether a cite-check stands on ``day``."""
        check = self.cite_check
        return check is not None and 0 <= (day - check.on).days <= CHECK_DAYS


# Not strftime: the month must not follow the machine's locale.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SECOND_HAND = "read in a secondary source or an unofficial copy, not quoted; not cite-checked"
_UNQUOTED = {
    Holding.DIRECT: "read, not quoted; not cite-checked",
    Holding.SUMMARY: "known from a summary; not cite-checked",
    Holding.DERIVED: "derived from texts that were read; counsel to confirm",
    Holding.UNKNOWN: "not read; counsel to check",
}
_HOLDING = {
    Holding.DIRECT: "; not cite-checked",
    Holding.SUMMARY: ", holding known from a summary; not cite-checked",
    Holding.DERIVED: ", its bearing derived; counsel to confirm",
    Holding.UNKNOWN: ", holding not read; not cite-checked",
}


class Period(Struct, frozen=True):
    """The days on which a record is law; both ends are included, None is open."""

    start: date | None = None
    end: date | None = None

    @classmethod
    def from_record(cls, record: Record | None) -> Period:
        """Read a period; no record is a period open at both ends."""
        if record is None:
            return cls()
        record.only(cls)
        start, end = record.day("start"), record.day("end")
        if start and end and end < start:
            raise record.fault("end", "lies before the start")
        return cls(start, end)

    def in_force(self, day: date) -> bool:
        """Whether ``day`` lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: Period) -> bool:
        """Whether the two periods share a day."""
        first, second = self.start or date.min, other.start or date.min
        return first <= (other.end or date.max) and second <= (self.end or date.max)


class Lead:
    """Recollection for the person who cite-checks, to whom ``drafter law show`` shows it.

    It cannot be printed in a document: templates reach attributes and ``str()``, and this
    offers neither.
    """

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        self._words = words

    def __str__(self) -> str:
        raise TypeError("a lead is never printed")

    def __repr__(self) -> str:
        return "Lead(...)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lead) and other._words == self._words

    def __hash__(self) -> int:
        return hash(self._words)

    @classmethod
    def from_record(cls, record: Record) -> Lead | None:
        """The record's ``lead:``, if it has one."""
        words = record.optional("lead")
        return None if words is None else cls(words)
