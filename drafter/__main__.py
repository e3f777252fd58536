"""The program: what ``drafter`` and ``python -m drafter`` start."""

from __future__ import annotations

import gc


def run() -> None:
    """Run the command line in a process of its own.

    A process that reads a few cases is over before it leaves garbage worth looking for, so the
    collector is off until a command says that many come (`cli.options.Run.begin`); at the end
    nothing is looked for, since all of it goes.  Of a cold draft that is a seventh.
    """
    gc.disable()
    from drafter.cli import main

    try:
        main(prog_name="drafter")
    finally:
        gc.freeze()


if __name__ == "__main__":
    run()
