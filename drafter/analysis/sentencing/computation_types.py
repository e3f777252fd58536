"""Guideline computations: one, and two of them beside each other."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from drafter.casefile.resolution import Adjustment, Computation
from drafter.doctrine.sentencing_table import Range, ZoneRule

_VALVE = re.compile(r"safety\W*valve|5C1\.2|3553\W*\(f\)", re.IGNORECASE)


def _of_the_valve(step: Adjustment) -> bool:
    """Whether a step tells of the safety valve, by its words or by the law that states it.

    Its number in the drug guideline does not say: it is another one in another Manual, where
    a step on the role may have it.
    """
    return _VALVE.search(f"{step.what} {step.guideline}") is not None


class RangeEffect(StrEnum):
    """What the statutory minimum does to a guideline range."""

    NONE = "none"
    BELOW = "below"
    """The whole range lies below the minimum."""
    ACROSS = "across"
    """The minimum lies within the range."""
    UNKNOWN = "unknown"


class Comparison(StrEnum):
    """How the range under the later Manual stands to that under the earlier."""

    HIGHER = "higher"
    """At both ends."""
    EQUAL_OR_LOWER = "equal_or_lower"
    ONE_END = "one_end"
    """Equal at one end only."""
    CROSSED = "crossed"
    """Higher at one end, lower at the other."""
    NOT_COMPARED = "not_compared"


class Uncontested(Struct, frozen=True):
    """The same computation without the steps that are contested."""

    level: int
    """The level at which the table is read."""
    range: Range
    """The table's."""
    effect: RangeEffect


class ComputationFinding(Struct, frozen=True):
    """One computation as counsel entered it, worked through the table."""

    id: str
    """`offense_manual` or `sentencing_manual`."""
    entered: Computation
    total: int
    """Base level and adjustments, before the ends of the table."""
    level: int
    """The level at which the table is read."""
    table: Range
    range: Range
    """The range counsel entered where it moves off the table, else the table's."""
    zone: ZoneRule | None
    """None: the range is counsel's, and the table gives it no zone."""
    right_edition: bool | None
    """Whether its Manual is the one in effect on the day it is for; None: that day is not known."""
    governs: bool
    """Whether it is under the Manual that governs."""
    effect: RangeEffect
    """What counsel's total minimum does to its range."""
    contested: tuple[Adjustment, ...]
    """The steps that one side seeks or disputes, by their position or an objection."""
    without: Uncontested | None
    """What it comes to without them; None: none is contested."""
    left_open: tuple[Adjustment, ...]
    """Those of them that the defense does not itself seek: a filing leaves them to the court."""
    ours: Uncontested | None
    """What it comes to without these; None: a filing leaves none open."""

    @property
    def bounded(self) -> bool:
        """Whether the total lies outside the table."""
        return self.total != self.level

    @property
    def open_steps(self) -> tuple[Adjustment, ...]:
        """The steps that tell nothing of the safety valve, of which a public filing is silent."""
        return tuple(each for each in self.entered.adjustments if not _of_the_valve(each))

    @property
    def valve_steps(self) -> tuple[Adjustment, ...]:
        """The others."""
        return tuple(each for each in self.entered.adjustments if _of_the_valve(each))

    @property
    def overridden(self) -> bool:
        """Whether counsel's range stands in the place of the table's."""
        return (self.range.minimum, self.range.maximum) != (self.table.minimum, self.table.maximum)

    @property
    def moved(self) -> bool:
        """Whether something is said to move its range off the table, or does."""
        return self.overridden or self.entered.off_table is not None

    @property
    def unexplained(self) -> bool:
        """Whether it does and nothing says what moves it there."""
        return self.overridden and self.entered.off_table is None

    @property
    def uncontested(self) -> Range:
        """The range without the steps that are contested; its own where none is."""
        return self.without.range if self.without else self.range

    @property
    def seeks(self) -> bool:
        """Whether the defense seeks a step that is not settled."""
        return len(self.contested) > len(self.left_open)

    @property
    def our_range(self) -> Range:
        """The range without the steps that a filing leaves open; its own where it leaves none."""
        return self.ours.range if self.ours else self.range

    @property
    def our_level(self) -> int:
        """The level at which the table is read for it."""
        return self.ours.level if self.ours else self.level


