"""Steps of a computation that the law record on them does not bear out."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.casefile.resolution import Adjustment as Step
from drafter.doctrine.guidelines import Adjustment


class Against(StrEnum):
    """What of the law record a step contradicts."""

    POINTS = "points"
    """The record takes a defendant without criminal history points."""
    NOT_YET = "not_yet"
    """The Manual of the computation is older than the provision."""
    NO_ROLE = "no_role"
    """It lowers a base level with a role adjustment, and the computation has none."""
    SIZE = "size"
    """The record gives another size at that base level."""
    LEVEL = "level"
    """The level before the first decrease is too low for so much."""
    SHUT = "shut"
    """It is of the safety valve, and one of its facts is answered no."""


class StepAgainst(Struct, frozen=True):
    """One step, and what of its law record it contradicts."""

    computation: str
    """`offense_manual` or `sentencing_manual`."""
    place: int
    """Of the step in the computation."""
    step: Step
    against: Against
    law: Adjustment
    category: str
    """The criminal history category of the computation."""
    base_level: int
    size: int | None = None
    """What the record takes off there; None: the contradiction is another."""
    least: int | None = None
    """The level that the record asks for."""
    most: int | None = None
    """The highest level that the computation has before it."""

    @property
    def id(self) -> str:
        """The id of the step."""
        return self.step.id
