"""The Sentencing Table: offense level and criminal history to a range of months."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from drafter.doctrine.marks import Marks, Period
from drafter.doctrine.records import Record, RecordFault

LEVELS = range(1, 44)
CATEGORIES = ("I", "II", "III", "IV", "V", "VI")
LIFE = "life"


class Range(Struct, frozen=True):
    """A guideline range in months; None is life."""

    minimum: int | None
    maximum: int | None
    zone: str
    """`A` to `D`."""

    @property
    def text(self) -> str:
        """The range in words: `24 to 30 months`, `360 months to life`, `life`."""
        if self.minimum is None:
            return LIFE
        if self.maximum is None:
            return f"{self.minimum} months to life"
        return f"{self.minimum} to {self.maximum} months"


class ZoneRule(Struct, frozen=True):
    """What a zone of the table means for the kind of sentence."""

    id: str
    range: str
    effect: str
    authority: str
    pinpoint: str

    @classmethod
    def from_record(cls, record: Record) -> ZoneRule:
        """Read one zone."""
        record.only(cls)
        return cls(
            record.text("id"),
            record.text("range"),
            record.text("effect"),
            record.text("authority"),
            record.text("pinpoint"),
        )


class EdgeRule(Struct, frozen=True):
    """The levels that stand for every level outside the table."""

    below: int
    above: int
    statement: str
    source: str
    marks: Marks

    @classmethod
    def from_record(cls, record: Record) -> EdgeRule:
        """Read the rule for levels outside the table."""
        record.only(cls)
        below, above = record.whole("below"), record.whole("above")
        if below is None or above is None:
            raise record.fault("below", "both ends are needed")
        marks = Marks.from_record(record.child("marks"))
        return cls(below, above, record.text("statement"), record.text("source"), marks)


class SentencingTable(Struct, frozen=True):
    """43 offense levels by six criminal history categories, every cell present."""

    id: str
    title: str
    authority: str
    period: Period
    read_in: tuple[str, ...]
    """The editions in which the cells were read."""
    confirm: str
    source: str
    marks: Marks
    categories: Mapping[str, str]
    """Category to its criminal history points, in words."""
    edge_rules: EdgeRule
    zones: tuple[ZoneRule, ...]
    levels: Mapping[tuple[int, str], Range]

    @classmethod
    def from_record(cls, record: Record) -> SentencingTable:
        """Read the table; a missing cell, or a range that runs backward, is refused."""
        record.only(cls)
        categories = record.child("categories")
        return cls(
            record.text("id"),
            record.text("title"),
            record.text("authority"),
            Period.from_record(record.optional_child("period")),
            record.texts("read_in"),
            record.text("confirm"),
            record.text("source"),
            Marks.from_record(record.child("marks")),
            {name: categories.text(name) for name in CATEGORIES},
            EdgeRule.from_record(record.child("edge_rules")),
            tuple(map(ZoneRule.from_record, record.children("zones"))),
            _cells(record.child("levels")),
        )

    def in_force(self, day: date) -> bool:
        """Whether this is the table on ``day``, as far as is known."""
        return self.period.in_force(day)

    def bounded(self, level: int) -> int:
        """The level at which the table is read: those outside it count as its first or last."""
        return min(max(level, self.edge_rules.below), self.edge_rules.above)

    def range(self, level: int, category: str) -> Range:
        """The range of a total offense level; ValueError: no such criminal history category."""
        if category not in self.categories:
            raise ValueError(f"{category!r} is not a criminal history category: I to VI")
        return self.levels[self.bounded(level), category]

    def zone(self, id: str) -> ZoneRule:
        """What a zone means; ValueError: no such zone."""
        for zone in self.zones:
            if zone.id == id:
                return zone
        raise ValueError(f"{id!r} is not a zone: A to D")


def _cells(levels: Record) -> dict[tuple[int, str], Range]:
    cells = {}
    for level in LEVELS:
        row = levels.child(str(level))
        for category in CATEGORIES:
            cells[level, category] = _cell(row, category)
    if len(levels.fields) != len(LEVELS):
        raise RecordFault(levels.path, "levels: the table has the levels 1 to 43 and no other")
    return cells


def _cell(row: Record, category: str) -> Range:
    parts = row.texts(category)
    if len(parts) != 3 or parts[2] not in ("A", "B", "C", "D"):
        raise row.fault(category, "a cell is [least months, most months, zone]")
    least, most = _months(row, category, parts[0]), _months(row, category, parts[1])
    if most is not None and (least is None or least > most):
        raise row.fault(category, "the least term is above the most")
    return Range(least, most, parts[2])


def _months(row: Record, category: str, text: str) -> int | None:
    if text == LIFE:
        return None
    if not text.isdigit():
        raise row.fault(category, f"{text!r} is neither a number of months nor `life`")
    return int(text)
