"""The command line: a module a command, each loaded when it is asked for."""

from drafter.cli.group import main

__all__ = ["main"]
