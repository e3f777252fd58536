"""``drafter lint``: are the office's templates sound?"""

from __future__ import annotations

import json

import click

from drafter.cli.formats import format_option
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options
from drafter.errors import TemplateError


@click.group("lint")
def command() -> None:
    """Look for mistakes before any case is read.

    \b
    Example:
      drafter lint templates
    """


@command.command("templates", cls=Command)
@format_option("text", "json", help="What to print on standard output.")
@common_options
def templates(run: Run, shape: str) -> None:
    """Check templates: every mistake in them at once, as file:line:column, before any case.

    Names, fields and functions that do not exist; calls that do not fit; files and styles that
    are not there; law printed without its cite; what no document can ever print.

    \b
    Example:
      drafter lint templates
    """
    from drafter.pipeline.linting import lint_templates

    linted = lint_templates(run.session())
    if linted.problems:
        raise TemplateError(linted.problems)
    if shape == "json":
        value = {"format": 1, "exit": 0, "problems": []}
        run.show(json.dumps(value | {"kinds": linted.kinds, "files": linted.files}))
    else:
        run.say(f"{linted.files:,} templates of {linted.kinds:,} kinds are sound.")
