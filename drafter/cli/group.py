"""The top command: what is under it, and what becomes of errors."""

from __future__ import annotations

import io
import json
import os
import sys
from importlib import import_module
from typing import Any, TextIO

import click

from drafter import __version__
from drafter.cli.formats import is_json
from drafter.cli.problems import problem_value, report
from drafter.errors import DrafterError, OutputError

COMMANDS = (
    "new",
    "import",
    "check",
    "analyze",
    "why",
    "draft",
    "batch",
    "review",
    "versions",
    "diff",
    "refresh",
    "inspect",
    "verify",
    "clear",
    "textconv",
    "law",
    "lint",
    "schema",
    "migrate",
)
"""In the order in which they are used; each is a module with a ``command``."""
_MODULES = {"import": "importing"}
"""Of a command whose name is a word of Python."""

# pydantic would look through every installed package for plugins, and show them each case.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

STOPPED = 130
"""Exit code after Ctrl-C, as shells have it."""
NOBODY_READS = 141
"""Exit code when the program that reads our output is gone, as shells have it."""


class Commands(click.Group):
    """Loads a command when it is asked for; turns errors into text and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load a command; None if there is none of that name."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"drafter.cli.{_MODULES.get(name, name)}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; the one place where errors become text and exit codes."""
        _open_streams()
        _speak_utf8()
        try:
            code = self._run(ctx)
        except BrokenPipeError:
            _write_no_more(sys.stdout)
            code = NOBODY_READS
        except OSError as error:
            if error.filename is not None:
                raise  # about a file, not what was printed
            _write_no_more(sys.stdout)
            _last_word(f"Standard output cannot be written ({error.strerror}).")
            code = OutputError.exit_code
        if code:
            ctx.exit(code)

    def _run(self, ctx: click.Context) -> int:
        try:
            try:
                super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except DrafterError as error:
            report(error.problems)
            if is_json(ctx):
                click.echo(json.dumps(_value(error), ensure_ascii=False))
            return error.exit_code
        except KeyboardInterrupt:
            click.echo("Stopped. Every document is whole or absent.", err=True)
            return STOPPED
        return 0


def _value(error: DrafterError) -> dict[str, object]:
    return {
        "format": 1,
        "exit": error.exit_code,
        "problems": [problem_value(each) for each in error.problems],
    }


def _open_streams() -> None:
    """Open what a shell closed (`drafter draft a.yaml >&-`), before a file gets its number."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "w", encoding="utf-8"))


def _write_no_more(stream: TextIO) -> None:
    """Keep the interpreter, at its end, from writing once more and saying that it cannot."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _last_word(text: str) -> None:
    """Say something on standard error, unless that is what cannot be written."""
    try:
        click.echo(text, err=True)
    except OSError:
        _write_no_more(sys.stderr)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what a terminal cannot show comes out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            terminal = stream.isatty()
            stream.reconfigure(encoding=None if terminal else "utf-8", errors="backslashreplace")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="drafter %(version)s")
def main() -> None:
    """Draft evaluation memos, mitigation outlines and exhibits for federal duress cases.

    CASE is the path of a case file, or the id of a case that was drafted before.

    \b
    Exit codes:
      0  done                       4  an output cannot be written
      1  some cases of a batch      5  facts are missing (--strict)
         failed                     6  an outward file was refused
      2  bad input                  7  not as drafted
      3  law data

    \b
    Example:
      drafter draft casefiles/border-courier.yaml --kind all
    """
