"""Whatever a table of a document says stands in the PDF that LibreOffice makes of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document as read_docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec.structs import replace

from drafter.cli import main
from drafter.composition.blocks import Block, BlockKind, Run
from drafter.versions.draft import Draft
from drafter.word.writing.writer import WordWriter
from tests.libreoffice import converted, with_libreoffice
from tests.samples import AS_OF, ROOT, SAMPLES, filing_day

pytestmark = [
    pytest.mark.no_cover,
    with_libreoffice,
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed"),
]
SHIFTED = "prison-escape"
SHIFTS = range(0, 44, 4)
"""Lines set before the tables of one memo: each of them meets the end of a page at some."""


@pytest.fixture(scope="module")
def papers(law: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Every document of every sample, and the shifted ones, each beside its PDF."""
    folder = tmp_path_factory.mktemp("papers")
    output = folder / "output"
    for sample in SAMPLES:
        common = ["draft", str(sample), "--output", str(output)]
        day = ["--as-of", AS_OF.isoformat()]
        done = CliRunner().invoke(main, [*common, *day, "--kind", "all", "--law", str(law)])
        assert done.exit_code in (0, 6), done.output
        filing = ["--kind", "mitigation_outline", "--edition", "filing", "--law", str(law)]
        day = ["--as-of", filing_day(sample).isoformat()]
        done = CliRunner().invoke(main, [*common, *day, *filing])
        assert done.exit_code in (0, 6), done.output
    found = [path.rename(folder / path.name) for path in sorted(output.rglob("*.docx"))]
    found += _shifted(folder)
    converted(found, folder)
    return tuple(found)


def _shifted(folder: Path) -> Iterable[Path]:
    output, sample = folder / "shifted", ROOT / "casefiles" / f"{SHIFTED}.yaml"
    drafted = ["draft", str(sample), "--output", str(output), "--as-of", AS_OF.isoformat()]
    done = CliRunner().invoke(main, drafted)
    assert done.exit_code == 0, done.output
    (kept,) = output.glob(f"{SHIFTED}/internal/duress_memo/v001/draft.json")
    memo = Draft.from_json(kept.read_text("utf-8")).document
    tables = tuple(_tables(memo.blocks))
    writer = WordWriter(ROOT / "templates" / "office.docx")
    for lines in SHIFTS:
        before = (
            Block(f"shift/{line}", BlockKind.PARAGRAPH, (Run("Line."),)) for line in range(lines)
        )
        path = folder / f"{SHIFTED}-shifted-{lines}.docx"
        path.write_bytes(writer.write(replace(memo, blocks=(*before, *tables))))
        yield path


def _tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """The rows, and the block over each table: the rest only fills thirty pages."""
    for block, under in pairwise((*blocks, blocks[-1])):
        if BlockKind.ROW in (block.kind, under.kind):
            yield block


def test_every_row_of_every_table_is_in_the_pdf(papers: tuple[Path, ...]) -> None:
    assert len(papers) > 3 * len(SAMPLES)
    lost = {path.name: _lost(path) for path in papers}
    assert {name: rows for name, rows in lost.items() if rows} == {}


def _lost(path: Path) -> list[str]:
    """The rows that the PDF has fewer times than the document; no row runs over two pages."""
    told = ["pdftotext", "-raw", path.with_suffix(".pdf"), "-"]
    printed = _plain(subprocess.run(told, capture_output=True, text=True, check=True).stdout)
    tables = read_docx(str(path)).tables
    rows = Counter(_plain("".join(_words(row._tr))) for table in tables for row in table.rows)
    assert rows
    return [row for row, times in rows.items() if printed.count(row) < times]


def _words(row: BaseOxmlElement) -> Iterator[str]:
    """What a row prints: its words, and the number of each note where it is referred to."""
    for element in row.iter(qn("w:t"), qn("w:footnoteReference")):
        yield element.text if element.tag == qn("w:t") else element.get(qn("w:id"), "")


def _plain(text: str) -> str:
    """Text without what a line's end may add or take: spaces, hyphens and dashes."""
    return re.sub(r"[\s\u00ad\u2010-\u2015-]+", "", text)
