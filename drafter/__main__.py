"""The program: what ``drafter`` and ``python -m drafter`` start."""

from __future__ import annotations

import gc
import os
import sys


def start() -> None:
    """Run the command line as a process, which ends with it."""
    try:
        run()
    except SystemExit as end:
        _leave(end)
        raise


def run() -> None:
    """Run the command line in a process of its own.

    A process that reads a few cases is over before it leaves garbage worth looking for, so the
    collector is off until a command says that many come (`cli.options.Run.begin`).  Of a cold
    draft that is a seventh.
    """
    gc.disable()
    from drafter.cli import main

    main(prog_name="drafter")


def _leave(end: SystemExit) -> None:
    """End the process, unless there is something to say of what could not be printed.

    Every file is written and closed by now; to take apart all that was read, object by object,
    before the system takes the memory back at once is a twentieth of a long redline.
    """
    if end.code is not None and not isinstance(end.code, int):
        return
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):  # a shell may have closed one
            stream.flush()
    except (OSError, ValueError):
        return
    os._exit(end.code or 0)


if __name__ == "__main__":
    start()
