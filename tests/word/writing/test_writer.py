"""What goes in comes out, named styles only, and the same bytes each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import BytesIO
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from drafter.composition.blocks import Audience, Block, BlockKind, Run, RunKind, Table, text_of
from drafter.errors import TemplateError
from drafter.word.anchors import anchor
from drafter.word.officefile import read_back, w
from drafter.word.reading.reader import read_blocks
from drafter.word.writing.writer import WordWriter
from tests.libreoffice import converted, with_libreoffice
from tests.word.documents import OFFICE, document, everything, paragraph, row

WRITER = WordWriter(OFFICE)
NOT_ALONE = (BlockKind.ROW, BlockKind.CONTENTS, BlockKind.FIGURE)
"""Kinds that are more than one paragraph, or have words in several places."""
HOSTILE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
) | st.sampled_from(
    ["Smith & Sons <LLC>", "{{ a }}", "]]>", "<w:p/>", "a  b ", " lead", "‏שלום", "e\u0301", "&#13;"]
)


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_text_comes_back_character_for_character(a: str, b: str, c: str, d: str) -> None:
    blocks = [
        *(paragraph(f"p-{kind}", a, kind) for kind in BlockKind if kind not in NOT_ALONE),
        Block("two", BlockKind.PARAGRAPH, (Run(b, bold=True), Run(c, italic=True))),
        row("r", a, b, c),
    ]
    data = WRITER.write(document(*blocks, title=d, header=(c,), footer=b))
    opened = docx.Document(BytesIO(data))
    texts = [p.text for p in opened.paragraphs if p.text]
    assert texts == [a] * 8 + [b + c]
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == [a, b, c]
    assert opened.core_properties.title == d
    assert opened.sections[0].header.paragraphs[0].text == c
    assert opened.sections[0].footer.paragraphs[0].text.startswith(b)


def test_the_reader_sees_what_the_writer_wrote() -> None:
    written = everything()
    read = read_blocks(WRITER.write(written))
    assert [block.text for block in read] == [block.text for block in written.blocks]
    assert [block.anchor for block in read] == [anchor(block.id) for block in written.blocks]
    assert read[0].style == "Title"
    assert read[-2].row


@given(st.lists(st.lists(st.booleans() | st.none(), min_size=1, max_size=4), max_size=6), HOSTILE)
def test_each_note_has_one_mark_and_each_mark_one_note(
    shape: list[list[bool | None]], words: str
) -> None:
    """Of each line: a note, words, or neither, in turn."""
    lines = [
        tuple(
            Run(f"{words}{n}", note=bool(each)) for n, each in enumerate(line) if each is not None
        )
        for line in shape
    ]
    data = WRITER.write(
        document(*(Block(f"b{n}", BlockKind.PARAGRAPH, runs) for n, runs in enumerate(lines)))
    )
    with ZipFile(BytesIO(data)) as archive:
        parts = set(archive.namelist())
    expected = [
        "".join(run.text for run in group)
        for runs in lines
        for note, group in groupby(runs, lambda run: run.note)
        if note
    ]
    body = part(data, "word/document.xml")
    settings = part(data, "word/settings.xml")
    assert ("word/footnotes.xml" in parts) is ("footnotePr" in settings) is bool(expected)
    marks = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', body)
    assert marks == [str(n) for n in range(1, len(expected) + 1)]
    if expected:
        notes = ElementTree.fromstring(part(data, "word/footnotes.xml"))
        found = {
            each.get(w("id")): "".join(each.itertext()) for each in notes if not each.get(w("type"))
        }
        assert [found[mark] for mark in marks] == [f" {text}" for text in expected]
        assert len(found) == len(marks)
    assert [block.text for block in read_blocks(data)] == [text_of(runs) for runs in lines if runs]


@given(HOSTILE, HOSTILE, HOSTILE)
def test_a_remark_is_a_comment_of_the_office_on_its_words_alone(a: str, b: str, said: str) -> None:
    runs = (Run(a), Run(b, kind=RunKind.GAP, remark=said), Run(a, note=True))
    document_ = document(Block("b", BlockKind.PARAGRAPH, runs), row("r", b, a, b))
    data = WRITER.write(document_)
    (comment,) = ElementTree.fromstring(part(data, "word/comments.xml"))
    assert "".join(comment.itertext()) == said
    assert comment.get(w("author")) == document_.properties.author == "Office"
    assert comment.get(w("date")) == "2026-11-24T00:00:00Z"
    body = ElementTree.fromstring(part(data, "word/document.xml"))
    (paragraph_,) = (p for p in body.iter(w("p")) if p.find(w("commentRangeStart")) is not None)
    tags = [child.tag for child in paragraph_]
    start, end = tags.index(w("commentRangeStart")), tags.index(w("commentRangeEnd"))
    assert "".join(paragraph_[start + 1].itertext()) == b
    assert end == start + 2
    assert paragraph_[end + 1].find(w("commentReference")) is not None
    assert read_blocks(data)[0].text == text_of(runs)


def test_without_remarks_there_is_no_part_for_them() -> None:
    with ZipFile(BytesIO(WRITER.write(document(paragraph("p", "x"))))) as archive:
        assert not {"word/comments.xml", "word/footnotes.xml"} & set(archive.namelist())


def test_tabs_and_line_ends_are_words_own() -> None:
    data = WRITER.write(document(paragraph("p", "a\tb\nc\rd\r\ne")))
    assert read_blocks(data)[0].text == "a\tb\nc\nd\ne"


def test_equal_documents_are_equal_bytes_in_any_process() -> None:
    here = WRITER.write(everything())
    code = (
        "import sys; from tests.word.documents import *;"
        "from drafter.word.writing.writer import WordWriter;"
        "sys.stdout.buffer.write(WordWriter(OFFICE).write(everything()))"
    )
    for seed, zone, locale in (("0", "UTC", "C"), ("7", "Asia/Tokyo", "tr_TR.UTF-8")):
        env = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        run = [sys.executable, "-c", code]
        there = subprocess.run(run, env=env, capture_output=True, check=True, cwd=OFFICE.parents[1])
        assert there.stdout == here


def test_the_body_has_named_styles_and_no_direct_formatting() -> None:
    data = WRITER.write(everything())
    body = ElementTree.fromstring(part(data, "word/document.xml"))
    names = {element.tag.rpartition("}")[2] for element in body.iter()}
    assert not names & {"rFonts", "sz", "jc", "b", "i", "color", "spacing", "shd", "ind"}
    with ZipFile(BytesIO(data)) as archive:
        styles = set(re.findall(r'w:styleId="(\w+)"', archive.read("word/styles.xml").decode()))
    used = set(re.findall(r'w:[pr]Style w:val="(\w+)"', part(data, "word/document.xml")))
    assert len(used) > 25
    assert used <= styles


def test_only_a_table_with_header_rows_looks_headed() -> None:
    body = part(WRITER.write(everything()), "word/document.xml")
    looks = re.findall(r'<w:tblLook w:val="(\w+)" w:firstRow="(\d)"', body)
    assert looks == [("0620", "1"), ("0600", "0")]


def test_header_rows_repeat_and_tables_stand_apart() -> None:
    body = part(WRITER.write(everything()), "word/document.xml")
    assert body.count("<w:tblHeader/>") == 1
    assert re.search(r"</w:tbl><w:p><w:pPr><w:pStyle [^>]+/></w:pPr></w:p><w:tbl>", body)
    assert re.search(r"</w:tbl><w:p>.*?</w:p><w:sectPr>", body)


def test_every_row_is_told_to_stay_whole() -> None:
    rows = (row("a", "A name", "yes", "1"), row("b", "A name", "and more " * 20, "1"))
    body = part(WRITER.write(document(*rows)), "word/document.xml")
    assert all("<w:cantSplit/>" in each for each in re.findall(r"<w:tr>.*?</w:tr>", body))
    assert body.count("<w:cantSplit/>") == len(rows)


def test_the_last_row_of_a_table_stands_alone_on_no_page() -> None:
    rows = (row("h", "A", "B", "C", header=True), *(row(f"r{n}", "x", "y", "z") for n in range(5)))
    body = part(WRITER.write(document(*rows)), "word/document.xml")
    kept = ["<w:keepNext/>" in each for each in re.findall(r"<w:tr>.*?</w:tr>", body)]
    assert kept == [False, False, False, False, True, False]


def test_a_paragraph_that_introduces_stays_with_what_it_introduces() -> None:
    blocks = (paragraph("a", "What courts did:"), paragraph("b", "They ruled."))
    opened = docx.Document(BytesIO(WRITER.write(document(*blocks))))
    assert [each.style.name for each in opened.paragraphs] == ["Lead In", "Body Text"]
    assert opened.styles["Lead In"].paragraph_format.keep_with_next


def test_a_short_table_is_not_parted() -> None:
    rows = (row(f"r{n}", "Reviewed by", "", "") for n in range(4))
    body = part(WRITER.write(document(*rows)), "word/document.xml")
    kept = ["<w:keepNext/>" in each for each in re.findall(r"<w:tr>.*?</w:tr>", body)]
    assert kept == [True, True, True, False]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("18 U.S.C. § 28 and §§ 1, 2", "18 U.S.C. §_28 and §§_1, 2"),
        ("(at p. 4; pp. 5-6; ¶ 7)", "(at p._4; pp._5-6; ¶_7)"),
        ("No. 4, the stop. 5 of them", "No._4, the stop. 5 of them"),
    ],
)
def test_no_line_ends_between_a_sign_and_its_number(text: str, written: str) -> None:
    body = part(WRITER.write(document(paragraph("p", text))), "word/document.xml")
    assert f">{written.replace('_', chr(0xA0))}<" in body


def test_each_numbered_list_starts_anew() -> None:
    blocks = [
        paragraph("one/a", "a", BlockKind.NUMBERED),
        paragraph("one/b", "b", BlockKind.NUMBERED),
        paragraph("two", "Two", BlockKind.HEADING),
        paragraph("two/a", "a", BlockKind.NUMBERED),
    ]
    data = WRITER.write(document(*blocks))
    lists = re.findall(r'<w:numId w:val="(\d+)"', part(data, "word/document.xml"))
    assert len(set(lists)) == 2
    assert lists[0] == lists[1]
    for number in set(lists):
        defined = rf'<w:num w:numId="{number}">.*?<w:startOverride w:val="1"/>'
        assert re.search(defined, part(data, "word/numbering.xml"))


def test_an_outward_file_carries_no_trace_of_the_draft() -> None:
    data = WRITER.write(replace(everything(), audience=Audience.OUTWARD))
    with ZipFile(BytesIO(data)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist()).decode()
        names = archive.namelist()
    assert "bookmark" not in whole
    assert "rsid" not in whole
    assert "python-docx" not in whole
    assert not [name for name in names if "comment" in name or "custom" in name or "thumb" in name]


def test_properties_come_from_the_inputs() -> None:
    properties = docx.Document(BytesIO(WRITER.write(everything()))).core_properties
    assert (properties.title, properties.author) == ("Memorandum", "Office")
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.isoformat().startswith("2026-11-24T00:00:00")


def test_a_style_the_office_lacks_is_named() -> None:
    with pytest.raises(TemplateError, match="no paragraph style 'fancy'"):
        WRITER.write(document(replace(paragraph("p", "x"), style="fancy")))


@pytest.mark.parametrize("bad", ["\x00", "\x02", "\x1f", "\ufffe", "\uffff", "\ud800"], ids=ascii)
def test_a_character_xml_cannot_hold_names_the_block(bad: str) -> None:
    fine = paragraph("p/fine", "a\x7f\ud7ff\ue000\U0001f600b")
    for block in (paragraph("p/q", f"a{bad}b"), row("p/q", "a", f"{bad}", "c")):
        with pytest.raises(ValueError, match=rf"'p/q' holds U\+{ord(bad):04X}, which XML cannot"):
            WRITER.write(document(fine, block))


def test_a_style_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "office.docx"
    for content in (b"not a zip", b""):
        path.write_bytes(content)
        with pytest.raises(TemplateError, match=r"office\.docx: cannot be opened"):
            WordWriter(path)
    with pytest.raises(TemplateError, match="cannot be opened"):
        WordWriter(tmp_path / "absent.docx")


def office_with(path: Path, **styles: str) -> Path:
    """Write a style file of which the styles part has something else in place of each name."""
    with ZipFile(OFFICE) as archive, ZipFile(path, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name).decode("utf-8", "surrogateescape")
            for old, new in styles.items() if name == "word/styles.xml" else ():
                content = content.replace(f'"{old.replace("_", " ")}"', f'"{new}"')
            changed.writestr(name, content.encode("utf-8", "surrogateescape"))
    return path


def test_missing_styles_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="lacks the styles Box, Table Gap"):
        WordWriter(office_with(tmp_path / "office.docx", Box="Bax", Table_Gap="Gup"))


@pytest.mark.parametrize("id", ["Q&amp;A", "&lt;", "&quot;"])
def test_a_style_whose_id_would_break_every_document_is_refused(tmp_path: Path, id: str) -> None:
    WordWriter(office_with(tmp_path / "fine.docx", BodyText="Body0"))
    with pytest.raises(TemplateError, match="no plain text"):
        WordWriter(office_with(tmp_path / "office.docx", BodyText=id))


def test_a_letterhead_stays_above_the_legend(tmp_path: Path) -> None:
    opened = docx.Document(str(OFFICE))
    opened.sections[0].header.paragraphs[0].text = "Federal Defenders"
    path = tmp_path / "office.docx"
    opened.save(str(path))
    data = WordWriter(path).write(document(paragraph("p", "x")))
    header = docx.Document(BytesIO(data)).sections[0].header
    assert [p.text for p in header.paragraphs] == ["Federal Defenders", "PRIVILEGED"]


def test_the_office_file_in_templates_is_what_the_builder_builds() -> None:
    from drafter.word.writing.office import build_office

    assert OFFICE.read_bytes() == build_office()


def test_widths_follow_the_page() -> None:
    wide = Table("w", (500, 500))
    body = part(WRITER.write(document(row("r", "a", "b", table=wide))), "word/document.xml")
    assert re.findall(r'<w:gridCol w:w="(\d+)"', body) == ["4680", "4680"]


def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "everything.docx"
    for audience in Audience:
        path.write_bytes(WRITER.write(replace(everything(), audience=audience)))
        audit = [Path(sys.executable).with_name("openxml-audit"), path]
        found = subprocess.run(audit, capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stdout
        assert "Errors: 0" in found.stdout


@with_libreoffice
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "everything.docx"
    path.write_bytes(WRITER.write(everything()))
    converted([path], tmp_path, to="txt:Text")
    text = (tmp_path / "everything.txt").read_text("utf-8-sig")
    assert "boxed" in text
    assert "because" in text


def test_a_paper_for_others_names_no_style_of_internal_papers() -> None:
    blocks = (
        paragraph("h", "Facts", BlockKind.HEADING),
        paragraph("p", "So."),
        paragraph("b", "One.", BlockKind.BULLET),
        row("r", "a", "b", "c"),
    )
    names = {}
    for audience in (Audience.INTERNAL, Audience.OUTWARD):
        data = WRITER.write(document(*blocks, audience=audience))
        styles = ElementTree.fromstring(part(data, "word/styles.xml"))
        names[audience] = {each.find(w("name")).get(w("val")) for each in styles.iter(w("style"))}
        ids = {each.get(w("styleId")) for each in styles.iter(w("style"))}
        everything_ = "".join(part(data, f"word/{name}.xml") for name in ("document", "numbering"))
        used = re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"', everything_)
        leads = re.findall(
            r'<w:(?:basedOn|next|link) w:val="([^"]*)"', part(data, "word/styles.xml")
        )
        assert used
        assert ids >= {*used, *leads}
    private = {"Weak Point", "Gap", "Law Mark", "annotation text"}
    assert private <= names[Audience.INTERNAL]
    assert not private & names[Audience.OUTWARD]
    assert {"Normal", "heading 1", "List Bullet", "Memo Table"} <= names[Audience.OUTWARD]


def test_a_style_file_that_another_program_finds_no_style_in_is_not_built() -> None:
    read_back(OFFICE.read_bytes(), ("Heading 1", "Body Text"))
    with pytest.raises(ValueError, match="has no Ornament"):
        read_back(OFFICE.read_bytes(), ("Heading 1", "Ornament"))
