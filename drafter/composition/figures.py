"""A timeline ready to be drawn: everything but its words, which are the block's own.

A figure is a block's ``runs``, which say what it shows, and its ``cells``, one for each word
that is drawn: of the marks, the spans, the key and the scale, in this order.  Instants are
minutes since 1970-01-01 00:00 UTC; None is a side that the record leaves open.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

Bounds = tuple[int | None, int | None]
"""The first and the last minute, both included."""


class Sign(StrEnum):
    """What stands on a timeline, each told from the others by its shape."""

    EXACT = "exact"
    """A tick."""
    WITHIN = "within"
    """A hatched bar: some time between its ends."""
    ABOUT = "about"
    """An empty bar with a broken outline."""
    DISPUTED = "disputed"
    """A broken frame around the words."""
    SPAN = "span"
    """A line beside the axis: whole for the shortest, broken for the longest time."""
    BREAK = "break"
    """A zigzag: the axis leaves time out."""


class Mark(Struct, frozen=True):
    """An event on the axis."""

    bounds: Bounds
    sign: Sign
    disputed: bool = False


class SpanLine(Struct, frozen=True):
    """The time from one moment to another."""

    start: Bounds
    end: Bounds


class Tick(Struct, frozen=True):
    """A time on the scale."""

    at: int
    rank: int
    """Which ticks stay where there is not room for all: the lowest."""


class Figure(Struct, frozen=True):
    """One timeline."""

    stretches: tuple[tuple[int, int], ...]
    """What the axis shows, in order; between two of them it is broken."""
    marks: tuple[Mark, ...]
    """In the order in which their words are read."""
    spans: tuple[SpanLine, ...]
    key: tuple[Sign, ...]
    ticks: tuple[Tick, ...]

    @property
    def told(self) -> int:
        """How many cells tell what is shown; the others are the key and the scale."""
        return len(self.marks) + len(self.spans)
