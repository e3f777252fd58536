"""The program in a process of its own, and when it looks for garbage."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from drafter import __main__, __version__, cli
from drafter.cli.options import Run
from drafter.cli.progress import Progress
from drafter.pipeline.setup import Setup
from tests.samples import AS_OF


@pytest.fixture(autouse=True)
def _collector_as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


@pytest.mark.parametrize(("cases", "on"), [(1, False), (8, False), (9, True), (1000, True)])
def test_garbage_is_looked_for_only_where_many_cases_come(
    cases: int, on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def main(prog_name: str) -> None:
        assert prog_name == "drafter"
        Run(Setup(AS_OF), quiet=True, progress=Progress(quiet=True)).begin(cases)
        seen.append(gc.isenabled())

    monkeypatch.setattr(cli, "main", main)
    __main__.run()
    assert seen == [on]
    assert gc.get_freeze_count() > 0


def test_it_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "drafter", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"drafter {__version__}\n"
