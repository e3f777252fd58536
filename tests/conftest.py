"""What every test may use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "drafter", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("drafter")


COMMANDS = (
    *("clear", "deadlines", "diff_page", "help", "lint", "other_causes", "overlay", "pdf"),
    *("redline", "refresh", "verify", "versions"),
)
SWEEPS = tuple(
    f"tests/{name}"
    for name in (
        *("decided/", "docs/", "golden/", "law/", "templates/", "yamlfile/"),
        *("test_structure.py", "test_marks.py", "cli/test_bad_input.py", "word/writing/timeline/"),
        *(f"cli/test_{name}.py" for name in COMMANDS),
        *("composition/linting/test_own_templates.py", "word/test_constructs.py"),
    )
)
"""Where every case, record or paper is gone through, or command after command is run on whole
papers: nearly all that they run, others run too."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes golden documents again, and the one that asks about everything."""
    parser.addoption(
        "--regold", action="store_true", default=False, help="accept the documents as drafted now"
    )
    parser.addoption(
        "--everything",
        action="store_true",
        default=False,
        help="ask other programs about every pair of versions, not about a spread of them",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave sweeps uncounted, which counting makes three times as slow, and put them first.

    One that began last would run while other workers wait.
    """
    for item in items:
        if item.nodeid.startswith(SWEEPS):
            item.add_marker("no_cover")
    items.sort(key=lambda item: item.get_closest_marker("no_cover") is None)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop the count that pytest-cov begins in a worker before it knows that it is in one.

    The count that it begins next lies on top of it: whatever is left out of that, the one
    below goes on with, as slowly, and nobody ever sees what it found.
    """
    below = Coverage.current()
    if below and hasattr(session.config, "workerinput"):
        below.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Leave uncounted also what a sweep is set up with."""
    counting = Coverage.current() if item.get_closest_marker("no_cover") else None
    if counting:
        counting.stop()
    try:
        yield
    finally:
        if counting:
            counting.start()


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def as_of() -> date:
    """The day on which the samples are drafted in the tests."""
    return date(2026, 11, 24)


@pytest.fixture(scope="session")
def law(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An overlay in which every authority was looked up: a session over it is loaded once."""
    from tests.samples import cite_checked  # after coverage has begun to count

    return cite_checked(tmp_path_factory.mktemp("law"))
