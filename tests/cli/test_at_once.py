"""Several processes that draft one case at the same moment: the real command, nothing shared."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest

from drafter.versions.store import Store, StoredVersion
from tests.cli.running import AS_OF, PROGRAM, drafter

pytestmark = pytest.mark.no_cover

RUNS = 4
SERIES = ("duress_memo", "mitigation_outline", "surrender_exhibit")


@pytest.fixture
def office(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one case in as many copies as there are runs, no two the same."""
    text = (root / "casefiles" / "border-courier.yaml").read_text("utf-8")
    for number in range(RUNS):
        made = text.replace("paid_by: appointed", f"paid_by: (copy {number}) appointed", 1)
        assert made != text
        (tmp_path / f"copy-{number}.yaml").write_text(made, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def at_once(office: Path, *commands: tuple[str, ...]) -> list[str]:
    """Start all of them, let all go together, and give what each printed."""
    gate = office / "go"
    waiting = 'until [ -e "$0" ]; do :; done; exec "$@"'
    running = [
        subprocess.Popen(
            ["sh", "-c", waiting, str(gate), *PROGRAM, *command],
            cwd=office,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2])])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for command in commands
    ]
    gate.touch()
    said = [run.communicate(timeout=120) for run in running]
    gate.unlink()
    for run, (_, error) in zip(running, said, strict=True):
        assert run.returncode == 0, error.decode()
    return [out.decode() for out, _ in said]


def whole(office: Path) -> list[StoredVersion]:
    """The versions, each of which is whole and the only one of its number."""
    versions = Store(office / "output").versions("border-courier")
    for version in versions:
        assert version.draft().document.blocks
        assert not version.edited
        with ZipFile(version.document) as package:
            assert package.testzip() is None
        assert list(version.folder.glob("*.md"))
    numbers = Counter((each.series, each.number) for each in versions)
    assert set(numbers.values()) <= {1}
    assert not list((office / "output").rglob(".drafting-*"))
    return versions


def test_equal_drafts_at_once_make_one_version_of_each_document(office: Path) -> None:
    shutil.copy("copy-0.yaml", "courier.yaml")
    draft = ("draft", "courier.yaml", *AS_OF, "--kind", "all")
    at_once(office, *[draft] * RUNS)
    assert [(each.series, each.number) for each in whole(office)] == [(s, 1) for s in SERIES]


def test_drafts_that_differ_get_a_number_each_and_none_is_lost(office: Path) -> None:
    commands = [("draft", f"copy-{n}.yaml", *AS_OF, "--kind", "all") for n in range(RUNS)]
    printed = at_once(office, *commands)
    versions = [each for each in whole(office) if each.series == "duress_memo"]
    assert [each.number for each in versions] == list(range(1, RUNS + 1))
    for version in versions:
        told = next(text for text in printed if str(version.document.name) in text)
        number = printed.index(told)
        assert version.case_file == f"../copy-{number}.yaml"
        assert f"(copy {number})" in version.draft().to_json()


def test_forced_versions_at_once_are_all_kept_and_the_next_run_knows_the_last(
    office: Path,
) -> None:
    shutil.copy("copy-0.yaml", "courier.yaml")
    draft = ("draft", "courier.yaml", *AS_OF, "--kind", "surrender_exhibit")
    at_once(office, *[(*draft, "--force")] * RUNS)
    versions = whole(office)
    assert [each.number for each in versions] == list(range(1, RUNS + 1))
    assert {each.document.parent.name for each in versions} == {"outward"}
    json.loads((office / "output" / ".index.json").read_text("utf-8"))
    assert drafter(*draft).exit_code == 0
    assert len(whole(office)) == RUNS
