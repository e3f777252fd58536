"""A figure in the file: its words, its alternative text, and XML that Word takes."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as read_docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import convert
from msgspec.structs import replace

from drafter.composition.blocks import Audience, Block, BlockKind, Run, Runs
from drafter.composition.figures import Figure, Mark, Sign, SpanLine, Tick
from drafter.versions.serial import StoredBlock, block_value
from drafter.word.reading.reader import read_blocks
from drafter.word.writing.writer import WordWriter
from tests.test_hostile_documents import HOSTILE
from tests.word.documents import OFFICE, document, paragraph, row

WRITER = WordWriter(OFFICE)
FIGURE = Figure(
    stretches=((0, 120), (9_000, 9_100)),
    marks=(
        Mark((0, 0), Sign.EXACT),
        Mark((20, 80), Sign.ABOUT, disputed=True),
        Mark((None, 9_100), Sign.WITHIN),
    ),
    spans=(SpanLine((0, 0), (20, 80)),),
    key=tuple(Sign),
    ticks=(Tick(0, 0), Tick(60, 2), Tick(9_000, 0)),
)


def block(*words: str, intro: str = "A timeline.") -> Block:
    """A figure of three marks and one span, words put into each in turn."""
    said = [words[at % len(words)] for at in range(4)] if words else ["One."] * 4
    cells: list[Runs] = [
        (Run(str(at), bold=True), Run(". 9:00 a.m."), Run(f": {said[at]}")) for at in range(3)
    ]
    cells.append((Run("A", bold=True), Run(f". {said[3]}: 1 hour")))
    cells += [(Run(sign.value),) for sign in Sign]
    cells += [(Run(f"Mar. {at}"),) for at in range(3)]
    return Block("facts/time", BlockKind.FIGURE, (Run(intro),), tuple(cells), figure=FIGURE)


def body(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def boxes(data: bytes) -> list[str]:
    """The words of each box, tabs and line ends as they are read."""
    found = read_docx(BytesIO(data)).element.body.iter(qn("w:txbxContent"))
    marks = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    return [
        "".join(marks.get(node.tag) or node.text or "" for node in box.iter(qn("w:t"), *marks))
        for box in found
    ]


def description(data: bytes) -> str:
    (found,) = read_docx(BytesIO(data)).element.body.iter(qn("wp:docPr"))
    return str(found.get("descr"))


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_hostile_words_come_back_from_boxes_and_alternative_text(words: str) -> None:
    made = block(words, intro=words)
    data = WRITER.write(document(made))
    assert description(data) == made.told
    # What is too long for one page stands in the alternative text alone.
    assert len(words) > 999 or any(words in box for box in boxes(data))


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=40,
    )
)
def test_any_words_come_back(words: str) -> None:
    data = WRITER.write(document(block(words)))
    assert description(data) == block(words).told
    assert [box for box in boxes(data) if box.startswith(("0.", "1.", "2."))] == [
        f"{at}. 9:00 a.m.: {words}" for at in range(3)
    ]


def test_the_reader_sees_one_block_with_the_words_of_the_drawing() -> None:
    data = WRITER.write(document(block(), paragraph("after", "After it.")))
    first, second = read_blocks(data)
    assert first.style == "Figure"
    assert set(first.text.split("\t")) >= {"0. 9:00 a.m.: One.", "A. One.: 1 hour", "exact"}
    assert second.text == "After it."


def test_words_that_xml_cannot_hold_are_refused_wherever_they_are() -> None:
    for made in (block("a\u0002b"), block(intro="a\u0002b")):
        with pytest.raises(ValueError, match=r"facts/time.*U\+0002"):
            WRITER.write(document(made))


def test_a_figure_is_not_told_by_color_and_has_no_font_of_its_own() -> None:
    xml = body(WRITER.write(document(block())))
    assert set(re.findall(r'srgbClr val="(\w+)"', xml)) == {"000000", "FFFFFF"}
    assert "rFonts" not in xml
    assert "<w:sz " not in xml
    inside = re.findall(r"<w:txbxContent>.*?</w:txbxContent>", xml)
    assert len(inside) > 10
    assert all('<w:pStyle w:val="FigureLabel"/>' in each for each in inside)
    looks = re.findall(r"<a:(?:ln w=\"\d+\"|prstDash val=\"\w+\"|pattFill prst=\"\w+\")", xml)
    assert len(set(looks)) > 6


def test_a_caption_after_a_figure_is_of_the_figure_also_where_a_table_follows() -> None:
    caption = paragraph("c", "What it shows", BlockKind.CAPTION)
    own = paragraph("t-caption", "Events", BlockKind.CAPTION)
    for after in ([row("r", "1", "2", "3")], [own, row("r", "1", "2", "3")]):
        shown = body(WRITER.write(document(block("A report"), caption, *after)))
        assert shown.count("SEQ Figure") == 1
        assert shown.count("SEQ Table") == len(after) - 1
        assert shown.count("<w:tblCaption ") == len(after) - 1


def test_two_figures_have_numbers_of_their_own() -> None:
    xml = body(WRITER.write(document(block(), replace(block(), id="facts/other"))))
    assert re.findall(r'<wp:docPr id="(\d+)"', xml) == ["1", "2"]


def test_equal_figures_are_equal_bytes() -> None:
    assert WRITER.write(document(block())) == WordWriter(OFFICE).write(document(block()))


def test_a_figure_without_a_drawing_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="facts/time"):
        WRITER.write(document(replace(block(), figure=None)))


def test_a_draft_keeps_all_of_a_figure() -> None:
    assert convert(block_value(block()), StoredBlock).read() == block()


@pytest.mark.parametrize("audience", list(Audience))
def test_the_validator_finds_nothing(audience: Audience, tmp_path: Path) -> None:
    path = tmp_path / "figure.docx"
    path.write_bytes(WRITER.write(document(block(), audience=audience)))
    audit = [Path(sys.executable).with_name("openxml-audit"), path]
    found = subprocess.run(audit, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
    assert "Errors: 0" in found.stdout
