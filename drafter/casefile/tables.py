"""A table as a spreadsheet saves it: text, a row a line, its columns named in the first."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from drafter.errors import CaseFileError, Problem, SourceLocation
from drafter.yamlfile import contents, readable

_DELIMITERS = ",;\t"


class Row(Struct, frozen=True):
    """A row that holds something."""

    line: int
    """The line of the file on which it begins."""
    cells: tuple[str, ...]
    """As many as there are columns, without the blanks around them; empty for none."""


class Table(Struct, frozen=True):
    """What is in the file."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def problem(self, line: int, column: int, message: str, hint: str = "") -> Problem:
        """Make a problem that stands in a cell; columns count from 0."""
        name = self.columns[column]
        return Problem(SourceLocation(self.path, line, column + 1), f"{name}: {message}", hint)


def read_table(path: Path) -> Table:
    """Read a table of UTF-8, parted by commas, semicolons or tabs, the one its first line has most.

    CaseFileError with every problem found: it cannot be read, is no table, has a column without
    a name or two of one, or a row that is longer than the first.
    """
    text = readable(contents(path), str(path))
    records = _records(text, str(path))
    if len(records) < 2:
        hint = "The first line names the columns; each line after it is one item."
        raise CaseFileError(Problem(SourceLocation(str(path), 1, 1), "There are no rows.", hint))
    (_, first), *others = records
    while first and not first[-1] and all(not any(row[len(first) - 1 :]) for _, row in others):
        first.pop()  # a spreadsheet saves the columns that somebody once used
    problems = [*_of_names(first, str(path)), *_of_lengths(len(first), others, str(path))]
    if problems:
        raise CaseFileError(problems)
    rows = (Row(line, _filled(cells, len(first))) for line, cells in others)
    return Table(str(path), tuple(first), tuple(rows))


def _records(text: str, path: str) -> list[tuple[int, list[str]]]:
    """Each record that is not blank, with the line on which it begins."""
    head = text.partition("\n")[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count), strict=True
    )
    found = []
    line = 1
    try:
        for record in reader:
            cells = [cell.strip() for cell in record]
            if any(cells):
                found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        hint = "Save it again from the spreadsheet, as CSV UTF-8."
        message = f"From here on it is no table ({error})."
        raise CaseFileError(Problem(SourceLocation(path, line, 1), message, hint)) from None
    return found


def _of_names(names: Sequence[str], path: str) -> list[Problem]:
    found = []
    for at, name in enumerate(names):
        place = SourceLocation(path, 1, at + 1)
        if not name:
            found.append(Problem(place, "A column has no name.", "Name it in the first line."))
        elif names.index(name) < at:
            message = f"Two columns are named `{name:.60}`."
            found.append(Problem(place, message, "Give each column a name of its own."))
    return found


def _of_lengths(count: int, records: Sequence[tuple[int, list[str]]], path: str) -> list[Problem]:
    hint = "A comma that is part of the text needs quotation marks around the cell."
    return [
        Problem(SourceLocation(path, line, count + 1), "The row is longer than the first.", hint)
        for line, cells in records
        if any(cells[count:])
    ]


def _filled(cells: Sequence[str], count: int) -> tuple[str, ...]:
    return (*cells[:count], *[""] * (count - len(cells)))
