"""A Word file as the blocks a draft consists of: paragraphs, and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import partial

from lxml.etree import _Element, tostring
from msgspec import Struct

from drafter.versions.align import Piece, align, plain
from drafter.versions.refreshing.things import descriptions_in, things_in
from drafter.versions.revising.looks import is_listed
from drafter.versions.revising.notes import REFERENCES, notes_of
from drafter.versions.revising.units import (
    anchors_of,
    rows_of,
    style_of,
    units_of,
)
from drafter.word.markup import W
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import NoteTexts, style_names
from drafter.word.reading.words import Words, words
from drafter.word.writing.captions import without_label

_W = f"{{{W}}}"
_CHANGES = frozenset(
    f"{_W}{name}"
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("rPrChange", "pPrChange", "trPrChange", "tcPrChange", "tblPrExChange"),
    )
)
_IDS = re.compile(rb' (?:w:id|w:rsid\w*|id|w14:\w+Id|xmlns:\w+)="[^"]*"')


_Note = tuple[str, str]
"""The tag of its marks, and its id."""


class Leaf(Struct, frozen=True, eq=False):
    """A paragraph outside tables, or a row of a table outside others."""

    element: _Element
    anchors: tuple[str, ...]
    """Those in it: several where paragraphs were joined."""
    text: str
    """As a reader of the page sees it, insertions accepted, with its notes."""
    table: _Element | None
    """Of a row, the table."""
    remarks: tuple[str, ...] = ()
    """What the comments on it say."""
    things: tuple[str, ...] = ()
    """What is in it beside words (`things_in`), in order."""
    described: frozenset[str] = frozenset()
    """What it says of its drawings (`descriptions_in`)."""
    noted: bool = False
    """Whether a tracked change is in one of its notes."""

    @property
    def anchor(self) -> str:
        """What names a block of a draft."""
        return self.anchors[0] if self.anchors else ""

    @property
    def tracked(self) -> bool:
        """Whether a tracked change is in it, or in one of its notes."""
        return self.noted or next(self.element.iter(*_CHANGES), None) is not None

    @property
    def written(self) -> bytes:
        """How it is written, but for the ids that a file gives."""
        return _IDS.sub(b"", tostring(self.element))

    def same(self, other: Leaf) -> bool:
        """Whether another is written and says the same, its notes and comments too."""
        mine, theirs = ((each.text, each.remarks, each.written) for each in (self, other))
        return mine == theirs


def leaves_of(file: Opened, body: _Element) -> list[Leaf]:
    """Return the leaves that hold words or a drawing, in order, without the list of contents."""
    names = style_names(file)
    leaf = partial(_leaf, file, _comments(file), _changed_notes(file))
    said = Words(body, NoteTexts(file)).of
    listed = frozenset(id for id, name in names.items() if is_listed(name))
    found = []
    for unit in units_of(body, said, listed=listed):
        if unit.is_paragraph:
            text = without_label(unit.text, names.get(style_of(unit.element), ""))
            found.append(leaf(unit.element, text, None))
            continue
        rows = dict.fromkeys(rows_of(unit.element))
        for row in units_of(unit.element, said, listed=listed):
            if row.element in rows:
                found.append(leaf(row.element, row.text, unit.element))
    return [each for each in found if each.anchors or each.text.strip() or each.tracked]


def _leaf(
    file: Opened,
    comments: Mapping[str, str],
    changed: Set[_Note],
    element: _Element,
    text: str,
    table: _Element | None,
) -> Leaf:
    marks = (each.get(f"{_W}id", "") for each in element.iter(f"{_W}commentReference"))
    remarks = tuple(comments.get(id, "") for id in marks)
    notes = ((each.tag, each.get(f"{_W}id", "")) for each in element.iter(*REFERENCES))
    things = tuple(things_in(file, element, file.main))
    described = frozenset(descriptions_in(element))
    anchors, noted = tuple(anchors_of(element)), not changed.isdisjoint(notes)
    return Leaf(element, anchors, text, table, remarks, things, described, noted)


def _changed_notes(file: Opened) -> set[_Note]:
    return {
        (mark, id)
        for mark, kind in REFERENCES.items()
        for id, note in notes_of(file, kind).items()
        if next(note.iter(*_CHANGES), None) is not None
    }


def _comments(file: Opened) -> dict[str, str]:
    part = next(iter(file.named("comments", file.main)), "")
    tree = file.tree(part) if part else None
    found = tree if tree is not None else ()
    return {each.get(f"{_W}id", ""): "\n".join(map(words, each.iter(f"{_W}p"))) for each in found}


def matched(base: Sequence[Leaf], edited: Sequence[Leaf]) -> dict[str, Leaf]:
    """Return where each block of the draft stands in the edited file, by its anchor.

    By the anchor first, then by what it says, in order: an offer that was taken, and what was
    moved with changes tracked, say what was drafted and have no anchor.  A block that is in it
    no more has no entry.
    """
    claims: dict[str, list[Leaf]] = {}
    for leaf in edited:
        for anchor in leaf.anchors:
            claims.setdefault(anchor, []).append(leaf)
    found: dict[str, Leaf] = {}
    for block in base:
        here = [each for each in claims.get(block.anchor, ()) if _kind(each) == _kind(block)]
        same = (each for each in here if plain(each.text) == plain(block.text))
        if here:
            found[block.anchor] = next(same, None) or _beside(block, here[0], edited) or here[0]
    taken = {id(leaf) for leaf in found.values()}
    lost = [block for block in base if block.anchor not in found]
    free = [leaf for leaf in edited if id(leaf) not in taken and not leaf.anchors]
    return found | _by_words(lost, free)


def _beside(block: Leaf, stands: Leaf, edited: Sequence[Leaf]) -> Leaf | None:
    """What says a block as it was drafted where its anchor stands on other words, or on none."""
    wanted = plain(block.text)
    if not wanted:
        return None
    at = next(at for at, each in enumerate(edited) if each is stands)
    around = edited
    if stands.text.strip():  # an offer that is still open is none that was taken
        around = [each for each in edited[at + 1 : at + 2] if not each.tracked]
    fits = (e for e in around if not e.anchors and _kind(e) == _kind(block))
    return next((each for each in fits if plain(each.text) == wanted), None)


def _by_words(lost: Sequence[Leaf], free: Sequence[Leaf]) -> dict[str, Leaf]:
    pairs = align(
        [Piece("", plain(each.text)) for each in lost],
        [Piece("", plain(each.text)) for each in free],
    )
    return {
        lost[pair.old].anchor: free[pair.new]
        for pair in pairs
        if pair.old is not None and pair.new is not None
        if _kind(lost[pair.old]) == _kind(free[pair.new])
    }


def _kind(leaf: Leaf) -> bool:
    return leaf.table is not None
