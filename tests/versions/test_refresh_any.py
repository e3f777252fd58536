"""What a lawyer does to a draft in Word, and what a refreshment then makes of it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from drafter.composition.blocks import Block, BlockKind, Run
from drafter.versions.beside import beside
from drafter.versions.redline import Hand
from drafter.versions.refresh import Refreshed, refresh
from drafter.versions.refreshing.plan import Fate
from drafter.word.anchors import anchor
from drafter.word.reading.inspection import inspect
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import read_blocks
from tests.versions.redrafts import written
from tests.versions.soundness import faults
from tests.versions.wordfiles import SPACES
from tests.word.documents import document, in_note, paragraph, row
from tests.word.writing.timeline.test_drawing import block as figure

HAND = Hand("drafter", "2026-11-28T00:00:00Z")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def blocks(now: str = "") -> list[Block]:
    """A draft, and what it says otherwise ``now``."""
    gap = Run("[NEED: hour]", remark="Ask the client.")
    return [
        paragraph("h", "Facts", BlockKind.HEADING),
        Block("a", BlockKind.PARAGRAPH, (Run(f"He drove{now}."), *in_note(f"R. 12{now}."))),
        Block("gap", BlockKind.PARAGRAPH, (Run(f"He waited{now} "), gap, Run("."))),
        *(paragraph(f"c{n}", f"He called {n} times.") for n in range(3)),
        row("head", "A", "B", "C", header=True),
        *(row(f"r{n}", f"{n}", f"cell {n}{now}", "c") for n in range(3)),
        paragraph("b", f"The end is near{now}."),
        paragraph("z", "Last."),
    ]


BASE, NEW = blocks(), blocks(" now")
UP_TO_DATE = [each.text for each in read_blocks(written(document(*NEW)))]


def on_desk(act: Callable[[Any], None]) -> bytes:
    desk = Document(BytesIO(written(document(*BASE))))
    act(desk)
    stream = BytesIO()
    desk.save(stream)
    return stream.getvalue()


def refreshed(act: Callable[[Any], None], new: list[Block] = NEW) -> Refreshed:
    """The draft, edited and refreshed; nothing in it may lead nowhere that did not before."""
    desk = on_desk(act)
    found = refresh(written(document(*BASE)), desk, written(document(*new)), HAND, {})
    before = faults(desk)
    assert [each for each in faults(found.data) if each not in before] == []
    return found


def texts(found: Refreshed) -> list[str]:
    return [each.text for each in read_blocks(found.data)]


def the(desk: Any, words: str, tag: str = "w:p") -> Any:
    every = desk.element.body.iter(qn(tag))
    return next(e for e in every if words in "".join(t.text or "" for t in e.iter(qn("w:t"))))


def unmarked(element: Any) -> Any:
    """A copy without bookmarks."""
    copied = deepcopy(element)
    for mark in [*copied.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)
    return copied


def put_column_between(desk: Any) -> None:
    for each in desk.tables[0]._tbl.findall(qn("w:tr")):
        cell = unmarked(each.find(qn("w:tc")))
        for run in cell.findall(f"{qn('w:p')}/{qn('w:r')}"):
            run.getparent().remove(run)
        each.find(qn("w:tc")).addnext(cell)


def part_cell(desk: Any) -> None:
    line = the(desk, "cell 1")
    other = unmarked(line)
    for each, said in ((line, "cell"), (other, "1")):
        next(each.iter(qn("w:t"))).text = said
    line.addnext(other)


def part_note(desk: Any) -> None:
    parts = (each.target_part for each in desk.part.rels.values() if "footnotes" in each.reltype)
    part = next(parts)
    root = parse_xml(part.blob)
    line = root[-1].find(qn("w:p"))
    other = deepcopy(line)
    for mark in list(other.iter(qn("w:footnoteRef"))):
        mark.getparent().getparent().remove(mark.getparent())
    for each, said in ((line, "R."), (other, "12.")):
        list(each.iter(qn("w:t")))[-1].text = said
    line.addnext(other)
    part._blob = serialize_part_xml(root)


def copy_line(desk: Any) -> None:
    line = the(desk, "The end is")
    the(desk, "Last.").addnext(deepcopy(line))


def copy_table(desk: Any) -> None:
    the(desk, "Last.").addnext(deepcopy(desk.tables[0]._tbl))


@pytest.mark.parametrize("act", [put_column_between, part_cell, part_note, copy_line, copy_table])
def test_what_changes_no_word_keeps_nothing_from_being_brought_up_to_date(act: Any) -> None:
    found = texts(refreshed(act))
    kept = [" ".join(each.split()) for each in found]
    assert kept[: len(UP_TO_DATE)] == [" ".join(each.split()) for each in UP_TO_DATE]


def test_a_copy_is_counsels_and_no_block_from_then_on() -> None:
    found = refreshed(copy_line)
    assert texts(found)[-1] == "The end is near."
    named = [each.anchor for each in read_blocks(found.data)]
    assert named.count(anchor("b")) == 1


def answered(desk: Any) -> None:
    """Answer the comment on a gap, as Word writes it down."""
    comments = desk.part._comments_part.element
    comments[0][0].set(f"{_W14}paraId", "0000AA00")
    answer = deepcopy(comments[0])
    answer[0].set(f"{_W14}paraId", "0000BB00")
    answer.set(qn("w:id"), "50")
    answer.set(qn("w:author"), "Joanna Pike")
    list(answer.iter(qn("w:t")))[-1].text = "At ten."
    comments.append(answer)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        mark = next(desk.element.body.iter(qn(f"w:{name}")))
        mark = mark.getparent() if name == "commentReference" else mark
        other = deepcopy(mark)
        (other if name != "commentReference" else other[-1]).set(qn("w:id"), "50")
        mark.addnext(other)
    said = (
        f'<w15:commentsEx {SPACES}><w15:commentEx w15:paraId="0000AA00"/>'
        '<w15:commentEx w15:paraId="0000BB00" w15:paraIdParent="0000AA00"/></w15:commentsEx>'
    )
    type = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
    part = Part(PackURI("/word/commentsExtended.xml"), type, said.encode(), desk.part.package)
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    desk.part.relate_to(part, kind)


def test_a_comment_of_ours_that_was_answered_stays_with_its_answer() -> None:
    found = refreshed(answered)
    assert texts(found) == UP_TO_DATE
    remarks = [(each.author, each.text, each.about) for each in inspect(found.data).comments]
    assert remarks == [
        ("Office", "Ask the client.", "[NEED: hour]"),
        ("Joanna Pike", "At ten.", "[NEED: hour]"),
    ]


def commented_over(desk: Any) -> None:
    """Delete the comment on a gap and write one's own in its place."""
    comment = desk.part._comments_part.element[0]
    comment.set(qn("w:author"), "Joanna Pike")


