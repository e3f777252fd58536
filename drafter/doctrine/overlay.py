"""The office's own law folder: fields that replace the library's, checks, local rules."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from drafter.doctrine import sources
from drafter.doctrine.sources import LawFile, Records
from drafter.errors import LawDataError, Problem, SourceLocation


def apply(records: Records, folder: Path) -> Records:
    """Lay the overlay in ``folder`` over the records.

    A file named as a record of the library changes only the fields it gives; any
    other file is a whole record of its own.  LawDataError names every file that
    no kind reads and every field that the result does not allow.
    """
    if not os.path.isdir(folder):  # also of a name too long to be one
        missing = Problem(SourceLocation(str(folder), 1, 1), "there is no such law folder")
        raise LawDataError(missing)
    merged = {name: dict(inside) for name, inside in records.items()}
    problems: list[Problem] = []
    for source in sources.read(folder):
        problems += _lay(merged, source)
    if problems:
        raise LawDataError(problems)
    return merged


def _lay(merged: dict[str, dict[str, Mapping[str, object]]], source: LawFile) -> list[Problem]:
    if sources.kind_of(source.folder, source.key) is None:
        message = f"no kind of record lies in {source.folder or 'the top folder'!r}"
        return [source.file.problem((), message, "see the table in drafter/law/README.md")]
    below = merged.setdefault(source.folder, {})
    raw = merge(below.get(source.key, {}), source.value)
    found = list(sources.faults(source, raw))
    if not found:
        below[source.key] = raw
    return found


def merge(base: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """The fields of ``base`` with those of ``over`` in their place, mappings field by field."""
    return {**base, **{name: _value(base.get(name), value) for name, value in over.items()}}


def _value(base: object, over: object) -> object:
    if isinstance(base, Mapping) and isinstance(over, Mapping):
        return merge(base, over)
    if isinstance(base, list) and isinstance(over, list) and _named(base) and _named(over):
        return _items(base, over)
    return over


def _items(base: list[Mapping[str, object]], over: list[Mapping[str, object]]) -> list[object]:
    """Merge two lists whose items have ids: the same id changes, a new one is added."""
    items: dict[object, object] = {each["id"]: each for each in base}
    for each in over:
        items[each["id"]] = _value(items.get(each["id"]), each)
    return list(items.values())


def _named(values: list[object]) -> bool:
    return all(isinstance(each, Mapping) and each.get("id") for each in values)
