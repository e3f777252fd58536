"""Rows of a table as items of a case file, each mistake at its cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.casefile.columns import Columns, FieldPath, value_of
from drafter.casefile.tables import Row, Table
from drafter.errors import CaseFileError, Problem, SourceLocation
from drafter.yamlfile import Value, YamlFile, YamlPath

_DIGITS = 3


def items_of(
    table: Table, columns: Columns, prefix: str | None, taken: Iterable[str]
) -> list[dict[str, Value]]:
    """Return each row as an item, its fields in the order of the columns, then what is set.

    Without a column of ids, each gets ``prefix`` and the number after the last of ``taken``, the
    ids of the case, that has it; CaseFileError where there is none.
    """
    if ("id",) not in columns.of.values() and prefix is None:
        hint = "Name a column `id`, or say what they begin with: --ids ev gives ev-001, ev-002."
        raise CaseFileError(Problem(None, f"{table.path}: the items have no ids.", hint))
    last = _last_number(prefix or "", taken)
    return [
        _item(_told(row, columns), columns, f"{prefix}-{number:0{_DIGITS}}")
        for number, row in enumerate(table.rows, last + 1)
    ]


def _last_number(prefix: str, taken: Iterable[str]) -> int:
    form = re.compile(rf"{re.escape(prefix)}-(\d{{1,9}})")
    return max((int(found[1]) for each in taken if (found := form.fullmatch(each))), default=0)


def _told(row: Row, columns: Columns) -> dict[FieldPath, str]:
    own = {path: text for at, path in columns.of.items() if (text := row.cells[at])}
    # A part is set only of an item that has something in it: nothing is said of the others.
    parts = {path[0] for path in own}
    given = {path: text for path, text in columns.set.items() if len(path) == 1 or path[0] in parts}
    return own | {path: text for path, text in given.items() if path not in own}


def _item(told: Mapping[FieldPath, str], columns: Columns, id: str) -> dict[str, Value]:
    item: dict[str, Value] = {} if ("id",) in told else {"id": id}
    for path in sorted(told, key=lambda path: path != ("id",)):
        inside = item.setdefault(path[0], {}) if len(path) > 1 else item
        assert isinstance(inside, dict)
        inside[path[-1]] = value_of(told[path], columns.fields[path])
    return item


@dataclass(frozen=True, slots=True)
class WithItems(YamlFile):
    """A case file with the items of a table at the end of one of its sections."""

    section: str
    first: int
    """How many items the section had."""
    table: Table
    columns: Columns

    @classmethod
    def of(
        cls, file: YamlFile, section: str, items: list[dict[str, Value]], table: Table, of: Columns
    ) -> WithItems:
        """Put the items there; the file on disk stays as it is."""
        before = file.value.get(section)
        held = before if isinstance(before, list) else []
        value = {**file.value, section: [*held, *items]}
        own = (file.path, value, file._lines, file._root)
        return cls(*own, section, len(held), table, of)

    def locate(self, path: YamlPath) -> SourceLocation:
        """Place of a value: in the table, where it comes from there."""
        cell = self._cell(path)
        return (
            SourceLocation(self.table.path, cell[0], (cell[1] or 0) + 1)
            if cell
            else (YamlFile.locate(self, path))
        )

    def locate_key(self, path: YamlPath) -> SourceLocation:
        """The same: a cell has no key beside it."""
        return self.locate(path) if self._cell(path) else YamlFile.locate_key(self, path)

    def problem(
        self, path: YamlPath, message: str, hint: str = "", *, key: bool = False
    ) -> Problem:
        """Make a problem that stands at a cell, at a row, or in the file."""
        cell = self._cell(path)
        if cell is None:
            return YamlFile.problem(self, path, message, hint, key=key)
        line, column = cell
        if column is None:
            return Problem(SourceLocation(self.table.path, line, 1), message, hint)
        return self.table.problem(line, column, message, hint)

    def _cell(self, path: YamlPath) -> tuple[int, int | None] | None:
        """Line and column of what comes from the table; no column where it is set for all."""
        if len(path) < 2 or path[0] != self.section or not isinstance(path[1], int):
            return None
        at = path[1] - self.first
        if not 0 <= at < len(self.table.rows):
            return None
        inside = path[2:]
        found = (
            column for column, field in self.columns.of.items() if field == inside[: len(field)]
        )
        return self.table.rows[at].line, next(found, None)
