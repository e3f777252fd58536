"""What is said of a run that takes its time."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from drafter.cli.progress import FIRST, Progress

SOON = 0.02


def watched(total: int, *, quiet: bool = False, failed: int = 0) -> None:
    with Progress(quiet=quiet, first=SOON) as progress:
        progress.begin(total)
        progress.done, progress.failed = 12, failed
        time.sleep(SOON * 10)


def test_a_run_of_many_cases_says_how_far_it_is(capfd: pytest.CaptureFixture[str]) -> None:
    watched(1200)
    watched(1200, failed=3)
    out, err = capfd.readouterr()
    assert out == ""
    assert err.splitlines() == ["12 of 1,200 cases", "12 of 1,200 cases, 3 failed"]


def test_quick_quiet_and_small_runs_say_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    watched(1200, quiet=True)
    watched(8)
    with Progress(quiet=False) as progress:
        progress.begin(1200)
    assert FIRST == 1.0
    assert capfd.readouterr() == ("", "")


ON_A_TERMINAL = """
import time
from drafter.cli.progress import Progress
with Progress(quiet=False, first=0.02) as progress:
    time.sleep(0.1)
    progress.begin(2)
    progress.done = 1
    time.sleep(0.5)
    with progress.aside():
        print("a line", flush=True)
    time.sleep(0.5)
"""


@pytest.mark.skipif(os.name == "nt", reason="terminals are another thing there")
def test_a_terminal_has_one_line_that_is_taken_away() -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", ON_A_TERMINAL], stdout=theirs, stderr=theirs
    ) as run:
        os.close(theirs)
        assert run.wait(timeout=60) == 0
    shown = os.read(ours, 4000).decode()
    os.close(ours)
    words, clear = "1 of 2 cases", "\r\x1b[K"
    assert shown.startswith(f"{clear}Reading the law and the templates{clear}{words}")
    assert f"{words}{clear}a line\r\n{clear}{words}" in shown
    assert shown.endswith(f"{words}{clear}")
