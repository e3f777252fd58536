"""A command that refuses a second value where the first would be lost in silence."""

from __future__ import annotations

from collections import Counter

import click

ONCE = ("kind", "edition", "templates", "law")
"""Options of which somebody may want several at once.  Of the others the last counts, as shells
have it, so that what an alias says can be overruled."""


class Command(click.Command):
    """As click has it, but that an option of ``ONCE`` is given once."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; UsageError where one of two values would count for nothing."""
        _, _, given = self.make_parser(ctx).parse_args(args=list(args))
        for option, times in Counter(given).items():
            if times > 1 and option.name in ONCE:
                message = f"{option.opts[-1]} was given {times} times, and takes one value."
                raise click.UsageError(message, ctx)
        return super().parse_args(ctx, args)
