"""Captions: a field counts them, and the table they stand at says the same to who hears it."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from msgspec.structs import replace

from drafter.composition.blocks import Block, BlockKind, Run, Table
from drafter.word.officefile import w
from drafter.word.package import unpack
from drafter.word.reading.reader import read_blocks
from drafter.word.writing.writer import WordWriter
from tests.composition.rendering import Fact, ids, refusal, render, texts
from tests.word.documents import OFFICE, document, paragraph, row
from tests.word.test_fields import fields
from tests.word.writing.test_writer import HOSTILE

WRITER = WordWriter(OFFICE)


def captioned(name: str, words: str, *, header: bool = True) -> list[Block]:
    table = Table(name, (200, 300, 500), int(header))
    return [
        paragraph(f"{name}-caption", words, BlockKind.CAPTION),
        row(f"{name}/1", "Item", "Effect", f"Why & {words}", table=table, header=header),
        row(f"{name}/2", "1", "helps", "because", table=table),
    ]


def body_of(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(unpack(data)["word/document.xml"])


def test_captions_are_counted_in_order_by_a_field() -> None:
    blocks = [*captioned("a", "First"), paragraph("p", "words"), *captioned("b", "Second")]
    data = WRITER.write(document(*blocks))
    assert fields(data) == [(r"SEQ Table \* ARABIC", "1"), (r"SEQ Table \* ARABIC", "2")]
    shown = ["".join(p.itertext()) for p in body_of(data).iter(w("p"))]
    assert "Table 1. First" in shown
    assert "Table 2. Second" in shown


def test_a_caption_stays_with_its_table() -> None:
    data = WRITER.write(document(*captioned("a", "First")))
    read = read_blocks(data)
    assert read[0].style.casefold() == "caption"
    styles = ElementTree.fromstring(unpack(data)["word/styles.xml"])
    look = styles.find(f"{w('style')}[@{w('styleId')}='Caption']/{w('pPr')}")
    assert look is not None
    assert look.find(w("keepNext")) is not None


@given(HOSTILE)
def test_a_caption_is_text_and_alt_text_character_for_character(words: str) -> None:
    data = WRITER.write(document(*captioned("a", words)))
    assert read_blocks(data)[0].text == words
    (properties,) = body_of(data).iter(w("tblPr"))
    assert properties.find(w("tblCaption")).get(w("val")) == words
    told = properties.find(w("tblDescription")).get(w("val"))
    assert told == f"Columns: Item; Effect; {f'Why & {words}'.strip()}"


def test_a_table_without_caption_or_header_row_says_nothing_of_itself() -> None:
    plain = captioned("a", "First")[1:]
    bare = captioned("b", "Second", header=False)
    data = WRITER.write(document(*plain, paragraph("p", "x"), *bare))
    first, second = body_of(data).iter(w("tblPr"))
    assert first.find(w("tblCaption")) is None
    assert second.find(w("tblCaption")).get(w("val")) == "Second"
    assert second.find(w("tblDescription")) is None


def test_a_caption_of_nothing_has_no_number() -> None:
    data = WRITER.write(document(paragraph("c", "Alone", BlockKind.CAPTION), paragraph("p", "x")))
    assert fields(data) == []
    assert [block.text for block in read_blocks(data)] == ["Alone", "x"]


def test_emphasis_in_a_caption_is_kept() -> None:
    blocks = captioned("a", "x")
    blocks[0] = replace(blocks[0], runs=(Run("In "), Run("Dixon", italic=True)))
    (properties,) = body_of(WRITER.write(document(*blocks))).iter(w("tblPr"))
    assert properties.find(w("tblCaption")).get(w("val")) == "In Dixon"


def test_a_template_gives_a_table_its_caption() -> None:
    text = (
        '# A {#a}\n::: table {#t} widths="500 500"'
        ' caption="What *one* says, \\"so\\" and ‘so’: {{ f.what }}"\n'
        "| Head | Head |\n| x | y |\n:::"
    )
    blocks = render(text, f=Fact("f1", "a | b"))
    assert ids(blocks)[:2] == ["a", "a/t-caption"]
    assert texts(blocks)[1] == 'What one says, "so" and ‘so’: a | b'
    assert blocks[1].kind is BlockKind.CAPTION
    assert blocks[1].sources == ("f1",)


def test_a_caption_alone_is_a_class() -> None:
    (block,) = render("What the picture shows {#shown .caption}")
    assert (block.kind, block.id, block.style) == (BlockKind.CAPTION, "front/shown", "")


def test_a_caption_that_is_not_closed_is_refused_at_its_line() -> None:
    where, what = refusal('\n::: table {#t} widths="1000" caption="so\n| x |\n:::')
    assert where.startswith("body.md.j2:2:")
    assert "its id and its widths" in what
