"""The words beside the marks: how much of them goes on a page, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from drafter.word.writing.timeline.columns import spread
from drafter.word.writing.timeline.letters import INCH, LINE, POINT, lines, width
from drafter.word.writing.timeline.shapes import Box, Pen, Place, Stroke, rectangle

_APART = 3 * POINT
_BETWEEN = 10 * POINT
"""From one column to the next."""
_LEADER = 26 * POINT
"""Across, from the marks to the words."""
_TOUCH = 3 * POINT
_LEAST = INCH // 2

Words = Sequence[Sequence[str]]
"""For each mark its words in parts: number, time, the rest."""


class Plan(Struct, frozen=True):
    """How the words of all marks are set: the same way for each."""

    parts: int | None
    """How many parts of the words are drawn; None: all."""
    columns: int
    width: int
    heights: tuple[int, ...]

    @property
    def apart(self) -> list[int]:
        """The least distance from the middle of each box to that of the next."""
        if self.columns == 1:
            return [(one + other) // 2 + _APART for one, other in pairwise(self.heights)]
        # Every other box is in the same column, and the line to the second passes in between.
        return [-(-(max(pair) + _APART) // 2) for pair in pairwise(self.heights)]

    @property
    def height(self) -> int:
        """The least room for all."""
        return sum(self.apart) + (self.heights[0] + self.heights[-1]) // 2 + 2 * POINT


_WAYS = ((None, 1), (2, 1), (2, 2), (1, 2))
"""From the most words to the fewest: all, number and time, the same in two columns, numbers."""


def plan(words: Words, left: int, across: int, most: int) -> Plan:
    """The fullest way to set the words that takes no more than ``most`` of height.

    They stand between ``left``, where the marks end, and ``across``.

    Where even the numbers take more, they stand as near as they can.
    """
    found = None
    for parts, columns in _WAYS:
        room = (across - left - _LEADER - _BETWEEN * (columns - 1)) // columns
        room = max(_LEAST, room)
        texts = ["".join(each[:parts]) for each in words]
        heights = tuple(LINE * lines(text, room - 2 * _TOUCH) for text in texts)
        longest = max(width(text, bold=True) for text in texts) + 2 * _TOUCH
        found = Plan(parts, columns, min(room, longest), heights)
        if found.height <= most:
            break
    assert found is not None
    return found


def label(
    planned: Plan, anchors: Sequence[Place], left: int, high: int, disputed: Sequence[bool]
) -> Iterator[Box | Stroke]:
    """The boxes, the line to each from its mark, and the frames of those in dispute.

    ``left`` is where the marks end and ``high`` the height of the whole.
    """
    heights = planned.heights
    middles = spread(
        *([down for _, down in anchors], planned.apart),
        *(heights[0] // 2 + POINT, high - heights[-1] // 2 - POINT),
    )
    begin = left + _LEADER
    for at, ((across, down), middle) in enumerate(zip(anchors, middles, strict=True)):
        x = begin + at % planned.columns * (planned.width + _BETWEEN)
        y = middle - heights[at] // 2
        bend = (begin - _TOUCH, middle)
        last = () if x == begin else ((x - _TOUCH, middle),)
        yield Stroke(Pen.LEADER, ((across, down), (left, down), bend, *last))
        yield Box(x, y, planned.width, heights[at], at, planned.parts)
        if disputed[at]:
            frame = rectangle(x - _TOUCH, y, planned.width + _TOUCH, heights[at])
            yield Stroke(Pen.FRAME, frame)
