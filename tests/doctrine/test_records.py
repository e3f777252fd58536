from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest

from drafter.doctrine.records import Record, RecordFault


class Color(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Known:
    id: str


def test_reads_each_kind_of_field() -> None:
    record = Record({"a": "x", "n": "12", "d": "2026-01-23", "f": "true", "l": ["p", "q"]})
    assert record.text("a") == "x"
    assert record.whole("n") == record.number("n") == 12
    assert record.day("d") == record.calendar_day("d") == date(2026, 1, 23)
    assert record.whole("none") is record.day("none") is None
    assert record.flag("f") is True
    assert record.flag("none", default=True) is True
    assert record.texts("l") == ("p", "q")
    assert record.texts("none") == ()
    assert Record({"c": ["blue", "red"]}).choices("c", Color) == (Color.BLUE, Color.RED)
    assert record.choices("none", Color) == ()


@pytest.mark.parametrize(
    ("fields", "read", "message"),
    [
        ({}, lambda r: r.text("x"), "x: is missing"),
        ({}, lambda r: r.number("x"), "x: is missing"),
        ({"x": None}, lambda r: r.calendar_day("x"), "x: is missing"),
        ({"x": " "}, lambda r: r.text("x"), "x: is blank"),
        ({"x": ["y"]}, lambda r: r.text("x"), "x: must be text"),
        ({"x": "1.5"}, lambda r: r.whole("x"), "not a whole number"),
        ({"x": "١٢"}, lambda r: r.whole("x"), "not a whole number"),
        ({"x": "2026-02-30"}, lambda r: r.day("x"), "is not a day"),
        ({"x": "20260101"}, lambda r: r.day("x"), "is not a day"),
        ({"x": "yes"}, lambda r: r.flag("x"), "neither true nor false"),
        ({"x": "green"}, lambda r: r.choice("x", Color), "'green' is not known"),
        ({"x": ["red", "green"]}, lambda r: r.choices("x", Color), "'green' is not known"),
        ({"x": "y"}, lambda r: r.texts("x"), "must be a list"),
        ({"x": [{"y": "z"}]}, lambda r: r.texts("x"), "must be a list of texts"),
        ({"x": "y"}, lambda r: r.child("x"), "must be a mapping"),
        ({"x": ["y"]}, lambda r: r.children("x"), "must be a list of mappings"),
        ({"id": "a", "x": "y"}, lambda r: r.only(Known), "x: is not a field here"),
        ({"id": "a", "format": "2"}, lambda r: r.only(Known), "newer than this program reads"),
    ],
)
def test_refuses_what_is_not_as_it_should_be(fields, read, message) -> None:
    with pytest.raises(RecordFault, match=message):
        read(Record(fields))


def test_format_1_may_stand_in_any_record() -> None:
    record = Record({"id": "a", "format": "1"})
    record.only(Known)
    assert record.text("id") == "a"


def test_a_fault_knows_its_path() -> None:
    inner = Record({"list": [{}, {"marks": {}}]}).children("list")[1].child("marks")
    with pytest.raises(RecordFault) as fault:
        inner.text("words")
    assert fault.value.path == ("list", 1, "marks", "words")
