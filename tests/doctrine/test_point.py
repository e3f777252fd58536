from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.doctrine.point import Instruction, Point
from drafter.doctrine.records import Record, RecordFault

Raw = dict[str, object]


def test_unknown_is_an_answer(point: Callable[..., Raw]) -> None:
    answer = Point.from_record(Record(point()), frozenset({"unknown", "family"}))
    assert answer.value == "unknown"
    assert answer.label == "not read; counsel to check"


def test_a_quotation_needs_marks_and_a_source(
    point: Callable[..., Raw], marks: Callable[..., Raw]
) -> None:
    for raw in (
        point(words="w", source="https://example.org"),
        point(words="w", marks=marks()),
    ):
        with pytest.raises(RecordFault, match="a quotation needs"):
            Point.from_record(Record(raw), frozenset())


def test_label_names_where_the_words_were_read(
    point: Callable[..., Raw], marks: Callable[..., Raw]
) -> None:
    raw = point(
        value="family",
        words="w",
        quoted_from="the comment",
        marks=marks("secondary"),
        source="https://example.org",
    )
    answer = Point.from_record(Record(raw), frozenset())
    assert answer.label == "quoted from the comment; not cite-checked"


def test_an_instruction_may_have_no_known_number(marks: Callable[..., Raw]) -> None:
    raw = {"statement": "One exists.", "marks": marks("none", "unknown"), "lead": "6.08"}
    instruction = Instruction.from_record(Record(raw))
    assert instruction.number is None
    assert "6.08" not in repr(instruction)
