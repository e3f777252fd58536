"""Every command says what it is for, and its example runs."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from drafter.cli import main
from drafter.cli.group import COMMANDS
from tests.cli.running import drafter

_EXAMPLE = re.compile(r"Example:\n((?: +drafter .*\n?)+)")
OPTIONS = ("--as-of", "--output", "--law", "--templates", "--no-claims", "--quiet", "--color")


def every(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from every(command, (*path, name))


ALL = sorted(every(main))


def test_the_commands_are_those_of_the_contract() -> None:
    assert {path[0] for path in ALL} == {
        *("check", "analyze", "draft", "batch", "versions", "diff", "refresh", "clear"),
        *("inspect", "verify", "textconv", "why", "law", "lint", "schema", "new", "import"),
        *("review", "migrate"),
    }
    assert {path[1] for path in ALL if len(path) == 2} == {
        *("list", "show", "due", "check"),
        "templates",
    }


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_help_says_what_a_command_does_with_an_example(path: tuple[str, ...]) -> None:
    shown = drafter(*path, "--help")
    assert shown.exit_code == 0
    assert shown.stderr == ""
    example = _EXAMPLE.search(shown.output)
    assert example is not None
    assert example[1].split()[:2] == ["drafter", path[0]]
    if path not in (("law",), ("lint",), ("textconv",)):
        assert [option for option in OPTIONS if option not in shown.output] == []


def examples() -> list[str]:
    pages = [drafter(*path, "--help").output for path in ((), *ALL)]
    found = [example for page in pages for example in _EXAMPLE.findall(page)]
    assert len(found) == len(pages)
    return list(dict.fromkeys(line.strip() for each in found for line in each.splitlines()))


def test_the_examples_run_in_their_order(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = ("versions", "diff", "inspect", "verify", "clear", "textconv")
    refused = 6  # an exhibit that nobody has approved
    lines = sorted(examples(), key=lambda line: line.split()[1] in late)
    assert {line.split()[1] for line in lines} == set(COMMANDS)
    shutil.copytree(root / "casefiles", tmp_path / "casefiles")
    monkeypatch.chdir(tmp_path)
    for line in lines:
        _, *arguments = shlex.split(line)
        if arguments[0] == "diff":
            drafter("draft", "border-courier", "--force")
        done = drafter(*arguments)
        expected = refused if arguments[0] == "clear" else 0
        assert done.exit_code == expected, (line, done.output)
        assert done.output


def test_the_top_command_lists_the_exit_codes() -> None:
    shown = drafter("--help")
    for code in range(8):
        assert re.search(rf"\b{code}  \w", shown.output)


def test_the_version_is_that_of_the_package() -> None:
    from drafter import __version__

    assert drafter("--version").output == f"drafter {__version__}\n"
