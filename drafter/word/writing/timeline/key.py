"""What stands under a timeline: the words of each span, and what each sign means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.composition.figures import Sign
from drafter.word.writing.timeline.letters import LINE, POINT, lines, width
from drafter.word.writing.timeline.shapes import Box, Pen, Stroke, rectangle, zigzag

_SAMPLE = 22 * POINT
"""The width of a sign in the key."""
_BEFORE = 4 * POINT
_AFTER = 16 * POINT
_SMALL = 7 * POINT


def legend(texts: Sequence[str], room: int, first: int) -> list[Box]:
    """The words of the spans, one under the other, from height 0."""
    boxes: list[Box] = []
    down = 0
    for at, text in enumerate(texts):
        height = LINE * lines(text, room)
        boxes.append(Box(0, down, room, height, first + at))
        down += height + POINT
    return boxes


def key(signs: Sequence[Sign], texts: Sequence[str], room: int, first: int) -> list[Box | Stroke]:
    """The signs with their words, as many on a line as there is room for, from height 0."""
    found: list[Box | Stroke] = []
    across = down = 0
    for at, (sign, text) in enumerate(zip(signs, texts, strict=True)):
        needs = width(text) + 2 * POINT
        if across and across + _SAMPLE + _BEFORE + needs > room:
            across, down = 0, down + LINE + 2 * POINT
        found += _sample(sign, across, down + LINE // 2)
        x = across + _SAMPLE + _BEFORE
        found.append(Box(x, down, min(needs, room - x), LINE, first + at))
        across = x + needs + _AFTER
    return found


def _sample(sign: Sign, x: int, middle: int) -> Iterator[Stroke]:
    """One sign as it looks on the axis."""
    bar = rectangle(x, middle - _SMALL // 2, _SAMPLE, _SMALL)
    end = x + _SAMPLE
    match sign:
        case Sign.EXACT:
            yield Stroke(Pen.TICK, ((x + 4 * POINT, middle), (end - 4 * POINT, middle)))
        case Sign.WITHIN:
            yield Stroke(Pen.HATCHED, bar)
        case Sign.ABOUT:
            yield Stroke(Pen.HOLLOW, bar)
        case Sign.DISPUTED:
            yield Stroke(Pen.FRAME, bar)
        case Sign.SPAN:
            yield Stroke(Pen.LONGEST, ((x, middle), (end, middle)))
            yield Stroke(Pen.SHORTEST, ((x + 4 * POINT, middle), (x + 14 * POINT, middle)))
        case Sign.BREAK:
            yield Stroke(Pen.BREAK, zigzag(x + _SAMPLE // 2, middle))
