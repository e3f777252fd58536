"""``drafter diff``: what changed between two versions, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.formats import format_option
from drafter.cli.options import Run, common_options

if TYPE_CHECKING:
    from drafter.pipeline.stored import Compared


@click.command("diff")
@click.argument("what", nargs=-1, required=True, metavar="CASE [OLD NEW] | OLD.docx NEW.docx")
@click.option(
    "--kind",
    default="",
    metavar="KIND",
    help="The kind, or series, of documents; by default the first that has several versions.",
)
@format_option("text", "json", help="What to print.")
@common_options
def command(run: Run, what: tuple[str, ...], kind: str, shape: str) -> None:  # fmt: skip
    """Show what changed between two versions of a document: the last two, or those named.

    First the conclusions that moved, each with the facts of the case file that moved among
    what it rests on; then the text, section by section. Of two Word files only the text is
    compared.

    \b
    Example:
      drafter diff border-courier 1 2
    """
    from drafter.cli.differences import difference_lines, difference_value

    compared = _compared(run, what, kind)
    if shape == "json":
        run.show(json.dumps(difference_value(compared), ensure_ascii=False))
        return
    for line in difference_lines(compared, run.setup.output):
        run.show(line)


def _compared(run: Run, what: tuple[str, ...], kind: str) -> Compared:
    from drafter.pipeline.stored import compare_documents, compare_versions

    if len(what) == 2 and all(each.lower().endswith(".docx") for each in what):
        return compare_documents(run.setup.output, Path(what[0]), Path(what[1]))
    if len(what) not in (1, 3):
        raise click.UsageError("Name a case, a case and two versions, or two Word files.")
    case, *numbers = what
    return compare_versions(run.setup.output, case, numbers, kind)
