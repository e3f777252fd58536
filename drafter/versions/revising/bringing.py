"""What is taken over from another file: paragraphs and rows, and what they need of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml.etree import _Element

from drafter.versions.revising.beside import Remarks
from drafter.versions.revising.leads import Leads
from drafter.versions.revising.looks import Numbers, Styles
from drafter.versions.revising.notes import REFERENCES, Notes
from drafter.word.anchors import ANCHOR
from drafter.word.markup import R, W
from drafter.word.reading.altered import Altered
from drafter.word.reading.opened import Opened

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W, _R = f"{{{W}}}", f"{{{R}}}"
_ID, _NAME, _VAL = f"{_W}id", f"{_W}name", f"{_W}val"
_STYLES = (f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle")
_STARTS, _END = (f"{_W}bookmarkStart", f"{_W}permStart"), f"{_W}bookmarkEnd"
_CHANGES = tuple(f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange"))
_ALONE = frozenset(f"{{{W14}}}{name}" for name in ("paraId", "textId"))
"""What names a paragraph in its file."""
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
        self.notes = Notes(host, guest, self)
        self.remarks = Remarks(host, guest, self, again=again)
        self.leads = Leads(host, guest)
        stories = [host.body, *_others(host)]
        self._next = 1 + max((int(id) for each in stories for id in _ids(each)), default=0)
        self._names = {mark.get(_NAME) for each in stories for mark in each.iter(_STARTS[0])}
        self._marks: dict[str, str] = {}
        """Of bookmarks that were brought: the id in the host by that in the guest."""
        self._open: dict[str, _Element] = {}
        """By their ids in the host, starts of bookmarks whose end has not come."""

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

    def free(self, name: str) -> None:
        """Say that an anchor stands nowhere in the host any more."""
        self._names.discard(name)

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
        before = self.leads.turn(element)
        copied = deepcopy(element)
        for each in list(copied.iter()):
            if isinstance(each.tag, str):
                self._fit(each)
        self.leads.source = before
        for section in list(copied.iter(f"{_W}sectPr")):
            _drop(section)
        return copied

    def settle(self) -> None:
        """Do what only the whole shows: number the notes, end what begins and does not end."""
        self.notes.settle()
        for id, start in self._open.items():
            parent = start.getparent()
            if parent is not None:
                end = start.makeelement(_END, {_ID: id})
                place = len(parent) if parent.tag == f"{_W}p" else parent.index(start) + 1
                parent.insert(place, end)

    def wants(self, mark: _Element) -> bool:
        """Whether a mark of the guest would be brought."""
        if mark.tag == f"{_W}commentRangeStart":
            return self.remarks.wants(mark.get(_ID, ""))
        if mark.tag == _END:
            return self._marks.get(mark.get(_ID, "")) in self._open
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
        elif tag in REFERENCES:
            element.set(_ID, self.notes.brought(element))
        elif tag in _REMARKS:
            self._fit_remark(element)
        elif tag in _STARTS or tag == _END or tag == f"{_W}permEnd":
            self._fit_mark(element)
        elif element.tag.endswith("}docPr"):
            element.set("id", str(self.fresh()))
        elif tag == f"{_W}sdtPr":
            for each in element.findall(_ID):
                element.remove(each)
        for name, value in element.items():
            if str(name).startswith(_R):
                element.set(name, self.leads.brought(str(value)))
            elif name in _ALONE:
                del element.attrib[name]

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
            if element.tag == _STARTS[0]:
                self._open[self._marks[id]] = element
        elif element.tag == _END:
            self._open.pop(self._marks.get(id, ""), None)
        if id in self._marks:
            element.set(_ID, self._marks[id])
        else:
            _drop(element)


def _others(host: Altered) -> Iterator[_Element]:
    """What may hold bookmarks beside the body."""
    for kind in ("header", "footer", "footnotes", "endnotes"):
        for name in host.named(kind, host.main):
            if (tree := host.tree(name)) is not None:
                yield tree


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
