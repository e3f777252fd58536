"""The one reader of .docx files: paragraphs and rows, in order, as text with their notes.

What is not known is looked into, so that no word in it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.composition.blocks import NOTE_ENDS, NOTE_OPENS
from drafter.errors import CaseFileError
from drafter.word.anchors import ANCHOR
from drafter.word.captions import without_label
from drafter.word.fields import REFERENCE
from drafter.word.opened import Opened
from drafter.word.resolved import Reading, changed, resolve

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXTS = frozenset((f"{_W}t", f"{_M}t"))
_BREAKS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
}
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom"))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_INSIDE = frozenset((f"{_W}tc", FALLBACK))
_CONTENTS = re.compile("toc [1-9]", re.IGNORECASE)
_NOTED = {f"{_W}footnoteReference": "", f"{_W}endnoteReference": "endnote "}
"""What stands before the id of a note among all notes: each kind counts from one."""
_BOXED = f"{_W}txbxContent"
_OLD = frozenset((FALLBACK,))
_APART = frozenset((_BOXED, FALLBACK))
"""What is no part of the paragraph it stands in: a text box, and a picture of it for old Word."""

_RUN = f"{_W}r"
_FLAT = (*_TEXTS, *_BREAKS, *_NOTED)
_INVOLVED = frozenset(
    (
        *_GONE,
        *_APART,
        *(f"{_W}{name}" for name in ("fldChar", "instrText", "hyperlink", "fldSimple")),
    )
)
"""What decides about the words in it or after it; most paragraphs have none of this."""
_PAGES = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"))
_SHOWS = "\x00"
"""Ends what a field does where what it shows begins; no XML holds it."""


class ReadBlock(Struct, frozen=True):
    """One paragraph or one table row as it stands in the file."""

    text: str
    """As a reader of the page sees it, insertions accepted; cells parted by tabs.

    A footnote stands in double parentheses where the text refers to it, as in ``Block.text``.
    """
    style: str
    """Name of the paragraph style; of the first cell's in a row."""
    anchor: str
    """The hidden bookmark, empty when there is none."""
    row: bool = False


def read_blocks(data: bytes) -> list[ReadBlock]:
    """Return the body's paragraphs and rows that hold text, tracked changes accepted.

    Raises ``CaseFileError`` when the bytes are not a Word document.
    """
    return blocks_of(Opened(data))


def blocks_of(
    opened: Opened, *, as_marked: bool = False, read: Words | None = None
) -> list[ReadBlock]:
    """Return the same of a file that is open already.

    ``as_marked`` leaves rows and paragraphs as they stand, whatever becomes of them.  ``read``:
    the words of the body, where they are read already and no tracked change is in it.
    """
    tree = opened.document()
    body = (tree if as_marked or read else _settled(tree)).find(f"{_W}body")
    if body is None:
        raise CaseFileError("The file is a Word document without a body.")
    if read is None:
        read = Words(body, note_texts(opened, as_marked=as_marked))
    return list(_blocks(body, style_names(opened), read))


def _settled(tree: _Element) -> _Element:
    """The tree with its tracked changes accepted; itself when there are none."""
    if not changed(tree):
        return tree
    tree = deepcopy(tree)
    resolve(tree, Reading.ACCEPTED)
    return tree


def style_names(opened: Opened) -> dict[str, str]:
    """Return names of styles by their ids, headings with the capital that people give them."""
    names = dict[str, str]()
    for part in opened.named("styles", opened.main):
        styles = opened.tree(part)
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            name = style.find(f"{_W}name")
            said = name.get(f"{_W}val", "") if name is not None else ""
            names[style.get(f"{_W}styleId", "")] = re.sub("^heading (?=[0-9])", "Heading ", said)
    return names


def note_texts(opened: Opened, *, as_marked: bool = False) -> dict[str, str]:
    """Return what each note says, by its id as ``words`` takes it."""
    found = dict[str, str]()
    for kind in ("footnote", "endnote"):
        for part in opened.named(f"{kind}s", opened.main):
            tree = opened.tree(part)
            tree = tree if tree is None or as_marked else _settled(tree)
            if tree is None:
                continue
            # A note that refers to notes is nobody's work, and might refer to itself.
            read = Words(tree, None)
            for note in tree.iter(f"{_W}{kind}"):
                said = "\n".join(map(read.of, _lines(note)))
                key = f"{_NOTED[f'{_W}{kind}Reference']}{note.get(f'{_W}id', '')}"
                found[key] = said.removeprefix(" ")
    return found


