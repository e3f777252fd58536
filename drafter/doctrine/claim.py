"""Claims: what a practice article says, beside what a check of it found.

Claims stand in one appendix of the internal memo and decide nothing.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.records import Record


class Verdict(StrEnum):
    """What the check of a claim found."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"
    OUTDATED = "outdated"


class Band(Struct, frozen=True):
    """A stretch of hours between a threat's end and surrender, and how the claim reads it."""

    id: str
    over_hours: int | None
    """More than; None: from zero."""
    up_to_hours: int | None
    """At most; None: without limit."""
    reading: str
    filled: bool
    """Whether the article leaves this stretch out and the reading is ours."""
    read_as: str | None
    """For a filled hole: the band on whose side it is read."""

    @classmethod
    def from_record(cls, record: Record) -> Band:
        """Read a band."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.whole("over_hours"),
            record.whole("up_to_hours"),
            record.text("reading"),
            record.flag("filled"),
            record.optional("read_as"),
        )


class ScoreLevel(Struct, frozen=True):
    """The points for one description within a part of the score."""

    points: int
    reading: str
    ours: bool
    """Whether the article left the line open and the reading is ours."""

    @classmethod
    def from_record(cls, record: Record) -> ScoreLevel:
        """Read a level."""
        record.only(cls)
        return cls(record.number("points"), record.text("reading"), record.flag("ours"))


class ScorePart(Struct, frozen=True):
    """One of the four parts of the 0-10 score."""

    id: str
    title: str
    levels: tuple[ScoreLevel, ...]

    @classmethod
    def from_record(cls, record: Record) -> ScorePart:
        """Read a part."""
        record.only(cls)
        levels = tuple(ScoreLevel.from_record(each) for each in record.children("levels"))
        return cls(record.text("id"), record.text("title"), levels)


class Tier(Struct, frozen=True):
    """What the article concludes from a total; both ends are included."""

    low: int
    high: int
    reading: str

    @classmethod
    def from_record(cls, record: Record) -> Tier:
        """Read a tier."""
        record.only(cls)
        low, high = record.whole("low"), record.whole("high")
        if low is None or high is None:
            raise record.fault("low", "low and high are both needed")
        return cls(low, high, record.text("reading"))


class Claim(Struct, frozen=True):
    """One claim and what the check found."""

    id: str
    claim: str
    verdict: Verdict
    finding: str
    treatment: str
    """What this software does with it."""
    authorities: tuple[str, ...]
    bands: tuple[Band, ...]
    parts: tuple[ScorePart, ...]
    tiers: tuple[Tier, ...]

    @classmethod
    def from_record(cls, record: Record) -> Claim:
        """Read a claim."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("claim"),
            record.choice("verdict", Verdict),
            record.text("finding"),
            record.text("treatment"),
            record.texts("authorities"),
            tuple(Band.from_record(each) for each in record.children("bands")),
            tuple(ScorePart.from_record(each) for each in record.children("parts")),
            tuple(Tier.from_record(each) for each in record.children("tiers")),
        )
