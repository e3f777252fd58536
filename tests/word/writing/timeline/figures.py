"""Figures of any shape, for the tests of the layout."""

from __future__ import annotations

from hypothesis import strategies as st

from drafter.composition.figures import Bounds, Figure, Mark, Sign, SpanLine, Tick
from drafter.composition.vocabulary.axis import stretches_of

YEAR = 365 * 24 * 60
Cells = list[list[str]]
_STEPS = st.sampled_from([0, 0, 1, 2, 7, 30, 60, 600, 1_440, 10_000, 200_000])
_WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=0x2FFF), max_size=12
) | st.sampled_from(["W" * 400, "a b " * 60, "שלום", "x" * 90, "Officers found a car."])


@st.composite
def bounds(draw: st.DrawFn, at: int) -> Bounds:
    length = draw(st.sampled_from([0, 0, 0, 25, 60, 1_439, 44_639]))
    if length == 0:
        return at, at
    side = draw(st.sampled_from(["both", "both", "both", "before", "after"]))
    return (None if side == "before" else at), (None if side == "after" else at + length)


@st.composite
def figures(draw: st.DrawFn, least: int = 3, most: int = 60) -> tuple[Figure, Cells]:
    """A figure and its words, from a few marks to as many as one page may hold."""
    count = draw(st.integers(least, most))
    at, marks = draw(st.integers(-YEAR, YEAR * 60)), []
    for _ in range(count):
        at += draw(_STEPS)
        found = draw(bounds(at))
        uncertain = draw(st.sampled_from([Sign.WITHIN, Sign.ABOUT]))
        sign = Sign.EXACT if found[0] == found[1] else uncertain
        marks.append(Mark(found, sign, draw(st.booleans())))
    marks.append(Mark((at + 1, at + 1), Sign.EXACT))
    spans = [
        SpanLine(first.bounds, second.bounds)
        for first, second in draw(st.lists(st.tuples(*[st.sampled_from(marks)] * 2), max_size=10))
    ]
    points = [end for mark in marks for end in mark.bounds if end is not None]
    stretches = stretches_of(points, len(set(spans)))
    ticks = [Tick(first, 0) for first, _ in stretches]
    ticks += [Tick(at, draw(st.integers(1, 2))) for at in draw(st.lists(st.sampled_from(points)))]
    key = tuple(draw(st.sets(st.sampled_from(list(Sign)))))
    words = draw(st.lists(_WORDS, min_size=1, max_size=4))
    cells = [
        [str(n), ". Feb. 20, 9:55–9:57 a.m.", words[n % len(words)]] for n in range(len(marks))
    ]
    cells += [[chr(65 + n), ". Threat made to offense began: 2 hours"] for n in range(len(spans))]
    cells += [["what a sign means"] for _ in key]
    cells += [["Mar. 14, 2026, 11:20 a.m."] for _ in ticks]
    return Figure(stretches, tuple(marks), tuple(spans), key, tuple(ticks)), cells