def _blocks(body: _Element, names: dict[str, str], read: Words) -> Iterator[ReadBlock]:
    drawn: set[_Element] = set()
    for element in body.iter(f"{_W}p", f"{_W}tr"):
        if not _stands_alone(element, body, drawn):
            continue
        row = element.tag == f"{_W}tr"
        boxes = [] if row or read.is_flat(element) else _boxes(element)
        if row:
            cells = ["\n".join(map(read.of, _lines(cell))) for cell in _cells(element)]
        else:
            cells = [read.of(element)]
        if len(boxes) > 1:
            # A drawing is one block, whose words stand in its boxes; one box alone is a text box.
            drawn.update(boxes)
            said = (read.of(line) for box in boxes for line in _lines(box))
            cells = [*(each for each in cells if each), *said]
        text, style = "\t".join(cells), _style(element, names)
        # The entries of a list of contents are the headings, over again.
        if text.strip("\t") and not _CONTENTS.match(style):
            anchor = _anchor(element, within=row or len(boxes) > 1)
            yield ReadBlock(without_label(text, style), style, anchor, row)


def _stands_alone(element: _Element, body: _Element, drawn: set[_Element]) -> bool:
    """Whether a paragraph or row is part of no other block; mostly its parent tells."""
    parent = element.getparent()
    if parent is body:
        return True
    if parent is None or parent.tag == f"{_W}tc":
        return False
    if element.tag == f"{_W}tr" and parent.getparent() is body:
        return True
    around = list(element.iterancestors())
    return drawn.isdisjoint(around) and not any(each.tag in _INSIDE for each in around)


class Words:
    """The words of the paragraphs in an element, read in one pass while it is as it is."""

    def __init__(self, root: _Element, notes: Mapping[str, str] | None) -> None:
        """``notes``: what each note says, as ``words`` takes it."""
        self._notes = notes
        self._said: dict[_Element, list[str] | None] = {}
        """By paragraph, the pieces of its text; None where they are not all there is to it."""
        paragraph: _Element | None = None
        boxed = False
        for each in root.iter(f"{_W}p", *_FLAT, *_INVOLVED):
            if each.tag == f"{_W}p":
                paragraph = each
                boxed = boxed and _is_in(_APART, each, root)
                self._said[each] = None if boxed else []
            elif paragraph is not None:
                boxed = boxed or each.tag in _APART
                self._take(each, paragraph)

    def _take(self, each: _Element, paragraph: _Element) -> None:
        pieces = self._said[paragraph]
        if each.tag in _INVOLVED:
            self._said[paragraph] = None
        elif pieces is not None:
            pieces.append(_piece(each, self._notes))

    def is_flat(self, paragraph: _Element) -> bool:
        """Whether a paragraph is known to hold no box, field, link or tracked change."""
        return self._said.get(paragraph) is not None

    def of(self, paragraph: _Element) -> str:
        """Return what ``words`` does."""
        pieces = self._said.get(paragraph)
        if pieces is None:
            return "".join(_text(paragraph, self._notes, []))
        return "".join(pieces)


def _cells(row: _Element) -> list[_Element]:
    """The cells of a row, those in content controls too, and none of a table within."""
    return [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]


def _lines(holder: _Element) -> list[_Element]:
    """The paragraphs in a cell, note or box, those of tables and boxes within it too."""
    lines = holder.iter(f"{_W}p")
    return [each for each in lines if not _is_in(_OLD, each, holder)]


def _boxes(paragraph: _Element) -> list[_Element]:
    """The text boxes of a paragraph; none that stands in another."""
    return [each for each in paragraph.iter(_BOXED) if not _is_in(_APART, each, paragraph)]


def _is_in(tags: frozenset[str], element: _Element, holder: _Element) -> bool:
    """Whether something of these tags stands around an element, within the holder."""
    for around in element.iterancestors():
        if around is holder:
            return False
        if around.tag in tags:
            return True
    return False


