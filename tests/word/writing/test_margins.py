"""The first page has the legend; those after it the short caption too; each its number."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
from hypothesis import given
from msgspec.structs import replace

from drafter.composition.blocks import Document
from drafter.word.package import unpack
from drafter.word.writing.writer import WordWriter
from tests.word.documents import OFFICE, document, paragraph
from tests.word.writing.test_writer import HOSTILE

WRITER = WordWriter(OFFICE)
CAPTION = "United States v. Ocampo, No. 3:26-cr-09142"


def paper(header: tuple[str, ...] = ("PRIVILEGED",), running: str = CAPTION) -> Document:
    return replace(document(paragraph("p", "x"), header=header, footer=""), running=running)


def lines(part: object) -> list[str]:
    return [each.text for each in part.paragraphs]


def test_the_legend_is_on_each_page_and_the_caption_on_those_after_the_first() -> None:
    section = docx.Document(BytesIO(WRITER.write(paper()))).sections[0]
    assert section.different_first_page_header_footer
    assert lines(section.first_page_header) == ["PRIVILEGED"]
    assert lines(section.header) == ["PRIVILEGED", CAPTION]
    assert [each.style.name for each in section.header.paragraphs] == ["Header", "Running Head"]


def test_a_paper_without_legend_has_only_its_caption_after_the_first_page() -> None:
    section = docx.Document(BytesIO(WRITER.write(paper(header=())))).sections[0]
    assert lines(section.first_page_header) == [""]
    assert lines(section.header) == [CAPTION]


def test_each_page_counts_itself_and_all() -> None:
    parts = unpack(WRITER.write(paper()))
    for page in ("default", "first"):
        footer = parts[f"word/footer-{page}.xml"].decode()
        assert footer.index('w:instr=" PAGE "') < footer.index('w:instr=" NUMPAGES "')


def test_a_style_file_of_one_kind_of_page_has_both_on_each(tmp_path: Path) -> None:
    opened = docx.Document(str(OFFICE))
    opened.sections[0].different_first_page_header_footer = False
    opened.save(str(tmp_path / "office.docx"))
    data = WordWriter(tmp_path / "office.docx").write(paper())
    section = docx.Document(BytesIO(data)).sections[0]
    assert not section.different_first_page_header_footer
    assert lines(section.header) == ["PRIVILEGED", CAPTION]


@given(HOSTILE, HOSTILE)
def test_a_caption_comes_back_character_for_character(legend: str, running: str) -> None:
    section = docx.Document(BytesIO(WRITER.write(paper((legend,), running)))).sections[0]
    assert lines(section.header) == [legend, running]
