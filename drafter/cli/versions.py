"""``drafter versions``: the drafts of a case."""

from __future__ import annotations

import json

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options
from drafter.cli.outcomes import passed_over
from drafter.cli.tables import print_table


@click.command("versions", cls=Command)
@click.argument("case", metavar="CASE")
@click.option("--kind", default="", metavar="KIND", help="Only this kind, or series, of documents.")
@format_option("text", "json", help="What to print.")
@common_options
def command(run: Run, case: str, kind: str, shape: str) -> None:
    """List the versions of a case's documents, and what each moved against the one before it.

    Of each it says whether its Word file is still as it was drafted, or was edited.

    \b
    Example:
      drafter versions border-courier
    """
    from drafter.cli.histories import HEADINGS, row, versions_value
    from drafter.pipeline.histories import steps_of
    from drafter.pipeline.stored import damaged_of, versions_of

    found = versions_of(run.setup.output, case, kind)
    damaged = damaged_of(run.setup.output, found)
    for manifest in damaged:
        run.say(passed_over(manifest), err=True)
    if shape == "json":
        value = versions_value(found[0].case_id, steps_of(found), damaged)
        run.show(json.dumps(value, ensure_ascii=False))
        return
    print_table(run, HEADINGS, map(row, steps_of(found)))
