from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from drafter.doctrine import Library

Raw = dict[str, Any]


@pytest.mark.parametrize(
    ("day", "through"),
    [
        (date(2025, 10, 30), date(2025, 10, 31)),
        (date(2025, 10, 31), date(2025, 10, 31)),
        (date(2025, 11, 1), None),
        (date(2004, 10, 1), date(2004, 10, 31)),
    ],
)
def test_the_law_is_current_until_a_record_begins_or_ends(
    authority: Callable[..., Raw], day: date, through: date | None
) -> None:
    raw = authority(period={"start": "2004-11-01", "end": "2025-10-31"})
    library = Library("d", None, {"authorities": {"roe_ca9_2001": raw}})
    assert library.in_force(day).current_through == through


def test_a_check_runs_out(
    authority: Callable[..., Raw], marks: Callable[..., Raw], cite_check: Raw
) -> None:
    raw = authority(marks=marks(cite_check=cite_check))
    library = Library("d", None, {"authorities": {"roe_ca9_2001": raw}})
    view = library.in_force(date(2026, 11, 24))
    through = view.current_through
    assert through == date(2027, 2, 22)
    roe = view.authority("roe_ca9_2001")
    assert roe.may_go_outward(through)
    assert not roe.may_go_outward(date(2027, 2, 23))


def test_a_decision_known_by_its_year_begins_with_it(authority: Callable[..., Raw]) -> None:
    library = Library("d", None, {"authorities": {"roe_ca9_2001": authority()}})
    assert library.next_turn(date(1999, 5, 5)) == date(2001, 1, 1)
    assert library.next_turn(date(2001, 1, 1)) is None


def test_the_shipped_library_turns_with_section_28() -> None:
    assert Library.load().next_turn(date(2026, 1, 22)) == date(2026, 1, 23)
