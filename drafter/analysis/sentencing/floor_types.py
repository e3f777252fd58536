"""The statutory minimum as a floor under the sentence asked for."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.analysis.sentencing.adjustment_types import AdjustmentFinding
from drafter.analysis.sentencing.computation_types import RangeEffect
from drafter.casefile.matter import Charge
from drafter.casefile.resolution import Ask, LegalRoad
from drafter.facts.gaps import Gap


class FloorState(StrEnum):
    """How the sentence asked for stands to the statutory minimum."""

    NO_ASK = "no_ask"
    FLOOR_UNKNOWN = "floor_unknown"
    """Counsel's total is not entered, so it cannot be said."""
    NOT_BELOW = "not_below"
    BELOW_WITH_ROAD = "below_with_road"
    """Below, and the ask names what lets a court go there."""
    BELOW_WITHOUT_ROAD = "below_without_road"
    """Below, and it names nothing, or that nothing is needed."""


BELOW = (FloorState.BELOW_WITH_ROAD, FloorState.BELOW_WITHOUT_ROAD)
"""The states in which the ask lies below the floor."""


class Floor(Struct, frozen=True):
    """The statutory minimum as a floor under the sentence asked for."""

    months: int | str | None
    """Counsel's total: months, `life`, or None where it is not entered; counts are never added."""
    bound: int | str | None
    """What the ask is held against: the total; until it is entered, the largest of the counts."""
    ask: Ask | None
    state: FloorState
    road_supported: bool | None
    """Whether the record bears out the legal road the ask names; None: not known, or none named."""
    only_assistance: bool
    """Whether the ask lies below, and nothing but substantial assistance could open it: the safety
    valve is shut, or misses a count whose own minimum is more than the ask."""
    effect: RangeEffect
    above: tuple[Charge, ...]
    """Counts whose own minimum is more than the total that counsel entered."""
    own: tuple[Charge, ...]
    """Where other counts have less, the counts whose own minimum is the total: without a conviction
    of one there is no such floor."""
    pending: tuple[Charge, ...]
    """Counts that are pending beside a conviction, where the total is more than the counts of
    conviction carry together: it seems to have them already."""
    valve: tuple[Charge, ...]
    """Counts with a minimum that the safety valve lists; empty also where an answer shuts it."""
    beyond_valve: tuple[Charge, ...]
    """Counts with a minimum that it does not list."""
    apart: tuple[Charge, ...]
    """Counts whose term may have to run after every other, so that no range is held against the
    total, nor the ask against a range."""
    mandatory_life: tuple[Charge, ...]
    """Counts of first-degree murder, or recorded with a minimum of life, that stand."""
    adjustment: AdjustmentFinding
    """The law of the minimum: its two exceptions and its cautions."""
    gaps: tuple[Gap, ...]

    @property
    def below(self) -> bool:
        """Whether the ask lies below the floor: the objection stands in the working edition."""
        return self.state in BELOW

    @property
    def ground_tells(self) -> bool:
        """Whether in public the mention of a sealed ground would tell of cooperation."""
        return self.only_assistance and self.road is LegalRoad.SECTION_3553E

    @property
    def road(self) -> LegalRoad | None:
        """The legal road the ask names."""
        return self.ask.legal_road if self.ask else None