def test_a_comment_of_counsels_where_ours_was_stays_in_the_text() -> None:
    found = refreshed(commented_over)
    (first, _) = inspect(found.data).comments
    assert (first.author, first.about) == ("Joanna Pike", "[NEED: hour]")


def track_look(desk: Any) -> None:
    look = f'<w:pPrChange {SPACES} w:id="77" w:author="Joanna Pike"><w:pPr/></w:pPrChange>'
    the(desk, "The end is").get_or_add_pPr().append(parse_xml(look))


def test_a_block_whose_look_was_changed_with_changes_tracked_is_counsels() -> None:
    found = refreshed(track_look)
    (offered,) = found.of(Fate.OFFERED)
    assert offered.was == "The end is near."
    assert [each.author for each in inspect(found.data).changes if each.kind == "look"] == [
        "Joanna Pike"
    ]


def end_section(desk: Any) -> None:
    section = f'<w:sectPr {SPACES}><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>'
    the(desk, "The end is").get_or_add_pPr().append(parse_xml(section))


def test_a_section_that_counsel_ended_ends_though_its_last_block_is_gone() -> None:
    found = refreshed(end_section, [each for each in NEW if each.id != "b"])
    assert "The end is near." not in texts(found)
    assert len(list(Opened(found.data).document().iter(qn("w:sectPr")))) == 2


