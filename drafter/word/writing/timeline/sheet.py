"""A figure laid out: one page wide and at most one high, nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from drafter.composition.figures import Figure
from drafter.word.writing.timeline import key, labels, marks, spans
from drafter.word.writing.timeline.letters import INCH, LINE, POINT, width
from drafter.word.writing.timeline.scale import BREAK, Scale
from drafter.word.writing.timeline.shapes import Box, Pen, Sheet, Stroke, zigzag

HIGHEST = 81 * INCH // 10
"""What a page of US Letter has between one-inch margins, less a caption."""
_LOWEST = 22 * INCH // 10
_FREE = 12 * INCH // 10
"""The least room of the axis besides its breaks."""
_GAP = 6 * POINT
_SMALL = 3 * POINT

Cells = Sequence[Sequence[str]]
"""The words of each cell of the block, in parts."""


def lay_out(figure: Figure, cells: Cells, room: int) -> Sheet:
    """Place everything; ``room`` is the width of the text on the page.

    Order is that of the marks; heights are to one scale in every stretch of the axis.
    Equal figures give equal sheets.
    """
    told, count = figure.told, len(figure.marks)
    signs = told + len(figure.key)
    texts = ["".join(each) for each in cells]
    below = _stacked(
        key.legend(texts[count:told], room, count),
        key.key(figure.key, texts[told:signs], room, told),
    )
    foot = _bottom(below)
    breaks = BREAK * (len(figure.stretches) - 1)
    least = max(_LOWEST, breaks + _FREE)
    most = max(least, HIGHEST - foot - _GAP)
    drawn, high = _upper(figure, cells, room, (least, most))
    everything = [*drawn, *(_moved(each, high + _GAP) for each in below)]
    boxes = tuple(each for each in everything if isinstance(each, Box))
    strokes = tuple(each for each in everything if isinstance(each, Stroke))
    return Sheet(room, high + _GAP + foot, boxes, strokes)


def _upper(
    figure: Figure, cells: Cells, room: int, limits: tuple[int, int]
) -> tuple[list[Box | Stroke], int]:
    """The axis with marks, spans and words, and how high it is."""
    least, most = limits
    words = cells[: len(figure.marks)]
    # The lower the axis, the more lanes its bars and spans take: more are never needed.
    left = _Frame(figure, cells, least).left
    planned = labels.plan(words, left, room, most)
    high = max(least, planned.height, min(most, planned.height * 6 // 5))
    frame = _Frame(figure, cells, high)
    strokes, places = marks.draw(figure.marks, frame.scale, frame.lanes, frame.axis)
    disputed = [each.disputed for each in figure.marks]
    return [
        *frame.drawn(),
        *strokes,
        *labels.label(planned, places, left, high, disputed),
    ], high


class _Frame:
    """The axis at one height, with what stands at its left, and where the words may begin."""

    def __init__(self, figure: Figure, cells: Cells, high: int) -> None:
        self._figure = figure
        self.scale = Scale(figure.stretches, LINE, high - LINE)
        first = figure.told + len(figure.key)
        self._first_tick = first
        self._kept = self.scale.kept(figure.ticks)
        times = ["".join(cells[first + at]) for at in range(len(figure.ticks))]
        self._times = [times[at] for at in self._kept]
        self._letters = [cells[len(figure.marks) + at][0] for at in range(len(figure.spans))]
        self._span_lanes = spans.lanes_of(figure.spans, self.scale)
        self._pitch = spans.pitch(self._letters) if self._letters else 0
        across = self._pitch * (max(self._span_lanes, default=-1) + 1)
        self.axis = across + max(map(width, times)) + _GAP + marks.TICK
        self.lanes = marks.lanes_of(figure.marks, self.scale)
        self.left = self.axis + marks.TICK + _SMALL + self.lanes.width

    def drawn(self) -> Iterator[Box | Stroke]:
        """The axis, its breaks, its scale and the spans."""
        parts = tuple(self.scale.parts())
        for top, bottom in parts:
            yield Stroke(Pen.AXIS, ((self.axis, top), (self.axis, max(bottom, top + POINT))))
        for (_, above), (below, _) in pairwise(parts):
            yield Stroke(Pen.BREAK, zigzag(self.axis, (above + below) // 2))
        for at, text in zip(self._kept, self._times, strict=True):
            down = self.scale.at(self._figure.ticks[at].at)
            yield Stroke(Pen.SCALE, ((self.axis - _SMALL, down), (self.axis, down)))
            x = self.axis - marks.TICK - _SMALL - width(text)
            yield Box(x, down - LINE // 2, width(text), LINE, self._first_tick + at)
        places = [(lane * self._pitch, self._pitch) for lane in self._span_lanes]
        first = len(self._figure.marks)
        yield from spans.draw(self._figure.spans, self.scale, places, first)


def _stacked(*groups: Sequence[Box | Stroke]) -> list[Box | Stroke]:
    """Groups of which each starts at height 0, one under the other."""
    found: list[Box | Stroke] = []
    for group in groups:
        down = _bottom(found) + (_GAP if found and group else 0)
        found += [_moved(each, down) for each in group]
    return found


def _bottom(things: Iterable[Box | Stroke]) -> int:
    return max((each.y + each.height for each in things if isinstance(each, Box)), default=0)


def _moved(thing: Box | Stroke, down: int) -> Box | Stroke:
    if isinstance(thing, Box):
        return replace(thing, y=thing.y + down)
    return Stroke(thing.pen, tuple((x, y + down) for x, y in thing.places))
