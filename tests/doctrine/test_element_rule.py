from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.doctrine.element_rule import ElementRule
from drafter.doctrine.records import Record, RecordFault

Raw = dict[str, object]
SOURCE = "https://example.org"


def read(marks: Raw, **fields: object) -> ElementRule:
    raw = {"id": "fear", "concepts": ["fear"], "marks": marks} | fields
    return ElementRule.from_record(Record(raw))


def test_grade_d_has_no_words(marks: Callable[..., Raw]) -> None:
    with pytest.raises(RecordFault, match="only grades A, B and C have words"):
        read(marks(), words="w", grade="D", source=SOURCE)


def test_words_without_a_grade_are_refused(marks: Callable[..., Raw]) -> None:
    with pytest.raises(RecordFault, match="only grades A, B and C have words"):
        read(marks(), words="w", source=SOURCE)


def test_words_must_have_been_seen(marks: Callable[..., Raw]) -> None:
    with pytest.raises(RecordFault, match="nothing can be quoted"):
        read(marks("none"), words="w", grade="A", source=SOURCE)


@pytest.mark.parametrize("field", ["words", "summary"])
def test_what_was_read_has_a_source(marks: Callable[..., Raw], field: str) -> None:
    grade = "A" if field == "words" else "D"
    with pytest.raises(RecordFault, match="where was this read"):
        read(marks(), **{field: "w"}, grade=grade)


def test_grade_c_names_who_reproduces_it(marks: Callable[..., Raw]) -> None:
    with pytest.raises(RecordFault, match="as reproduced by"):
        read(marks("secondary"), words="w", grade="C", source=SOURCE)
    rule = read(marks("secondary"), words="w", grade="C", source=SOURCE, reproduced_by="a school")
    assert rule.label == "quoted as reproduced by a school; not cite-checked"


def test_label_of_words_and_of_a_summary(marks: Callable[..., Raw]) -> None:
    quoted = read(marks(), words="w", grade="A", source=SOURCE)
    assert quoted.label == "quoted from the opinion or official text; not cite-checked"
    through = read(marks("secondary"), words="w", grade="A", source=SOURCE, quoted_from="Brewer")
    assert through.label == "quoted from Brewer; not cite-checked"
    summary = read(marks("none", "summary"), summary="s", grade="D", source=SOURCE)
    assert summary.label == "known from a summary; not cite-checked"


def test_an_element_states_at_least_one_concept(marks: Callable[..., Raw]) -> None:
    with pytest.raises(RecordFault, match="concepts: is missing"):
        read(marks(), concepts=[])
    with pytest.raises(RecordFault, match="concepts: 'luck'"):
        read(marks(), concepts=["luck"])
