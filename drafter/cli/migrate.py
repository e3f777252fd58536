"""``drafter migrate``: which schema case files have, and whether that is the present one."""

from __future__ import annotations

import click

from drafter.cli.once import Command
from drafter.cli.options import Run, common_options


@click.command("migrate", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="CASE...")
@common_options
def command(run: Run, paths: tuple[str, ...]) -> None:
    """See that case files have the present schema, as after a new drafter was installed.

    There has been one schema so far, so that no file has to be changed, and none is. A file of a
    schema that this drafter does not know is refused at its line. Every command reads an older
    file as it is. CASE may be a file, a folder or a pattern.

    \b
    Example:
      drafter migrate casefiles
    """
    from drafter.pipeline.checking import schemas
    from drafter.pipeline.sources import docket_paths

    cases = docket_paths(paths, run.session().store)
    run.begin(len(cases))
    for path, number in schemas(cases):
        run.say(f"{path}: schema {number}, the present one.")
        run.progress.done += 1
