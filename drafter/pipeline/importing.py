"""A table made into items of a case file, checked as if they stood in it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from drafter import yamlfile
from drafter.casefile.columns import Wish, columns_of
from drafter.casefile.importing import WithItems, items_of
from drafter.casefile.reader import case_from
from drafter.casefile.schema_export import json_schema
from drafter.casefile.tables import read_table
from drafter.doctrine import kinds
from drafter.facts.record import record_of
from drafter.pipeline.session import Session
from drafter.pipeline.sources import Source
from drafter.yamlfile.writing import dumped


class Imported(Struct, frozen=True):
    """Items for a section of a case file."""

    text: str
    """Lines for the case file, under its section or, where it has none yet, with the section."""
    count: int
    begins: bool
    """Whether the case file has no such section yet."""


def imported(
    session: Session, source: Source, table: Path, section: str, wish: Wish, prefix: str | None
) -> Imported:
    """Return the rows of a table as lines for the case file, which stays as it is.

    They are checked as the case file would be with them at the end of its section: CaseFileError
    with every mistake, at its cell or at its place in the case file.
    """
    rows = read_table(table)
    columns = columns_of(rows, wish, section, json_schema(session.vocabulary))
    file = yamlfile.parse(source.content, str(source.path))
    own = case_from(file, session.vocabulary)
    items = items_of(rows, columns, prefix, own.paths)
    with_them = WithItems.of(file, section, items, rows, columns)
    record_of(case_from(with_them, session.vocabulary), session.library.only(kinds.DISTRICTS))
    head, _, lines = dumped({section: list(items)}).partition("\n")
    begins = not file.value.get(section)
    return Imported(f"{head}\n{lines}" if begins else lines, len(items), begins)
