"""``drafter review``: what waits for a person, in one case or in a docket."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options
from drafter.cli.problems import problem_value, report
from drafter.cli.tables import print_table
from drafter.errors import CaseFileError, DrafterError, Problem

if TYPE_CHECKING:
    from drafter.pipeline.reviewing import Review

FAILED = 1
"""Exit code when some of the cases could not be read."""
_LEGEND = "PRIVILEGED AND CONFIDENTIAL: ATTORNEY WORK PRODUCT"


@click.command("review", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@format_option("text", "json", help="What to print.")
@common_options
def command(run: Run, paths: tuple[str, ...], shape: str) -> None:
    """Show what waits for a person: what is due, unsigned or undecided, which drafts are behind.

    Of one case it lists each thing with its place in the case file. Of several, as of a folder,
    it is a table, the case with the nearest day first. Nothing is drafted or written.

    \b
    Example:
      drafter review casefiles
    """
    found, wrong = _reviews(run, paths)
    if not found:
        raise CaseFileError(wrong)
    report(wrong)
    if shape == "json":
        _show_json(run, found, wrong)
    else:
        _show_text(run, found, table=len(found) + len(wrong) > 1)
    if wrong:
        click.get_current_context().exit(FAILED)


def _reviews(run: Run, paths: Sequence[str]) -> tuple[list[Review], list[Problem]]:
    """Each case that can be read, the most urgent first, and what is wrong with the others."""
    from drafter.cli.reviews import urgency
    from drafter.pipeline.reviewing import review
    from drafter.pipeline.sources import Source, docket_paths, shared_ids

    session = run.session()
    cases = docket_paths(paths, session.store)
    run.begin(len(cases))
    shared = shared_ids(cases)
    found: list[Review] = []
    wrong: list[Problem] = []
    for path in cases:
        try:
            if path in shared:
                raise CaseFileError(shared[path])
            found.append(review(session, Source.read(path)))
        except DrafterError as error:
            wrong += error.problems
        run.progress.done += 1
    return sorted(found, key=urgency), wrong


def _show_text(run: Run, found: Sequence[Review], *, table: bool) -> None:
    from drafter.cli.reviews import HEADINGS, lines, row

    run.show(_LEGEND)
    if table:
        print_table(run, HEADINGS, map(row, found))
    else:
        run.show("\n".join(lines(*found)))


def _show_json(run: Run, found: Sequence[Review], wrong: Sequence[Problem]) -> None:
    from drafter.cli.reviews import review_value

    value = {
        "format": 1,
        "as_of": run.setup.as_of.isoformat(),
        "cases": list(map(review_value, found)),
        "problems": list(map(problem_value, wrong)),
    }
    run.show(json.dumps(value, ensure_ascii=False))
