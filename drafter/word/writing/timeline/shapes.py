"""What a drawing is made of: boxes of words and strokes of a few pens, in EMU.

Positions count from the upper left corner of the drawing.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from drafter.word.writing.timeline.letters import POINT

Place = tuple[int, int]
"""Across and down."""


class Pen(StrEnum):
    """How a stroke is drawn; no two are told apart by color."""

    AXIS = "axis"
    SCALE = "scale"
    LEADER = "leader"
    """From a mark to its words."""
    TICK = "tick"
    HATCHED = "hatched"
    """A closed shape."""
    HOLLOW = "hollow"
    """A closed shape with a broken outline."""
    FRAME = "frame"
    """A closed shape with a dotted outline."""
    SHORTEST = "shortest"
    LONGEST = "longest"
    """A broken line."""
    BREAK = "break"


class Stroke(Struct, frozen=True):
    """A line through places, or around them where its pen closes shapes."""

    pen: Pen
    places: tuple[Place, ...]


class Box(Struct, frozen=True):
    """Room for words."""

    x: int
    y: int
    width: int
    height: int
    cell: int
    """Which cell of the block stands here."""
    runs: int | None = None
    """How many runs of it; None: all."""


class Sheet(Struct, frozen=True):
    """A drawing with everything in its place."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]


_ZIG = 4 * POINT


def rectangle(x: int, y: int, width: int, height: int) -> tuple[Place, ...]:
    """The corners of a box."""
    return (x, y), (x + width, y), (x + width, y + height), (x, y + height)


def zigzag(x: int, y: int) -> tuple[Place, ...]:
    """The sign of a broken axis, about its middle."""
    return (x, y - _ZIG), (x - _ZIG, y - _ZIG // 3), (x + _ZIG, y + _ZIG // 3), (x, y + _ZIG)
