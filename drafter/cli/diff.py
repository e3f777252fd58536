"""``drafter diff``: what changed between two versions, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options
from drafter.cli.outcomes import passed_over

if TYPE_CHECKING:
    from drafter.pipeline.stored import Compared
    from drafter.word.reading.resolved import Reading

NOT_COMPARED = (
    "Not compared in the redline: its look beside styles and weight (fonts, spacing, pages),"
    " comments, properties.\nWhat moved goes in one place and comes in another."
)
"""Said of every redline: silence about it would be taken for sameness."""


@click.command("diff", cls=Command)
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
@click.option(
    "--redline",
    type=click.Path(path_type=Path, readable=False),
    default=None,
    metavar="FILE.docx",
    help="Write it as a Word file with tracked changes as well.",
)
@click.option(
    "--author",
    default="drafter",
    show_default=True,
    metavar="NAME",
    help="Whose the tracked changes of the redline are.",
)
@click.option(
    "--changes",
    type=click.Choice(["accepted", "original"]),
    default=None,
    help="Of Word files with tracked changes, the text to compare: with all accepted, or none.",
)
@click.option("--force", is_flag=True, default=False, help="Write over a file that is there.")
@format_option("text", "json", help="What to print.")
@common_options
def command(
    run: Run,
    what: tuple[str, ...],
    kind: str,
    html: Path | None,
    redline: Path | None,
    author: str,
    changes: str | None,
    force: bool,
    shape: str,
) -> None:  # fmt: skip
    """Show what changed between two versions of a document: the last two, or those named.

    First the conclusions that moved, then the text, section by section; each change with its
    cause: a fact and its line, a law record, the templates, the day. Of two Word files the
    text is compared and what stands beside it; what is not compared is said.

    \b
    Example:
      drafter diff border-courier 1 2
      drafter diff border-courier --html changes.html
      drafter diff border-courier --redline redline.docx
    """
    from drafter.cli.differences import difference_lines, difference_value

    if force and html is None and redline is None:
        raise click.UsageError("--force writes over a file: name it with --html or --redline.")
    compared = _compared(run, what, kind, changes)
    for manifest in compared.passed_over:
        run.say(passed_over(manifest), err=True)
    _spare(compared, {"--redline": redline, "--html": html})
    if redline is not None:
        _write_redline(run, compared, redline, author, changes, force)
    if html is not None:
        _write_page(run, compared, html, force)
    if shape == "json":
        run.show(json.dumps(difference_value(compared), ensure_ascii=False))
        return
    for line in difference_lines(compared, run.setup.output):
        run.show(line)


def _compared(run: Run, what: tuple[str, ...], kind: str, changes: str | None) -> Compared:
    from drafter.pipeline.stored import compare_versions

    if len(what) == 2 and all(each.lower().endswith(".docx") for each in what):
        from drafter.pipeline.comparing import compare_documents

        old, new = map(Path, what)
        return compare_documents(run.setup.output, old, new, _reading(changes))
    if changes is not None:
        raise click.UsageError("--changes is for two Word files: versions are compared as drafted.")
    if len(what) not in (1, 3):
        raise click.UsageError("Name a case, a case and two versions, or two Word files.")
    case, *numbers = what
    found = compare_versions(run.setup.output, case, numbers, kind)
    for each in (found.old, found.new):
        if not isinstance(each, Path) and each.by_hand:
            hint = "`drafter diff OLD.docx NEW.docx` compares files as they stand."
            run.say(f"{each.document} has edits by hand, which are not compared. {hint}", err=True)
    return found


def _reading(changes: str | None) -> Reading | None:
    from drafter.word.reading.resolved import Reading

    return Reading(changes) if changes is not None else None


def _spare(compared: Compared, written: dict[str, Path | None]) -> None:
    """Let nothing be written over what is compared, not even with --force."""
    both = (compared.old, compared.new)
    files = [(each if isinstance(each, Path) else each.document).resolve() for each in both]
    for option, path in written.items():
        if path is not None and path.resolve() in files:
            raise click.UsageError(f"{option} would write over a file that is compared.")


def _write_redline(
    run: Run, compared: Compared, path: Path, author: str, changes: str | None, force: bool
) -> None:
    from drafter.pipeline.redlining import redline_of
    from drafter.versions.files import write_named

    data = redline_of(compared, run.setup, author, _reading(changes))
    write_named(path, data, force=force)
    run.say(NOT_COMPARED, err=True)


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
