"""Headings are numbered by Word, by the style file, and never in their words."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from msgspec.structs import replace

from drafter.composition.blocks import BlockKind
from drafter.word.officefile import w
from drafter.word.package import unpack
from drafter.word.reading.reader import read_blocks
from drafter.word.writing.writer import WordWriter
from tests.word.documents import OFFICE, document, paragraph

WRITER = WordWriter(OFFICE)


def heading(id: str, text: str, level: int = 1):
    return paragraph(id, text, BlockKind.HEADING, level)


def without_heading_numbers(path: Path) -> Path:
    """Write the style file as it was before headings were numbered."""
    with ZipFile(OFFICE) as archive, ZipFile(path, "w") as changed:
        for name in archive.namelist():
            tree = archive.read(name)
            if name == "word/styles.xml":
                root = ElementTree.fromstring(tree)
                for style in list(root.iter(w("style"))):
                    if style.get(w("styleId"), "").endswith("Unnumbered"):
                        root.remove(style)
                    elif style.get(w("styleId"), "").startswith("Heading"):
                        properties = style.find(w("pPr"))
                        properties.remove(properties.find(w("numPr")))
                tree = ElementTree.tostring(root)
            changed.writestr(name, tree)
    return path


def test_each_heading_style_follows_a_level_of_one_list() -> None:
    parts = unpack(WRITER.write(document(heading("h", "Elements"))))
    styles = ElementTree.fromstring(parts["word/styles.xml"])
    numbering = ElementTree.fromstring(parts["word/numbering.xml"])
    forms = []
    for level in range(1, 5):
        style = styles.find(f"{w('style')}[@{w('styleId')}='Heading{level}']")
        followed = style.find(f"{w('pPr')}/{w('numPr')}")
        assert followed.find(w("ilvl")).get(w("val")) == str(level - 1)
        number = followed.find(w("numId")).get(w("val"))
        instance = numbering.find(f"{w('num')}[@{w('numId')}='{number}']")
        abstract = instance.find(w("abstractNumId")).get(w("val"))
        defined = numbering.find(f"{w('abstractNum')}[@{w('abstractNumId')}='{abstract}']")
        (tied,) = [
            each
            for each in defined.iter(w("lvl"))
            if (at := each.find(w("pStyle"))) is not None and at.get(w("val")) == f"Heading{level}"
        ]
        forms.append(tied.find(w("numFmt")).get(w("val")))
    assert forms == ["upperRoman", "upperLetter", "decimal", "lowerLetter"]


def test_a_heading_has_its_words_and_no_number_of_its_own() -> None:
    data = WRITER.write(document(heading("h", "Elements"), heading("i", "Escape", 2)))
    body = unpack(data)["word/document.xml"].decode()
    assert "w:numPr" not in body
    assert [block.text for block in read_blocks(data)] == ["Elements", "Escape"]


def test_an_unnumbered_heading_takes_the_style_that_says_so() -> None:
    appendix = replace(heading("a", "Appendix"), style="unnumbered")
    below = replace(heading("b", "Scores", 2), style="unnumbered")
    read = read_blocks(WRITER.write(document(heading("h", "Elements"), appendix, below)))
    wanted = ["heading 1", "heading 1 unnumbered", "heading 2 unnumbered"]
    assert [block.style.lower() for block in read] == wanted


def test_a_style_file_that_numbers_no_heading_still_works(tmp_path: Path) -> None:
    plain = WordWriter(without_heading_numbers(tmp_path / "office.docx"))
    appendix = replace(heading("a", "Appendix"), style="unnumbered")
    read = read_blocks(plain.write(document(heading("h", "Elements"), appendix)))
    assert [block.style.lower() for block in read] == ["heading 1", "heading 1"]
