"""The reference of the case file says what the program takes, in the order of the file.

``make regold`` writes its tables again.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.casefile.case import Case
from drafter.casefile.fact import Basis, Handling
from drafter.casefile.record import Event
from drafter.casefile.schema_export import json_schema
from drafter.doctrine import Library
from drafter.doctrine.predicate_words import PREDICATE_WORDS
from drafter.facts.disclosure import Reader, reader_of
from drafter.pipeline.words import vocabulary
from tests.docs.fields import models_in, with_tables, with_traits

SCHEMA = json_schema(vocabulary(Library.load()))


def test_the_tables_are_those_of_the_program(root: Path, request: pytest.FixtureRequest) -> None:
    path = root / "docs" / "case-file.md"
    page = path.read_text("utf-8")
    made = with_traits(with_tables(page, SCHEMA), PREDICATE_WORDS)
    if request.config.getoption("--regold"):
        path.write_text(made, encoding="utf-8")
    else:
        assert made == page, "say: .venv/bin/python -m pytest tests/docs --regold"


def test_what_is_said_of_a_field_stands_in_one_line_as_the_row_of_a_table_must() -> None:
    said = [
        field.get("description", "")
        for part in SCHEMA["$defs"].values()
        for field in part.get("properties", {}).values()
    ]
    assert len(list(filter(None, said))) > 200
    assert not [each for each in said if "\n" in each]


def test_every_part_of_a_case_is_on_the_page_once(root: Path) -> None:
    shown = models_in((root / "docs" / "case-file.md").read_text("utf-8"))
    definitions = SCHEMA["$defs"]
    parts = {name for name, each in definitions.items() if "properties" in each}
    assert len(shown) == len(set(shown))
    assert set(shown) == parts | {"Case", "Fact"}


def test_sections_stand_in_the_order_of_the_file(root: Path) -> None:
    page = (root / "docs" / "case-file.md").read_text("utf-8")
    headings = [line[3:].lower() for line in page.splitlines() if line.startswith("## ")]
    named = [name.replace("_", " ") for name in Case.model_fields if name not in ("schema_", "id")]
    same = {"codefendants": "co-defendants", "sign off": "sign-off"}
    assert [each for each in headings if each in {same.get(n, n) for n in named}] == [
        same.get(name, name) for name in named
    ]


@pytest.mark.parametrize("handling", Handling)
def test_who_may_see_a_fact_is_said_as_it_is(handling: Handling, root: Path) -> None:
    page = (root / "docs" / "case-file.md").read_text("utf-8")
    table = page.split("| handling | who may see it |")[1].split("\n\n")[0]
    [row] = [line for line in table.splitlines() if f"`{handling}`" in line]
    fact = Event(id="e", basis=Basis.DOCUMENT, handling=handling, what="W")
    said = {
        Reader.PUBLIC: "anyone",
        Reader.SEALED: "sealed supplement",
        Reader.TEAM: "defense team",
    }
    assert said[reader_of(fact)] in row
