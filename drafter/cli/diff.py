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
@click.option(
    "--html",
    type=click.Path(path_type=Path, readable=False),
    default=None,
    metavar="FILE",
    help="Write it as a page to read side by side as well.",
)
@click.option("--force", is_flag=True, default=False, help="Write over a file that is there.")
@format_option("text", "json", help="What to print.")
@common_options
def command(
    run: Run, what: tuple[str, ...], kind: str, html: Path | None, force: bool, shape: str
) -> None:
    """Show what changed between two versions of a document: the last two, or those named.

    First the conclusions that moved, then the text, section by section; each change with its
    cause: a fact and its line, a law record, the templates, the day. Of two Word files the
    text is compared and what stands beside it; what is not compared is said.

    \b
    Examples:
      drafter diff border-courier 1 2
      drafter diff border-courier --html changes.html
    """
    from drafter.cli.differences import difference_lines, difference_value

    if force and html is None:
        raise click.UsageError("--force writes over a page: name it with --html.")
    compared = _compared(run, what, kind)
    if html is not None:
        _write_page(run, compared, html, force)
    if shape == "json":
        run.show(json.dumps(difference_value(compared), ensure_ascii=False))
        return
    for line in difference_lines(compared, run.setup.output):
        run.show(line)


def _compared(run: Run, what: tuple[str, ...], kind: str) -> Compared:
    from drafter.pipeline.stored import compare_versions

    if len(what) == 2 and all(each.lower().endswith(".docx") for each in what):
        from drafter.pipeline.comparing import compare_documents

        return compare_documents(run.setup.output, Path(what[0]), Path(what[1]))
    if len(what) not in (1, 3):
        raise click.UsageError("Name a case, a case and two versions, or two Word files.")
    case, *numbers = what
    return compare_versions(run.setup.output, case, numbers, kind)


def _write_page(run: Run, compared: Compared, path: Path, force: bool) -> None:
    from drafter.cli.differences import case_file_of, version_name
    from drafter.versions.files import write_named
    from drafter.versions.page import Told, page

    told = Told(
        version_name(compared.old),
        version_name(compared.new),
        compared.comparison,
        case_file_of(compared, run.setup.output),
        compared.beside,
        compared.untold,
    )
    write_named(path, page(told).encode(), force=force)
