"""``drafter clear``: whether a finished file may leave the office."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options
from drafter.errors import GateError


@click.command("clear", cls=Command)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--case",
    required=True,
    metavar="CASE",
    help="The case that the file is of: a case file, or the id of a drafted case.",
)
@click.option(
    "--kind",
    default="",
    metavar="KIND",
    help="As what it will leave; by default as its title says, or a paper on the public docket.",
)
@click.option(
    "--edition",
    default="",
    metavar="EDITION",
    help="An edition of that kind that leaves, such as sealed; by default the first.",
)
@format_option("text", "json", help="What to print.")
@common_options
def command(run: Run, file: Path, case: str, kind: str, edition: str, shape: str) -> None:
    """Say whether a Word file or PDF may leave the office, whoever edited it since.

    Every gate that a draft passes runs over every word in the file, on the page or not:
    citations without a fresh cite-check, names and identifiers, words that only the team may
    read, markers, legends, comments, tracked changes, hidden words. What could not be told is
    said. Exit code 6: refused, with everything listed. Nothing is written.

    \b
    Example:
      drafter clear output/border-courier/outward/border-courier-surrender_exhibit-v001.docx --case border-courier
    """  # noqa: E501
    from drafter.cli.clearances import clearance_lines, clearance_value
    from drafter.pipeline.clearing import clear

    with closing(run.session()) as session:
        found = clear(session, file, case, kind, edition)
    if shape == "json":
        run.show(json.dumps(clearance_value(found), ensure_ascii=False))
    else:
        for line in clearance_lines(found):
            run.show(line)
    if found.refused:
        click.get_current_context().exit(GateError.exit_code)
