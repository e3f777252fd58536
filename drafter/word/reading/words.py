"""The words of paragraphs in a Word file, as a reader of the page sees them.

What is not known is looked into, so that no word in it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from unicodedata import category

from drafter.composition.blocks import NOTE_ENDS, NOTE_OPENS
from drafter.word.fields import REFERENCE

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
_SYMBOL = f"{_W}sym"
"""A letter by its number in a font: a check mark, a section sign."""
_NUMBER = re.compile("[0-9A-Fa-f]{1,4}")
_NO_LETTERS = frozenset(("Cc", "Cs"))
_UNKNOWN = "\ufffd"
_GONE = frozenset((f"{_W}del", f"{_W}moveFrom"))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NOTED = {f"{_W}footnoteReference": "", f"{_W}endnoteReference": "endnote "}
"""What stands before the id of a note among all notes: each kind counts from one."""
BOXED = f"{_W}txbxContent"
APART = frozenset((BOXED, FALLBACK))
"""What is no part of the paragraph it stands in: a text box, and a picture of it for old Word."""
_RUN = f"{_W}r"
_SPEAKS = frozenset((*_TEXTS, *_BREAKS, *NOTED, _SYMBOL))
_INVOLVED = frozenset(
    (
        *_GONE,
        *APART,
        *(f"{_W}{name}" for name in ("fldChar", "instrText", "hyperlink", "fldSimple")),
    )
)
"""What decides about the words in it or after it; most paragraphs have none of this."""
_PAGES = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"))
_SHOWS = "\x00"
"""Ends what a field does where what it shows begins; no XML holds it."""


class Words:
    """The words of the paragraphs in an element, read in one pass while it is as it is."""

    def __init__(self, root: _Element, notes: Mapping[str, str] | None) -> None:
        """``notes``: what each note says, as ``words`` takes it."""
        self._notes = notes
        self._said: dict[_Element, list[str] | None] = {}
        """By paragraph, the pieces of its text; None where they are not all there is to it."""
        paragraph: _Element | None = None
        boxed = False
        for each in root.iter(f"{_W}p", *_SPEAKS, *_INVOLVED):
            if each.tag == f"{_W}p":
                paragraph = each
                boxed = boxed and is_in(APART, each, root)
                self._said[each] = None if boxed else []
            elif paragraph is not None:
                boxed = boxed or each.tag in APART
                self._take(each, paragraph)

    def _take(self, each: _Element, paragraph: _Element) -> None:
        pieces = self._said[paragraph]
        if each.tag in _INVOLVED:
            self._said[paragraph] = None
        elif pieces is not None:
            pieces.append(_piece(each, self._notes))

    def of(self, paragraph: _Element) -> str:
        """Return what ``words`` does."""
        pieces = self._said.get(paragraph)
        if pieces is None:
            return "".join(_text(paragraph, self._notes, []))
        return "".join(pieces)


def words(element: _Element, notes: Mapping[str, str] | None = None) -> str:
    """Return the words in an element as a reader of the page sees them, insertions accepted.

    With ``notes``, what each footnote says by its id, and each endnote by ``endnote`` and its
    id, these stand where the text refers to them.
    A text box in it is not part of it; its paragraphs are read by themselves.  Numbers of
    pages, which Word computes, are left out.
    """
    pieces = []
    for child in element.iter():  # to ask for many tags takes longer than to look at each child
        tag = child.tag
        if tag in _INVOLVED:
            return "".join(_text(element, notes, []))
        if tag in _SPEAKS:
            pieces.append(_piece(child, notes))
    return "".join(pieces)


def _piece(child: _Element, notes: Mapping[str, str] | None) -> str:
    """What a part of a run says where nothing stands around the run."""
    tag = child.tag
    if tag in _TEXTS:
        return child.text or ""
    if tag == _SYMBOL:
        return _letter(child)
    if tag in _BREAKS:
        parent = child.getparent()
        return _BREAKS[str(tag)] if parent is not None and parent.tag == _RUN else ""
    return "" if notes is None else _noted(child, notes)


def _letter(symbol: _Element) -> str:
    """The letter that a symbol shows; of a font of pictures, one of the private letters of Unicode.

    Whatever the file says there is something on the page, so that it never reads as nothing.
    """
    found = _NUMBER.fullmatch(symbol.get(f"{_W}char", ""))
    letter = chr(int(found[0], 16)) if found else _UNKNOWN
    return letter if category(letter) not in _NO_LETTERS else _UNKNOWN


def _noted(mark: _Element, notes: Mapping[str, str]) -> str:
    said = notes.get(f"{NOTED[str(mark.tag)]}{mark.get(f'{_W}id', '')}", "")
    return f"{NOTE_OPENS}{said}{NOTE_ENDS}"


def _text(element: _Element, notes: Mapping[str, str] | None, fields: list[str]) -> Iterator[str]:
    """``fields``: of each field that is open here, what it does, and ``_SHOWS`` after that."""
    for child in element:
        if child.tag in _GONE or child.tag in APART:
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
        elif child.tag == _SYMBOL:
            yield "" if _unseen(fields) else _letter(child)
        elif child.tag in _BREAKS and element.tag == f"{_W}r":
            yield _BREAKS[child.tag]
        elif child.tag in NOTED:
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


def is_in(tags: frozenset[str], element: _Element, holder: _Element) -> bool:
    """Return whether something of these tags stands around an element, within the holder."""
    for around in element.iterancestors():
        if around is holder:
            return False
        if around.tag in tags:
            return True
    return False
