"""The page on decided cases prints what the analysis says of them now.

``make regold`` writes its tables again.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.decided.report import TABLES, Run
from tests.decided.store import HELD_OUT, OPINIONS, SECOND_SET, THIRD_SET, records
from tests.decided.verdicts import Agreement

_FILES = {
    "decided": OPINIONS,
    "held out": HELD_OUT,
    "second set": SECOND_SET,
    "third set": THIRD_SET,
}
_MARK = re.compile(
    rf"<!-- (?P<set>{'|'.join(_FILES)}): (?P<name>\w+) -->\n.*?<!-- end -->", re.DOTALL
)
_OF_HELD_OUT = ("agreement", "rulings")
_UNSEEN = ("held out", "second set", "third set")


@cache
def run(name: str) -> Run:
    """A set of opinions, analyzed once for the tables and for what must be right of it."""
    return Run.of(records(_FILES[name]))


def with_tables(page: str) -> str:
    def made(match: re.Match[str]) -> str:
        _, table = TABLES[match["name"]]
        head = f"<!-- {match['set']}: {match['name']} -->"
        return f"{head}\n\n{table(run(match['set']))}\n\n<!-- end -->"

    return _MARK.sub(made, page)


@pytest.mark.no_cover
def test_the_tables_are_those_of_the_analysis(root: Path, request: pytest.FixtureRequest) -> None:
    path = root / "docs" / "decided-cases.md"
    page = path.read_text("utf-8")
    made = with_tables(page)
    if request.config.getoption("--regold"):
        path.write_text(made, encoding="utf-8")
    else:
        assert made == page, "say: .venv/bin/python -m pytest tests/docs --regold"


@pytest.mark.parametrize("unseen", _UNSEEN)
def test_no_verdict_on_an_opinion_that_was_held_out_is_wrong(unseen: str) -> None:
    wrong = (Agreement.FALSE_SUPPORTED, Agreement.FALSE_UNSUPPORTED)
    compared = run(unseen).compared
    assert compared
    assert [each for each in compared if each.agreement in wrong] == []


def test_every_table_is_on_the_page(root: Path) -> None:
    page = (root / "docs" / "decided-cases.md").read_text("utf-8")
    expected = [("decided", name) for name in TABLES]
    expected += [(each, name) for each in _UNSEEN for name in _OF_HELD_OUT]
    assert sorted((m["set"], m["name"]) for m in _MARK.finditer(page)) == sorted(expected)
