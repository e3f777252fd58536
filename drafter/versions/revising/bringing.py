"""What is taken over from another file: paragraphs and rows, and what they need of its parts."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml.etree import _Element

from drafter.versions.revising.beside import Footnotes, Remarks
from drafter.versions.revising.looks import Numbers, Styles
from drafter.word.altered import Altered
from drafter.word.anchors import ANCHOR
from drafter.word.markup import R, W
from drafter.word.opened import Opened

_W, _R = f"{{{W}}}", f"{{{R}}}"
_ID, _NAME, _VAL = f"{_W}id", f"{_W}name", f"{_W}val"
_STYLES = (f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle")
_STARTS, _END = (f"{_W}bookmarkStart", f"{_W}permStart"), f"{_W}bookmarkEnd"
_CHANGES = tuple(f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange"))
_REMARKS = frozenset(
    f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)


class Bringer:
    """Brings content of a guest into a host; each part that it needs is brought once."""

    def __init__(self, host: Altered, guest: Opened, *, again: bool = False) -> None:
        """``again``: comments come also where the host has one that says the same."""
        self.host = host
        self.guest = guest
        self.styles = Styles(host, guest)
        self.numbers = Numbers(host, guest)
        self.notes = Footnotes(host, guest, self)
        self.remarks = Remarks(host, guest, self, again=again)
        self._next = 1 + max(map(int, _ids(host.body)), default=0)
        self._names = {mark.get(_NAME) for mark in host.body.iter(_STARTS[0])}
        self._marks: dict[str, str] = {}
        """Of bookmarks that were brought: the id in the host by that in the guest."""
        self._links: dict[str, str] = {}

    def fresh(self) -> int:
        """Return an id that nothing in the body has."""
        self._next += 1
        return self._next

    def name(self, name: str, paragraph: _Element) -> None:
        """Put an anchor on a paragraph, unless the host has it."""
        if name in self._names:
            return
        self._names.add(name)
        id = str(self.fresh())
        start = paragraph.makeelement(_STARTS[0], {_ID: id, _NAME: name})
        paragraph.insert(1 if len(paragraph) and paragraph[0].tag == f"{_W}pPr" else 0, start)
        paragraph.append(paragraph.makeelement(_END, {_ID: id}))

    def lose(self, elements: Iterable[_Element]) -> None:
        """Take the anchors from elements of the host, so that others can have them."""
        for element in elements:
            for start in list(element.iter(_STARTS[0])):
                name, id = start.get(_NAME, ""), start.get(_ID)
                if ANCHOR.fullmatch(name):
                    self._names.discard(name)
                    for mark in (start, *element.iter(_END)):
                        if mark.get(_ID) == id:
                            _drop(mark)

    def copy(self, element: _Element) -> _Element:
        """Return a copy of an element of the guest that can stand in the host."""
        copied = deepcopy(element)
        for each in list(copied.iter()):
            if isinstance(each.tag, str):
                self._fit(each)
        for section in list(copied.iter(f"{_W}sectPr")):
            _drop(section)
        return copied

    def wants(self, mark: _Element) -> bool:
        """Whether a mark of the guest would be brought."""
        if mark.tag == f"{_W}commentRangeStart":
            return self.remarks.wants(mark.get(_ID, ""))
        return mark.tag == _STARTS[0] and mark.get(_NAME) not in self._names

    def mark(self, mark: _Element) -> _Element | None:
        """Return a copy of a mark between words; None where the host needs it not."""
        around = mark.makeelement(f"{_W}p")
        around.append(deepcopy(mark))
        for each in list(around.iter()):
            if isinstance(each.tag, str):
                self._fit(each)
        return around[0] if len(around) else None

    def _fit(self, element: _Element) -> None:
        tag = element.tag
        if tag in _STYLES:
            element.set(_VAL, self.styles.brought(element.get(_VAL, "")))
        elif tag == f"{_W}numId":
            element.set(_VAL, self.numbers.brought(element.get(_VAL, "")))
        elif tag == f"{_W}footnoteReference":
            element.set(_ID, self.notes.brought(element.get(_ID, "")))
        elif tag in _REMARKS:
            self._fit_remark(element)
        elif tag in _STARTS or tag == _END or tag == f"{_W}permEnd":
            self._fit_mark(element)
        elif element.tag.endswith("}docPr"):
            element.set("id", str(self.fresh()))
        for name, value in element.items():
            if str(name).startswith(_R):
                element.set(name, self._link(str(value)))

    def _fit_remark(self, element: _Element) -> None:
        id = self.remarks.brought(element.get(_ID, ""))
        if id:
            element.set(_ID, id)
            return
        parent = element.getparent()
        _drop(element if parent is None or parent.tag != f"{_W}r" else parent)

    def _fit_mark(self, element: _Element) -> None:
        id = element.get(_ID, "")
        if element.tag in _STARTS:
            name = element.get(_NAME, "")
            if name in self._names:
                self._marks.pop(id, None)
                _drop(element)
                return
            self._names.add(name)
            self._marks[id] = str(self.fresh())
        if id in self._marks:
            element.set(_ID, self._marks[id])
        else:
            _drop(element)

    def _link(self, id: str) -> str:
        """Return the relationship of the host that leads where one of the guest does."""
        if id not in self._links:
            self._links[id] = self._pointed(id)
        return self._links[id]

    def _pointed(self, id: str) -> str:
        found = [p for p in self.guest.pointers if p.source == self.guest.main and p.id == id]
        if not found:
            return id
        pointer = found[0]
        if pointer.outside:
            return self.host.point(pointer.kind, pointer.target, outside=True)
        content, type = self.guest.read(pointer.target), self.guest.content_type(pointer.target)
        name = self.host.add(pointer.kind, pointer.target.rpartition("/")[2], content, type)
        return next(p.id for p in reversed(self.host.pointers) if p.target == name)


def _ids(body: _Element) -> Iterable[str]:
    for each in body.iter(*_STARTS, *_CHANGES, "{*}docPr"):
        for name in (_ID, "id"):
            value = each.get(name, "")
            if value.isdecimal() and len(value) < 9:
                yield value


def _drop(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
