"""``drafter verify``: whether a Word file is as it was drafted."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options
from drafter.errors import NotAsDraftedError


@click.command("verify", cls=Command)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--case",
    default="",
    metavar="CASE",
    help="The case that the file should be of: a case file, or the id of a drafted case.",
)
@format_option("text", "json", help="What to print.")
@common_options
def command(run: Run, file: Path, case: str, shape: str) -> None:  # fmt: skip
    """Say whether a Word file is as it was drafted, edited since, or from another case.

    The file may lie anywhere: it is compared with every version under --output. Told too are
    what changed since it was drafted (the case file, the law library, the templates, drafter
    itself) and whether there is a newer version. Exit code 7: not as drafted.

    \b
    Example:
      drafter verify output/border-courier/outward/border-courier-surrender_exhibit-v001.docx
    """
    from drafter.cli.verifications import verification_lines, verification_value
    from drafter.pipeline.verifying import Verdict, verify

    with closing(run.session()) as session:
        found = verify(session, file, case)
    if shape == "json":
        run.show(json.dumps(verification_value(found), ensure_ascii=False))
    else:
        for line in verification_lines(found, run.setup.output):
            run.show(line)
    if found.verdict is not Verdict.AS_DRAFTED:
        click.get_current_context().exit(NotAsDraftedError.exit_code)
