"""Word files of any origin: read, or refused with a sentence."""

from __future__ import annotations

import random
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import pytest

from drafter.errors import CaseFileError
from drafter.word.package import digest
from drafter.word.reading.reader import read_blocks
from drafter.word.writing.writer import WordWriter
from tests.word.documents import OFFICE, document, paragraph

WHOLE = WordWriter(OFFICE).write(document(paragraph("p", "As it was written.")))
BODY = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def with_body(xml: str) -> bytes:
    """A Word file whose main part is another."""
    packed = BytesIO()
    with ZipFile(BytesIO(WHOLE)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == BODY else old.read(name))
    return packed.getvalue()


def text(words: str) -> str:
    return f"<w:document {W}><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
BAD = {
    "cut off": "<w:document",
    "no body": f"<w:document {W}/>",
    "something else": "<a/>",
    "nested": text("").replace("<w:p>", "<w:ins>" * 5000 + "<w:p>", 1),
    "entities": f'<!DOCTYPE r [<!ENTITY a0 "lol">{ENTITIES}]>{text("&a9;")}',
    "a bomb": text("<w:br/>" * 10_000_000),
}


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_read_is_refused(what: str) -> None:
    with pytest.raises(CaseFileError, match=r"Word document|too much"):
        read_blocks(with_body(BAD[what]))


@pytest.mark.parametrize(
    ("offset", "value"), [(6, 99), (8, 1), (10, 99)], ids=["version", "password", "method"]
)
def test_a_zip_that_cannot_be_unpacked_is_refused(offset: int, value: int) -> None:
    """The two bytes stand at that offset of the first part's entry in the directory."""
    locked = bytearray(WHOLE)
    at = locked.index(b"PK\1\2") + offset
    locked[at : at + 2] = value.to_bytes(2, "little")
    with pytest.raises(CaseFileError, match="Word document"):
        read_blocks(bytes(locked))
    with pytest.raises(BadZipFile):
        digest(bytes(locked))


def test_a_file_of_the_machine_is_never_read_in() -> None:
    outside = '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    assert read_blocks(with_body(outside + text("&e;"))) == []
    assert read_blocks(with_body(text("mine")))[0].text == "mine"


def test_a_damaged_file_is_read_or_refused() -> None:
    chance = random.Random(0)
    refused = 0
    for _ in range(300):
        damaged = bytearray(WHOLE)
        for _ in range(chance.choice((1, 3, 20))):
            damaged[-chance.randrange(1, len(damaged))] = chance.randrange(256)
        try:
            read_blocks(bytes(damaged))
        except CaseFileError:
            refused += 1
    assert refused > 100


def shown(body: str) -> list[str]:
    data = with_body(f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return [block.text for block in read_blocks(data)]


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def char(type: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{type}"/></w:r>'


def test_a_field_cut_off_hides_no_words() -> None:
    assert shown(f"<w:p>{char('begin')}{run('kept')}</w:p>") == ["kept"]
    field = f"{char('begin')}{run('instruction')}{char('separate')}{run('shown')}{char('end')}"
    assert shown(f"<w:p>{field}{run(' on')}</w:p>") == ["shown on"]


def test_words_beside_two_boxes_are_read() -> None:
    boxes = "".join(
        f"<w:r><w:pict><w:txbxContent><w:p>{run(said)}</w:p></w:txbxContent></w:pict></w:r>"
        for said in ("one", "two")
    )
    assert shown(f"<w:p>{run('beside')}{boxes}</w:p>") == ["beside\tone\ttwo"]


def test_an_anchor_in_a_text_box_is_not_that_of_the_paragraph() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="_d0123456789abcdef"/><w:bookmarkEnd w:id="1"/>'
    inner = f"<w:txbxContent><w:p>{mark}{run('boxed')}</w:p></w:txbxContent>"
    body = f"<w:p>{run('around')}<w:r><w:pict>{inner}</w:pict></w:r></w:p>"
    blocks = read_blocks(with_body(f"<w:document {W}><w:body>{body}</w:body></w:document>"))
    assert [(each.text, each.anchor) for each in blocks] == [
        ("around", ""),
        ("boxed", "_d0123456789abcdef"),
    ]


def test_the_heading_over_the_contents_is_read_and_the_entries_are_not() -> None:
    named = [("TOC Heading", "Contents"), ("toc 1", "Facts 3"), ("TOC 2", "Law 4")]
    lines = (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(said)}</w:p>' for style, said in named
    )
    assert shown("".join(lines)) == ["Contents"]


def test_a_deleted_row_and_a_deleted_paragraph_are_not_read() -> None:
    cell = f"<w:tc><w:p>{run('gone')}</w:p></w:tc>"
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell}</w:tr>"
    marked = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('first ')}</w:p>"
    assert shown(f"<w:tbl>{row}</w:tbl>{marked}<w:p>{run('second')}</w:p>") == ["first second"]
