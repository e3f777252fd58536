"""A timeline laid out: nothing over anything else, all of it on the page, to scale, in order."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from drafter.composition.figures import Figure, Mark, Sign, SpanLine, Tick
from drafter.word.writing.timeline.letters import INCH, LINE, lines, width
from drafter.word.writing.timeline.shapes import Box, Pen, Sheet
from drafter.word.writing.timeline.sheet import HIGHEST, lay_out
from tests.word.writing.timeline.figures import Cells, figures

ROOM = 65 * INCH // 10


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    down = one.y < other.y + other.height and other.y < one.y + one.height
    return across and down


def ticks_of(sheet: Sheet) -> list[int]:
    """Heights of the exact marks on the axis, without the sign in the key."""
    return [each.places[0][1] for each in sheet.strokes if each.pen is Pen.TICK]


@settings(max_examples=60, deadline=None)
@given(figures())
def test_no_words_stand_over_others_or_off_the_page(drawn: tuple[Figure, Cells]) -> None:
    figure, cells = drawn
    sheet = lay_out(figure, cells, ROOM)
    assert sheet.width == ROOM
    for box in sheet.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.width > 0
        assert box.x + box.width <= sheet.width
        assert box.y + box.height <= sheet.height
    for one, other in combinations(sheet.boxes, 2):
        assert not overlap(one, other), (one, other)
    for stroke in sheet.strokes:
        for x, y in stroke.places:
            assert 0 <= x <= sheet.width, stroke
            assert 0 <= y <= sheet.height, stroke


@settings(max_examples=60, deadline=None)
@given(figures())
def test_words_have_the_room_they_need(drawn: tuple[Figure, Cells]) -> None:
    figure, cells = drawn
    for box in lay_out(figure, cells, ROOM).boxes:
        text = "".join(cells[box.cell][: box.runs])
        assert lines(text, box.width) * LINE <= box.height, text


@settings(max_examples=60, deadline=None)
@given(figures())
def test_every_mark_and_span_has_its_words_in_their_order(drawn: tuple[Figure, Cells]) -> None:
    figure, cells = drawn
    sheet = lay_out(figure, cells, ROOM)
    count = len(figure.marks)
    labels = [box for box in sheet.boxes if box.cell < count]
    assert [box.cell for box in labels] == list(range(count))
    middles = [box.y + box.height // 2 for box in labels]
    assert all(one <= other for one, other in pairwise(middles))
    letters = [box.cell for box in sheet.boxes if count <= box.cell < figure.told]
    assert sorted(letters) == sorted(2 * list(range(count, figure.told)))


@settings(max_examples=60, deadline=None)
@given(figures())
def test_heights_are_to_one_scale_in_every_stretch(drawn: tuple[Figure, Cells]) -> None:
    figure, cells = drawn
    sheet = lay_out(figure, cells, ROOM)
    exact = [mark.bounds[0] for mark in figure.marks if mark.sign is Sign.EXACT]
    placed = {at: y for at, y in zip(exact, ticks_of(sheet), strict=False) if at is not None}
    rates = []
    for first, last in figure.stretches:
        inside = sorted(at for at in placed if first <= at <= last)
        for one, other in pairwise(inside):
            assert placed[one] <= placed[other]
            rates.append(((placed[other] - placed[one]), other - one))
    if rates:
        height, minutes = max(rates, key=lambda rate: rate[1])
        # Each height is rounded to a whole EMU once, so that two are off by less than two.
        for high, long in rates:
            assert abs(high * minutes - height * long) <= 2 * (minutes + long)


@settings(max_examples=60, deadline=None)
@given(figures())
def test_it_goes_on_one_page_and_is_always_the_same(drawn: tuple[Figure, Cells]) -> None:
    figure, cells = drawn
    short = [[*cell[:2], "brief"] if len(cell) == 3 else cell for cell in cells]
    sheet = lay_out(figure, short, ROOM)
    assert sheet.height <= HIGHEST + 1
    assert sheet == lay_out(figure, short, ROOM)


@settings(max_examples=40, deadline=None)
@given(figures())
def test_a_line_to_words_passes_through_no_other_words(drawn: tuple[Figure, Cells]) -> None:
    figure, cells = drawn
    sheet = lay_out(figure, cells, ROOM)
    labels = [box for box in sheet.boxes if box.cell < len(figure.marks)]
    leaders = [each.places for each in sheet.strokes if each.pen is Pen.LEADER]
    assert len(leaders) == len(labels)
    for at, places in enumerate(leaders):
        x, y = places[-1]
        assert labels[at].y <= y <= labels[at].y + labels[at].height
        assert x <= labels[at].x
        for box in labels:
            beside = places[2][0] <= box.x and box.x + box.width <= x
            assert not (beside and box.y < y < box.y + box.height), (places, box)


def simple(*minutes: int, stretches: tuple[tuple[int, int], ...] = ()) -> tuple[Figure, Cells]:
    marks = tuple(Mark((at, at), Sign.EXACT) for at in minutes)
    shown = stretches or ((min(minutes), max(minutes)),)
    figure = Figure(shown, marks, (), (), tuple(Tick(first, 0) for first, _ in shown))
    cells = [[str(n), ". 9:00 a.m.", ": Something."] for n in range(len(marks))]
    return figure, [*cells, *(["Feb. 20, 2026, 9:00 a.m."] for _ in shown)]


def test_a_break_is_drawn_and_time_goes_on_below_it() -> None:
    sheet = lay_out(*simple(0, 10, 5_000, 5_010, stretches=((0, 10), (5_000, 5_010))), ROOM)
    assert sum(each.pen is Pen.BREAK for each in sheet.strokes) == 1
    heights = ticks_of(sheet)
    assert heights[1] - heights[0] == pytest.approx(heights[3] - heights[2], abs=2)
    assert heights == sorted(heights)


def test_a_bar_is_as_long_as_its_bounds_and_open_where_they_are() -> None:
    figure, cells = simple(0, 100)
    bars = (
        Mark((20, 70), Sign.WITHIN),
        Mark((None, 40), Sign.WITHIN),
        Mark((60, None), Sign.ABOUT),
    )
    figure = Figure(figure.stretches, (*figure.marks, *bars), (), (), figure.ticks)
    sheet = lay_out(figure, [*cells[:2], *[["3", "x"]] * 3, *cells[2:]], ROOM)
    top, bottom = ticks_of(sheet)
    hatched = [each.places for each in sheet.strokes if each.pen is Pen.HATCHED]
    whole, until = (sorted({y for _, y in each}) for each in hatched)
    minute = (bottom - top) / 100
    assert whole == pytest.approx([top + 20 * minute, top + 70 * minute], abs=2)
    assert (until[0], until[-1]) == pytest.approx((top, top + 40 * minute), abs=2)
    assert len(hatched[1]) == 5
    assert [len(each.places) for each in sheet.strokes if each.pen is Pen.HOLLOW] == [5]


def test_a_day_that_reaches_past_a_break_of_the_axis_is_one_bar() -> None:
    figure, cells = simple(0, 1439, stretches=((0, 0), (1380, 1439)))
    day = Mark((0, 1439), Sign.WITHIN)
    figure = Figure(figure.stretches, (*figure.marks, day), (), (), figure.ticks)
    sheet = lay_out(figure, [*cells[:2], ["3", "x"], *cells[2:]], ROOM)
    top, bottom = ticks_of(sheet)
    (bar,) = (each.places for each in sheet.strokes if each.pen is Pen.HATCHED)
    heights = [y for _, y in bar]
    assert min(heights) <= top
    assert max(heights) >= bottom


def test_a_span_is_whole_as_far_as_it_is_certain() -> None:
    figure, cells = simple(0, 100)
    figure = Figure(
        figure.stretches, figure.marks, (SpanLine((0, 20), (60, 100)),), (), figure.ticks
    )
    sheet = lay_out(figure, [*cells[:2], ["A", ". so long"], *cells[2:]], ROOM)
    top, bottom = ticks_of(sheet)
    sure = next(each.places for each in sheet.strokes if each.pen is Pen.SHORTEST)
    most = next(each.places for each in sheet.strokes if each.pen is Pen.LONGEST)
    minute = (bottom - top) / 100
    assert [y for _, y in sure] == pytest.approx([top + 20 * minute, top + 60 * minute], abs=2)
    assert [y for _, y in most] == [top, bottom]


@pytest.mark.parametrize("count", [3, 12, 30, 60])
def test_the_numbers_of_events_that_are_promised(count: int) -> None:
    sheet = lay_out(*simple(*(7 * at for at in range(count))), ROOM)
    assert sheet.height <= HIGHEST
    shown = {box.runs for box in sheet.boxes if box.cell < count}
    assert shown == {{3: None, 12: None, 30: None, 60: 2}[count]}


def test_wide_letters_take_more_room() -> None:
    assert width("MMM") > width("iii")
    assert width("漢字") > width("ab")
    assert lines("one two three four five six", INCH // 2) > 2
    assert lines("x" * 400, INCH) > 20
