"""Older files are brought up one schema at a time; newer ones are refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter import yamlfile
from drafter.casefile.migrations import upgraded
from drafter.errors import CaseFileError
from drafter.yamlfile import YamlFile
from tests.cli.running import drafter


def first(file: YamlFile) -> YamlFile:
    return replace(file, value={**file.value, "order": "first"})


def second(file: YamlFile) -> YamlFile:
    return replace(file, value={**file.value, "order": f"{file.value.get('order')} second"})


@pytest.mark.parametrize(
    ("number", "order"), [("1", "first second"), ("2", "None second"), ("3", None)]
)
def test_the_steps_that_are_needed_run_in_order(number: str, order: str | None) -> None:
    file = yamlfile.parse(f"schema: {number}\nid: a\n", "f")
    after = upgraded(file, (first, second))
    assert after.value.get("order") == order
    assert str(after.locate(("id",))) == "f:2:5"


@pytest.mark.parametrize(
    ("number", "hint"), [("4", "newer"), ("0", "Write"), ("x", "Write"), ("[1]", "Write")]
)
def test_an_unknown_schema_is_refused_alone(number: str, hint: str) -> None:
    file = yamlfile.parse(f"schema: {number}\n", "f")
    with pytest.raises(CaseFileError) as caught:
        upgraded(file, (first, second))
    [problem] = caught.value.problems
    assert str(problem.location) == "f:1:9"
    assert "schema 1 or 2 or 3" in problem.message
    assert hint in problem.hint


def test_the_command_says_what_schema_files_have_and_changes_none(tmp_path: Path) -> None:
    for name, text in {
        "a": "schema: 1\nid: a\n",
        "b": "schema: 2\nid: b\n",
        "c": "id: c\n",
    }.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    done = drafter("migrate", tmp_path)
    assert done.exit_code == 2
    assert done.stdout == f"{tmp_path}/a.yaml: schema 1, the present one.\n"
    assert f"{tmp_path}/b.yaml:1:9: This drafter reads case files of schema 1." in done.stderr
    assert "Install a newer drafter." in done.stderr
    assert f"{tmp_path}/c.yaml:1:1: A case file begins with its `schema:`" in done.stderr
    assert (tmp_path / "b.yaml").read_text("utf-8") == "schema: 2\nid: b\n"
