"""``drafter check``: is a case file sound?"""

from __future__ import annotations

import click

from drafter.cli.once import Command
from drafter.cli.options import Run, common_options


@click.command("check", cls=Command)
@click.argument("cases", nargs=-1, required=True, metavar="CASE...")
@common_options
def command(run: Run, cases: tuple[str, ...]) -> None:
    """Check case files: every problem in them at once, as file:line:column.

    Of a sound one it counts what is missing; `drafter analyze` lists it.

    \b
    Example:
      drafter check casefiles/border-courier.yaml
    """
    from drafter.analysis.analyze import analyze
    from drafter.pipeline.checking import (
        check,
        ranges_off_the_table,
        traits_unheard,
        unsourced_words,
    )

    run.begin(len(cases))
    session = run.session()
    for source, record in check(session, cases):
        gaps = len(analyze(record, session.doctrine).missing)
        missing = "1 fact is missing" if gaps == 1 else f"{gaps or 'no'} facts are missing"
        run.say(f"{source.path}: sound; {missing}.")
        for each in (
            *ranges_off_the_table(session, record),
            *unsourced_words(record),
            *traits_unheard(session, record),
        ):
            run.say(f"{each}", err=True)
        run.progress.done += 1
