"""Problems as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

import click

from drafter.cli.printable import printable
from drafter.errors import Problem


def report(problems: Sequence[Problem]) -> None:
    """Print each problem on standard error: where, what, and what would fix it."""
    for problem in problems:
        head, newline, rest = printable(str(problem)).partition("\n")
        click.echo(click.style(head, fg="red") + newline + rest, err=True)
    if len(problems) > 1:
        click.echo(f"{len(problems):,} problems.", err=True)


def problem_value(problem: Problem) -> dict[str, object]:
    """Return a problem as JSON has it; line and column count from 1."""
    place = problem.location
    return {
        "path": place and place.path,
        "line": place and place.line,
        "column": place and place.column,
        "message": problem.message,
        "hint": problem.hint,
    }
