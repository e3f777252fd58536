"""The marks of events: exact ones as ticks across the axis, uncertain ones as bars beside it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from drafter.composition.figures import Bounds, Mark, Sign
from drafter.word.writing.timeline.columns import lanes
from drafter.word.writing.timeline.letters import INCH, POINT
from drafter.word.writing.timeline.scale import Scale
from drafter.word.writing.timeline.shapes import Pen, Place, Stroke, rectangle

TICK = 7 * POINT
"""How far a tick reaches to either side of the axis."""
_BAR = 8 * POINT
_APART = 3 * POINT
_THIN = 4 * POINT
"""The least height of a bar."""
_ALL_LANES = INCH
_PENS = {Sign.WITHIN: Pen.HATCHED, Sign.ABOUT: Pen.HOLLOW}


class Lanes(Struct, frozen=True):
    """Where the bars stand."""

    by_mark: dict[int, int]
    pitch: int
    """From one lane to the next."""
    count: int

    @property
    def width(self) -> int:
        """Across all."""
        return self.count * self.pitch


def lanes_of(marks: Sequence[Mark], scale: Scale) -> Lanes:
    """A lane for each bar, none over another; where there are many, they are narrow."""
    bars = [at for at, mark in enumerate(marks) if mark.sign is not Sign.EXACT]
    extents = [_extent(marks[at].bounds, scale) for at in bars]
    found = lanes(extents)
    count = max(found, default=-1) + 1
    pitch = min(_BAR + _APART, _ALL_LANES // max(1, count))
    return Lanes(dict(zip(bars, found, strict=True)), pitch, count)


def _extent(bounds: Bounds, scale: Scale) -> tuple[int, int]:
    pieces = [_grown(*piece) for piece in scale.pieces(bounds)]
    return pieces[0][0], pieces[-1][1] + POINT


def _grown(top: int, bottom: int) -> tuple[int, int]:
    """A piece with the least height of a bar."""
    short = max(0, _THIN - (bottom - top))
    return top - short // 2, bottom + short - short // 2


def draw(
    marks: Sequence[Mark], scale: Scale, found: Lanes, axis: int
) -> tuple[list[Stroke], list[Place]]:
    """The strokes of all marks, and for each the place from which a line leads to its words.

    Those places come in the order of the marks wherever their bounds allow, so that the
    lines do not cross.
    """
    strokes: list[Stroke] = []
    places: list[Place] = []
    reached = None
    for at, mark in enumerate(marks):
        low, high = scale.closed(mark.bounds)
        # What is recorded as about a time is led to from that time, which is the middle.
        wanted = (low + high) // 2 if mark.sign is Sign.ABOUT else low
        reached = wanted if reached is None else min(high, max(wanted, reached))
        if mark.sign is Sign.EXACT:
            down = scale.at(low)
            strokes.append(Stroke(Pen.TICK, ((axis - TICK, down), (axis + TICK, down))))
            places.append((axis + TICK, down))
        else:
            x = axis + TICK + _APART + found.by_mark[at] * found.pitch
            width = found.pitch - min(_APART, found.pitch // 3)
            strokes.append(_bar(mark, scale, x, width))
            places.append((x + width, _shown(reached, mark, scale)))
    return strokes, places


def _shown(minute: int, mark: Mark, scale: Scale) -> int:
    """The height of a minute within a bar, moved onto the nearest stretch that is drawn."""
    down = scale.at(minute)
    pieces = [_grown(*piece) for piece in scale.pieces(mark.bounds)]
    return min(
        (min(max(down, top), bottom) for top, bottom in pieces), key=lambda at: abs(at - down)
    )


def _bar(mark: Mark, scale: Scale, x: int, width: int) -> Stroke:
    """One bar, past the breaks of the axis too: what they leave out lies within it.

    A side that is open ends in a point.
    """
    pieces = [_grown(*piece) for piece in scale.pieces(mark.bounds)]
    top, bottom = pieces[0][0], pieces[-1][1]
    low, high = mark.bounds
    corners = rectangle(x, top, width, bottom - top)
    middle, tip = x + width // 2, min(width, (bottom - top) // 2)
    if low is None:
        corners = ((x, top + tip), (middle, top), (x + width, top + tip), *corners[2:])
    elif high is None:
        sides = ((x + width, bottom - tip), (middle, bottom), (x, bottom - tip))
        corners = (*corners[:2], *sides)
    return Stroke(_PENS[mark.sign], corners)
