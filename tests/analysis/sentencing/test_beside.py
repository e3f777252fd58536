"""Computations under two Manuals beside each other: what is paired, and which governs."""

from __future__ import annotations

import pytest

from drafter.analysis.sentencing.computation_types import Comparison, SideBySide
from tests.analysis.sentencing.sentences import computation, counts, found

AFTER = "sentencing: 2026-05-04"
ROLE = "what: minor role, guideline: USSG § 3B1.2(b), levels: -2"


def steps(*rows: str, position: str = "agreed") -> str:
    return f", adjustments: [{', '.join(f'{{{row}, position: {position}}}' for row in rows)}]"


def beside(earlier: str | None, later: str | None, **more: str) -> SideBySide | None:
    given = [line for line in (earlier, later) if line]
    return found(**{"dates": AFTER, **more}, sentencing=given).beside


def both(level: int, later_level: int, more: str = "", later_more: str = "") -> SideBySide:
    pair = beside(
        computation("offense_manual", "2024-11-01", level, more),
        computation("sentencing_manual", "2025-11-01", later_level, later_more),
    )
    assert pair is not None
    return pair


@pytest.mark.parametrize(
    ("later", "comparison", "chosen"),
    [
        (25, Comparison.HIGHER, "offense_manual"),
        (24, Comparison.EQUAL_OR_LOWER, "sentencing_manual"),
        (23, Comparison.EQUAL_OR_LOWER, "sentencing_manual"),
    ],
)
def test_the_higher_later_range_brings_the_whole_earlier_manual(
    later: int, comparison: Comparison, chosen: str
) -> None:
    pair = both(24, later)
    assert (pair.comparison, pair.chosen, pair.open) == (comparison, chosen, False)
    assert [each.id for each in pair.entered if each.governs] == [chosen]


@pytest.mark.parametrize(
    ("ends", "given", "shown"),
    [
        # The tests ask for the comparison: what is not entered is to be seen.
        (("2025-10-31",), (True, False), True),
        (("2025-10-31",), (False, True), True),
        (("2025-10-31",), (False, False), True),
        # The offense ended under the Manual of the day of sentencing: there is one range.
        (("2025-11-01",), (False, True), False),
        (("2025-11-01",), (False, False), False),
        # Whoever entered both sees both.
        (("2025-11-01",), (True, True), True),
        (("2025-10-31", "2025-11-01"), (False, True), False),
    ],
)
def test_the_two_stand_together_where_they_are_to_be_compared(
    ends: tuple[str, ...], given: tuple[bool, bool], shown: bool
) -> None:
    manuals = ("offense_manual", "2024-11-01"), ("sentencing_manual", "2025-11-01")
    lines = [
        computation(*each) if wanted else None for each, wanted in zip(manuals, given, strict=True)
    ]
    pair = beside(*lines, charges=counts(*ends))
    assert (pair is not None) is shown
    if pair:
        assert ((pair.earlier is not None), (pair.later is not None)) == given
        assert pair.open is (given != (True, True))


@pytest.mark.parametrize(
    ("ranges", "open_"),
    [((63, 63), False), ((63, 70), True), ((60, 70), True), ((70, 70), False)],
)
def test_a_comparison_that_settles_nothing_stays_open(ranges: tuple[int, int], open_: bool) -> None:
    low, high = ranges
    moved = ", low_months: {}, high_months: {}, off_table: a term that runs after it"
    pair = both(24, 24, moved.format(51, 63), moved.format(low - 12, high))
    assert pair.open is open_


@pytest.mark.parametrize(
    "moved",
    [", low_months: 39, high_months: 45", ", off_table: 24 months consecutive on count 2"],
)
@pytest.mark.parametrize("side", [0, 1])
def test_ranges_of_which_one_alone_is_moved_off_the_table_are_not_compared(
    side: int, moved: str
) -> None:
    sides = ("", moved) if side else (moved, "")
    pair = both(20, 24, *sides)
    assert (pair.comparison, pair.chosen, pair.open) == (
        *(Comparison.NOT_COMPARED, "sentencing_manual", True),
    )
    assert pair.moved_alone is pair.entered[side]
    alike = both(20, 24, moved, moved)
    assert (alike.comparison is Comparison.NOT_COMPARED, alike.moved_alone) == (False, None)


