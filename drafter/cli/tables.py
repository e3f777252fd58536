"""Tables on a terminal, and as plain columns everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

import click

from drafter.cli.options import Run

_UNLIMITED = 10_000
"""Columns of a table that is not on a terminal: nothing is cut or broken."""


def print_table(run: Run, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under headings on standard output; words are printed as they are."""
    # Here, because rich costs 65 ms and most commands print no table.
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    color = click.get_current_context().color
    terminal = sys.stdout.isatty()
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(Text(heading), overflow="fold", no_wrap=not terminal)
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console(
        file=sys.stdout,
        force_terminal=color,
        no_color=color is False,
        width=None if terminal else _UNLIMITED,
    )
    # Shown by us, since rich has exit codes of its own for a reader that leaves.
    with console.capture() as printed:
        console.print(table)
    run.show(printed.get().removesuffix("\n"))
