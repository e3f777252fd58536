from __future__ import annotations

import pytest

from drafter.doctrine.element import Element
from drafter.doctrine.records import Record, RecordFault


def test_an_element_has_a_place_in_the_order() -> None:
    raw: dict[str, object] = {
        "id": "fear",
        "title": "Fear",
        "question": "Was it real?",
        "asks": "what was feared",
        "silent": "Nothing is recorded of the fear.",
    }
    with pytest.raises(RecordFault, match="order: is missing"):
        Element.from_record(Record(raw))
    assert Element.from_record(Record(raw | {"order": "3", "protective": "true"})).protective


def test_an_element_is_one_of_the_nine_concepts() -> None:
    with pytest.raises(RecordFault, match="'luck' is not known"):
        Element.from_record(Record({"id": "luck", "title": "L", "question": "?", "order": "1"}))