def test_steps_are_paired_by_their_words_and_then_by_their_guideline() -> None:
    earlier = steps(
        f"id: e-role, {ROLE}",
        "id: e-loss, what: loss, guideline: USSG § 2B1.1(b)(1)(F), levels: 10",
        "id: e-zero, what: zero points, guideline: USSG § 4C1.1, levels: -2",
        "id: e-old, what: old step, guideline: USSG § 9Z9.9, levels: 1",
    )
    later = steps(
        "id: l-zero, what: no points, guideline: USSG § 4C1.1, levels: -2",
        "id: l-loss, what: Loss, guideline: USSG § 2B1.1(b)(1), levels: 8",
        "id: l-role, what: minor role, guideline: USSG § 3B1.2, levels: -2",
        "id: l-new, what: new step, guideline: USSG § 2D1.1(e)(2), levels: -2",
    )
    pair = both(20, 24, earlier, later)
    assert [
        (each.earlier and each.earlier.id, each.later and each.later.id) for each in pair.steps
    ] == [
        *(("e-role", "l-role"), ("e-loss", "l-loss"), ("e-zero", "l-zero"), ("e-old", None)),
        (None, "l-new"),
    ]
    assert [each.id for each in pair.one_sided] == ["e-old", "l-new"]
    assert [each.id for each in pair.differing] == ["e-loss", "e-old", "l-new"]


def test_words_are_paired_before_a_guideline_takes_them() -> None:
    earlier = steps(
        "id: e-first, what: first, guideline: USSG § 2B1.1, levels: 1",
        "id: e-second, what: second, guideline: USSG § 2B1.1, levels: 2",
    )
    later = steps("id: l-second, what: second, guideline: USSG § 2B1.1, levels: 2")
    pair = both(20, 24, earlier, later)
    assert [each.later.id if each.later else None for each in pair.steps] == [None, "l-second"]


def test_where_one_is_not_entered_no_step_of_the_other_is_said_to_be_missing() -> None:
    pair = beside(None, computation("sentencing_manual", "2025-11-01", 24, steps(f"id: r, {ROLE}")))
    assert pair is not None
    assert [each.id for each in pair.steps] == ["r"]
    assert (pair.one_sided, pair.differing) == ((), ())


@pytest.mark.parametrize(
    ("position", "turns"), [("sought by the defense", True), ("stipulated", False)]
)
def test_a_contested_step_on_which_the_manual_turns_is_named(position: str, turns: bool) -> None:
    """With the role the earlier range is the lower; without it the two are alike."""
    earlier = steps(f"id: r, {ROLE}", position=position)
    pair = both(24, 24, earlier)
    assert pair.comparison is Comparison.HIGHER
    assert (pair.turns, pair.contested) == (turns, turns)
    same = both(24, 24, earlier, steps(f"id: s, {ROLE}", position=position))
    assert (same.turns, same.contested) == (False, turns)


def test_what_is_contested_is_not_taken_off_a_range_that_counsel_moved() -> None:
    earlier = steps(f"id: r, {ROLE}", position="disputed") + ", low_months: 30, high_months: 37"
    pair = both(24, 24, earlier, ", low_months: 60, high_months: 70")
    assert (pair.comparison, pair.without) == (Comparison.HIGHER, Comparison.NOT_COMPARED)
    assert not pair.turns


def test_on_remand_the_later_is_that_of_the_first_sentencing() -> None:
    pair = beside(
        computation("offense_manual", "2018-11-01", 20),
        computation("sentencing_manual", "2023-11-01", 24),
        charges=counts("2022-03-14"),
        proceeding="remand",
        dates="first_sentencing: 2024-06-03, sentencing: 2026-12-04",
    )
    assert pair is not None
    # The statute names the Manual: the tests ask for no comparison.
    assert (pair.remand, pair.chosen, pair.open) == (True, "sentencing_manual", False)
