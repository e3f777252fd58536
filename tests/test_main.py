"""The program in a process of its own, and when it looks for garbage."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter import __main__, __version__, cli
from drafter.cli.options import Run
from drafter.cli.progress import Progress
from drafter.pipeline.setup import Setup
from tests.samples import AS_OF

FULL = Path("/dev/full")


@pytest.fixture(autouse=True)
def _collector_as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
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


SAYS_AND_ENDS = """
import sys
from drafter import __main__, cli
def main(prog_name):
    print("said", end="")
    print("told", end="", file=sys.stderr)
    sys.exit({code})
cli.main = main
__main__.start()
"""
"""A command that prints to where it is held back, a pipe or a file, until it is flushed."""
HOLDING_BACK = {name: os.environ[name] for name in os.environ if name != "PYTHONUNBUFFERED"}


@pytest.mark.parametrize(("code", "left"), [("0", 0), ("5", 5), ("None", 0), ("'why'", 1)])
def test_all_is_printed_before_the_process_ends(code: str, left: int) -> None:
    program = [sys.executable, "-c", SAYS_AND_ENDS.format(code=code)]
    done = subprocess.run(program, capture_output=True, text=True, env=HOLDING_BACK)
    assert (done.returncode, done.stdout) == (left, "said")
    assert done.stderr == ("toldwhy\n" if left == 1 else "told")


@pytest.mark.skipif(not FULL.exists(), reason="no device here is always full")
def test_what_cannot_be_printed_does_not_end_as_done() -> None:
    program = [sys.executable, "-c", SAYS_AND_ENDS.format(code=0)]
    with FULL.open("wb") as full:
        done = subprocess.run(
            program, stdout=full, stderr=subprocess.PIPE, text=True, env=HOLDING_BACK
        )
    assert done.returncode != 0
    assert "No space left" in done.stderr


def test_it_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "drafter", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"drafter {__version__}\n"
