"""``drafter schema``: the JSON Schema of case files."""

from __future__ import annotations

import json

import click

from drafter.cli.once import Command
from drafter.cli.options import Run, common_options


@click.command("schema", cls=Command)
@common_options
def command(run: Run) -> None:
    """Print the JSON Schema of case files, for editors that check as one types.

    \b
    Example:
      drafter schema
    """
    from drafter.casefile.schema_export import json_schema

    schema = json_schema(run.session().vocabulary)
    run.show(json.dumps(schema, indent=2, ensure_ascii=False))
