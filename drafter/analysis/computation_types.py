"""Guideline computations, and the adjustments that move a level or open a minimum."""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.resolution import Adjustment as ClaimedAdjustment
from drafter.casefile.resolution import Argument, Computation
from drafter.doctrine.guidelines import Adjustment, AdjustmentPoint, LevelStep
from drafter.doctrine.sentencing_table import Range, ZoneRule
from drafter.facts.surrender_types import LabelledSpan

_ARGUED = {
    "acceptance": Argument.ACCEPTANCE,
    "role": Argument.ROLE,
    "drug_role": Argument.ROLE,
}
"""The argument of a plea agreement by which an adjustment is urged: both roles are § 3B1.2's."""
_VALVE = re.compile(r"safety\W*valve|5C1\.2|3553\W*\(f\)", re.IGNORECASE)


def _of_the_valve(step: ClaimedAdjustment) -> bool:
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
    contested: tuple[ClaimedAdjustment, ...]
    """The steps that one side seeks or disputes, by their position."""
    without: Uncontested | None
    """What it comes to without them; None: none is contested."""

    @property
    def bounded(self) -> bool:
        """Whether the total lies outside the table."""
        return self.total != self.level

    @property
    def open_steps(self) -> tuple[ClaimedAdjustment, ...]:
        """The steps that tell nothing of the safety valve, of which a public filing is silent."""
        return tuple(each for each in self.entered.adjustments if not _of_the_valve(each))

    @property
    def valve_steps(self) -> tuple[ClaimedAdjustment, ...]:
        """The others."""
        return tuple(each for each in self.entered.adjustments if _of_the_valve(each))

    @property
    def overridden(self) -> bool:
        """Whether counsel's range stands in the place of the table's."""
        return (self.range.minimum, self.range.maximum) != (self.table.minimum, self.table.maximum)

    @property
    def unexplained(self) -> bool:
        """Whether it does and nothing says what moves it there."""
        return self.overridden and self.entered.off_table is None

    @property
    def uncontested(self) -> Range:
        """The range without the steps that are contested; its own where none is."""
        return self.without.range if self.without else self.range


class PairedStep(Struct, frozen=True):
    """One step of a computation under two Manuals."""

    named: ClaimedAdjustment
    """The one of the two that names it."""
    earlier: ClaimedAdjustment | None
    """Under the Manual of the offense; None: not entered under it."""
    later: ClaimedAdjustment | None

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


class ConditionFinding(Struct, frozen=True):
    """One condition of an adjustment: yes, no or unknown."""

    point: AdjustmentPoint
    answer: bool | None
    """As counsel recorded it; None: not recorded, or for counsel to judge."""
    facts: tuple[Fact, ...]
    """Facts that speak for it."""
    against: tuple[Fact, ...]
    interval: LabelledSpan | None = None
    """The time that it turns on, where the record has both ends in that order."""

    @property
    def id(self) -> str:
        """The condition's id."""
        return self.point.id


class StepFinding(Struct, frozen=True):
    """One step of an adjustment, held against the computation."""

    step: LevelStep
    most: int | None
    """The highest level before the adjustment's first step; None: no computation is entered."""
    reached: bool | None
    """Whether the level is enough for it; None: not known, or the step takes no certain level."""

    @property
    def id(self) -> str:
        """The step's id."""
        return self.step.id


class AdjustmentFinding(Struct, frozen=True):
    """One adjustment in this case."""

    adjustment: Adjustment
    """Title, authority, steps, marks, what to confirm."""
    applies: bool | None
    """Whether it may apply, by offense and Manual; None: the Manual is not settled."""
    charges: tuple[Charge, ...]
    """The counts of an offense it lists."""
    unlisted: tuple[Charge, ...]
    """The counts it does not reach; empty where it lists no offense."""
    claimed: tuple[ClaimedAdjustment, ...]
    """The steps of the governing computation that rest on its guideline."""
    steps: tuple[StepFinding, ...]
    """What it does to the level, each held against that computation."""
    conditions: tuple[ConditionFinding, ...]
    cautions: tuple[AdjustmentPoint, ...]
    """Those that matter here."""

    @property
    def id(self) -> str:
        """The adjustment's id."""
        return self.adjustment.id

    @property
    def argument(self) -> Argument | None:
        """The argument by which it is urged; None: a plea agreement names none for it."""
        return _ARGUED.get(self.id)

    @property
    def shared_authority(self) -> str | None:
        """The one authority of all its conditions; None: they rest on several, or on none."""
        named = {each.point.authority for each in self.conditions}
        return named.pop() if len(named) == 1 else None

    @property
    def met(self) -> bool | None:
        """Whether every condition is answered yes; no as soon as one is answered no."""
        answers = {each.answer for each in self.conditions}
        if self.applies is False or False in answers:
            return False
        return None if self.applies is None or None in answers else True
