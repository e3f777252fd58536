"""The page on decided cases prints what the analysis says of them now.

``make regold`` writes its tables again.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.decided.report import TABLES, Run
from tests.decided.store import records

_MARK = re.compile(r"<!-- decided: (?P<name>\w+) -->\n.*?<!-- end -->", re.DOTALL)


def with_tables(page: str, run: Run) -> str:
    def made(match: re.Match[str]) -> str:
        _, table = TABLES[match["name"]]
        return f"<!-- decided: {match['name']} -->\n\n{table(run)}\n\n<!-- end -->"

    return _MARK.sub(made, page)


def test_the_tables_are_those_of_the_analysis(root: Path, request: pytest.FixtureRequest) -> None:
    path = root / "docs" / "decided-cases.md"
    page = path.read_text("utf-8")
    made = with_tables(page, Run.of(records()))
    if request.config.getoption("--regold"):
        path.write_text(made, encoding="utf-8")
    else:
        assert made == page, "say: .venv/bin/python -m pytest tests/docs --regold"


def test_every_table_is_on_the_page(root: Path) -> None:
    page = (root / "docs" / "decided-cases.md").read_text("utf-8")
    assert sorted(match["name"] for match in _MARK.finditer(page)) == sorted(TABLES)
