"""A folder to work in, with a case in it; and one in which a memo of that case was drafted."""

from __future__ import annotations

import shutil
from contextlib import chdir
from pathlib import Path

import pytest

from tests.cli.running import AS_OF, drafter


@pytest.fixture(scope="session")
def one_memo(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder with the case and a memo of it, drafted once: tests work in copies."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copy(root / "casefiles" / "border-courier.yaml", folder / "courier.yaml")
    with chdir(folder):
        assert drafter("draft", "courier.yaml", *AS_OF).exit_code == 0
    return folder


@pytest.fixture
def desk(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with one case file, which commands then run in."""
    shutil.copy(root / "casefiles" / "border-courier.yaml", tmp_path / "courier.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def drafted(one_memo: Path, desk: Path) -> Path:
    """The folder that commands run in, with a memo that nobody has edited yet."""
    shutil.copytree(one_memo, desk, dirs_exist_ok=True)
    return desk
