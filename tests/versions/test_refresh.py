"""A refreshed document has all that somebody wrote, and all that the draft says now."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from drafter.composition.blocks import Block, BlockKind, Run
from drafter.versions import refresh as module
from drafter.versions.align import plain
from drafter.versions.redline import Hand
from drafter.versions.refresh import Refreshed, refresh
from drafter.versions.refreshing.checking import Lost
from drafter.versions.refreshing.plan import Fate
from drafter.word.anchors import anchor
from drafter.word.reading.inspection import inspect
from drafter.word.reading.inspection import remarks as margin
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.resolved import Reading, resolved
from tests.libreoffice import resaved, with_libreoffice
from tests.versions.handwork import AUTHORS, PLAIN, TRACKED, Desk, edited, saved
from tests.versions.redrafts import first, later, written
from tests.word.documents import document, paragraph, row
from tests.word.writing.timeline.test_drawing import block as figure

HAND = Hand("drafter", "2026-11-28T00:00:00Z")
SCRIPTS, DRAWN, AGAIN = 300, 3, 20
"""Scripts of hand edits; every third on a draft with a picture of a timeline, every twentieth
saved again by LibreOffice, where it is.
"""
CAUSES = {anchor("a"): "Cause: f-1 (case.yaml:7)."}


def parts(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as package:
        return "".join(
            package.read(name).decode() for name in package.namelist() if name.endswith(".xml")
        )


def by_anchor(data: bytes) -> dict[str, str]:
    return {each.anchor: plain(each.text) for each in read_blocks(data) if each.anchor}


def remarks(data: bytes) -> Counter[tuple[str, str]]:
    """The comments and tracked changes of people."""
    told = [(each.author, each.text) for kind in margin(Opened(data)) for each in kind]
    return Counter(each for each in told if each[0] in AUTHORS)


class Tally:
    """What was counted over many scripts, printed at the end."""

    def __init__(self) -> None:
        self.words = self.updated = self.untouched = 0
        self.fates: Counter[str] = Counter()


def one(seed: int) -> tuple[bytes, Desk, bytes]:
    """A draft as drafted, the same on somebody's desk, and a later draft."""
    random = Random(seed)
    draft = first(random, drawn=seed % DRAWN == 0)
    base = written(draft)
    return base, edited(base, seed, PLAIN + TRACKED, most=10), written(later(draft, random))


def holds(base: bytes, on_desk: bytes, typed: list[str], new: bytes, tally: Tally) -> None:
    """Assert that nothing typed is lost and that whatever nobody touched is up to date."""
    found = refresh(base, on_desk, new, HAND, {})
    before, after = parts(on_desk), parts(found.data)
    assert [word for word in typed if word in before and word not in after] == []
    assert remarks(on_desk) - remarks(found.data) == Counter()
    drafted, wanted = by_anchor(base), by_anchor(new)
    here, now = by_anchor(on_desk), by_anchor(found.data)
    touched = struck(on_desk)
    for name, text in wanted.items():
        if name in here and drafted.get(name) == here[name] and name not in touched:
            assert now.get(name) == text, name
            tally.untouched += 1
            tally.updated += drafted[name] != text
    for told in found.blocks:
        tally.fates[told.fate.value] += 1
    tally.words += len(typed)


def struck(data: bytes) -> set[str]:
    """The anchors on whose passage a tracked change stands, or another anchor."""
    found: set[str] = set()
    for mark in Document(BytesIO(data)).element.body.iter(qn("w:bookmarkStart")):
        around = next(mark.iterancestors(qn("w:tr"), qn("w:p")))
        passage = next(around.iterancestors(qn("w:tr")), around)
        marks = list(passage.iter(qn("w:bookmarkStart")))
        if len(marks) > 1 or any(True for _ in passage.iter(qn("w:ins"), qn("w:del"))):
            found.add(mark.get(qn("w:name")))
    return found


