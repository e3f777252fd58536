"""The columns of a table as fields of a section of the case file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from msgspec import Struct

from drafter.casefile.moments import SHAPE
from drafter.casefile.suggest import did_you_mean
from drafter.casefile.tables import Table
from drafter.errors import CaseFileError, Problem
from drafter.yamlfile import Value

Schema = Mapping[str, Any]
FieldPath = tuple[str, ...]
"""The field of an item, or the field of a part of it: `preservation`, `holder`."""


class Written(Enum):
    """How the value of a field is written in a cell."""

    TEXT = "text"
    LIST = "list"
    """Entries parted by semicolons."""
    TIME = "time"
    """A day or a moment."""


class Wish(Struct, frozen=True):
    """What somebody said of a table on the command line."""

    columns: Mapping[str, str] = {}
    """By the name of a column, the field that it is."""
    skipped: frozenset[str] = frozenset()
    """Columns that are left out."""
    set: Mapping[str, str] = {}
    """By field, what each item has there that has nothing of its own."""


class Columns(Struct, frozen=True):
    """What each column of a table is."""

    fields: Mapping[FieldPath, Written]
    """Every field that a cell can hold."""
    of: Mapping[int, FieldPath]
    """By the number of a column, counted from 0."""
    set: Mapping[FieldPath, str]


def fields_of(schema: Schema, section: str) -> dict[FieldPath, Written]:
    """Return the fields of an item of a section that a cell can hold, in the order of the schema.

    ``schema``: that of case files (``schema_export``).  CaseFileError for what is no section of
    items.
    """
    items = {
        name: described["items"]["$ref"]
        for name, described in schema["properties"].items()
        if _part(schema, described.get("items", {}))
    }
    if section not in items:
        message = f"`{section}` is no section of items."
        raise CaseFileError(Problem(None, message, did_you_mean(section, items)))
    return dict(_fields(schema, items[section], ()))


def columns_of(table: Table, wish: Wish, section: str, schema: Schema) -> Columns:
    """Say which field each column is; CaseFileError with every column and wish that is none.

    A column is the field of its name, small letters or capitals, with blanks for underscores.
    """
    fields = fields_of(schema, section)
    by_name = {_plain(".".join(path)): path for path in fields}
    problems: list[Problem] = []
    of: dict[int, FieldPath] = {}
    for at, name in enumerate(table.columns):
        if name in wish.skipped:
            continue
        path = by_name.get(_plain(wish.columns.get(name, name)))
        if path is None:
            told = any(_EVERY in each.hint for each in problems)
            problems.append(_no_field(table, at, wish, section, by_name, told=told))
        elif path in of.values():
            message = f"`{'.'.join(path)}` is another column already."
            hint = f"Leave one of them out: --skip '{name}'."
            problems.append(table.problem(1, at, message, hint))
        else:
            of[at] = path
    problems += _unheard(table, wish, by_name, section)
    if problems:
        raise CaseFileError(problems)
    return Columns(fields, of, {by_name[_plain(name)]: text for name, text in wish.set.items()})


def value_of(text: str, written: Written) -> Value:
    """Return what a cell says as a case file has it: the entries of a list, a time in ISO."""
    if written is Written.LIST:
        return [entry for each in text.split(";") if (entry := each.strip())]
    return _TIME.sub(_iso, text) if written is Written.TIME else text


_EVERY = "One of:"
"""What `did_you_mean` begins a list of all with."""
_TIME = re.compile(
    r"(?<![\d/-])(?:(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2}))"
    r"(?:(?:,? +|T)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?"
    r"(?: *(?P<half>[AaPp])\.?[Mm]\.?)?)?",
    re.ASCII,
)


def _iso(found: re.Match[str]) -> str:
    """A day, or a day and a time, as a spreadsheet of the United States has them, in ISO."""
    if found["month"] and int(found["month"]) > 12:
        return found[0]  # for the reader to refuse as it was written
    day = found["iso"] or f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
    if found["hour"] is None:
        return day
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return found[0]
        hour = hour % 12 + (12 if found["half"] in "Pp" else 0)
    return f"{day} {hour:02}:{found['minute']}"


def _fields(schema: Schema, reference: str, path: FieldPath) -> Iterator[tuple[FieldPath, Written]]:
    for name, described in _part(schema, {"$ref": reference}).items():
        choices = [described, *described.get("anyOf", ())]
        inside = next((each for each in choices if _part(schema, each)), None)
        if inside is not None:
            yield from () if path else _fields(schema, inside["$ref"], (name,))
        elif any(each.get("type") == "array" for each in choices):
            # Items of their own stand in no cell.
            if not any(_part(schema, each.get("items", {})) for each in choices):
                yield (*path, name), Written.LIST
        elif not any(each.get("type") == "object" for each in choices):
            yield (*path, name), Written.TIME if any(map(_is_time, choices)) else Written.TEXT


def _part(schema: Schema, described: Schema) -> Mapping[str, Schema]:
    """The fields of the part of the file that is described; empty for words to choose from."""
    model: Schema = schema["$defs"].get(described.get("$ref", "").rpartition("/")[2], {})
    fields: Mapping[str, Schema] = model.get("properties", {})
    return fields


def _is_time(described: Schema) -> bool:
    return described.get("format") == "date" or described.get("description") == SHAPE


def _plain(name: str) -> str:
    return re.sub(r"[\s._-]+", "_", name.strip().lower())


def _no_field(
    table: Table,
    at: int,
    wish: Wish,
    section: str,
    known: Mapping[str, FieldPath],
    *,
    told: bool,
) -> Problem:
    """``told``: every field there is was told of another column, and is not again."""
    name = table.columns[at]
    said = wish.columns.get(name, name)
    names = [".".join(path) for path in known.values()]
    hint = did_you_mean(said, names, other="")
    if told:
        hint = hint.partition(_EVERY)[0].strip()
    more = f"Say which it is, --column '{name}=FIELD', or leave it out, --skip '{name}'."
    message = f"`{said:.60}` is no field of `{section}`."
    return table.problem(1, at, message, f"{hint} {more}".strip())


def _unheard(
    table: Table, wish: Wish, known: Mapping[str, FieldPath], section: str
) -> Iterator[Problem]:
    for name in (*wish.columns, *sorted(wish.skipped)):
        if name not in table.columns:
            message = f"{table.path} has no column `{name:.60}`."
            yield Problem(None, message, did_you_mean(name, table.columns))
    for name in wish.set:
        if _plain(name) not in known:
            names: Sequence[str] = [".".join(path) for path in known.values()]
            message = f"--set {name:.60}: no field of `{section}`."
            yield Problem(None, message, did_you_mean(name, names))
