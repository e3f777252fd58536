"""Of what somebody may want several, one is taken: of two, one would count for nothing."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from drafter.cli import main
from drafter.cli.group import COMMANDS
from drafter.cli.once import ONCE
from tests.cli.running import drafter
from tests.samples import SAMPLES


def commands() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(main)
    for name in COMMANDS:
        command = main.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from (((name, inner), each) for inner, each in command.commands.items())
        else:
            yield (name,), command


OPTIONS = [
    (*words, option.opts[-1])
    for words, command in commands()
    for option in command.params
    if isinstance(option, click.Option) and option.name in ONCE
]


@pytest.mark.parametrize("words", OPTIONS, ids=" ".join)
def test_given_twice_it_is_refused_and_nothing_is_done(words: tuple[str, ...]) -> None:
    *command, option = words
    done = drafter(*command, option, "a", option, "b")
    assert done.exit_code == 2
    assert f"{option} was given 2 times, and takes one value." in done.stderr
    assert done.stdout == ""


def test_of_the_others_the_last_counts() -> None:
    """An alias may name a day, and whoever uses it another."""
    done = drafter("check", SAMPLES[0], "--quiet", "--as-of", "yesterday", "--as-of", "2026-11-28")
    assert (done.exit_code, done.stdout) == (0, "")


def test_two_kinds_are_not_one() -> None:
    done = drafter("draft", SAMPLES[0], "--kind", "duress_memo", "--kind=client_letter")
    assert done.exit_code == 2
    assert "--kind was given 2 times" in done.stderr
