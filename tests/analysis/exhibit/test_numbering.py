"""Row numbers that stay as they are once served."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.analysis.exhibit.numbering import is_row_number, number_rows


def numbers(ids: str, **served: str) -> str:
    return " ".join(number_rows(ids.split(), served).values())


@pytest.mark.parametrize(
    ("ids", "served", "expected"),
    [
        ("a b c", {}, "1 2 3"),
        ("a x b", {"a": "6", "b": "7"}, "6 6A 7"),
        ("a x y b", {"a": "6", "b": "7"}, "6 6A 6B 7"),
        ("a b x c", {"a": "6", "b": "6A", "c": "7"}, "6 6A 6B 7"),
        ("a b x c", {"a": "6", "b": "6A", "c": "6B"}, "6 6A 6AA 6B"),
        ("a x b y", {"a": "1", "b": "2"}, "1 1A 2 3"),
        ("x y a", {"a": "1"}, "0A 0B 1"),
        ("a x b", {"a": "6Z", "b": "7"}, "6Z 6ZA 7"),
        # A moment set right after service: the numbers stay with their events.
        ("b a x", {"a": "1", "b": "2"}, "2 1 3"),
        ("a x", {"a": "7"}, "7 8"),
    ],
)
def test_a_later_row_never_moves_a_served_one(
    ids: str, served: Mapping[str, str], expected: str
) -> None:
    assert numbers(ids, **served) == expected


@pytest.mark.parametrize("text", ["6", "6A", "12AB", "0A", "10"])
def test_what_a_row_may_be_numbered(text: str) -> None:
    assert is_row_number(text)


@pytest.mark.parametrize("text", ["", "A", "6a", "06", "6.1", "6-A", "six", " 6", "6A1"])
def test_what_it_may_not(text: str) -> None:
    assert not is_row_number(text)


@given(st.integers(1, 12), st.sets(st.integers(0, 11)))
def test_every_row_has_a_number_of_its_own_and_served_ones_keep_theirs(
    rows: int, served_rows: set[int]
) -> None:
    ids: Sequence[str] = [f"e{n}" for n in range(rows)]
    chosen = [n for n in sorted(served_rows) if n < rows]
    served = {f"e{n}": str(number) for number, n in enumerate(chosen, 1)}
    found = number_rows(ids, served)
    assert list(found) == list(ids)
    assert len(set(found.values())) == rows
    assert served.items() <= found.items()
    assert all(map(is_row_number, found.values()))
    order = [_sorted_by(number) for number in found.values()]
    assert order == sorted(order)


def _sorted_by(number: str) -> tuple[int, str]:
    figures = number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(figures), number.removeprefix(figures)