def words(element: _Element, notes: Mapping[str, str] | None = None) -> str:
    """Return the words in an element as a reader of the page sees them, insertions accepted.

    With ``notes``, what each footnote says by its id, and each endnote by ``endnote`` and its
    id, these stand where the text refers to them.
    A text box in it is not part of it; its paragraphs are read by themselves.  Numbers of
    pages, which Word computes, are left out.
    """
    pieces = []
    for child in element.iter(*_FLAT, *_INVOLVED):
        if child.tag in _INVOLVED:
            return "".join(_text(element, notes, []))
        pieces.append(_piece(child, notes))
    return "".join(pieces)


def _piece(child: _Element, notes: Mapping[str, str] | None) -> str:
    """What a part of a run says where nothing stands around the run."""
    tag = child.tag
    if tag in _TEXTS:
        return child.text or ""
    if tag in _BREAKS:
        parent = child.getparent()
        return _BREAKS[str(tag)] if parent is not None and parent.tag == _RUN else ""
    return "" if notes is None else _noted(child, notes)


def _noted(mark: _Element, notes: Mapping[str, str]) -> str:
    said = notes.get(f"{_NOTED[str(mark.tag)]}{mark.get(f'{_W}id', '')}", "")
    return f"{NOTE_OPENS}{said}{NOTE_ENDS}"


def _text(element: _Element, notes: Mapping[str, str] | None, fields: list[str]) -> Iterator[str]:
    """``fields``: of each field that is open here, what it does, and ``_SHOWS`` after that."""
    for child in element:
        if child.tag in _GONE or child.tag in _APART:
            continue
        if child.tag == f"{_W}fldChar":
            _step(child, fields)
        elif child.tag == f"{_W}instrText":
            fields[-1:] = [each + (child.text or "") for each in fields[-1:]]
        elif child.tag == f"{_W}hyperlink" and child.get(f"{_W}anchor"):
            # The number in a reference is Word's, like that at the heading.
            said = "".join(_text(child, notes, fields))
            found = REFERENCE.fullmatch(said)
            yield found[1] if found else said
        elif child.tag == f"{_W}fldSimple" and counts_pages(child.get(f"{_W}instr", "")):
            continue
        elif child.tag in _TEXTS:
            yield "" if _unseen(fields) else child.text or ""
        elif child.tag in _BREAKS and element.tag == f"{_W}r":
            yield _BREAKS[child.tag]
        elif child.tag in _NOTED:
            if notes is not None:
                yield _noted(child, notes)
        else:
            yield from _text(child, notes, fields)


def _unseen(fields: list[str]) -> bool:
    """Whether words here only say what a field does, or are the number of a page."""
    return any(not each.endswith(_SHOWS) or counts_pages(each) for each in fields)


def _step(mark: _Element, fields: list[str]) -> None:
    type = mark.get(f"{_W}fldCharType")
    if type == "begin":
        line = next(mark.iterancestors(f"{_W}p"), mark)
        # Of a field that goes on beyond the paragraph, or was cut off, the words are shown.
        goes_on = [*line.iter(mark.tag)][-1] is mark
        fields.append(_SHOWS if goes_on else "")
    elif type == "separate" and fields:
        fields[-1] += _SHOWS
    elif type == "end" and fields:
        fields.pop()


def counts_pages(instruction: str) -> bool:
    """Whether a field shows the number of a page, or how many there are."""
    return instruction.strip(f" {_SHOWS}").partition(" ")[0].upper() in _PAGES


def _style(element: _Element, names: dict[str, str]) -> str:
    for style in element.iter(f"{_W}pStyle"):
        identifier = style.get(f"{_W}val") or ""
        return names.get(identifier, identifier)
    return "Normal"


def _anchor(element: _Element, *, within: bool) -> str:
    """The first anchor; ``within`` says whether paragraphs in the element are part of it."""
    for mark in element.iter(f"{_W}bookmarkStart"):
        name = mark.get(f"{_W}name") or ""
        if ANCHOR.fullmatch(name) and (within or next(mark.iterancestors(f"{_W}p")) is element):
            return name
    return ""
