"""The command line, run in this process or as one of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from drafter.cli import main

AS_OF = ("--as-of", "2026-11-28")

_RIGHTS = "-dac_override,-dac_read_search"


def _without_root() -> tuple[str, ...] | None:
    """What to put before a command so that file permissions bind it; None where nothing does."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() != 0:
        return ()
    setpriv = ("setpriv", f"--bounding-set={_RIGHTS}", f"--inh-caps={_RIGHTS}")
    if (
        shutil.which("setpriv") is None
        or subprocess.run([*setpriv, "true"], check=False).returncode
    ):
        return None
    return setpriv


WITHOUT_ROOT = _without_root()
PROGRAM = (sys.executable, "-m", "drafter")


def drafter(*arguments: str | Path) -> Result:
    """Run a command in this process; a fault of ours is raised, not caught."""
    return CliRunner(catch_exceptions=False).invoke(main, [str(each) for each in arguments])


def process(
    *arguments: str | Path,
    cwd: Path,
    env: dict[str, str] | None = None,
    under: tuple[str, ...] | None = (),
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own, `under` another that starts it."""
    return subprocess.run(
        [*(under or ()), *PROGRAM, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        check=False,
        timeout=120,
    )


def files(folder: Path) -> set[str]:
    """Every file below a folder, by its path there."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
