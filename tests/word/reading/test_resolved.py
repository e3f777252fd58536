"""Tracked changes of every kind, accepted and rejected."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from drafter.errors import CaseFileError
from drafter.word.markup import W
from drafter.word.package import CONTENT_TYPES, unpack
from drafter.word.reading.inspection import inspect
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.resolved import Reading, has_changes, resolve, resolved
from drafter.word.writing.writer import WordWriter
from tests.word.documents import OFFICE, everything

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SPACES = f'xmlns:w="{W}" xmlns:m="{M}" xmlns:v="urn:schemas-microsoft-com:vml"'
WHOLE = WordWriter(OFFICE).write(everything())

INS, DEL, FROM, TO = "<w:ins/>", "<w:del/>", "<w:moveFrom/>", "<w:moveTo/>"


def r(text: str, look: str = "") -> str:
    return f"<w:r>{look}<w:t>{text}</w:t></w:r>"


def gone(text: str, name: str = "delText") -> str:
    return f"<w:r><w:{name}>{text}</w:{name}></w:r>"


def char(type: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{type}"/></w:r>'


ENDED = char("end")


def p(*content: str, mark: str = "", look: str = "") -> str:
    mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    look = f"<w:pPr>{look}{mark}</w:pPr>" if look or mark else ""
    return f"<w:p>{look}{''.join(content)}</w:p>"


def ins(*content: str) -> str:
    return f"<w:ins>{''.join(content)}</w:ins>"


def taken(*content: str) -> str:
    return f"<w:del>{''.join(content)}</w:del>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, mark: str = "") -> str:
    mark = f"<w:trPr>{mark}</w:trPr>" if mark else ""
    return f"<w:tr>{mark}{''.join(cells)}</w:tr>"


def tc(*content: str, look: str = "") -> str:
    look = f"<w:tcPr>{look}</w:tcPr>" if look else ""
    return f"<w:tc>{look}{''.join(content)}</w:tc>"


def bookmark(*content: str, id: int = 1) -> str:
    start = f'<w:bookmarkStart w:id="{id}" w:name="_d{id:016x}"/>'
    return f'{start}{"".join(content)}<w:bookmarkEnd w:id="{id}"/>'


def sdt(*content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"


def edge(way: str, end: str, id: int) -> str:
    return f'<w:customXml{way}Range{end} w:id="{id}"/>'


def linked(*content: str) -> str:
    return f'<w:hyperlink w:anchor="a">{"".join(content)}</w:hyperlink>'


def changed(name: str, was: str, now: str) -> tuple[str, str, str]:
    """An element of looks that has changed: with the mark, as it is, as it was."""
    was, now = was.replace("<", "<w:"), now.replace("<", "<w:")
    mark = f"<w:{name}Change><w:{name}>{was}</w:{name}></w:{name}Change>"
    return tuple(f"<w:{name}>{each}</w:{name}>" for each in (now + mark, now, was))


BOLD, TIGHT, GRID = (
    changed("rPr", "<i/>", "<b/>"),
    changed("pPr", "<keepNext/>", "<keepLines/>"),
    changed("tblGrid", '<gridCol w="1"/>', '<gridCol w="2"/>'),
)
TABLED = changed("tblPr", "<bidiVisual/>", "<tblLayout/>")
ROWED = changed("trPr", "<cantSplit/>", "<tblHeader/>")
CELLED = changed("tcPr", "<noWrap/>", "<hideMark/>")
EXCEPT = changed("tblPrEx", "<shd/>", "<jc/>")
SECTION = tuple(
    each.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:id="h"/>', 1)
    for each in changed("sectPr", "<titlePg/>", "<bidi/>")
)
BOX = '<v:shape type="#t" style="width:99pt;height:99pt"><v:textbox>'
BOX_ENDS = "</v:textbox></v:shape>"
IN_TABLES = (TABLED, GRID, EXCEPT, ROWED, CELLED)

CASES: dict[str, tuple[str, str, str]] = {
    "insertion": (p(r("a"), ins(r("b")), r("c")), p(r("a"), r("b"), r("c")), p(r("a"), r("c"))),
    "deletion": (p(r("a"), taken(gone("b"))), p(r("a")), p(r("a"), r("b"))),
    "deleted field": tuple(
        p(r("a"), each)
        for each in (
            taken(char("begin"), gone("REF b", "delInstrText"), char("separate"), gone("b"), ENDED),
            "",
            char("begin") + gone("REF b", "instrText") + char("separate") + r("b") + ENDED,
        )
    ),
    "move in a paragraph": (
        p(
            '<w:moveFromRangeStart w:id="1"/>',
            f"<w:moveFrom>{r('a')}</w:moveFrom>",
            '<w:moveFromRangeEnd w:id="1"/>',
            r("b"),
            '<w:moveToRangeStart w:id="2"/>',
            f"<w:moveTo>{r('a')}</w:moveTo>",
            '<w:moveToRangeEnd w:id="2"/>',
        ),
        p(r("b"), r("a")),
        p(r("a"), r("b")),
    ),
    "inserted, then deleted": (p(r("a"), ins(taken(gone("b")))), p(r("a")), p(r("a"))),
    "inserted paragraph": (
        p(r("a")) + p(ins(r("b")), mark=INS) + p(r("c")),
        p(r("a")) + p(r("b")) + p(r("c")),
        p(r("a")) + p(r("c")),
    ),
    "deleted paragraph": (
        p(taken(gone("a")), mark=DEL, look=style("Heading1")) + p(r("b"), look=style("BodyText")),
        p(r("b"), look=style("BodyText")),
        p(r("a"), look=style("Heading1")) + p(r("b"), look=style("BodyText")),
    ),
    "moved paragraph": (
        p(f"<w:moveFrom>{r('a')}</w:moveFrom>", mark=FROM)
        + p(r("b"))
        + p(f"<w:moveTo>{r('a')}</w:moveTo>", mark=TO)
        + p(r("c")),
        p(r("b")) + p(r("a")) + p(r("c")),
        p(r("a")) + p(r("b")) + p(r("c")),
    ),
    "a paragraph inserted and deleted": (
        p(ins(taken(gone("a"))), mark=INS + DEL) + p(r("b")),
        p(r("b")),
        p(r("b")),
    ),
    "paragraphs joined": (
        p(r("a"), mark=DEL, look=style("Heading1")) + p(r("b"), look=style("BodyText")),
        p(r("a"), r("b"), look=style("BodyText")),
        p(r("a"), look=style("Heading1")) + p(r("b"), look=style("BodyText")),
    ),
    "a paragraph split": (
        p(r("a"), mark=INS) + p(r("b")),
        p(r("a")) + p(r("b")),
        p(r("a"), r("b")),
    ),
    "three paragraphs joined": (
        p(r("a"), mark=DEL) + p(r("b"), mark=DEL) + p(r("c")),
        p(r("a"), r("b"), r("c")),
        p(r("a")) + p(r("b")) + p(r("c")),
    ),
    "the last paragraph deleted": (
        p(r("a")) + p(taken(gone("b")), mark=DEL) + "<w:sectPr/>",
        p(r("a")) + "<w:sectPr/>",
        p(r("a")) + p(r("b")) + "<w:sectPr/>",
    ),
    "the only paragraph deleted": (
        p(taken(gone("b")), mark=DEL, look=style("Heading1")),
        p(look=style("Heading1")),
        p(r("b"), look=style("Heading1")),
    ),
    "a paragraph deleted before a table": (
        p(taken(gone("a")), mark=DEL) + tbl(tr(tc(p(r("b"))))),
        tbl(tr(tc(p(r("b"))))),
        p(r("a")) + tbl(tr(tc(p(r("b"))))),
    ),
    "words before a table without their mark": (
        p(r("a"), mark=DEL) + tbl(tr(tc(p()))),
        p(r("a")) + tbl(tr(tc(p()))),
        p(r("a")) + tbl(tr(tc(p()))),
    ),
    "an anchor goes with its paragraph": (
        p(bookmark(taken(gone("a"))), mark=DEL) + p(bookmark(r("b"), id=2)),
        p(bookmark(r("b"), id=2)),
        p(bookmark(r("a"))) + p(bookmark(r("b"), id=2)),
    ),
    "a bookmark over two paragraphs stays over what is left": (
        p('<w:bookmarkStart w:id="1"/>', taken(gone("a")), mark=DEL)
        + p(r("b"), '<w:bookmarkEnd w:id="1"/>'),
        p('<w:bookmarkStart w:id="1"/>', r("b"), '<w:bookmarkEnd w:id="1"/>'),
        p('<w:bookmarkStart w:id="1"/>', r("a")) + p(r("b"), '<w:bookmarkEnd w:id="1"/>'),
    ),
    "a bookmark that begins in a deletion": (
        p(taken('<w:bookmarkStart w:id="1"/>', gone("a")), r("b"), '<w:bookmarkEnd w:id="1"/>'),
        p('<w:bookmarkStart w:id="1"/>', r("b"), '<w:bookmarkEnd w:id="1"/>'),
        p('<w:bookmarkStart w:id="1"/>', r("a"), r("b"), '<w:bookmarkEnd w:id="1"/>'),
    ),
    "a comment on what goes stays": (
        p(
            '<w:commentRangeStart w:id="1"/>',
            taken(gone("a")),
            '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
            mark=DEL,
        )
        + p(r("b")),
        p('<w:r><w:commentReference w:id="1"/></w:r>', r("b")),
        p(
            '<w:commentRangeStart w:id="1"/>',
            r("a"),
            '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        )
        + p(r("b")),
    ),
    "marks between two paragraphs stay in order": (
        p('<w:bookmarkStart w:id="1"/>', r("a"), mark=DEL)
        + '<w:bookmarkEnd w:id="1"/>'
        + p(r("b")),
        p('<w:bookmarkStart w:id="1"/>', r("a"), '<w:bookmarkEnd w:id="1"/>', r("b")),
        p('<w:bookmarkStart w:id="1"/>', r("a")) + '<w:bookmarkEnd w:id="1"/>' + p(r("b")),
    ),
    "rows": (
        tbl(
            tr(tc(p(ins(r("a")))), mark=INS),
            tr(tc(p(r("b")))),
            tr(tc(p(taken(gone("c")))), mark=DEL),
        ),
        tbl(tr(tc(p(r("a")))), tr(tc(p(r("b"))))),
        tbl(tr(tc(p(r("b")))), tr(tc(p(r("c"))))),
    ),
    "a row that goes with words that nobody took out": (
        tbl(tr(tc(p(r("a")))), tr(tc(p(r("b"))), mark=DEL)),
        tbl(tr(tc(p(r("a"))))),
        tbl(tr(tc(p(r("a")))), tr(tc(p(r("b"))))),
    ),
    "a table that loses all its rows": (
        p(r("a")) + tbl(tr(tc(p(taken(gone("b")))), mark=DEL)),
        p(r("a")),
        p(r("a")) + tbl(tr(tc(p(r("b"))))),
    ),
    "a body that loses all it holds": (
        tbl(tr(tc(p(taken(gone("b")))), mark=DEL)) + "<w:sectPr/>",
        p() + "<w:sectPr/>",
        tbl(tr(tc(p(r("b"))))) + "<w:sectPr/>",
    ),
    "a nested table that goes": (
        tbl(tr(tc(tbl(tr(tc(p(ins(r("b")))), mark=INS)), p(r("a"))))),
        tbl(tr(tc(tbl(tr(tc(p(r("b"))))), p(r("a"))))),
        tbl(tr(tc(p(r("a"))))),
    ),
    "the paragraph after a nested table": tuple(
        tbl(tr(tc(p(r("a")), tbl(tr(tc(p(r("b"))))), p(mark=mark, look=style("Heading1")))))
        for mark in (DEL, "", "")
    ),
    "the control after a nested table": (
        tbl(tr(tc(tbl(tr(tc(p(r("b"))))), sdt(p(ins(r("a")), mark=INS))))),
        tbl(tr(tc(tbl(tr(tc(p(r("b"))))), sdt(p(r("a")))))),
        tbl(tr(tc(tbl(tr(tc(p(r("b"))))), p()))),
    ),
    "an only paragraph in a cell": (
        tbl(tr(tc(p(ins(r("a")), mark=INS)))),
        tbl(tr(tc(p(r("a"))))),
        tbl(tr(tc(p()))),
    ),
    "cells": (
        tbl(tr(tc(p(), look="<w:cellIns/>"), tc(p(r("b"))), tc(p(r("c")), look="<w:cellDel/>"))),
        tbl(tr(tc(p()), tc(p(r("b"))))),
        tbl(tr(tc(p(r("b"))), tc(p(r("c"))))),
    ),
    "merged cells": (
        tbl(tr(tc(p(), look='<w:tcW/><w:cellMerge w:vMerge="cont" w:vMergeOrig="rest"/>'))),
        tbl(tr(tc(p(), look="<w:tcW/><w:vMerge/>"))),
        tbl(tr(tc(p(), look='<w:tcW/><w:vMerge w:val="restart"/>'))),
    ),
    "cells split": (
        tbl(tr(tc(p(), look='<w:vMerge/><w:noWrap/><w:cellMerge w:vMergeOrig="cont"/>'))),
        tbl(tr(tc(p(), look="<w:noWrap/>"))),
        tbl(tr(tc(p(), look="<w:vMerge/><w:noWrap/>"))),
    ),
    "the look of words": tuple(p(r("a", each)) for each in BOLD),
    "the look of a new paragraph's mark": (
        p(r("a"), look=f"<w:rPr>{INS}{BOLD[0].removeprefix('<w:rPr>')}")
        + p(r("b")),
        p(r("a"), look="<w:rPr><w:b/></w:rPr>") + p(r("b")),
        p(r("a"), r("b")),
    ),
    "a mark that was new before its look changed": tuple(
        p(r("a"), look=f"<w:rPr>{each}</w:rPr>") + p(r("b"))
        for each in (f"<w:b/><w:rPrChange><w:rPr>{INS}<w:i/></w:rPr></w:rPrChange>",
                     "<w:b/>", "<w:i/>")
    ),
    "no look before": (
        p(r("a", "<w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr>")),
        p(r("a", "<w:rPr><w:b/></w:rPr>")),
        p(r("a")),
    ),
    "the look of a paragraph": tuple(f"<w:p>{each}{r('a')}</w:p>" for each in TIGHT),
    "the look of a paragraph, not of its mark": (
        p(look="<w:keepNext/><w:rPr><w:b/></w:rPr><w:pPrChange><w:pPr><w:jc/></w:pPr></w:pPrChange>"),
        p(look="<w:keepNext/><w:rPr><w:b/></w:rPr>"),
        p(look="<w:jc/><w:rPr><w:b/></w:rPr>"),
    ),
    "the look of a table": tuple(
        f"<w:tbl>{look}{grid}<w:tr>{exception}{row}<w:tc>{cell}{p()}</w:tc></w:tr></w:tbl>"
        for look, grid, exception, row, cell in zip(*IN_TABLES, strict=True)
    ),
    "a section": tuple(p() + each for each in SECTION),
    "numbers put before a paragraph": (
        p(look='<w:numPr><w:numId w:val="1"/><w:ins/></w:numPr>'),
        p(look='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        p(),
    ),
    "numbers of old": (
        p(look='<w:numPr><w:numId w:val="1"/><w:numberingChange w:original="1."/></w:numPr>'),
        p(look='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        p(look='<w:numPr><w:numId w:val="1"/></w:numPr>'),
    ),
    "in links, fields and tags": tuple(
        p(
            linked(one, r("x")),
            f'<w:fldSimple w:instr="REF b">{one}{r("y")}</w:fldSimple>',
            f"<w:smartTag><w:smartTagPr/>{one}{r('z')}</w:smartTag>",
            sdt(one, r("v")),
        )
        for one in (ins(r("a")), r("a"), "")
    ),
    "all of a link, a field, a tag, a control": (
        p(r("a"), linked(ins(r("b"))), f"<w:smartTag>{ins(r('b'))}</w:smartTag>", sdt(ins(r("b")))),
        p(r("a"), linked(r("b")), f"<w:smartTag>{r('b')}</w:smartTag>", sdt(r("b"))),
        p(r("a")),
    ),
    "controls around paragraphs, rows and cells": tuple(
        sdt(p(one, r("x"))) + tbl(sdt(tr(sdt(tc(p(one, r("y")))))))
        for one in (ins(r("a")), r("a"), "")
    ),
    "a control with its only row": (
        p() + tbl(tr(tc(p(r("a")))), sdt(tr(tc(p(taken(gone("b")))), mark=DEL))),
        p() + tbl(tr(tc(p(r("a"))))),
        p() + tbl(tr(tc(p(r("a")))), sdt(tr(tc(p(r("b")))))),
    ),
    "a control with its only paragraph": (
        p(r("a")) + sdt(p(ins(r("b")), mark=INS)) + p(r("c")),
        p(r("a")) + sdt(p(r("b"))) + p(r("c")),
        p(r("a")) + p(r("c")),
    ),
    "a control put around words": (
        p(
            edge("Ins", "Start", 7),
            sdt(edge("Ins", "End", 7), r("a"), edge("Ins", "Start", 8)),
            edge("Ins", "End", 8),
            sdt(r("b")),
        ),
        p(sdt(r("a")), sdt(r("b"))),
        p(r("a"), sdt(r("b"))),
    ),
    "a control taken away from around words": (
        p(
            edge("Del", "Start", 7),
            sdt(edge("Del", "End", 7), r("a")),
        ),
        p(r("a")),
        p(sdt(r("a"))),
    ),
    "a text box": tuple(
        p(f"<w:r><w:pict>{BOX}<w:txbxContent>{each}</w:txbxContent>{BOX_ENDS}</w:pict></w:r>")
        for each in (p(taken(gone("a")), mark=DEL) + p(r("b")), p(r("b")), p(r("a")) + p(r("b")))
    ),
    "an equation": (
        p("<m:oMath>", ins("<m:r><m:t>x</m:t></m:r>"), "</m:oMath>", r("a")),
        p("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", r("a")),
        p(r("a")),
    ),
    "a fraction": (
        p("<m:oMath><m:f><m:fPr><m:ctrlPr><w:del><w:rPr><w:b/></w:rPr></w:del></m:ctrlPr></m:fPr>"
          "<m:num/></m:f><m:r/></m:oMath>"),
        p("<m:oMath><m:r/></m:oMath>"),
        p("<m:oMath><m:f><m:fPr><m:ctrlPr><w:rPr><w:b/></w:rPr></m:ctrlPr></m:fPr><m:num/></m:f>"
          "<m:r/></m:oMath>"),
    ),
}  # fmt: skip


def body(xml: str) -> etree._Element:
    return etree.fromstring(f"<w:body {SPACES}>{xml}</w:body>")


def written(tree: etree._Element) -> str:
    return re.sub(' xmlns:[a-z]+="[^"]*"', "", etree.tostring(tree, encoding="unicode"))


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("what", CASES)
def test_a_change(what: str, reading: Reading) -> None:
    changed, accepted, original = CASES[what]
    tree = body(changed)
    resolve(tree, reading)
    expected = accepted if reading is Reading.ACCEPTED else original
    assert written(tree) == written(body(expected))
    resolve(tree, reading)
    assert written(tree) == written(body(expected)), "what is resolved stays as it is"


STORIES = ("word/document.xml", "word/header-default.xml", "word/footnotes.xml")


def with_changes(data: bytes) -> bytes:
    """The file, with one word taken out and another put in at the end of some stories."""
    packed = BytesIO()
    with ZipFile(packed, "w") as new:
        for name, content in unpack(data).items():
            if name in STORIES:
                at = content.rindex(b"</w:p>")
                words = p(taken(gone("OLD")), ins(r("NEW"))).removeprefix("<w:p>").encode()
                content = content[:at] + words + content[at + len(b"</w:p>") :]
            new.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(("reading", "left"), [("accepted", b"NEW"), ("original", b"OLD")])
def test_a_file(reading: str, left: bytes) -> None:
    changed = with_changes(WHOLE)
    assert has_changes(Opened(changed))
    settled = resolved(changed, Reading(reading))
    assert not has_changes(Opened(settled))
    assert settled == resolved(changed, Reading(reading))
    before, parts = unpack(WHOLE), unpack(settled)
    assert next(iter(parts)) == CONTENT_TYPES
    assert set(STORIES) < set(parts) == set(before)
    for name, content in parts.items():
        if name in STORIES:
            assert [word for word in (b"OLD", b"NEW") if word in content] == [left]
            content = content.replace(r(left.decode()).encode(), b"")
            assert etree.canonicalize(content.decode()) == etree.canonicalize(before[name].decode())
        else:
            assert content == before[name]


def test_a_file_without_changes_keeps_every_part() -> None:
    assert not has_changes(Opened(WHOLE))
    assert unpack(resolved(WHOLE, Reading.ORIGINAL)) == unpack(WHOLE)
    assert read_blocks(resolved(WHOLE, Reading.ACCEPTED)) == read_blocks(WHOLE)


@pytest.mark.parametrize(("reading", "mark"), [("accepted", "del"), ("original", "ins")])
def test_notes_and_comments_of_what_goes_go_with_it(reading: str, mark: str) -> None:
    file = docx.Document(BytesIO(WHOLE))
    for paragraph, text in zip(file.paragraphs[:2], ("goes", "stays"), strict=True):
        file.add_comment(paragraph.runs, text, author="A. Vega")
    for kind in ("footnote", "comment"):
        run = next(file.element.body.iter(f"{{{W}}}{kind}Reference")).getparent()
        change = run.makeelement(f"{{{W}}}{mark}", {f"{{{W}}}id": f"90{len(kind)}"})
        run.addprevious(change)
        change.append(run)
    saved = BytesIO()
    file.save(saved)
    changed = saved.getvalue()
    before, after = inspect(changed), inspect(resolved(changed, Reading(reading)))
    assert [each.text for each in before.comments] == ["goes", "stays"]
    assert [each.text for each in after.comments] == ["stays"]
    assert len(before.notes) > 1
    assert after.notes == before.notes[1:]
    written = etree.fromstring(unpack(resolved(changed, Reading(reading)))["word/document.xml"])
    assert len(list(written.iter(f"{{{W}}}commentRangeStart"))) == 1
    (other,) = set(Reading) - {reading}
    kept = inspect(resolved(changed, Reading(other)))
    assert (kept.comments, kept.notes) == (before.comments, before.notes)


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(CaseFileError, match="not a Word document"):
        resolved(b"PK", Reading.ACCEPTED)
