"""The same case, law and day give the same bytes, wherever and however drafter is run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import AS_OF, PROGRAM, files
from tests.samples import NAMES, SAMPLES, cite_checked

pytestmark = pytest.mark.no_cover

FILED = ("prison-escape", "remand-resentencing", "trafficked-partner")
"""Samples of which a filing and a sealed supplement can be drafted."""
BEFORE = ("--as-of", "2026-10-27")
"""The last day on which something is filed for the first of these hearings."""
COMMANDS = (
    ("batch", "casefiles", "--kind", "all"),
    ("batch", "casefiles", "--kind", "client_letter"),
    *(
        ("draft", *FILED, *BEFORE, "--kind", "mitigation_outline", "--edition", edition)
        for edition in ("filing", "sealed")
    ),
)
ELSEWHERE = {
    "seed": {"PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "40"},
    "place": {
        **{"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        **{"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "4242", "PYTHONTZPATH": ""},
    },
    "folder": {"TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8", "HOME": "/nonexistent"},
}


def documents(folder: Path, env: dict[str, str], umask: int = 0o022) -> dict[str, bytes]:
    """Draft every document of every sample in a folder; each file that was written."""
    shutil.copytree(SAMPLES[0].parent, folder / "casefiles")
    cite_checked(folder / "law")
    for command, *arguments in COMMANDS:
        done = subprocess.run(
            [*PROGRAM, command, *AS_OF, *arguments, "--law", "law"],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PYTHONHASHSEED": "0", "TZ": "UTC", **env},
            umask=umask,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
    output = folder / "output"
    return {path: (output / path).read_bytes() for path in files(output)}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return documents(tmp_path_factory.mktemp("first"), {})


def test_every_document_of_every_sample_is_among_them(first: dict[str, bytes]) -> None:
    found = {path.rpartition("/")[2] for path in first}
    assert found >= {f"{name}-duress_memo-v001.docx" for name in NAMES}
    assert found >= {f"{name}-mitigation_outline-v001.docx" for name in NAMES}
    assert found >= {f"{name}-client_letter-v001.docx" for name in NAMES}
    for name in FILED:
        assert f"{name}-mitigation_outline-filing-v001.docx" in found
        assert f"{name}-mitigation_outline-sealed-v001.docx" in found
    assert sum("surrender_exhibit-v001.docx" in name for name in found) >= 5


@pytest.mark.parametrize("how", ELSEWHERE)
def test_the_same_case_gives_the_same_bytes(
    first: dict[str, bytes], tmp_path: Path, how: str
) -> None:
    folder = tmp_path / "a longer path" / "Zürich & Söhne" if how == "folder" else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    again = documents(folder, ELSEWHERE[how], umask=0o077 if how == "folder" else 0o022)
    assert again.keys() == first.keys()
    assert [path for path in first if again[path] != first[path]] == []


def test_where_a_case_is_drafted_from_changes_no_word_of_it(
    first: dict[str, bytes], tmp_path: Path
) -> None:
    """With absolute paths, from another folder: only where the case file lay is another."""
    documents_of = [path for path in first if path.endswith((".docx", ".md"))]
    case, law = tmp_path / "in" / f"{FILED[0]}.yaml", cite_checked(tmp_path / "law")
    case.parent.mkdir()
    shutil.copy(SAMPLES[NAMES.index(FILED[0])], case)
    where = ("--output", tmp_path / "out", "--law", law)
    command = [*PROGRAM, "draft", case, "--kind", "all", *where, *AS_OF]
    subprocess.run(command, cwd="/", check=True)
    written = [path for path in files(tmp_path / "out") if path in documents_of]
    assert len(written) == 6
    for path in written:
        assert (tmp_path / "out" / path).read_bytes() == first[path]
