"""The options that every command has, and what a command makes of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from drafter.cli.printable import printable
from drafter.cli.progress import Progress

if TYPE_CHECKING:
    from drafter.pipeline.session import Session
    from drafter.pipeline.setup import Setup

_FEW = 8
_YEARS = range(1950, 2200)


class Run(Struct, frozen=True):
    """What the options of one command say."""

    setup: Setup
    quiet: bool
    progress: Progress

    def session(self) -> Session:
        """Load what a run needs; LawDataError when the law is unsound."""
        from drafter.pipeline.session import Session

        return Session(self.setup)

    def begin(self, cases: int) -> None:
        """Count cases from now on; of many, collect the garbage (`drafter.__main__`)."""
        self.progress.begin(cases)
        if cases > _FEW:
            from drafter.pipeline.setup import expect_many

            expect_many()

    def say(self, text: str, *, err: bool = False) -> None:
        """Print what a person wants to know, unless asked to be quiet."""
        if not self.quiet:
            self.show(text, err=err)

    def show(self, text: str, *, err: bool = False, exact: bool = False) -> None:
        """Print what was asked for, ``exact`` where it goes into a file as it is."""
        exact = exact and not sys.stdout.isatty()
        with self.progress.aside():
            click.echo(text if exact else printable(text), err=err)


def _day(ctx: click.Context, parameter: click.Parameter, value: str | None) -> date:
    """Read a date; the one place that looks at the clock of the machine."""
    if value is None:
        return datetime.now().astimezone().date()
    try:
        day = date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise click.BadParameter(f"{value!r} is not a date; write it like 2026-11-28.")
    return day


_PATH = click.Path(path_type=Path, readable=False)  # whether it can be is found out with the rest
_OPTIONS = (
    click.option("--as-of", callback=_day, default=None, show_default="today",
        metavar="DATE", help="The day on which the law is read and deadlines are seen."),
    click.option("--output", type=_PATH, default=Path("output"), metavar="DIR",
        show_default=True, help="Where drafts are kept."),
    click.option("--law", type=_PATH, default=None, metavar="DIR",
        help="The office's overlay over the law library."),
    click.option("--templates", type=_PATH, default=None, metavar="DIR",
        help="The office's own templates."),
    click.option("--no-claims", is_flag=True, default=False,
        help="Leave out the appendix of the article's claims."),
    click.option("--quiet", "-q", is_flag=True, default=False,
        help="Print errors and what was asked for, nothing else."),
    click.option("--color/--no-color", default=None, help="By default, color on a terminal."),
)  # fmt: skip

dry_run_option = click.option(
    "--dry-run", is_flag=True, default=False, help="Write nothing; say what would be."
)
force_option = click.option(
    "--force",
    is_flag=True,
    default=False,
    help="Write a new version also where the newest one says the same.",
)


def common_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of every command; the command gets them as ``run``."""

    @wraps(command)
    def with_run(
        as_of: date,
        output: Path,
        law: Path | None,
        templates: Path | None,
        no_claims: bool,
        quiet: bool,
        color: bool | None,
        **given: Any,
    ) -> None:
        from drafter.pipeline.setup import Setup

        context = click.get_current_context()
        context.color = context.find_root().color = color  # errors are printed by the root
        setup = Setup(as_of, output, law, templates, claims=not no_claims)
        with Progress(quiet=quiet) as progress:
            command(Run(setup, quiet, progress), **given)

    wrapped: Callable[..., None] = with_run
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped
