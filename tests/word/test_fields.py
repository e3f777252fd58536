"""References are fields whose words are right before Word updates them, and stay text for us."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given

from drafter.composition.blocks import Audience, Block, BlockKind, Run, RunKind
from drafter.composition.markdown import markdown
from drafter.versions.compare import compare
from drafter.word.anchors import anchor
from drafter.word.officefile import w
from drafter.word.package import unpack
from drafter.word.reading.reader import read_blocks
from drafter.word.writing.writer import WordWriter
from tests.versions.drafts import draft
from tests.word.documents import OFFICE, document, paragraph
from tests.word.writing.test_headings import heading, without_heading_numbers
from tests.word.writing.test_writer import HOSTILE

WRITER = WordWriter(OFFICE)


def referring(id: str, target: Block, words: str = "Told under ") -> Block:
    said = Run(target.text, kind=RunKind.REFERENCE, ref=target.id)
    return Block(id, BlockKind.PARAGRAPH, (Run(words), said, Run(".")))


def parts_of(*levels: int) -> list[Block]:
    """Headings of these levels, each with words of its own."""
    return [heading(f"h{n}", f"Words {n}", level) for n, level in enumerate(levels)]


def fields(data: bytes) -> list[tuple[str, str]]:
    """The instruction and the words of each field."""
    body = ElementTree.fromstring(unpack(data)["word/document.xml"])
    return [
        (each.get(w("instr"), "").strip(), "".join(each.itertext()))
        for each in body.iter(w("fldSimple"))
    ]


@pytest.mark.parametrize(
    ("levels", "number"),
    [
        ((1,), "I"),
        ((1, 2, 2, 3, 4), "I.B.1.a"),
        ((1, 2, 1, 2), "II.A"),
        ((1, 2, 3, 2, 3), "I.B.1"),
        ((1,) * 19, "XIX"),
        ((1, *(2,) * 28), "I.BB"),
        ((1, *(2,) * 26), "I.Z"),
    ],
)
def test_a_reference_has_the_number_that_word_will_count(
    levels: tuple[int, ...], number: str
) -> None:
    headings = parts_of(*levels)
    data = WRITER.write(document(*headings, referring("p", headings[-1])))
    mark = anchor(headings[-1].id)
    assert fields(data) == [
        (rf"REF {mark} \w \h", number),
        (rf"REF {mark} \h", headings[-1].text),
    ]
    body = unpack(data)["word/document.xml"].decode()
    assert body.count(f'w:name="{mark}"') == 1
    assert f'<w:hyperlink w:anchor="{mark}" w:history="1">' in body


def test_a_heading_without_a_number_counts_for_none_and_is_called_by_its_words() -> None:
    first, between, last = parts_of(1, 1, 1)
    between = Block(between.id, between.kind, between.runs, style="unnumbered")
    blocks = (first, between, last, referring("p", between), referring("q", last))
    found = fields(WRITER.write(document(*blocks)))
    assert [words for _, words in found] == ["Words 1", "II", "Words 2"]


def test_a_style_file_without_heading_numbers_refers_by_words(tmp_path: Path) -> None:
    plain = WordWriter(without_heading_numbers(tmp_path / "office.docx"))
    target = heading("h", "Missing facts")
    found = fields(plain.write(document(target, referring("p", target))))
    assert found == [(rf"REF {anchor('h')} \h", "Missing facts")]


@given(HOSTILE, HOSTILE)
def test_what_a_reference_says_comes_back_character_for_character(a: str, b: str) -> None:
    target = heading("h", a)
    data = WRITER.write(document(target, referring("p", target, b)))
    assert [block.text for block in read_blocks(data)] == [a, f"{b}{a}."]


def test_a_file_that_leaves_has_a_bookmark_only_where_something_refers_to() -> None:
    one, two = parts_of(1, 1)
    data = WRITER.write(document(one, two, referring("p", two), audience=Audience.OUTWARD))
    body = unpack(data)["word/document.xml"].decode()
    assert re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', body) == ["_Ref000000001"]
    assert [words for _, words in fields(data)] == ["II", "Words 1"]
    assert anchor(two.id) not in body


def test_numbers_that_move_are_no_change() -> None:
    one, two = parts_of(1, 1)
    told = referring("p", two)
    before, after = draft(one, two, told), draft(heading("new", "New"), one, two, told)
    changed = compare(before, after)
    assert [each.id for each in changed.blocks] == ["new"]
    files = [read_blocks(WRITER.write(each.document)) for each in (before, after)]
    assert [block.text for block in files[1]][1:] == [block.text for block in files[0]]


def test_the_markdown_twin_has_words_and_no_number() -> None:
    target = heading("h", "Missing facts")
    said = markdown(document(target, referring("p", target)))
    assert "Told under Missing facts.\n" in said
    assert "Part" not in said


def test_a_reference_to_what_is_not_there_is_its_words() -> None:
    lost = referring("p", heading("h", "Gone"))
    data = WRITER.write(document(paragraph("a", "x"), lost))
    assert fields(data) == []
    assert read_blocks(data)[-1].text == "Told under Gone."
