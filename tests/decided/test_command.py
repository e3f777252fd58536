"""The command runs opinions it has not seen, and says of a record that it could not read it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.decided import store
from tests.decided.__main__ import main
from tests.decided.report import TABLES


def unseen(folder: Path, **changes: object) -> Path:
    record = dict(next(each for each in store.records() if each["id"] == "gordon-1975"))
    record.update(id="Unseen v. 2099", caption="United States v. Unseen", **changes)
    path = folder / "opinions.yaml"
    path.write_text(yaml.safe_dump([record]), "utf-8")
    return path


def test_it_prints_every_table(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([str(unseen(tmp_path))]) == 0
    printed = capsys.readouterr().out
    assert all(f"## {title}\n" in printed for title, _ in TABLES.values())
    assert "| Unseen v. 2099 | immediacy | not_met | digest |" in printed


def test_a_record_that_cannot_be_read_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main([str(unseen(tmp_path, circuit="XYZZY"))]) == 1
    assert "Unseen v. 2099: left out: ValueError" in capsys.readouterr().err
