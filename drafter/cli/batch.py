"""``drafter batch``: many cases, each on its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from drafter.cli.once import Command
from drafter.cli.options import Run, common_options, dry_run_option, force_option
from drafter.cli.outcomes import outcome_line, warnings
from drafter.cli.problems import report
from drafter.cli.tables import print_table

if TYPE_CHECKING:
    from drafter.pipeline.outcomes import CaseOutcome

FAILED = 1
"""Exit code when some case of the batch failed."""
_HEADINGS = {
    "new": "new",
    "same": "says the same",
    "unchanged": "unchanged",
    "not_asked": "not asked for",
    "refused": "refused",
}
"""What a document may come to, and the heading of its column."""
_QUIET_STATUSES = ("same", "unchanged", "not_asked")
"""What needs no line of its own."""


@click.command("batch", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--kind",
    default="mitigation_outline",
    show_default=True,
    metavar="KIND|all",
    help="duress_memo, mitigation_outline, surrender_exhibit, client_letter, or the office's own.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="How many cases are drafted at the same time, each by a process of its own.",
)
@click.option(
    "--executor",
    "scheduler",
    default=None,
    metavar="URL",
    help="A Dask scheduler whose workers draft, as tcp://host:8786; they see the same folders.",
)
@dry_run_option
@force_option
@common_options
def command(
    run: Run,
    paths: tuple[str, ...],
    kind: str,
    jobs: int,
    scheduler: str | None,
    dry_run: bool,
    force: bool,
) -> None:
    """Draft the first edition of a kind for many cases: files, folders, patterns.

    A folder means the .yaml and .yml files directly in it; a pattern like 'cases/**/*.yaml'
    goes deeper. One bad file never stops the rest. A case of which nothing has changed is
    passed over, so a batch that was stopped can be started again.

    \b
    Example:
      drafter batch casefiles --jobs 2
    """
    from drafter.pipeline.batch import draft_all
    from drafter.pipeline.shares import Order
    from drafter.pipeline.sources import case_paths
    from drafter.pipeline.wanted import wanted

    if scheduler is not None and jobs > 1:
        raise click.UsageError("--jobs is about this machine; with --executor, leave it out.")
    session = run.session()
    asked = wanted(session.kinds, kind, optional=True)
    found = case_paths(paths)
    tally = _Tally(run, dry_run)
    run.begin(len(found))
    order = Order(run.setup, asked, force, dry_run)
    for outcome in draft_all(session, found, order, jobs, scheduler):
        tally.add(outcome)
    tally.finish(len(found))


class _Tally:
    """What became of each case, counted."""

    def __init__(self, run: Run, dry_run: bool) -> None:
        self._run, self._dry_run = run, dry_run
        self._counts: dict[str, Counter[str]] = {}
        self._failed: list[tuple[str, str]] = []

    def add(self, case: CaseOutcome) -> None:
        """Count a case, and say what is worth a line of its own."""
        for each in case.outcomes:
            status = each.status.value
            self._counts.setdefault(each.wanted.edition.title, Counter())[status] += 1
            if status not in _QUIET_STATUSES:
                self._run.say(outcome_line(each, dry_run=self._dry_run))
            for warning in warnings(each):
                self._run.say(warning, err=True)
        if case.failed:
            self._run.progress.failed += 1
            self._failed.append((str(case.path), _why(case)))
            with self._run.progress.aside():
                _explain(case)
        self._run.progress.done += 1

    def finish(self, total: int) -> None:
        """Print the summary; exit with 1 if a case failed."""
        if not self._run.quiet:
            self._print(total)
        if self._failed:
            click.get_current_context().exit(FAILED)

    def _print(self, total: int) -> None:
        self._run.show("")
        if self._counts:
            rows = [
                (title, *(str(counts[status]) for status in _HEADINGS))
                for title, counts in self._counts.items()
            ]
            print_table(self._run, ("Document", *_HEADINGS.values()), rows)
            self._run.show("")
        if self._failed:
            print_table(self._run, ("Failed", "Why"), self._failed)
            self._run.show("")
        cases = "1 case" if total == 1 else f"{total:,} cases"
        self._run.show(f"{cases}, {f'{len(self._failed):,}' if self._failed else 'none'} failed.")


def _why(case: CaseOutcome) -> str:
    """The first thing wrong, in a line."""
    if case.problems:
        first, *others = case.problems
        more = f" (and {len(others):,} more)" if others else ""
        return f"{first.message}{more}"
    return f"a fault of drafter: {case.fault.raised if case.fault else ''}"


def _explain(case: CaseOutcome) -> None:
    """Print everything wrong, and of a fault of ours where it happened."""
    report(case.problems)
    if case.fault:
        what = f"{case.path}: a fault of drafter, not of the case:\n{case.fault.trace}"
        click.echo(what, err=True)
