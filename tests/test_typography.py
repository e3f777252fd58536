"""Quotation marks of print."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.doctrine import bundle
from drafter.typography import curled


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("the client's word", "the client’s word"),
        ('"Yes," she said', "“Yes,” she said"),
        ("('so' it goes)", "(‘so’ it goes)"),
        ("aff'd", "aff’d"),
        ("—'word'", "—‘word’"),
        ("no marks", "no marks"),
        ("“already”", "“already”"),
    ],
)
def test_marks(written: str, printed: str) -> None:
    assert curled(written) == printed


@given(st.text())
def test_every_other_character_stays(text: str) -> None:
    turned = curled(text)
    assert len(turned) == len(text)
    assert not set("'\"") & set(turned)
    assert all(a == b for a, b in zip(text, turned, strict=True) if a not in "'\"")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def test_the_law_library_has_no_straight_marks_outside_addresses() -> None:
    words = [text for text in _texts(bundle.load().records) if "://" not in text]
    assert len(words) > 1000
    assert [text for text in words if set("'\"") & set(text)] == []
