"""Taking things out of a Word document so that what is left is one still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.word.markup import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RANGES = ("bookmark", "commentRange", "perm")
_OPENS = {f"{_W}{name}Start": f"{_W}{name}End" for name in _RANGES}
_OTHER = _OPENS | {end: start for start, end in _OPENS.items()}
"""By the mark of one end of a range, that of the other."""
_RANGE_MARKS = frozenset(_OTHER)
_IDLE = _RANGE_MARKS | {f"{_W}proofErr"}
"""Marks between words, or between paragraphs."""
_LOOKS = frozenset(
    (f"{_M}oMathParaPr",
     *(f"{_W}{name}" for name in ("pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tblPr",
                                  "tblGrid", "tblPrEx", "trPr", "fldData")))
)  # fmt: skip
"""How something looks, or what it is; not what it holds."""
_HOLDERS = frozenset(
    (*(f"{_M}{name}" for name in ("oMath", "oMathPara")),
     *(f"{_W}{name}" for name in ("hyperlink", "fldSimple", "smartTag", "customXml", "dir", "bdo",
                                  "sdt", "sdtContent", "tbl", "tr")))
)  # fmt: skip
"""What is nothing without what it holds."""
_KEEPERS = frozenset(
    f"{_W}{name}"
    for name in ("body", "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
)
"""What holds one paragraph at least."""
_BLOCKS = frozenset(f"{_W}{name}" for name in ("p", "tbl", "sdt", "customXml", "altChunk"))
_REFERENCE = f"{_W}commentReference"
_SILENT = {_REFERENCE, *(f"{_W}{name}" for name in ("rPr", "lastRenderedPageBreak"))}
_P, _TC, _TBL, _RUN = (f"{_W}{name}" for name in ("p", "tc", "tbl", "r"))


def unwrap(element: _Element, content: _Element) -> None:
    """Put what ``content`` holds, ``element`` or a part of it, where ``element`` stands."""
    parent = element.getparent()
    if parent is None:
        return
    for child in list(content):
        if child.tag not in _LOOKS:
            element.addprevious(child)
    parent.remove(element)


def take_out(element: _Element) -> None:
    """Remove an element, and what around it is nothing without it.

    A bookmark, or the range of a comment, goes when all of it stood there, and else is kept
    with what is left of it.
    """
    parent = element.getparent()
    if parent is None:
        return
    for mark in _halves([element]):
        element.addprevious(mark)
    parent.remove(element)
    if parent.tag in _HOLDERS and all(child.tag in _LOOKS | _IDLE for child in parent):
        take_out(parent)
    elif parent.tag in _KEEPERS:
        _keep_paragraph(parent)


def _halves(elements: list[_Element]) -> list[_Element]:
    """The marks, in some elements, of ranges that begin or end outside of them."""
    marks = [mark for each in elements for mark in each.iter(*_RANGE_MARKS)]
    inside = {(str(mark.tag), mark.get(f"{_W}id")) for mark in marks}
    return [mark for mark in marks if (_OTHER[str(mark.tag)], mark.get(f"{_W}id")) not in inside]


def _keep_paragraph(keeper: _Element) -> None:
    blocks = [child for child in keeper if child.tag in _BLOCKS]
    if not blocks or (keeper.tag == _TC and blocks[-1].tag == _TBL):
        before = sum(child.tag != f"{_W}sectPr" for child in keeper)
        keeper.insert(before, keeper.makeelement(_P, {}, None))


def flow(paragraph: _Element) -> None:
    """Let a paragraph without its mark run on into the next, whose look the two then have.

    Where no paragraph follows, it goes if nothing is left of it and it can be spared.
    """
    parent = paragraph.getparent()
    if parent is None:
        return
    between: list[_Element] = []
    following = paragraph.getnext()
    while following is not None and following.tag in _IDLE:
        between.append(following)
        following = following.getnext()
    rest = _rest(paragraph)
    if following is not None and following.tag == _P:
        look = following.find(f"{_W}pPr")
        at = 0 if look is None else following.index(look) + 1
        following[at:at] = [*rest, *between]
        parent.remove(paragraph)
    elif all(each.tag in _RANGE_MARKS for each in rest) and not _needed(paragraph, parent):
        take_out(paragraph)


def _rest(paragraph: _Element) -> list[_Element]:
    """What is left in a paragraph.

    Of one that says nothing any more: comments, and marks of ranges that reach beyond it.
    """
    rest = [child for child in paragraph if child.tag != f"{_W}pPr"]
    if any(map(_speaks, rest)):
        return rest
    halves = _halves(rest)
    comments = [each for each in rest if next(each.iter(_REFERENCE), None) is not None]
    return [each for each in (*rest, *halves) if each in halves or each in comments]


def _speaks(element: _Element) -> bool:
    """Whether there is anything in it that may be seen; what is not known may be."""
    if element.tag == _RUN or element.tag in _HOLDERS:
        return any(map(_speaks, element))
    return element.tag not in _IDLE | _SILENT | _LOOKS


def _needed(paragraph: _Element, parent: _Element) -> bool:
    """Whether what holds a paragraph would not be whole without it."""
    blocks = [child for child in parent if child.tag in _BLOCKS]
    if parent.tag == _TC:
        return blocks[-1] is paragraph and [each.tag for each in blocks[-2:-1]] != [_P]
    return parent.tag in _KEEPERS and blocks == [paragraph]
