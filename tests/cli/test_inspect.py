"""``drafter inspect``: any Word file, in words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import AS_OF, drafter
from tests.word.planted import planted


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "from elsewhere.docx"
    path.write_bytes(planted())
    return path


def test_what_is_unfit_to_leave_comes_first_and_all_of_it_after(file: Path) -> None:
    done = drafter("inspect", file)
    assert done.exit_code == 0
    unfit, _, rest = done.stdout.partition("\nParts: ")
    for told in (
        "3 × Tracked changes",
        "deletion, Robin Vale: taken out",
        "secret words",
        "Lee Orr",
    ):
        assert told in unfit
    for told in ("word/left-behind.xml", "FILENAME \\p, shows: X:memo.docx", "A map of the road"):
        assert told in rest


def test_json_is_one_value_with_everything(file: Path) -> None:
    done = drafter("inspect", file, "--format", "json")
    value = json.loads(done.stdout)
    assert (value["format"], value["file"]) == (1, str(file))
    assert value["comments"][0]["text"] == "Weak point."
    assert value["revisions"] == 2
    assert {"id": "macros", "count": 1} in [
        {name: each[name] for name in ("id", "count")} for each in value["unfit"]
    ]


def test_an_exhibit_that_was_drafted_to_leave_is_only_marked_a_draft(desk: Path) -> None:
    drafter("draft", "courier.yaml", "--kind", "surrender_exhibit", *AS_OF)
    (exhibit,) = desk.rglob("*.docx")
    value = json.loads(drafter("inspect", exhibit, "--format", "json").stdout)
    assert [each["id"] for each in value["unfit"]] in ([], ["marked"])
    assert value["bookmarks"] == value["comments"] == value["hidden"] == []


def test_what_cannot_be_read_is_said_with_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    missing = drafter("inspect", path)
    path.write_text("no zip at all", "utf-8")
    for done in (missing, drafter("inspect", path), drafter("inspect", tmp_path)):
        assert done.exit_code == 2
        assert done.stdout == ""
        assert str(tmp_path) in done.stderr
        assert "Traceback" not in done.stderr