def moved_alone(computations: tuple[ComputationFinding, ...]) -> ComputationFinding | None:
    """The one of two whose range alone is moved off the table, so that they are not alike."""
    moved = [each for each in computations if each.moved]
    return moved[0] if len(computations) == 2 and len(moved) == 1 else None


class PairedStep(Struct, frozen=True):
    """One step of a computation under two Manuals."""

    named: Adjustment
    """The one of the two that names it."""
    earlier: Adjustment | None
    """Under the Manual of the offense; None: not entered under it."""
    later: Adjustment | None

    @property
    def id(self) -> str:
        """The id of the step that names it."""
        return self.named.id

    @property
    def same(self) -> bool:
        """Whether it counts alike under both."""
        return bool(self.earlier and self.later and self.earlier.levels == self.later.levels)


class SideBySide(Struct, frozen=True):
    """The computations under the Manual of the offense and under that of the sentencing."""

    earlier: ComputationFinding | None
    """Under the Manual of the offense; None: not entered."""
    later: ComputationFinding | None
    """Under the Manual of the day of sentencing, on remand of the first sentencing."""
    remand: bool
    chosen: str | None
    """`offense_manual` or `sentencing_manual`, as the Manual that governs; None: not settled."""
    steps: tuple[PairedStep, ...]
    asked: bool
    """Whether the order of tests asks for the comparison."""
    comparison: Comparison
    without: Comparison
    """The same without the steps that are contested under either."""
    ours: Comparison
    """The same without those that a filing leaves open."""

    @property
    def left_open(self) -> bool:
        """Whether a filing leaves a step open under either."""
        return any(each.left_open for each in self.entered)

    @property
    def seeks(self) -> bool:
        """Whether the defense seeks a step that is not settled under either."""
        return any(each.seeks for each in self.entered)

    @property
    def turns_in_court(self) -> bool:
        """Whether what a filing leaves open may decide which range is the higher."""
        return self.left_open and self.ours is not self.comparison

    @property
    def open(self) -> bool:
        """Whether the tests ask which range is the higher, and the two do not settle it."""
        settled = (Comparison.HIGHER, Comparison.EQUAL_OR_LOWER)
        return self.asked and self.comparison not in settled

    @property
    def both(self) -> bool:
        """Whether both are entered."""
        return self.earlier is not None and self.later is not None

    @property
    def entered(self) -> tuple[ComputationFinding, ...]:
        """Those that are entered, the earlier first."""
        return tuple(each for each in (self.earlier, self.later) if each)

    @property
    def differing(self) -> tuple[PairedStep, ...]:
        """The steps that do not count alike, where both are entered."""
        return tuple(each for each in self.steps if self.both and not each.same)

    @property
    def one_sided(self) -> tuple[PairedStep, ...]:
        """The steps entered under one of the Manuals only, where both are entered."""
        return tuple(each for each in self.differing if not (each.earlier and each.later))

    @property
    def moved_alone(self) -> ComputationFinding | None:
        """The one whose range alone is moved off the table; None: both are, or neither."""
        return moved_alone(self.entered)

    @property
    def contested(self) -> bool:
        """Whether a step is contested under either."""
        return any(each.without for each in self.entered)

    @property
    def overridden(self) -> bool:
        """Whether a range that counsel entered stands in the place of the table's."""
        return any(each.overridden for each in self.entered)

    @property
    def turns(self) -> bool:
        """Whether the comparison comes out otherwise without the steps that are contested."""
        return Comparison.NOT_COMPARED not in (self.comparison, self.without) and (
            self.comparison is not self.without
        )

    @property
    def open_steps(self) -> tuple[PairedStep, ...]:
        """The steps that tell nothing of the safety valve under either."""
        hidden = [step for each in self.entered for step in each.valve_steps]
        return tuple(
            each for each in self.steps if each.earlier not in hidden and each.later not in hidden
        )
