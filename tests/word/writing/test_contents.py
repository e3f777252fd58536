"""The list of contents: entries filled in, for long documents, and no text of ours."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hypothesis import given
from msgspec.structs import replace

from drafter.cli import main
from drafter.composition.blocks import Audience, Block, BlockKind
from drafter.composition.contents import with_contents
from drafter.composition.markdown import markdown
from drafter.word.anchors import anchor
from drafter.word.officefile import w
from drafter.word.package import unpack
from drafter.word.reading.reader import read_blocks
from drafter.word.writing.writer import WordWriter
from tests.samples import AS_OF, ROOT
from tests.word.documents import OFFICE, document, paragraph
from tests.word.writing.test_headings import heading, without_heading_numbers
from tests.word.writing.test_writer import HOSTILE

WRITER = WordWriter(OFFICE)
LIST = paragraph("front/contents", "Contents", BlockKind.CONTENTS)
PARTS = (
    LIST,
    heading("a", "Facts"),
    heading("b", "People", 2),
    heading("c", "One of them", 3),
    replace(heading("d", "Appendix"), style="unnumbered"),
)


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph; tabs as such, no text of a field's instruction."""
    found = []
    for p in ElementTree.fromstring(unpack(data)["word/document.xml"]).iter(w("p")):
        said = [
            "\t" if each.tag == w("tab") else each.text or ""
            for each in p.iter()
            if each.tag in (w("t"), w("tab"))
        ]
        found.append((p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")), "".join(said)))
    return found


def test_entries_are_the_headings_of_two_levels_with_their_numbers() -> None:
    data = WRITER.write(document(*PARTS))
    assert paragraphs(data)[:4] == [
        ("ContentsHeading", "Contents"),
        ("TOC1", "I.\tFacts"),
        ("TOC2", "A.\tPeople"),
        ("TOC1", "Appendix"),
    ]


def test_the_list_is_one_field_that_word_is_to_update() -> None:
    body = ElementTree.fromstring(unpack(WRITER.write(document(*PARTS)))["word/document.xml"])
    marks = [(each.get(w("fldCharType")), each.get(w("dirty"))) for each in body.iter(w("fldChar"))]
    assert marks == [("begin", "true"), ("separate", None), ("end", None)]
    assert [each.text.split()[0] for each in body.iter(w("instrText"))] == ["TOC"]
    led = [each.get(w("anchor")) for each in body.iter(w("hyperlink"))]
    assert led == [anchor("a"), anchor("b"), anchor("d")]
    assert (
        "updateFields" not in unpack(WRITER.write(document(*PARTS)))["word/settings.xml"].decode()
    )


def test_a_file_that_leaves_lists_its_headings_under_plain_marks() -> None:
    outward = document(*PARTS, audience=Audience.OUTWARD)
    body = ElementTree.fromstring(unpack(WRITER.write(outward))["word/document.xml"])
    named = {each.get(w("name")) for each in body.iter(w("bookmarkStart"))}
    assert {each.get(w("anchor")) for each in body.iter(w("hyperlink"))} <= named
    assert all(name.startswith("_Ref") for name in named)


def test_a_style_file_without_numbers_or_styles_for_it_lists_the_words(tmp_path: Path) -> None:
    plain = WordWriter(without_heading_numbers(tmp_path / "office.docx"))
    assert [said for _, said in paragraphs(plain.write(document(*PARTS)))][1:3] == [
        "Facts",
        "People",
    ]


@given(HOSTILE)
def test_headings_stand_in_the_list_character_for_character(words: str) -> None:
    data = WRITER.write(document(LIST, heading("a", words)))
    assert paragraphs(data)[1][1].replace("\N{NO-BREAK SPACE}", " ") == f"I.\t{words}".replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_the_list_is_no_text_of_the_document() -> None:
    written = document(*PARTS)
    assert [block.text for block in read_blocks(WRITER.write(written))] == [
        block.text for block in PARTS
    ]
    assert "Contents" not in markdown(written)


@pytest.mark.parametrize(("words", "listed"), [(2000, False), (2400, True)])
def test_a_document_of_up_to_five_pages_has_no_list(words: int, listed: bool) -> None:
    long: tuple[Block, ...] = (LIST, paragraph("p", "word " * words))
    assert (LIST in with_contents(long)) is listed


def test_the_memo_has_one_and_the_papers_for_others_have_none(tmp_path: Path) -> None:
    sample = ROOT / "casefiles" / "border-courier.yaml"
    common = ["draft", str(sample), "--output", str(tmp_path), "--as-of", AS_OF.isoformat()]
    assert CliRunner().invoke(main, [*common, "--kind", "all"]).exit_code == 0
    has = {
        path.name.split("-")[2]: "TOC1" in [style for style, _ in paragraphs(path.read_bytes())]
        for path in tmp_path.rglob("*.docx")
    }
    assert has == {"duress_memo": True, "mitigation_outline": False, "surrender_exhibit": False}
