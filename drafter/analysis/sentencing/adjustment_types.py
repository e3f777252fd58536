"""Adjustments that move a level or open a minimum: their conditions, what is claimed of them."""

from __future__ import annotations

from msgspec import Struct

from drafter.casefile.fact import Fact
from drafter.casefile.matter import Charge
from drafter.casefile.plea import Argument
from drafter.casefile.resolution import Adjustment as ClaimedAdjustment
from drafter.doctrine.guidelines import Adjustment, AdjustmentPoint, LevelStep
from drafter.facts.surrender_types import LabelledSpan

_ARGUED = {
    "acceptance": Argument.ACCEPTANCE,
    "role": Argument.ROLE,
    "drug_role": Argument.ROLE,
}
"""The argument of a plea agreement by which an adjustment is urged: both roles are § 3B1.2's."""


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
