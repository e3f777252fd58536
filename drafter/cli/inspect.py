"""``drafter inspect``: what is in a Word file, hidden parts included."""

from __future__ import annotations

import json
from pathlib import Path

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options


@click.command("inspect", cls=Command)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, readable=False))
@format_option("text", "json", help="What to print.")
@common_options
def command(run: Run, file: Path, shape: str) -> None:  # fmt: skip
    """List what is in a Word file, hidden parts included, and what of it should not leave.

    Any .docx, not only one of ours: its parts, what it says of itself, names of people, comments,
    notes, tracked changes, hidden words, bookmarks, content controls, fields, links, embedded
    files. Whether its words may leave is not judged here: that takes the case.

    \b
    Example:
      drafter inspect output/border-courier/outward/border-courier-surrender_exhibit-v001.docx
    """
    from drafter.cli.inventories import inventory_lines, inventory_value
    from drafter.pipeline.documents import inventory_of

    inventory = inventory_of(file)
    if shape == "json":
        run.show(json.dumps(inventory_value(file, inventory), ensure_ascii=False))
        return
    for line in inventory_lines(file, inventory):
        run.show(line)