@pytest.mark.no_cover
@pytest.mark.parametrize("start", range(0, SCRIPTS, 50))
def test_nothing_that_a_human_typed_is_lost(start: int, capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally()
    for seed in range(start, start + 50):
        base, desk, new = one(seed)
        holds(base, saved(desk), desk.typed, new, tally)
    with capsys.disabled():
        print(
            f"\n{tally.words} words typed, none lost; {tally.untouched} passages untouched,"
            f" {tally.updated} of them new, all up to date; {dict(tally.fates)}"
        )
    assert tally.words > 50
    assert tally.updated > 20
    assert {"updated", "kept", "added", "removed", "deleted"} <= set(tally.fates)


@with_libreoffice
@pytest.mark.no_cover
def test_nor_when_libreoffice_saved_the_file_again() -> None:
    scripts = [one(seed) for seed in range(0, SCRIPTS, AGAIN)]
    tally = Tally()
    on_desk = resaved([saved(desk) for _, desk, _ in scripts])
    for (base, desk, new), data in zip(scripts, on_desk, strict=True):
        holds(base, data, desk.typed, new, tally)
    assert sum("<wp:inline" in parts(each) for each in on_desk) > len(on_desk) / 4
    assert tally.updated > 10


@with_libreoffice
@pytest.mark.no_cover
@pytest.mark.parametrize(("now", "fate"), [("One.", Fate.SAME), ("Two.", Fate.UPDATED)])
def test_a_drawing_that_libreoffice_wrote_anew_is_still_nobodys_edit(now: str, fate: Fate) -> None:
    """It writes the words of the boxes a second time, and puts the anchor into a box."""
    base, new = (drafted(A, figure(words), B) for words in ("One.", now))
    (on_desk,) = resaved([base])
    found = refresh(base, on_desk, new, HAND, {})
    assert not found.of(Fate.KEPT, Fate.OFFERED)
    name = anchor("facts/time")
    drawn = [each for each in found.blocks if each.anchor == name]
    assert [each.fate for each in drawn] == [fate]
    assert by_anchor(found.data)[name] == by_anchor(new)[name]
    again = refresh(new, found.data, drafted(A, figure("Three."), B), HAND, {})
    assert not again.of(Fate.KEPT, Fate.OFFERED)


def drafted(*blocks: Block) -> bytes:
    return written(document(*blocks))


def by_hand(data: bytes, old: str, new: str) -> bytes:
    """The file with some words retyped."""
    opened = Document(BytesIO(data))
    for text in opened.element.body.iter(qn("w:t")):
        if old in (text.text or ""):
            text.text = text.text.replace(old, new)
    stream = BytesIO()
    opened.save(stream)
    return stream.getvalue()


def without(data: bytes, words: str) -> bytes:
    """The file without the paragraph or row that says some words."""
    opened = Document(BytesIO(data))
    for each in list(opened.element.body.iter(qn("w:tr"), qn("w:p"))):
        said = "".join(text.text or "" for text in each.iter(qn("w:t")))
        parent = each.getparent()
        if words in said and parent is not None and parent.tag != qn("w:tc"):
            parent.remove(each)
    stream = BytesIO()
    opened.save(stream)
    return stream.getvalue()


def texts(data: bytes) -> list[str]:
    return [each.text for each in read_blocks(data)]


def fates(found: Refreshed) -> dict[str, Fate]:
    return {each.anchor: each.fate for each in found.blocks}


A, B = paragraph("a", "He drove to the bank."), paragraph("b", "He waited outside.")
A2 = paragraph("a", "He drove to the shop.")
END = paragraph("end", "End.")


def test_what_nobody_touched_says_what_the_draft_says() -> None:
    base = drafted(A, B, END)
    found = refresh(base, by_hand(base, "waited", "idled"), drafted(A2, B, END), HAND, CAUSES)
    assert texts(found.data) == ["He drove to the shop.", "He idled outside.", "End."]
    assert fates(found)[anchor("a")] is Fate.UPDATED
    assert inspect(found.data).changes == ()


def test_what_was_edited_is_kept_and_the_new_words_are_offered_with_their_cause() -> None:
    base = drafted(A, B, END)
    found = refresh(
        base, by_hand(base, "drove", "was made to drive"), drafted(A2, B, END), HAND, CAUSES
    )
    assert texts(resolved(found.data, Reading.ORIGINAL))[0] == "He was made to drive to the bank."
    offered = texts(resolved(found.data, Reading.ACCEPTED))[:2]
    assert offered == ["He was made to drive to the bank.", "He drove to the shop."]
    (comment,) = inspect(found.data).comments
    assert comment.author == "drafter"
    assert comment.text.endswith("Cause: f-1 (case.yaml:7).")


def test_an_edit_that_says_what_the_draft_says_now_needs_no_offer() -> None:
    base = drafted(A, B, END)
    found = refresh(base, by_hand(base, "bank", "shop"), drafted(A2, B, END), HAND, CAUSES)
    assert texts(found.data) == ["He drove to the shop.", "He waited outside.", "End."]
    assert inspect(found.data).changes == ()


def test_what_was_deleted_stays_deleted_and_is_listed() -> None:
    base = drafted(A, B, END)
    found = refresh(base, without(base, "drove"), drafted(A2, B, END), HAND, CAUSES)
    assert texts(found.data) == ["He waited outside.", "End."]
    (told,) = found.of(Fate.DELETED)
    assert (told.new, told.changed) == ("He drove to the shop.", True)


def test_an_offer_that_nobody_answered_gives_way_to_the_next() -> None:
    base, second = drafted(A, B, END), drafted(A2, B, END)
    mine = refresh(base, by_hand(base, "drove", "walked"), second, HAND, CAUSES).data
    third = drafted(paragraph("a", "He drove to the port."), B, END)
    found = refresh(second, mine, third, HAND, CAUSES)
    assert texts(resolved(found.data, Reading.ACCEPTED)) == [
        *("He walked to the bank.", "He drove to the port."),
        *("He waited outside.", "End."),
    ]
    assert len(inspect(found.data).comments) == 1


def test_an_offer_that_the_draft_still_makes_stands() -> None:
    base, second = drafted(A, B, END), drafted(A2, B, END)
    mine = refresh(base, by_hand(base, "drove", "walked"), second, HAND, CAUSES).data
    third = drafted(A2, paragraph("b", "He waited inside."), END)
    found = refresh(second, mine, third, HAND, CAUSES)
    assert texts(resolved(found.data, Reading.ACCEPTED)) == [
        *("He walked to the bank.", "He drove to the shop."),
        *("He waited inside.", "End."),
    ]


def test_an_offer_that_was_taken_is_the_block_from_then_on() -> None:
    base, second = drafted(A, B, END), drafted(A2, B, END)
    offered = refresh(base, by_hand(base, "drove", "walked"), second, HAND, CAUSES).data
    taken = without(resolved(offered, Reading.ACCEPTED), "walked")
    third = drafted(paragraph("a", "He drove to the port."), B, END)
    found = refresh(second, taken, third, HAND, CAUSES)
    assert texts(found.data) == ["He drove to the port.", "He waited outside.", "End."]


def test_rows_come_and_go_in_their_table_and_a_row_of_counsels_stays() -> None:
    head, x, y = (
        row("h", "A", "B", "C", header=True),
        row("x", "1", "2", "3"),
        row("y", "4", "5", "6"),
    )
    base = drafted(head, x, y, END)
    desk = Document(BytesIO(base))
    own = desk.tables[0].add_row()
    own.cells[0].text = "Counsel's"
    stream = BytesIO()
    desk.save(stream)
    new = drafted(head, row("x", "1", "2", "new"), row("z", "7", "8", "9"), END)
    found = refresh(base, stream.getvalue(), new, HAND, {})
    assert texts(found.data) == ["A\tB\tC", "1\t2\tnew", "7\t8\t9", "Counsel's\t\t", "End."]


def test_no_row_is_put_where_somebody_deleted_the_table() -> None:
    head, x = row("h", "A", "B", "C", header=True), row("x", "1", "2", "3")
    base = drafted(A, head, x, END)
    desk = Document(BytesIO(base))
    desk.element.body.remove(desk.tables[0]._tbl)
    stream = BytesIO()
    desk.save(stream)
    found = refresh(
        base, stream.getvalue(), drafted(A, head, x, row("z", "7", "8", "9"), END), HAND, {}
    )
    assert texts(found.data) == ["He drove to the bank.", "End."]
    assert len(found.of(Fate.DELETED)) == 3


def test_a_comment_of_counsel_stays_on_words_that_stay() -> None:
    base = drafted(A, B, END)
    desk = Document(BytesIO(base))
    desk.add_comment(
        desk.paragraphs[0].runs[0], text="Ask him.", author="Joanna Pike", initials="JP"
    )
    stream = BytesIO()
    desk.save(stream)
    found = refresh(base, stream.getvalue(), drafted(A2, B, END), HAND, CAUSES)
    assert texts(found.data)[0] == "He drove to the shop."
    (comment,) = inspect(found.data).comments
    assert (comment.author, comment.text) == ("Joanna Pike", "Ask him.")


def test_a_note_of_a_block_that_went_leaves_no_orphan() -> None:
    noted = Block("n", BlockKind.PARAGRAPH, (Run("Known."), Run("R. 1.", note=True)))
    base = drafted(noted, A, END)
    found = refresh(base, by_hand(base, "drove", "walked"), drafted(A, END), HAND, {})
    assert inspect(found.data).notes == ()


def test_a_header_that_somebody_edited_is_kept_and_named() -> None:
    base = drafted(A, END)
    desk = Document(BytesIO(base))
    desk.sections[0].header.paragraphs[0].add_run(" SEEN")
    stream = BytesIO()
    desk.save(stream)
    new = written(document(A2, END, header=("PRIVILEGED", "DRAFT")))
    found = refresh(base, stream.getvalue(), new, HAND, {})
    assert found.margins == ("header default",)
    assert any("SEEN" in each.text for each in inspect(found.data).margins)


def test_what_would_be_lost_is_an_error_and_nothing_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base = drafted(A, B, END)
    monkeypatch.setattr(module.Writing, "write", lambda self, step, because, hand: None)
    with pytest.raises(Lost, match="not as the draft has it now"):
        refresh(base, by_hand(base, "waited", "idled"), drafted(A2, B, END), HAND, {})


def test_equal_input_gives_equal_bytes() -> None:
    base, desk, new = one(3)
    data = saved(desk)
    found = [refresh(base, data, new, HAND, {}).data for _ in range(2)]
    assert found[0] == found[1]
