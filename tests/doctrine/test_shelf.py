from __future__ import annotations

import pytest

from drafter.doctrine.kinds import TASKS
from drafter.doctrine.shelf import Shelf
from drafter.errors import LawDataError


def task(id: str, **changes: object) -> dict[str, object]:
    return {"id": id, "kind": "advice", "title": "T", "because": "B."} | changes


def test_records_are_found_by_key_and_read_once() -> None:
    shelf = Shelf(TASKS, {"a": task("a"), "b": task("b")})
    assert sorted(shelf) == ["a", "b"]
    assert len(shelf) == 2
    assert shelf["a"] is shelf["a"]
    assert "z" not in shelf
    with pytest.raises(KeyError):
        shelf["z"]


def test_an_unreadable_record_is_a_fault_of_the_law() -> None:
    shelf = Shelf(TASKS, {"a": task("a", kind="chore")})
    with pytest.raises(LawDataError, match="tasks, a: kind: 'chore' is not known"):
        shelf["a"]


def test_versions_come_newest_first() -> None:
    raw = {"a@2001-01-01": task("a", title="1"), "a": task("a", title="3"), "b": task("b"),
           "a@2010-01-01": task("a", title="2")}  # fmt: skip
    shelf = Shelf(TASKS, raw)
    assert [each.title for each in shelf.versions("a")] == ["3", "2", "1"]
    assert shelf.versions("a") is shelf.versions("a")  # found once
    assert shelf.versions("z") == ()
