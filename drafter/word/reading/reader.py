"""The one reader of .docx files: paragraphs and rows, in order, as text with their notes.

What is not known is looked into, so that no word in it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.errors import CaseFileError
from drafter.word.anchors import ANCHOR
from drafter.word.reading.opened import Opened
from drafter.word.reading.resolved import Reading, changed, resolve
from drafter.word.reading.words import APART, BOXED, FALLBACK, NOTED, Words, is_in, words
from drafter.word.writing.captions import without_label

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INSIDE = frozenset((f"{_W}tc", FALLBACK))
_CONTENTS = re.compile("toc [1-9]", re.IGNORECASE)
_SMALL = re.compile(r"^(?:heading (?=[1-9])|(?:caption|header|footer)$)")
_OLD = frozenset((FALLBACK,))


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


def blocks_of(opened: Opened, *, as_marked: bool = False) -> list[ReadBlock]:
    """Return the same of a file that is open already.

    ``as_marked`` leaves rows and paragraphs as they stand, whatever becomes of them.
    """
    tree = opened.document()
    body = (tree if as_marked else _settled(tree)).find(f"{_W}body")
    if body is None:
        raise CaseFileError("The file is a Word document without a body.")
    said = Words(body, NoteTexts(opened, as_marked=as_marked)).of
    return list(_blocks(body, style_names(opened), said))


def _settled(tree: _Element) -> _Element:
    """The tree with its tracked changes accepted; itself when there are none."""
    if not changed(tree):
        return tree
    tree = deepcopy(tree)
    resolve(tree, Reading.ACCEPTED)
    return tree


def style_names(opened: Opened) -> dict[str, str]:
    """Return names of styles by their ids, with the capital that people give to Word's own."""
    names = dict[str, str]()
    for part in opened.named("styles", opened.main):
        styles = opened.tree(part)
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            name = style.find(f"{_W}name")
            said = name.get(f"{_W}val", "") if name is not None else ""
            names[style.get(f"{_W}styleId", "")] = _SMALL.sub(_with_capital, said)
    return names


def _with_capital(name: re.Match[str]) -> str:
    return name[0].capitalize()


class NoteTexts(Mapping[str, str]):
    """What each note of a file says, by its id as ``words`` takes it; read when asked for."""

    def __init__(self, opened: Opened, *, as_marked: bool = False) -> None:
        """``as_marked`` leaves paragraphs as they stand, whatever becomes of them."""
        self._notes: dict[str, _Element] = {}
        self._said: dict[str, str] = {}
        for kind in ("footnote", "endnote"):
            for part in opened.named(f"{kind}s", opened.main):
                tree = opened.tree(part)
                if tree is None:
                    continue
                for note in (tree if as_marked else _settled(tree)).iter(f"{_W}{kind}"):
                    key = f"{NOTED[f'{_W}{kind}Reference']}{note.get(f'{_W}id', '')}"
                    self._notes[key] = note

    def __getitem__(self, key: str) -> str:
        if key not in self._said:
            note = self._notes[key]
            # A note that refers to notes is nobody's work, and might refer to itself.
            said = "\n".join(map(words, _lines(note)))
            self._said[key] = said.removeprefix(" ")
        return self._said[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._notes)

    def __len__(self) -> int:
        return len(self._notes)


def _blocks(
    body: _Element, names: Mapping[str, str], said: Callable[[_Element], str]
) -> Iterator[ReadBlock]:
    drawn: set[_Element] = set()
    for element in body.iter(f"{_W}p", f"{_W}tr"):
        if not _stands_alone(element, body, drawn):
            continue
        style = _style(element, names)
        # The entries of a list of contents are the headings, over again.
        if _CONTENTS.match(style):
            continue
        row = element.tag == f"{_W}tr"
        boxes = [] if row else _boxes(element)
        if row:
            cells = ["\n".join(map(said, _lines(cell))) for cell in _cells(element)]
        else:
            cells = [said(element)]
        if len(boxes) > 1:
            # A drawing is one block, whose words stand in its boxes; one box alone is a text box.
            drawn.update(boxes)
            lines = (line for box in boxes for line in _lines(box))
            cells = [*filter(None, cells), *map(said, lines)]
        text = "\t".join(cells)
        if text.strip("\t"):
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


def _cells(row: _Element) -> list[_Element]:
    """The cells of a row, those in content controls too, and none of a table within."""
    return [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]


def _lines(holder: _Element) -> list[_Element]:
    """The paragraphs in a cell, note or box, those of tables and boxes within it too."""
    lines = holder.iter(f"{_W}p")
    return [each for each in lines if not is_in(_OLD, each, holder)]


def _boxes(paragraph: _Element) -> list[_Element]:
    """The text boxes of a paragraph; none that stands in another."""
    return [each for each in paragraph.iter(BOXED) if not is_in(APART, each, paragraph)]


def _style(element: _Element, names: Mapping[str, str]) -> str:
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
