"""A command that refuses an option given twice, of which the first would be lost in silence."""

from __future__ import annotations

from collections import Counter

import click


class Command(click.Command):
    """As click has it, but that what takes one value is given once."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; UsageError where one of two values would count for nothing."""
        _, _, given = self.make_parser(ctx).parse_args(args=list(args))
        for option, times in Counter(given).items():
            if times > 1 and isinstance(option, click.Option) and _takes_one(option):
                message = f"{option.opts[-1]} was given {times} times, and takes one value."
                raise click.UsageError(message, ctx)
        return super().parse_args(ctx, args)


def _takes_one(option: click.Option) -> bool:
    return not (option.multiple or option.is_flag or option.count)
