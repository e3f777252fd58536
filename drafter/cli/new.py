"""``drafter new``: a case file to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.once import Command
from drafter.cli.options import Run, common_options


@click.command("new", cls=Command)
@click.argument("file", type=click.Path(path_type=Path, readable=False), metavar="CASE.yaml")
@common_options
def command(run: Run, file: Path) -> None:
    """Begin a case file: what is required, what every document will ask for, the sections.

    Its name, without the extension, becomes the id of the case, which stands in every path: no
    name of a person and no docket number. A file that is there is never written over.

    \b
    Example:
      drafter new border-run.yaml
    """
    from drafter.pipeline.beginning import begin

    begin(file, run.session().vocabulary)
    run.say(f"{file}: begun. Enter what you know; `drafter check {file}` says what is missing.")
