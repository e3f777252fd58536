"""The head of a paper for a court: the parties, a line between, one under, in a named style."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from msgspec import convert

from drafter.composition.blocks import Table
from drafter.composition.templating.wording import WORDING
from drafter.errors import TemplateError
from drafter.versions.serial import StoredDocument, document_value
from drafter.word.officefile import w
from drafter.word.package import unpack
from drafter.word.writing.writer import WordWriter
from tests.composition.rendering import Fact, refusal, render
from tests.word.documents import OFFICE, document, row

WRITER = WordWriter(OFFICE)
PARTIES = Table("p", (500, 250, 250), 0, style="caption-table")


def used(writer: WordWriter, table: Table) -> str:
    body = ElementTree.fromstring(
        unpack(writer.write(document(row("r", "a", "b", "c", table=table))))["word/document.xml"]
    )
    (style,) = body.iter(w("tblStyle"))
    return style.get(w("val"))


def test_a_table_takes_the_style_it_names() -> None:
    assert used(WRITER, PARTIES) == "CaptionTable"
    assert used(WRITER, Table("p", (500, 250, 250))) == "MemoTable"
    with pytest.raises(TemplateError, match="table p: the style file has no table style 'fancy'"):
        used(WRITER, Table("p", (500, 250, 250), style="fancy"))


def test_its_lines_part_the_parties_from_the_number_and_close_both() -> None:
    styles = ElementTree.fromstring(unpack(OFFICE.read_bytes())["word/styles.xml"])
    look = styles.find(f"{w('style')}[@{w('styleId')}='CaptionTable']")
    lines = [each.tag for each in look.find(f"{w('tblPr')}/{w('tblBorders')}")]
    assert lines == [w("bottom"), w("insideV")]


def test_a_style_file_without_it_takes_the_usual_one(tmp_path: Path) -> None:
    path = tmp_path / "office.docx"
    with ZipFile(OFFICE) as archive, ZipFile(path, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "word/styles.xml":
                for known in ("Caption Table", "Party", "Running Head", "TOC 1"):
                    content = content.replace(
                        f'<w:name w:val="{known}"'.encode(), b'<w:name w:val="x"'
                    )
            changed.writestr(name, content)
    assert used(WordWriter(path), PARTIES) == "MemoTable"


def test_a_template_names_it_and_a_version_keeps_it() -> None:
    (block,) = render(
        '::: table {#p .caption-table} widths="500 500" header=0\n| {{ f.what|capitals }} | |\n:::',
        f=Fact("f1", "Reyes & Söhne"),
    )
    assert block.table is not None
    assert block.table.style == "caption-table"
    assert block.text == "REYES & SÖHNE\t"
    kept = convert(document_value(document(block)), StoredDocument).read()
    assert kept.blocks == (block,)


def test_capitals_are_for_one_text() -> None:
    assert "capitals" in WORDING
    where, what = refusal(
        "{% macro m() %}a {{ f.what }}{% endmacro %}\n{{ m()|capitals }}", f=Fact("f1", "x")
    )
    assert where.startswith("body.md.j2:2:")
    assert "takes one text" in what
