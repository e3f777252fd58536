"""``drafter refresh``: today's draft, written into the document that counsel has edited."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options, dry_run_option


@click.command("refresh", cls=Command)
@click.argument("case", metavar="CASE")
@click.argument(
    "file",
    metavar="[FILE.docx]",
    required=False,
    default=None,
    type=click.Path(path_type=Path, readable=False),
)
@click.option("--kind", default="duress_memo", show_default=True, metavar="KIND",
    help="duress_memo, mitigation_outline, or the office's own kind for the office.")  # fmt: skip
@dry_run_option
@format_option("text", "json", help="What to print.")
@common_options
def command(
    run: Run, case: str, file: Path | None, kind: str, dry_run: bool, shape: str
) -> None:  # fmt: skip
    """Write what the draft says now into the document that counsel has edited.

    A passage that nobody touched is brought up to date. One that somebody edited is kept, with
    the new words beside it as a tracked insertion and the cause in a comment. What was deleted
    stays deleted and is listed; paragraphs, comments and tracked changes of people stay where
    they are. The result is a new version; the edited file is never changed. Without FILE, it is
    that of the newest version.

    \b
    Example:
      drafter refresh border-courier --dry-run
    """
    from drafter.cli.refreshments import refreshment_lines, refreshment_value, warnings
    from drafter.pipeline.checking import source_of
    from drafter.pipeline.refreshing import refresh_document
    from drafter.pipeline.wanted import ALL, wanted

    if kind == ALL:
        raise click.UsageError("One document is refreshed at a time: name its kind.")
    with closing(run.session()) as session:
        (asked,) = wanted(session.kinds, kind)
        source = source_of(session, case)
        found = refresh_document(session, source, asked, file, dry_run=dry_run)
    for warning in warnings(found):
        run.say(warning, err=True)
    if shape == "json":
        run.show(json.dumps(refreshment_value(found), ensure_ascii=False))
    else:
        for line in refreshment_lines(found, dry_run=dry_run):
            run.show(line)
