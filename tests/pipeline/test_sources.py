"""Which case files a command means, and whose each is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafter import yamlfile
from drafter.errors import CaseFileError
from drafter.pipeline.sources import Source, case_paths, shared_ids


def write(folder: Path, *names: str) -> list[Path]:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"schema: 1\nid: {path.stem}\n", "utf-8")
    return [folder / name for name in names]


def source(text: str | bytes) -> Source:
    return Source(Path("x.yaml"), text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    "line",
    ["id: a-1", "id:   'a-1'", 'id: "a-1" # x', "id : a-1", "id: a-1   ", "id: a-1\r"],
)
def test_the_id_stands_on_its_line(line: str) -> None:
    assert source(f"schema: 1\n{line}\nmatter:\n  id: other\n").id == "a-1"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (b"\xef\xbb\xbfid: a-1\n", "a-1"),
        (b"schema: 1\rid: a-1\r", "a-1"),
        ('{"schema": 1, "id": "a-1"}', "a-1"),
        ('schema: 1\n? id\n: "\\x61-1"\n', "a-1"),
        ("schema: 1\n", None),
        ("id: [1\n", None),
        ("id: A Name\n", None),
        ("", None),
        (b"\xff\xfe", None),
    ],
)
def test_the_id_of_files_written_otherwise(text: str | bytes, id: str | None) -> None:
    assert source(text).id == id


_lines = st.sampled_from(
    ["id: one", "id: two", "  id: three", "a: |", "  id: four", "- id: six",
     "# id: seven", "c: >", "", "d: {", "b: 'x", "id: five'", "}", "id: 'eight'", "\tid: nine"],
)  # fmt: skip


@given(st.lists(_lines, max_size=6).map("\n".join))
def test_the_id_is_the_one_that_parsing_gives(text: str) -> None:
    try:
        parsed = yamlfile.parse(text, "x.yaml").value.get("id")
    except CaseFileError:
        return  # the file is refused, whatever its id
    assume(parsed in ("one", "two", "eight"))
    assert source(text).id == parsed


def test_folders_and_patterns_give_case_files_once(tmp_path: Path) -> None:
    a, b, deep = write(tmp_path, "a.yaml", "b.yml", "deep/c.yaml")
    write(tmp_path, ".hidden.yaml", "~lock.yaml", "notes.txt", "output/x.json")
    assert case_paths([str(tmp_path)]) == [a, b]
    assert case_paths([str(tmp_path / "**" / "*.yaml")]) == [a, deep]
    assert case_paths([str(b), str(tmp_path), str(a)]) == [b, a]
    assert case_paths([str(a), str(tmp_path / "deep" / ".." / "a.yaml")]) == [a]


def test_a_file_whose_name_is_a_pattern_is_that_file(tmp_path: Path) -> None:
    odd, _ = write(tmp_path, "[ab].yaml", "a.yaml")
    assert case_paths([str(odd)]) == [odd]


def test_a_path_that_is_not_there_is_kept_among_others(tmp_path: Path) -> None:
    (a,) = write(tmp_path, "a.yaml")
    gone = tmp_path / "gone.yaml"
    assert case_paths([str(gone), str(a)]) == [gone, a]
    with pytest.raises(CaseFileError, match="no case file here"):
        case_paths([str(gone)])
    with pytest.raises(CaseFileError, match="no case file here"):
        case_paths([str(tmp_path / ("x" * 400))])


def test_each_file_that_shares_an_id_is_named(tmp_path: Path) -> None:
    first, other = write(tmp_path, "a.yaml", "b.yaml")
    second = tmp_path / "again.yaml"
    second.write_text(json.dumps({"schema": 1, "id": "a"}), "utf-8")
    found = shared_ids([first, second, other, tmp_path / "gone.yaml"])
    assert set(found) == {first, second}
    assert str(found[first]).startswith(f"{first}:2:5: The id `a` is also that of {second}.")
    assert shared_ids([first, other]) == {}
