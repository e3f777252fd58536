"""A wide table on wide pages: one turn before it, one after, and nothing empty between."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from msgspec import convert

from drafter.composition.blocks import Block, BlockKind, Table
from drafter.versions.serial import StoredDocument, document_value
from drafter.word.officefile import r, w
from drafter.word.package import unpack
from drafter.word.reading.reader import read_blocks
from drafter.word.writing.writer import WordWriter
from tests.composition.rendering import refusal, render
from tests.word.documents import OFFICE, document, paragraph, row
from tests.word.writing.test_headings import heading

WRITER = WordWriter(OFFICE)
WIDE = Table("wide", (200, 300, 500), landscape=True)
BEFORE, AFTER = paragraph("a", "before"), paragraph("z", "after")
LEAD = (heading("h", "Evidence"), paragraph("c", "What it shows", BlockKind.CAPTION))


def rows(table: Table = WIDE) -> list[Block]:
    return [row(f"{table.id}/{n}", "x", "y", "z", table=table) for n in range(3)]


def sections(*blocks: Block) -> list[tuple[bool, list[str]]]:
    """Of each section whether it is wide, and the texts of its paragraphs outside of tables."""
    body = ElementTree.fromstring(unpack(WRITER.write(document(*blocks)))["word/document.xml"])
    found: list[tuple[bool, list[str]]] = []
    texts: list[str] = []
    for child in body[0]:
        if child.tag == w("p"):
            texts.append("".join(child.itertext()))
        end = child if child.tag == w("sectPr") else child.find(f"{w('pPr')}/{w('sectPr')}")
        if end is not None:
            page = end.find(w("pgSz"))
            wide = page.get(w("orient")) == "landscape"
            assert wide == (int(page.get(w("w"))) > int(page.get(w("h"))))
            found.append((wide, [text for text in texts if text]))
            texts = []
    assert not texts
    return found


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ((BEFORE, AFTER), [(False, ["before", "after"])]),
        (
            (BEFORE, *LEAD, *rows(), AFTER),
            [
                (False, ["before"]),
                (True, ["Evidence", "Table 1. What it shows"]),
                (False, ["after"]),
            ],
        ),
        ((*rows(), AFTER), [(True, []), (False, ["after"])]),
        ((BEFORE, *rows()), [(False, ["before"]), (True, [])]),
        (
            (*rows(Table("plain", (200, 300, 500))), *rows(), AFTER),
            [(False, []), (True, []), (False, ["after"])],
        ),
        (
            (*rows(), *rows(Table("next", (200, 300, 500), landscape=True)), AFTER),
            [(True, []), (False, ["after"])],
        ),
    ],
    ids=["none", "with its heading", "first", "last", "after a table", "two in a row"],
)
def test_a_wide_table_stands_on_pages_of_its_own(
    blocks: tuple[Block, ...], wanted: list[tuple[bool, list[str]]]
) -> None:
    assert sections(*blocks) == wanted


def test_every_section_keeps_header_and_footer_and_only_the_first_a_first_page() -> None:
    blocks = (BEFORE, *LEAD, *rows(), AFTER)
    body = ElementTree.fromstring(unpack(WRITER.write(document(*blocks)))["word/document.xml"])
    ends = list(body.iter(w("sectPr")))
    pointed = [[each.get(r("id")) for each in end if "Reference" in each.tag] for end in ends]
    assert pointed[0]
    assert pointed == [pointed[0]] * 3
    assert [end.find(w("titlePg")) is not None for end in ends] == [True, False, False]
    assert not [end for end in ends if end.find(w("pgNumType")) is not None]


def test_a_wide_table_is_as_wide_as_its_page() -> None:
    body = ElementTree.fromstring(
        unpack(WRITER.write(document(*rows(Table("w", (500, 250, 250), landscape=True)))))[
            "word/document.xml"
        ]
    )
    assert [each.get(w("w")) for each in body.iter(w("gridCol"))] == ["6480", "3240", "3240"]


def test_turning_pages_adds_no_text() -> None:
    blocks = (BEFORE, *LEAD, *rows(), AFTER)
    read = read_blocks(WRITER.write(document(*blocks)))
    assert [block.text for block in read] == [block.text for block in blocks]


def test_a_template_says_that_a_table_is_wide_and_a_version_keeps_it() -> None:
    text = '# A {#a}\n::: table {#t} widths="500 500" landscape\n| x | y |\n:::'
    blocks = render(text)
    assert blocks[1].table is not None
    assert blocks[1].table.landscape
    kept = convert(document_value(document(*blocks)), StoredDocument).read()
    assert kept.blocks == blocks


def test_a_misspelt_word_at_a_table_is_refused() -> None:
    where, _ = refusal('# A {#a}\n::: table {#t} widths="1000" landscapes\n| x |\n:::')
    assert where == "body.md.j2:2:1"
