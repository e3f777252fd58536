"""What each mark of a tracked change takes away, or leaves (ECMA-376, part 1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from drafter.word.markup import W
from drafter.word.reading.flowing import take_out, unwrap

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def named(*names: str) -> tuple[str, ...]:
    """Return tags of WordprocessingML."""
    return tuple(f"{_W}{name}" for name in names)


_MARKS = named("ins", "del", "moveFrom", "moveTo")
_CELLS = named("cellIns", "cellDel", "cellMerge")
OUT: Mapping[bool, frozenset[str]] = {
    False: frozenset(
        named("del", "moveFrom", "cellDel", "customXmlDelRangeStart", "customXmlMoveFromRangeStart")
    ),
    True: frozenset(
        named("ins", "moveTo", "cellIns", "customXmlInsRangeStart", "customXmlMoveToRangeStart")
    ),
}
"""The marks of what is not there; by whether the original is wanted."""
_BESIDE: Mapping[str, tuple[str, ...]] = {
    f"{_W}rPrChange": _MARKS,
    f"{_W}pPrChange": named("rPr", "sectPr"),
    f"{_W}sectPrChange": named("headerReference", "footerReference"),
    f"{_W}trPrChange": named("ins", "del"),
    f"{_W}tcPrChange": _CELLS,
    **dict.fromkeys(named("tblPrChange", "tblPrExChange", "tblGridChange"), ()),
}
"""By the change of a look, what stands in the same element and is no part of the look."""
_BEFORE = named("rPrChange", "sectPrChange")
"""Changes of a look beside which the rest stands first."""
_NUMBERING = f"{_W}numberingChange"
_WAYS = ("Ins", "Del", "MoveFrom", "MoveTo")
_OPENS = named(*(f"customXml{way}RangeStart" for way in _WAYS))
_CLOSES = named(*(f"customXml{way}RangeEnd" for way in _WAYS))
MOVED = named(*(f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")))
"""Marks of where a move begins and ends; they take nothing away."""
CHANGES = (*_MARKS, *_BESIDE, *_CELLS, *MOVED, *_OPENS, *_CLOSES, _NUMBERING)
"""Every mark of a tracked change."""
_WRAPPERS = named("sdt", "customXml")
_PLACES = {f"{_W}rPr": named("p", "r"), f"{_W}trPr": named("tr")}
_MAY_LACK = named("rPr", "pPr", "trPr", "tcPr", "tblPrEx")
"""Looks that need not be there."""


def settle_looks(tree: _Element, original: bool) -> None:
    """Resolve the changes of how text, paragraphs, tables and sections look."""
    for change in list(tree.iter(*_BESIDE)):
        owner = change.getparent()
        if owner is None:
            continue
        owner.remove(change)
        if original:
            _restore(owner, change)
        _drop_if_empty(owner)
    for change in list(tree.iter(_NUMBERING)):
        if (owner := change.getparent()) is not None:
            owner.remove(change)


def _restore(owner: _Element, change: _Element) -> None:
    apart = _BESIDE[str(change.tag)]
    beside = [each for each in owner if each.tag in apart]
    former = [each for look in list(change)[:1] for each in look if each.tag not in apart]
    owner[:] = [*beside, *former] if change.tag in _BEFORE else [*former, *beside]


def settle_wrappers(tree: _Element, out: frozenset[str]) -> None:
    """Unwrap content controls and custom XML that are not there; what they hold stays.

    Marks before and after its tags say that a control was put in or taken out, without its words.
    """
    open_marks: set[str | None] = set()
    gone: list[_Element] = []
    for each in tree.iter(*_OPENS, *_CLOSES, *_WRAPPERS):
        if each.tag in _WRAPPERS:
            gone += [each] if open_marks else []
        elif each.tag in out:
            open_marks.add(each.get(f"{_W}id"))
        else:
            open_marks.discard(each.get(f"{_W}id"))
    for mark in list(tree.iter(*_OPENS, *_CLOSES)):
        if (parent := mark.getparent()) is not None:
            parent.remove(mark)
    for wrapper in gone:
        content = wrapper.find(f"{_W}sdtContent")
        unwrap(wrapper, wrapper if content is None else content)


def settle_cells(tree: _Element, out: frozenset[str], original: bool) -> None:
    """Take out cells that are not there; let those that were merged or split be so, or not."""
    for mark in list(tree.iter(*_CELLS)):
        look = mark.getparent()
        cell = look.getparent() if look is not None else None
        if look is None or cell is None:
            continue
        if mark.tag in out:
            take_out(cell)
            continue
        look.remove(mark)
        if mark.tag == f"{_W}cellMerge":
            _merge(look, mark.get(f"{_W}vMergeOrig" if original else f"{_W}vMerge"))
        _drop_if_empty(look)


def _merge(look: _Element, how: str | None) -> None:
    """Write how a cell is merged with the one above: ``rest`` starts anew, ``cont`` goes on."""
    for each in look.findall(f"{_W}vMerge"):
        look.remove(each)
    if how is not None:
        value = {f"{_W}val": "restart"} if how == "rest" else {}
        merge = look.makeelement(f"{_W}vMerge", value, None)
        first = named("cnfStyle", "tcW", "gridSpan", "hMerge")
        look.insert(sum(each.tag in first for each in look), merge)


def settle_marks(tree: _Element, out: frozenset[str]) -> list[_Element]:
    """Take out what insertions, deletions and moves mark, or the marks alone.

    Returns the paragraphs whose marks went, in order: each has yet to flow into the next.
    """
    flowing: list[_Element] = []
    for mark in list(tree.iter(*_MARKS)):
        place = mark.getparent()
        around = place.getparent() if place is not None else None
        owner = _owner(place) if place is not None else None
        if mark.tag not in out:
            unwrap(mark, mark)
        elif owner is not None and owner.tag == f"{_W}p":
            unwrap(mark, mark)
            flowing += [owner] if owner not in flowing[-1:] else []
        else:
            take_out(mark if owner is None else owner)
        for look in (place, around):
            _drop_if_empty(look)
    return flowing


def _owner(place: _Element) -> _Element | None:
    """The paragraph, run, row, numbering or part of an equation of which a mark there tells.

    None where a mark tells of what it holds.
    """
    if place.tag in (f"{_W}numPr", f"{_M}r"):
        return place
    if place.tag in _PLACES:
        return next(place.iterancestors(*_PLACES[str(place.tag)]), None)
    if place.tag == f"{_M}ctrlPr":
        return next((each for each in list(place.iterancestors())[1:2]), None)
    return None


def _drop_if_empty(look: _Element | None) -> None:
    """Remove what says nothing of how something looks, and what around it said only that."""
    while look is not None and not len(look) and look.tag in _MAY_LACK:
        owner = look.getparent()
        if owner is not None:
            owner.remove(look)
        look = owner
