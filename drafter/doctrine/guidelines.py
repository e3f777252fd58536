"""Sentencing law as records: the policy statement on duress, its factors, adjustments, sections."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from drafter.doctrine.authority import Outward
from drafter.doctrine.level_caps import LevelCaps
from drafter.doctrine.marks import Marks, Period
from drafter.doctrine.records import Record


class Amendment(Struct, frozen=True):
    """An amendment that began or ended a text."""

    authority: str
    effective: date
    change: str

    @classmethod
    def from_record(cls, record: Record) -> Amendment:
        """Read an amendment."""
        record.only(cls)
        effective = record.calendar_day("effective")
        return cls(record.text("authority"), effective, record.text("change"))


class PolicyStatement(Struct, frozen=True):
    """One text of a policy statement, and the days on which it was in force."""

    id: str
    title: str
    authority: str
    text: str
    """Its words, complete."""
    quoted_from: str
    source: tuple[str, ...]
    period: Period
    began: Amendment | None
    """None: the original text."""
    ended: Amendment
    marks: Marks
    confirm: str | None

    @classmethod
    def from_record(cls, record: Record) -> PolicyStatement:
        """Read a text of a policy statement."""
        record.only(cls)
        began = record.optional_child("began")
        return cls(
            record.text("id"),
            record.text("title"),
            record.text("authority"),
            record.text("text"),
            record.text("quoted_from"),
            record.texts("source"),
            Period.from_record(record.child("period")),
            Amendment.from_record(began) if began else None,
            Amendment.from_record(record.child("ended")),
            Marks.from_record(record.child("marks")),
            record.optional("confirm"),
        )

    def in_force(self, day: date) -> bool:
        """Whether this was the text on ``day``."""
        return self.period.in_force(day)

    @property
    def label(self) -> str:
        """The mark, as an internal document prints it."""
        return self.marks.phrase(self.quoted_from)


class FactorGroup(StrEnum):
    """What a factor belongs to."""

    DEPARTURE = "departure"
    """§ 5K2.12, when the vehicle includes a departure."""
    VARIANCE = "variance"
    """18 U.S.C. § 3553(a)."""


class FactorRole(StrEnum):
    """What a factor does in the argument."""

    GROUND = "ground"
    """Must be shown."""
    EXTENT = "extent"
    """Bears on how much."""
    BAR = "bar"
    """Closes the road."""
    CONSIDERATION = "consideration"
    """Is weighed with the rest."""


class SentencingFactor(Struct, frozen=True):
    """One factor of the departure or of the variance."""

    id: str
    order: int
    group: FactorGroup
    role: FactorRole
    title: str
    statement: str
    """What the law says, in our words."""
    question: str
    """What counsel has to show or answer."""
    coercion: str | None
    """How coercion bears on it; derived, a reading for counsel."""
    authority: str
    authorities: tuple[str, ...]
    """Further authorities, for and against."""
    period: Period
    marks: Marks
    note: str | None
    coercion_where: tuple[str, ...] = ()
    """Beginnings of words, one of which a fact that helps must hold for ``coercion`` to be said;
    empty: it is said of any."""

    @classmethod
    def from_record(cls, record: Record) -> SentencingFactor:
        """Read a factor."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.number("order"),
            record.choice("group", FactorGroup),
            record.choice("role", FactorRole),
            record.text("title"),
            record.text("statement"),
            record.text("question"),
            record.optional("coercion"),
            record.text("authority"),
            record.texts("authorities"),
            Period.from_record(record.optional_child("period")),
            Marks.from_record(record.child("marks")),
            record.optional("note"),
            record.texts("coercion_where"),
        )

    def in_force(self, day: date) -> bool:
        """Whether the factor counts under the Manual or statute of ``day``."""
        return self.period.in_force(day)


class LevelStep(Struct, frozen=True):
    """A change of the offense level."""

    id: str
    levels: int
    """Negative: a decrease."""
    when: str
    authority: str | None
    """None: that of the adjustment."""
    least_level: int | None
    """The level before the adjustment's first step from which this one can apply; None: any."""

    @classmethod
    def from_record(cls, record: Record) -> LevelStep:
        """Read a step."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.number("levels"),
            record.text("when"),
            record.optional("authority"),
            record.whole("least_level"),
        )


class AdjustmentPoint(Struct, frozen=True):
    """A condition of an adjustment, or something to know about it."""

    id: str
    statement: str
    bearing: str | None
    """What it means where the client acted under duress; a reading for counsel."""
    authority: str | None
    authorities: tuple[str, ...]
    """Ids of the others that the statement rests on, cited after its own."""
    open: str | None
    """What no text that was read settles of it; the authorities to read for it follow."""
    research: tuple[str, ...]
    """Authority ids of leads to read: never a citation."""

    @classmethod
    def from_record(cls, record: Record) -> AdjustmentPoint:
        """Read a point."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("statement"),
            record.optional("bearing"),
            record.optional("authority"),
            record.texts("authorities"),
            record.optional("open"),
            record.texts("research"),
        )


class Adjustment(Struct, frozen=True):
    """A guideline or statute that moves the level or the floor."""

    id: str
    order: int
    title: str
    authority: str
    authorities: tuple[str, ...]
    offenses: tuple[str, ...]
    """Offense ids; empty: all."""
    steps: tuple[LevelStep, ...]
    """What it does to the level; empty where it bears on a statutory minimum."""
    conditions: tuple[AdjustmentPoint, ...]
    """What has to be true; each is answered yes, no or unknown."""
    cautions: tuple[AdjustmentPoint, ...]
    period: Period
    """Of the Manual under which it counts."""
    outward: Outward
    """`never`: evaluated and shown in the working edition only."""
    marks: Marks
    confirm: str | None
    caps: LevelCaps | None = None
    """How far it lowers a base level too; None: it does not."""

    @classmethod
    def from_record(cls, record: Record) -> Adjustment:
        """Read an adjustment."""
        record.only(cls)
        caps = record.optional_child("caps")
        return cls(
            record.text("id"),
            record.number("order"),
            record.text("title"),
            record.text("authority"),
            record.texts("authorities"),
            record.texts("offenses"),
            tuple(map(LevelStep.from_record, record.children("steps"))),
            tuple(map(AdjustmentPoint.from_record, record.children("conditions"))),
            tuple(map(AdjustmentPoint.from_record, record.children("cautions"))),
            Period.from_record(record.optional_child("period")),
            record.choice("outward", Outward, Outward.ALLOWED),
            Marks.from_record(record.child("marks")),
            record.optional("confirm"),
            LevelCaps.from_record(caps) if caps else None,
        )

    def in_force(self, day: date) -> bool:
        """Whether it counts under the Manual or statute of ``day``."""
        return self.period.in_force(day)
