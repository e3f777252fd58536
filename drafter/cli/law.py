"""``drafter law``: the library of law, its marks, and what is due to be checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from drafter.casefile.suggest import did_you_mean
from drafter.cli.once import Command
from drafter.cli.options import Run, common_options
from drafter.cli.tables import print_table
from drafter.composition.vocabulary.dates import day
from drafter.errors import CaseFileError, LawDataError, Problem

if TYPE_CHECKING:
    from drafter.doctrine import Library

_TITLES = ("title", "name", "proposition", "statement", "because", "court", "note")
"""What a record is called, in the first of these fields that it has."""
_WIDEST = 100


@click.group("law")
def command() -> None:
    """Look into the law library: what it holds, how it is marked, what is due to be checked.

    \b
    Example:
      drafter law show dixon_scotus_2006
    """


@command.command("list", cls=Command)
@click.argument("folder", default="", metavar="[FOLDER]")
@common_options
def list_(run: Run, folder: str) -> None:
    """List the folders of the library, or the records of one.

    \b
    Example:
      drafter law list circuits
    """
    records = _library(run).records
    if not folder:
        found = sorted((name or ".", str(len(inside))) for name, inside in records.items())
        print_table(run, ("Folder", "Records"), found)
        return
    inside = records.get("" if folder == "." else folder)
    if inside is None:
        message = f"The law library has no folder `{folder}`."
        hint = did_you_mean(folder, [name or "." for name in records])
        if folder in records[""]:
            hint = f"It is a record: `drafter law show {folder}`."
        raise CaseFileError(Problem(None, message, hint))
    print_table(run, ("Id", "What it is"), ((key, _title(inside[key])) for key in sorted(inside)))


@command.command("show", cls=Command)
@click.argument("id")
@common_options
def show(run: Run, id: str) -> None:
    """Show a record: every field, its marks and its source; every version that it had.

    \b
    Example:
      drafter law show dixon_scotus_2006
    """
    library = _library(run)
    found = [
        (folder, key)
        for folder, inside in sorted(library.records.items())
        for key in sorted(inside)
        if id in (key, key.partition("@")[0], f"{folder}/{key}")
    ]
    if not found:
        ids = {key for inside in library.records.values() for key in inside}
        message = f"The law library has no record `{id}`."
        raise CaseFileError(Problem(None, message, did_you_mean(id, ids)))
    for folder, key in found:
        run.show(click.style(f"{folder}/{key}", bold=True))
        for line in (*_mark(library, folder, key), *_lines(library.records[folder][key], "  ")):
            run.show(line)


@command.command("due", cls=Command)
@common_options
def due(run: Run) -> None:
    """List the authorities that no attorney has checked within ninety days.

    \b
    Example:
      drafter law due
    """
    found = _library(run).due(run.setup.as_of)
    rows = ((each.id, each.citation, each.label) for each in found)
    print_table(run, ("Id", "Citation", "Mark"), rows)
    until = day(run.setup.as_of)
    run.say(f"{len(found):,} have no cite-check of the ninety days up to {until}.", err=True)


@command.command("check", cls=Command)
@common_options
def check(run: Run) -> None:
    """Check that the library holds together: ids, periods, leads, quotations.

    \b
    Example:
      drafter law check
    """
    library = _library(run)
    if problems := library.check():
        raise LawDataError(problems)
    count = sum(len(inside) for inside in library.records.values())
    run.say(f"{count:,} records hold together.")


def _library(run: Run) -> Library:
    from drafter.doctrine import Library

    return Library.load(run.setup.law)


def _title(record: Mapping[str, object]) -> str:
    title = next((str(record[name]) for name in _TITLES if record.get(name)), "")
    return title if len(title) <= _WIDEST else f"{title[: _WIDEST - 1]}…"


def _mark(library: Library, folder: str, key: str) -> Iterator[str]:
    """How an authority is cited in an internal document, with its mark."""
    from drafter.doctrine import kinds

    if folder == kinds.AUTHORITIES.place:
        authority = library.get(kinds.AUTHORITIES, key)
        yield f"  {authority.citation} [{authority.label}]"


def _lines(value: object, indent: str) -> Iterator[str]:
    """A record as an outline, each field on a line of its own."""
    if isinstance(value, Mapping):
        for name, inside in value.items():
            if isinstance(inside, Mapping | list) and inside:
                yield f"{indent}{name}:"
                yield from _lines(inside, f"{indent}  ")
            else:
                yield f"{indent}{name}: {'' if inside is None else inside or 'none'}".rstrip()
    elif isinstance(value, list):
        for each in value:
            lines = list(_lines(each, f"{indent}  "))
            yield f"{indent}- {lines[0].strip()}"
            yield from lines[1:]
    else:
        yield f"{indent}{value}"
