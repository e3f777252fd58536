"""What a command prints on standard output: text, Markdown or one JSON value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
_KEY = "drafter.format"


def format_option(*choices: str, help: str) -> Callable[[F], F]:
    """Add ``--format``; the first choice is the default."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        callback=_remember,
        help=help,
    )


def is_json(ctx: click.Context) -> bool:
    """Whether standard output is to hold one JSON value and nothing else."""
    return ctx.meta.get(_KEY) == "json"


def _remember(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    ctx.meta[_KEY] = value
    return value
