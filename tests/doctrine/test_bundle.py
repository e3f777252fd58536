from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.doctrine import bundle
from drafter.errors import LawDataError

Write = Callable[[str, str], Path]
TASK = "id: t\nkind: advice\ntitle: T\nbecause: {because}\n"


def test_the_json_is_built_when_first_needed(write: Write) -> None:
    law = write("tasks/t.yaml", TASK.format(because="B."))
    loaded = bundle.load(law)
    assert loaded.records["tasks"]["t"]["because"] == "B."
    assert json.loads((law / "library.json").read_text("utf-8"))["digest"] == loaded.digest
    assert bundle.load(law) == loaded


def test_a_changed_file_is_read_again(write: Write) -> None:
    law = write("tasks/t.yaml", TASK.format(because="B."))
    first = bundle.load(law)
    write("tasks/t.yaml", TASK.format(because="Something longer."))
    second = bundle.load(law)
    assert second.records["tasks"]["t"]["because"] == "Something longer."
    assert second.digest != first.digest


def test_a_current_json_is_not_built_again(write: Write) -> None:
    law = write("tasks/t.yaml", TASK.format(because="B."))
    bundle.load(law)
    before = (law / "library.json").stat().st_mtime_ns
    bundle.load(law)
    assert (law / "library.json").stat().st_mtime_ns == before


def test_what_a_wheel_carries_is_trusted(write: Write) -> None:
    law = write("tasks/t.yaml", TASK.format(because="B."))
    (law / "library.json").write_text(bundle.build(law), encoding="utf-8")
    write("tasks/t.yaml", TASK.format(because="Changed."))
    assert bundle.load(law).records["tasks"]["t"]["because"] == "B."


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 2, "built_from": "wheel"}'])
def test_a_damaged_json_is_built_again(write: Write, content: str) -> None:
    law = write("tasks/t.yaml", TASK.format(because="B."))
    (law / "library.json").write_text(content, encoding="utf-8")
    assert bundle.load(law).records["tasks"]["t"]["id"] == "t"


def test_a_folder_that_cannot_be_written_is_read_all_the_same(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = write("tasks/t.yaml", TASK.format(because="B."))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert bundle.load(law).records["tasks"]["t"]["id"] == "t"
    assert not (law / "library.json").exists()


def test_an_unsound_record_stops_the_build(write: Write) -> None:
    law = write("tasks/t.yaml", "id: t\nkind: chore\n")
    with pytest.raises(LawDataError, match=r"t\.yaml:2:7: kind: 'chore' is not known"):
        bundle.load(law)
    assert not (law / "library.json").exists()


def test_the_digest_does_not_depend_on_order_or_layout() -> None:
    one = {"a": {"x": {"id": "x", "n": "1"}}, "b": {}}
    other = {"b": {}, "a": {"x": {"n": "1", "id": "x"}}}
    assert bundle.digest_of(one) == bundle.digest_of(other)
