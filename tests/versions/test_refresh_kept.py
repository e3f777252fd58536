"""What people put into a draft beside retyped words, and what a refreshment makes of it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from drafter.composition.blocks import Block, BlockKind, Run
from drafter.versions.redline import redline
from drafter.versions.refresh import refresh
from drafter.versions.refreshing.checking import Lost
from drafter.versions.refreshing.plan import Fate
from drafter.word.anchors import anchor
from drafter.word.reading.inspection import inspect
from drafter.word.reading.resolved import Reading, resolved
from tests.versions.soundness import faults
from tests.versions.test_refresh import (
    A2,
    CAUSES,
    END,
    HAND,
    A,
    B,
    by_hand,
    drafted,
    fates,
    texts,
    without,
)
from tests.versions.wordfiles import SPACES
from tests.word.documents import paragraph, row


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
BOX = (
    f"<w:r {SPACES}><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Ask Hale."
    "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def at_desk(data: bytes, act: Callable[[Any], None]) -> bytes:
    """The file after somebody did something to it."""
    opened = Document(BytesIO(data))
    act(opened)
    stream = BytesIO()
    opened.save(stream)
    return stream.getvalue()


def put_box(desk: Any) -> None:
    desk.paragraphs[0]._p.append(parse_xml(BOX))


def put_picture(desk: Any) -> None:
    desk.paragraphs[0].add_run().add_picture(BytesIO(PNG))


def put_break(desk: Any) -> None:
    desk.paragraphs[0].runs[0]._r.append(parse_xml(f'<w:br {SPACES} w:type="page"/>'))


def put_link(desk: Any) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    id = desk.part.relate_to("https://example.org/x", kind, is_external=True)
    first = desk.paragraphs[0]._p
    link = parse_xml(f'<w:hyperlink {SPACES} r:id="{id}"/>')
    link.append(first.r_lst[0])
    first.append(link)


@pytest.mark.parametrize("act", [put_box, put_picture, put_break, put_link])
@pytest.mark.parametrize("new", [drafted(A2, B, END), drafted(B, END)], ids=["updated", "gone"])
def test_what_is_no_words_is_kept_with_its_passage(act: Callable[[Any], None], new: bytes) -> None:
    base = drafted(A, B, END)
    desk = at_desk(base, act)
    found = refresh(base, desk, new, HAND, CAUSES)
    assert fates(found)[anchor("a")] in (Fate.OFFERED, Fate.OUTLIVED)
    assert inspect(desk).links == inspect(found.data).links
    for tag in ("w:pict", "w:drawing", "w:br", "w:hyperlink"):
        here, there = (Document(BytesIO(each)).element for each in (desk, found.data))
        assert len(list(here.iter(qn(tag)))) == len(list(there.iter(qn(tag)))), tag


def test_a_logo_in_a_header_is_kept_with_it() -> None:
    base = drafted(A, END)
    desk = at_desk(
        base,
        lambda desk: desk.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(PNG)),
    )
    from tests.versions.redrafts import written
    from tests.word.documents import document

    new = written(document(A2, END, header=("PRIVILEGED", "DRAFT")))
    assert refresh(base, desk, new, HAND, {}).margins == ("header default",)


def test_what_would_lose_a_picture_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.versions.refreshing import plan

    base = drafted(A, B, END)
    monkeypatch.setattr(plan, "_untouched", lambda base, edited: True)
    with pytest.raises(Lost, match="what somebody put there is gone"):
        refresh(base, at_desk(base, put_picture), drafted(B, END), HAND, {})


def test_a_block_that_left_the_draft_edited_and_comes_back_is_itself() -> None:
    base = drafted(A, B, END)
    mine = by_hand(base, "drove", "walked")
    gone = drafted(B, END)
    outlived = refresh(base, mine, gone, HAND, {}).data
    assert "no longer has this" in inspect(outlived).comments[0].text
    found = refresh(gone, outlived, base, HAND, CAUSES)
    assert fates(found)[anchor("a")] is Fate.OFFERED
    (comment,) = inspect(found.data).comments
    assert "offered here" in comment.text
    shown = texts(resolved(found.data, Reading.ACCEPTED))
    assert shown[:2] == ["He walked to the bank.", "He drove to the bank."]


def test_one_that_was_only_commented_on_stands_once_when_it_comes_back() -> None:
    base, gone = drafted(A, B, END), drafted(B, END)
    desk = at_desk(
        base,
        lambda desk: desk.add_comment(
            desk.paragraphs[0].runs[0], text="Ask him.", author="Joanna Pike", initials="JP"
        ),
    )
    outlived = refresh(base, desk, gone, HAND, {}).data
    found = refresh(gone, outlived, base, HAND, {})
    assert texts(found.data) == texts(base)
    assert [each.text for each in inspect(found.data).comments] == ["Ask him."]


def test_an_offer_that_somebody_commented_on_stays() -> None:
    base, second = drafted(A, B, END), drafted(A2, B, END)
    offered = refresh(base, by_hand(base, "drove", "walked"), second, HAND, CAUSES).data

    def discuss(desk: Any) -> None:
        run = desk.paragraphs[1]._p.find(f"{qn('w:ins')}/{qn('w:r')}")
        from docx.text.run import Run as WordRun

        desk.add_comment(
            WordRun(run, desk.paragraphs[1]), text="Not yet.", author="J. Pike", initials="JP"
        )

    third = drafted(paragraph("a", "He drove to the port."), B, END)
    found = refresh(second, at_desk(offered, discuss), third, HAND, CAUSES)
    assert "Not yet." in [each.text for each in inspect(found.data).comments]
    assert texts(resolved(found.data, Reading.ACCEPTED))[:3] == [
        "He walked to the bank.",
        "He drove to the port.",
        "He drove to the shop.",
    ]


def test_a_block_by_another_name_is_the_same_block() -> None:
    """An id of the case file, from which the name of a block comes, was changed."""
    base = drafted(A, B, paragraph("c", "He came back."), END)
    renamed = drafted(paragraph("a2", A.text), B, paragraph("c2", "He came back."), END)
    desk = without(by_hand(base, "drove", "walked"), "came back")
    found = refresh(base, desk, renamed, HAND, {})
    assert texts(found.data) == ["He walked to the bank.", "He waited outside.", "End."]
    assert fates(found)[anchor("a2")] is Fate.KEPT
    assert fates(found)[anchor("c2")] is Fate.DELETED
    again = drafted(paragraph("a2", "He drove to the shop."), B, END)
    assert fates(refresh(renamed, found.data, again, HAND, {}))[anchor("a2")] is Fate.OFFERED


def test_an_offer_that_was_taken_beside_ones_own_words_is_the_draft_and_kept_up() -> None:
    base, second = drafted(A, B, END), drafted(A2, B, END)
    offered = refresh(base, by_hand(base, "drove", "walked"), second, HAND, CAUSES).data
    taken = resolved(offered, Reading.ACCEPTED)
    found = refresh(second, taken, drafted(paragraph("a", "Port."), B, END), HAND, CAUSES)
    assert texts(found.data)[:3] == ["He walked to the bank.", "Port.", "He waited outside."]
    assert found.own == ("He walked to the bank.",)
    assert inspect(found.data).comments == ()


def test_the_causes_that_a_redline_told_are_nobodys_remarks() -> None:
    base, second = drafted(A, B, END), drafted(A2, B, END)
    accepted = resolved(redline(base, second, HAND, CAUSES), Reading.ACCEPTED)
    assert inspect(accepted).comments
    found = refresh(second, accepted, drafted(B, END), HAND, {})
    assert texts(found.data) == ["He waited outside.", "End."]
    assert inspect(found.data).comments == ()


def test_a_tracked_change_in_a_note_is_an_edit_of_its_passage() -> None:
    def noted(text: str) -> Block:
        return Block("n", BlockKind.PARAGRAPH, (Run(text), Run("R. 1.", note=True)))

    base = drafted(noted("Known."), END)

    def strike(desk: Any) -> None:
        part = next(
            rel.target_part for rel in desk.part.rels.values() if "footnotes" in rel.reltype
        )
        tree = parse_xml(part.blob)
        note = next(each for each in tree if each.get(qn("w:type")) is None)
        run = [each for each in note.iter(qn("w:r")) if each.find(qn("w:t")) is not None][-1]
        # Put in by one and struck by another, so that the note reads as it did.
        coming = parse_xml(f'<w:ins {SPACES} w:id="9001" w:author="J. Pike"/>')
        going = parse_xml(f'<w:del {SPACES} w:id="9002" w:author="S. Aldous"/>')
        run.addnext(coming)
        coming.append(going)
        going.append(deepcopy(run))
        for text in going.iter(qn("w:t")):
            text.tag = qn("w:delText")
        from lxml.etree import tostring

        part._blob = tostring(tree)

    found = refresh(base, at_desk(base, strike), drafted(noted("Not known."), END), HAND, {})
    assert fates(found)[anchor("n")] is Fate.OFFERED


def test_a_row_whose_cells_somebody_joined_is_kept() -> None:
    head, x = row("h", "A", "B", "C", header=True), row("x", "1", "2", "3")
    base = drafted(head, x, END)

    def join(desk: Any) -> None:
        cells = desk.tables[0].rows[1].cells
        cells[0].merge(cells[1])

    new = drafted(head, row("x", "1", "2", "4"), END)
    found = refresh(base, at_desk(base, join), new, HAND, {})
    assert fates(found)[anchor("x")] is Fate.OFFERED


def test_what_was_moved_with_changes_tracked_is_no_deletion() -> None:
    base = drafted(A, B, END)

    def move(desk: Any) -> None:
        first, second = (each._p for each in desk.paragraphs[:2])
        copy = deepcopy(first)
        for mark in [*copy.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            mark.getparent().remove(mark)
        second.addnext(copy)
        for each, tag in ((first, "moveFrom"), (copy, "moveTo")):
            for run in each.findall(qn("w:r")):
                change = parse_xml(f'<w:{tag} {SPACES} w:id="9001" w:author="J. Pike"/>')
                run.addprevious(change)
                change.append(run)

    found = refresh(base, at_desk(base, move), drafted(A2, B, END), HAND, CAUSES)
    assert fates(found)[anchor("a")] is Fate.OFFERED


@pytest.mark.parametrize("what", ["comment", "bookmark"])
def test_a_passage_that_people_marked_outlives_the_draft(what: str) -> None:
    base = drafted(A, B, END)

    def mark(desk: Any) -> None:
        first, second = desk.paragraphs[:2]
        if what == "comment":
            runs = (first.runs[0], second.runs[0])
            desk.add_comment(runs, text="Both?", author="J. Pike", initials="JP")
        else:
            start = parse_xml(f'<w:bookmarkStart {SPACES} w:id="9001" w:name="bank"/>')
            first._p.r_lst[0].addprevious(start)
            first._p.append(parse_xml(f'<w:bookmarkEnd {SPACES} w:id="9001"/>'))

    found = refresh(base, at_desk(base, mark), drafted(B, END), HAND, {})
    assert fates(found)[anchor("a")] is Fate.OUTLIVED
    assert [each for each in faults(found.data) if "no style" not in each] == []


def test_a_row_that_somebody_moved_stays_there() -> None:
    head = row("h", "A", "B", "C", header=True)
    x, y, z, w = (row(name, name, "1", "2") for name in "xyzw")
    base = drafted(head, x, y, z, w, END)

    def last(desk: Any) -> None:
        rows = desk.tables[0]._tbl.tr_lst
        rows[-1].addnext(rows[1])

    found = refresh(base, at_desk(base, last), drafted(head, y, z, x, w, END), HAND, {})
    assert [text[:1] for text in texts(found.data)] == ["A", "y", "z", "w", "x", "E"]
