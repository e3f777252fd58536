"""How a change is written into a Word file: as a tracked change, or as if it had always been so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Protocol

from lxml.etree import SubElement, _Element

from drafter.versions.revising.atoms import canonical
from drafter.word.markup import W

_W = f"{{{W}}}"
_RUN, _LOOK, _PROPERTIES = f"{_W}r", f"{_W}rPr", f"{_W}pPr"
_AROUND = frozenset(f"{_W}{n}" for n in ("hyperlink", "dir", "bdo", "smartTag", "customXml"))
"""What may hold a tracked change and may stand in none."""
_ABOUT = frozenset((f"{_W}smartTagPr", f"{_W}customXmlPr"))
_MARKS = ("bookmark", "commentRange", "perm", "customXml", "moveFromRange", "moveToRange")
_ENDS = frozenset((f"{_W}sectPr", f"{_W}pPrChange"))
_DELETED = {f"{_W}t": f"{_W}delText", f"{_W}instrText": f"{_W}delInstrText"}
_DRAWN = frozenset((f"{_W}drawing", f"{_W}pict", f"{_W}object"))
_ROW_ENDS = frozenset((f"{_W}ins", f"{_W}del", f"{_W}trPrChange"))
_KEPT_OUT = frozenset((_LOOK, f"{_W}sectPr", f"{_W}pPrChange"))
"""Of the properties of a paragraph, what no tracked change of them holds."""


class Pencil(Protocol):
    """Writes what comes and what goes."""

    tracks: bool
    """Whether what was there can still be had."""

    def come(self, parts: Iterable[_Element]) -> list[_Element]:
        """Return parts of a paragraph as they stand in the file when they come."""

    def go(self, parts: Iterable[_Element]) -> list[_Element]:
        """Return what is left of parts of a paragraph when they go."""

    def paragraph_comes(self, paragraph: _Element) -> None:
        """Write that a paragraph, which is in the file now, was not."""

    def paragraph_goes(self, paragraph: _Element) -> None:
        """Write that a paragraph is no longer there."""

    def table_comes(self, table: _Element) -> None:
        """Write that a table, which is in the file now, was not."""

    def table_goes(self, table: _Element) -> None:
        """Write that a table is no longer there."""

    def row_comes(self, row: _Element) -> None:
        """Write that a row, which is in its table now, was not."""

    def row_goes(self, row: _Element) -> None:
        """Write that a row is no longer there."""

    def restyle(self, paragraph: _Element, properties: _Element | None) -> None:
        """Give a paragraph the properties, ``w:pPr``, of another."""


class Eraser:
    """Writes without a trace."""

    tracks = False

    def come(self, parts: Iterable[_Element]) -> list[_Element]:
        """Return the parts."""
        return list(parts)

    def go(self, parts: Iterable[_Element]) -> list[_Element]:
        """Return the marks between them, which stay; the rest is gone."""
        return [part for part in parts if is_mark(part)]

    def paragraph_comes(self, paragraph: _Element) -> None:
        """Nothing is to be said of it."""

    table_comes = row_comes = paragraph_comes

    def paragraph_goes(self, paragraph: _Element) -> None:
        """Take it out."""
        parent = paragraph.getparent()
        if parent is not None:
            parent.remove(paragraph)

    table_goes = row_goes = paragraph_goes

    def restyle(self, paragraph: _Element, properties: _Element | None) -> None:
        """Replace the properties, but for where a section ends."""
        _exchange(paragraph, properties)


class Tracker:
    """Writes tracked changes of one author and one moment."""

    tracks = True

    def __init__(self, author: str, date: str, first: int) -> None:
        """``date``: ISO, in UTC, empty for none; ``first``: an id that no change has yet."""
        self._told = {f"{_W}author": author} | ({f"{_W}date": date} if date else {})
        self._next = first

    def come(self, parts: Iterable[_Element]) -> list[_Element]:
        """Wrap the parts as inserted."""
        return list(self._wrapped(parts, "ins"))

    def go(self, parts: Iterable[_Element]) -> list[_Element]:
        """Wrap the parts as deleted; marks between them stay."""
        return list(self._wrapped(parts, "del"))

    def paragraph_comes(self, paragraph: _Element) -> None:
        """Mark all that is in it, and its end, as inserted."""
        self._whole(paragraph, "ins")

    def paragraph_goes(self, paragraph: _Element) -> None:
        """Mark all that is in it, and its end, as deleted."""
        self._whole(paragraph, "del")

    def table_comes(self, table: _Element) -> None:
        """Mark each row as inserted."""
        for row in _rows(table):
            self.row_comes(row)

    def table_goes(self, table: _Element) -> None:
        """Mark each row as deleted."""
        for row in _rows(table):
            self.row_goes(row)

    def row_comes(self, row: _Element) -> None:
        """Mark it, and all that is in it, as inserted."""
        self._row(row, "ins")

    def row_goes(self, row: _Element) -> None:
        """Mark it, and all that is in it, as deleted."""
        self._row(row, "del")

    def restyle(self, paragraph: _Element, properties: _Element | None) -> None:
        """Replace the properties and keep the old ones as a tracked change."""
        old = _exchange(paragraph, properties)
        new = properties_of(paragraph)
        change = self._mark(new, "pPrChange")
        SubElement(change, _PROPERTIES).extend(old)
        new.append(change)

    def end(self, paragraph: _Element, name: str) -> None:
        """Mark the end of a paragraph alone, as ``ins`` or ``del``."""
        properties = properties_of(paragraph)
        look = properties.find(_LOOK)
        if look is None:
            look = properties.makeelement(_LOOK)
            last = next((at for at, each in enumerate(properties) if each.tag in _ENDS), None)
            properties.insert(len(properties) if last is None else last, look)
        look.insert(0, self._mark(paragraph, name))

    def unend(self, paragraph: _Element) -> None:
        """Take the mark from the end of a paragraph again."""
        look = paragraph.find(f"{_PROPERTIES}/{_LOOK}")
        if look is not None and len(look) and look[0].tag in (f"{_W}ins", f"{_W}del"):
            look.remove(look[0])
            if not len(look):
                paragraph[0].remove(look)

    def was(self, paragraph: _Element, other: _Element) -> None:
        """Say that a paragraph had the properties of another before, unless it has them."""
        own, before = properties_of(paragraph), properties_of(other)
        former = before.find(f"{_W}pPrChange/{_PROPERTIES}")
        had = _copied(before if former is None else former)
        if list(map(canonical, had)) == list(map(canonical, _copied(own))):
            return
        change = self._mark(own, "pPrChange")
        SubElement(change, _PROPERTIES).extend(had)
        own.append(change)

    def content(self, paragraph: _Element, name: str) -> None:
        """Mark all that is in a paragraph, not its end."""
        parts = [each for each in paragraph if each.tag != _PROPERTIES]
        for each in parts:
            paragraph.remove(each)
        paragraph.extend(self._wrapped(parts, name))

    def _whole(self, paragraph: _Element, name: str) -> None:
        self.content(paragraph, name)
        self.end(paragraph, name)

    def _row(self, row: _Element, name: str) -> None:
        properties = row.find(f"{_W}trPr")
        if properties is None:
            properties = row.makeelement(f"{_W}trPr")
            before = row.find(f"{_W}tblPrEx")
            row.insert(0 if before is None else 1, properties)
        if not len(properties):
            # That a row changed is nothing for its properties to consist of.
            properties.append(row.makeelement(f"{_W}cantSplit", {f"{_W}val": "off"}))
        ends = (at for at, each in enumerate(properties) if each.tag in _ROW_ENDS)
        properties.insert(next(ends, len(properties)), self._mark(row, name))
        for paragraph in list(row.iter(f"{_W}p")):
            if next(paragraph.iterancestors(f"{_W}txbxContent"), None) is None:
                self._whole(paragraph, name)

    def _wrapped(self, parts: Iterable[_Element], name: str) -> Iterator[_Element]:
        """Runs that follow each other share a change; a link holds one of its own."""
        change: _Element | None = None
        for part in _unfolded(parts):
            # A comment comes and goes with the words that it is on.
            if part.tag != _RUN and is_mark(part):
                change = None
                yield part
            elif part.tag in _AROUND:
                change = None
                inside = [each for each in part if each.tag not in _ABOUT]
                for each in inside:
                    part.remove(each)
                part.extend(self._wrapped(inside, name))
                yield part
            else:
                if change is None:
                    change = self._mark(part, name)
                    yield change
                change.append(_deleted(part) if name == "del" else part)

    def _mark(self, near: _Element, name: str) -> _Element:
        self._next += 1
        return near.makeelement(f"{_W}{name}", {f"{_W}id": str(self._next), **self._told})


def properties_of(paragraph: _Element) -> _Element:
    """Return the ``w:pPr`` of a paragraph, made where there is none."""
    found = paragraph.find(_PROPERTIES)
    if found is None:
        found = paragraph.makeelement(_PROPERTIES)
        paragraph.insert(0, found)
    return found


def is_mark(part: _Element) -> bool:
    """Whether a part of a paragraph is a mark between words, one for a comment too."""
    if part.tag == _RUN:
        return part.find(f"{_W}commentReference") is not None
    return isinstance(part.tag, str) and part.tag.removeprefix(_W).startswith(_MARKS)


def _exchange(paragraph: _Element, properties: _Element | None) -> list[_Element]:
    """Give a paragraph other properties and return those it had; the end of a section stays."""
    own = properties_of(paragraph)
    old = [each for each in own if each.tag not in _KEPT_OUT]
    for each in old:
        own.remove(each)
    for at, each in enumerate(_copied(properties) if properties is not None else ()):
        own.insert(at, each)
    return old


def _copied(properties: _Element) -> list[_Element]:
    return [deepcopy(each) for each in properties if each.tag not in _KEPT_OUT]


def _rows(table: _Element) -> list[_Element]:
    return [row for row in table.iter(f"{_W}tr") if _table_of(row) is table]


def _table_of(row: _Element) -> _Element | None:
    return next(row.iterancestors(f"{_W}tbl"), None)


def _deleted(part: _Element) -> _Element:
    """Words that go are no longer words; those in the boxes of a drawing go with it."""
    if part.tag not in _DRAWN:
        part.tag = _DELETED.get(part.tag, part.tag)
        for each in part:
            _deleted(each)
    return part


def _unfolded(parts: Iterable[_Element]) -> Iterator[_Element]:
    """The parts, simple fields as the runs that Word writes for them where changes are tracked."""
    for part in parts:
        if part.tag == f"{_W}fldSimple":
            yield from _field_runs(part)
        else:
            yield part


def _field_runs(field: _Element) -> Iterator[_Element]:
    def run(name: str, text: str = "", **told: str) -> _Element:
        whole = field.makeelement(_RUN)
        child = field.makeelement(f"{_W}{name}", {f"{_W}{key}": told[key] for key in told})
        if text:
            child.text = text
            child.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        whole.append(child)
        return whole

    yield run("fldChar", fldCharType="begin")
    yield run("instrText", field.get(f"{_W}instr", ""))
    yield run("fldChar", fldCharType="separate")
    yield from list(field)
    yield run("fldChar", fldCharType="end")
