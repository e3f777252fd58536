from __future__ import annotations

import pytest

from drafter.doctrine.defense import Defense, DefenseRecord, Denies
from drafter.doctrine.records import Record, RecordFault


def test_a_defense_says_what_it_denies_and_when_it_is_asked() -> None:
    raw: dict[str, object] = {"id": "coercion", "order": "1", "denies": "nothing"}
    read = DefenseRecord.from_record(Record(raw))
    assert (read.id, read.denies, read.notice) == (Defense.COERCION, Denies.NOTHING, None)
    with pytest.raises(RecordFault, match="order: is missing"):
        DefenseRecord.from_record(Record({"id": "coercion", "denies": "nothing"}))
    with pytest.raises(RecordFault, match="'alibi' is not known"):
        DefenseRecord.from_record(Record(raw | {"id": "alibi"}))
