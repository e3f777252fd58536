from __future__ import annotations

import pytest

from drafter.doctrine.occasion import Occasion
from drafter.doctrine.records import Record, RecordFault
from drafter.doctrine.task import Task


def test_a_task_has_a_kind_a_title_and_a_reason() -> None:
    raw: dict[str, object] = {"id": "seal", "kind": "sealing", "title": "Seal it", "because": "B."}
    task = Task.from_record(Record(raw))
    assert (task.authority, task.when, task.deadline, task.order) == (None, (), None, 0)
    with pytest.raises(RecordFault, match="'chore' is not known"):
        Task.from_record(Record(raw | {"kind": "chore"}))
    with pytest.raises(RecordFault, match="because: is missing"):
        Task.from_record(Record({"id": "seal", "kind": "sealing", "title": "Seal it"}))


def test_a_task_arises_on_known_occasions_only() -> None:
    raw: dict[str, object] = {"id": "seal", "kind": "sealing", "title": "Seal it", "because": "B."}
    task = Task.from_record(Record(raw | {"when": ["trafficking_unscreened", "video_named"]}))
    assert task.when == (Occasion.TRAFFICKING_UNSCREENED, Occasion.VIDEO_NAMED)
    with pytest.raises(RecordFault, match="'rainy' is not an occasion"):
        Task.from_record(Record(raw | {"when": ["rainy"]}))
