"""``drafter import``: a table of a spreadsheet as items of a case file."""

from __future__ import annotations

from pathlib import Path

import click

from drafter.cli.once import Command
from drafter.cli.options import Run, common_options


def _pairs(what: str, given: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not (sign and name.strip() and value.strip()):
            raise click.UsageError(f"{what} {each}: write it as {what} 'NAME=VALUE'.")
        found[name.strip()] = value.strip()
    return found


@click.command("import", cls=Command)
@click.argument("case", metavar="CASE")
@click.argument("table", type=click.Path(path_type=Path, readable=False), metavar="TABLE.csv")
@click.option(
    "--into",
    "section",
    required=True,
    metavar="SECTION",
    help="The section of the case file: evidence, events, people, witnesses, statements …",
)
@click.option(
    "--ids", "prefix", default=None, metavar="PREFIX", help="Begin each id: ev gives ev-001."
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="What a column is that has another name than its field: 'Beg Bates=bates'.",
)
@click.option("--skip", "skipped", multiple=True, metavar="COLUMN", help="Leave a column out.")
@click.option(
    "--set",
    "set_",
    multiple=True,
    metavar="FIELD=VALUE",
    help="What each item has there that has nothing of its own: form=writing.",
)
@common_options
def command(
    run: Run,
    case: str,
    table: Path,
    section: str,
    prefix: str | None,
    columns: tuple[str, ...],
    skipped: tuple[str, ...],
    set_: tuple[str, ...],
) -> None:
    """Print the rows of a table as items of a case file, to be put into it.

    The table is what a spreadsheet saves as CSV (UTF-8): a row an item, each column named by its
    field, entries of a list parted by semicolons. The items are checked as if they stood in the
    case file, each mistake at its line and column; the case file itself is never changed.

    \b
    Example:
      drafter import casefiles/border-courier.yaml casefiles/production.csv --into evidence --ids usao --skip Pages --set form=writing
    """  # noqa: E501 (an example is one line)
    from drafter.casefile.columns import Wish
    from drafter.pipeline.importing import imported
    from drafter.pipeline.sources import Source, case_path

    wish = Wish(_pairs("--column", columns), frozenset(skipped), _pairs("--set", set_))
    session = run.session()
    source = Source.read(case_path(case, session.store))
    found = imported(session, source, table, section, wish, prefix)
    run.show(found.text.rstrip("\n"))
    items = "1 item" if found.count == 1 else f"{found.count:,} items"
    place = "at the end of" if found.begins else f"under `{section}:` in"
    run.say(f"{items}: put what is printed {place} {source.path}.", err=True)
