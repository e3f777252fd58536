"""The time between moments: lines at the left of the axis, each with its letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.composition.figures import SpanLine
from drafter.word.writing.timeline.columns import lanes
from drafter.word.writing.timeline.letters import LINE, POINT, width
from drafter.word.writing.timeline.scale import Scale
from drafter.word.writing.timeline.shapes import Box, Pen, Place, Stroke

_CAP = 5 * POINT // 2
_APART = POINT


def lanes_of(spans: Sequence[SpanLine], scale: Scale) -> list[int]:
    """A lane for each line, none over another."""
    return lanes([_extent(each, scale) for each in spans])


def pitch(letters: Sequence[str]) -> int:
    """From one lane to the next: a line and its letter."""
    return max(width(each, bold=True) for each in letters) + 2 * _CAP + 3 * _APART


def _outer(span: SpanLine, scale: Scale) -> tuple[int, int]:
    low, high = scale.closed((span.start[0], span.end[1]))
    return scale.at(low), scale.at(max(low, high))


def _extent(span: SpanLine, scale: Scale) -> tuple[int, int]:
    top, bottom = _outer(span, scale)
    middle = (top + bottom) // 2
    return min(top, middle - LINE // 2 - POINT), max(bottom, middle + LINE // 2 + POINT)


def draw(
    spans: Sequence[SpanLine], scale: Scale, places: Sequence[tuple[int, int]], first: int
) -> Iterator[Box | Stroke]:
    """The lines and their letters; ``places`` are, for each, how far across and how wide.

    A broken line is as long as the time can be, a whole one as it must be; both end in bars,
    but for a side that the record leaves open.
    """
    for at, (span, (x, room)) in enumerate(zip(spans, places, strict=True)):
        top, bottom = _outer(span, scale)
        line = x + _CAP
        low, high = span.start[1], span.end[0]
        exact = span.start[0] == low and high == span.end[1]
        if not exact:
            yield Stroke(Pen.LONGEST, ((line, top), (line, bottom)))
        if low is not None and high is not None and low < high:
            yield Stroke(Pen.SHORTEST, ((line, scale.at(low)), (line, scale.at(high))))
        ends = ((span.start[0], top), (span.end[1], bottom))
        for bound, down in ends:
            if bound is not None:
                yield Stroke(Pen.LONGEST if not exact else Pen.SCALE, _cap(line, down))
        middle = (top + bottom) // 2
        yield Box(
            line + _CAP + POINT,
            middle - LINE // 2,
            room - 2 * _CAP - 2 * _APART,
            LINE,
            first + at,
            1,
        )


def _cap(line: int, down: int) -> tuple[Place, ...]:
    return (line - _CAP, down), (line + _CAP, down)