def test_a_table_goes_where_the_draft_has_it_and_takes_counsels_row_along() -> None:
    def add_row(desk: Any) -> None:
        desk.tables[0].add_row().cells[0].text = "Counsel's"

    table = [each for each in NEW if each.kind is BlockKind.ROW]
    others = [each for each in NEW if each.kind is not BlockKind.ROW]
    found = refreshed(add_row, [others[0], *table, *others[1:]])
    assert texts(found) == [
        *("Facts", "A\tB\tC", "0\tcell 0 now\tc", "1\tcell 1 now\tc", "2\tcell 2 now\tc"),
        *("Counsel's\t\t", "He drove now. ((R. 12 now.))", "He waited now [NEED: hour]."),
        *(f"He called {n} times." for n in range(3)),
        *("The end is near now.", "Last."),
    ]
    tables = list(Opened(found.data).document().iter(qn("w:tbl")))
    assert len(tables) == 1


FIELD = (
    '<w:r {0}><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r {0}><w:instrText xml:space="preserve"> {1} </w:instrText></w:r>',
    '<w:r {0}><w:fldChar w:fldCharType="end"/></w:r>',
)


def put_field(line: Any, instruction: str) -> None:
    for run in FIELD:
        line.append(parse_xml(run.format(SPACES, instruction)))


@pytest.mark.parametrize(
    "instruction", ['TA \\l "United States v. Handmarked" \\c 1', 'XE "threats"', "PAGEREF here"]
)
@pytest.mark.parametrize(("words", "fate"), [("He drove", Fate.OFFERED), ("Last", Fate.KEPT)])
def test_a_field_of_which_the_page_shows_nothing_is_kept(
    instruction: str, words: str, fate: Fate
) -> None:
    found = refreshed(lambda desk: put_field(the(desk, words), instruction))
    kept = found.of(Fate.KEPT, Fate.OFFERED)
    assert [each.fate for each in kept] == [fate]
    fields = [each.instruction.strip() for each in inspect(found.data).fields]
    assert instruction in fields
    edited = on_desk(lambda desk: put_field(the(desk, words), instruction))
    told = {
        each.id: each.added for each in beside(inspect(written(document(*BASE))), inspect(edited))
    }
    assert told == {"fields": (instruction,)}


def test_a_field_over_two_paragraphs_keeps_both() -> None:
    def spread(desk: Any) -> None:
        first, second = the(desk, "He called 0"), the(desk, "He called 1")
        for run in FIELD[:2]:
            first.append(parse_xml(run.format(SPACES, "QUOTE")))
        second.append(parse_xml(FIELD[2].format(SPACES)))

    found = refreshed(spread, [each for each in NEW if each.id != "c0"])
    assert [each.was for each in found.of(Fate.OUTLIVED)] == ["He called 0 times."]
    kinds = [
        each.get(qn("w:fldCharType"))
        for each in Opened(found.data).document().iter(qn("w:fldChar"))
    ]
    assert kinds == ["begin", "end"]


def test_a_description_that_somebody_wrote_of_a_drawing_is_kept() -> None:
    def describe(desk: Any) -> None:
        next(desk.element.body.iter(qn("wp:docPr"))).set("descr", "Counsel describes it.")

    drawn = [[*blocks, figure(words)] for blocks, words in ((BASE, "One."), (NEW, "Two."))]
    desk = Document(BytesIO(written(document(*drawn[0]))))
    describe(desk)
    stream = BytesIO()
    desk.save(stream)
    files = [written(document(*each)) for each in drawn]
    found = refresh(files[0], stream.getvalue(), files[1], HAND, {})
    assert len(found.of(Fate.OFFERED)) == 1
    described = [each.text for each in inspect(found.data).alternatives]
    assert "Counsel describes it." in described


def test_a_passage_that_was_joined_with_another_and_comes_again_is_offered() -> None:
    def join(desk: Any) -> None:
        first = the(desk, "He called 0")
        second = first.getnext()
        for child in list(second):
            if child.tag != qn("w:pPr"):
                first.append(child)
        second.getparent().remove(second)

    without = [each for each in NEW if each.id != "c0"]
    once = refreshed(join, without)
    again = refresh(written(document(*without)), once.data, written(document(*NEW)), HAND, {})
    assert [each.new for each in again.of(Fate.OFFERED)] == ["He called 0 times."]
    assert "He called 0 times.He called 1 times." in texts(again)
    third = refresh(written(document(*NEW)), again.data, written(document(*NEW)), HAND, {})
    assert "He called 0 times.He called 1 times." in texts(third)
