"""Every command that a page shows runs, and prints what the page says.

``make regold`` writes what they print now.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.cli.progress import words
from tests.docs import console

pytestmark = pytest.mark.no_cover

INSTALLED = "README.md"
"""The page of which every command starts the installed program, as a reader does."""
PAGES = [INSTALLED, "docs/tutorial.md"] + [
    f"docs/how-to/{name}.md"
    for name in (
        *("add-a-kind", "batch", "change-the-look", "change-wording", "check-a-document"),
        *("compare-versions", "deadlines", "git", "import", "office-law", "refresh", "review"),
    )
]


@pytest.mark.parametrize("name", PAGES)
def test_examples_print_what_the_page_says(
    name: str, root: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    page = (root / name).read_text("utf-8")
    done = console.run(page, tmp_path, root, shell=name == INSTALLED)
    assert done
    if request.config.getoption("--regold"):
        page = console.updated(page, done)
        (root / name).write_text(page, encoding="utf-8")
        return
    wrong = [f"$ {each.command}\n{each.printed}" for each in done if console.differs(each, page)]
    assert not wrong, "\n".join(wrong)


def test_every_page_with_examples_is_run(root: Path) -> None:
    pages = [root / "README.md", *(root / "docs").rglob("*.md")]
    shown = {str(p.relative_to(root)) for p in pages if "```console" in p.read_text("utf-8")}
    assert shown == set(PAGES)


@pytest.mark.parametrize("run", [(0, 0, 0), (0, 1, 0), (3, 1200, 0), (1001, 1200, 2)])
def test_what_a_slow_run_says_of_itself_is_no_output_of_an_example(
    run: tuple[int, int, int],
) -> None:
    assert console.is_progress(words(*run))


def test_what_a_run_has_done_is_output_of_an_example() -> None:
    assert not console.is_progress("8 cases, none failed.")
