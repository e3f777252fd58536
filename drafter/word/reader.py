"""The one reader of .docx files: paragraphs and rows, in order, as text with their notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from drafter.composition.blocks import NOTE_ENDS, NOTE_OPENS
from drafter.errors import CaseFileError
from drafter.word.anchors import ANCHOR
from drafter.word.captions import without_label
from drafter.word.fields import REFERENCE
from drafter.word.opened import Opened

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom"))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_INSIDE = frozenset((f"{_W}tc", FALLBACK))
_BOXED = f"{_W}txbxContent"
_APART = frozenset((_BOXED, FALLBACK))
"""What is no part of the paragraph it stands in: a text box, and a picture of it for old Word."""

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
    """Return the body's paragraphs and rows that hold text.

    Raises ``CaseFileError`` when the bytes are not a Word document.
    """
    return blocks_of(Opened(data))


def blocks_of(opened: Opened) -> list[ReadBlock]:
    """Return the same of a file that is open already."""
    body = opened.document().find(f"{_W}body")
    if body is None:
        raise CaseFileError("The file is a Word document without a body.")
    return list(_blocks(body, style_names(opened), note_texts(opened)))


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


def note_texts(opened: Opened) -> dict[str, str]:
    """Return what each footnote says, by its id."""
    found = dict[str, str]()
    for part in opened.named("footnotes", opened.main):
        notes = opened.tree(part)
        for note in notes.iter(f"{_W}footnote") if notes is not None else ():
            # A note that refers to notes is nobody's work, and might refer to itself.
            said = "\n".join(words(each) for each in note.iter(f"{_W}p"))
            found[note.get(f"{_W}id", "")] = said.removeprefix(" ")
    return found


def _blocks(body: _Element, names: dict[str, str], notes: Mapping[str, str]) -> Iterator[ReadBlock]:
    drawn: set[_Element] = set()
    for element in body.iter(f"{_W}p", f"{_W}tr"):
        row = element.tag == f"{_W}tr"
        around = list(element.iterancestors())
        if any(parent.tag in _INSIDE for parent in around) or not drawn.isdisjoint(around):
            continue
        cells = element.findall(f"{_W}tc") if row else [element]
        text = "\t".join("\n".join(_paragraphs(cell, notes)) for cell in cells)
        boxes = [] if row else list(element.iter(_BOXED))
        if len(boxes) > 1:
            # A drawing is one block, whose words stand in its boxes; one box alone is a text box.
            drawn.update(boxes)
            text = "\t".join(words(line, notes) for box in boxes for line in box)
        style = _style(element, names)
        # The entries of a list of contents are the headings, over again.
        if text.strip("\t") and not style.casefold().startswith("toc "):
            yield ReadBlock(without_label(text, style), style, _anchor(element), row)


def _paragraphs(cell: _Element, notes: Mapping[str, str]) -> list[str]:
    paragraphs = [cell] if cell.tag == f"{_W}p" else list(cell.iter(f"{_W}p"))
    return [words(paragraph, notes) for paragraph in paragraphs]


def words(element: _Element, notes: Mapping[str, str] | None = None) -> str:
    """Return the words in an element as a reader of the page sees them, insertions accepted.

    With ``notes``, what each footnote says by its id, these stand where the text refers to them.
    A text box in it is not part of it; its paragraphs are read by themselves.  Numbers of
    pages, which Word computes, are left out.
    """
    return "".join(_text(element, notes, []))


def _text(element: _Element, notes: Mapping[str, str] | None, fields: list[str]) -> Iterator[str]:
    """``fields``: of each field that is open here, what it does, and ``_SHOWS`` after that."""
    for child in element:
        if child.tag in _GONE or child.tag in _APART:
            continue
        if child.tag == f"{_W}fldChar":
            _step(child.get(f"{_W}fldCharType"), fields)
        elif child.tag == f"{_W}instrText":
            fields[-1:] = [each + (child.text or "") for each in fields[-1:]]
        elif child.tag == f"{_W}hyperlink" and child.get(f"{_W}anchor"):
            # The number in a reference is Word's, like that at the heading.
            said = "".join(_text(child, notes, fields))
            found = REFERENCE.fullmatch(said)
            yield found[1] if found else said
        elif child.tag == f"{_W}fldSimple" and counts_pages(child.get(f"{_W}instr", "")):
            continue
        elif child.tag == f"{_W}t":
            yield "" if _counting(fields) else child.text or ""
        elif child.tag in _BREAKS and element.tag == f"{_W}r":
            yield _BREAKS[child.tag]
        elif child.tag == f"{_W}footnoteReference":
            if notes is not None:
                yield f"{NOTE_OPENS}{notes.get(child.get(f'{_W}id', ''), '')}{NOTE_ENDS}"
        else:
            yield from _text(child, notes, fields)


def _counting(fields: list[str]) -> bool:
    return any(each.endswith(_SHOWS) and counts_pages(each) for each in fields)


def _step(type: str | None, fields: list[str]) -> None:
    if type == "begin":
        fields.append("")
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


def _anchor(element: _Element) -> str:
    for mark in element.iter(f"{_W}bookmarkStart"):
        name = mark.get(f"{_W}name") or ""
        if ANCHOR.fullmatch(name):
            return name
    return ""
