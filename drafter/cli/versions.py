"""``drafter versions``: the drafts of a case."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from drafter.cli.options import Run, common_options
from drafter.cli.tables import print_table
from drafter.composition.dates import day

if TYPE_CHECKING:
    from drafter.versions.store import StoredVersion


@click.command("versions")
@click.argument("case", metavar="CASE")
@click.option("--kind", default="", metavar="KIND", help="Only this kind, or series, of documents.")
@common_options
def command(run: Run, case: str, kind: str) -> None:
    """List the versions of a case's documents, and whether each file is still as it was drafted.

    \b
    Example:
      drafter versions border-courier
    """
    from drafter.pipeline.stored import versions_of

    headings = ("Document", "Version", "As of", "Holds through", "File", "As drafted")
    print_table(run, headings, map(_row, versions_of(run.setup.output, case, kind)))


def _row(version: StoredVersion) -> tuple[str, ...]:
    return (
        version.series,
        f"v{version.number:03}",
        day(version.as_of) or "",
        day(version.current_through) or "no change known",
        str(version.document),
        _state(version),
    )


def _state(version: StoredVersion) -> str:
    if not os.path.isfile(version.document):
        return "missing"
    return "edited" if version.edited else "yes"
