"""A folder to work in, with a case in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def desk(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with one case file, which commands then run in."""
    shutil.copy(root / "casefiles" / "border-courier.yaml", tmp_path / "courier.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path
