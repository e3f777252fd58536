"""The footnotes and endnotes of a host, to which those of a guest are brought."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Protocol

from lxml.etree import _Element

from drafter.word.markup import W
from drafter.word.reading.altered import Altered
from drafter.word.reading.opened import Opened

_W = f"{{{W}}}"
_ID, _TYPE = f"{_W}id", f"{_W}type"
REFERENCES = {f"{_W}{kind}Reference": kind for kind in ("footnote", "endnote")}
"""Which kind of note a mark in the text is of."""


class Copies(Protocol):
    """Makes copies of what is in the guest that can stand in the host."""

    def copy(self, element: _Element) -> _Element:
        """Return a copy of an element of the guest."""


class Notes:
    """The notes of both kinds; each is asked for by its mark in the text."""

    def __init__(self, host: Altered, guest: Opened, copies: Copies) -> None:
        self._kinds = {mark: _Kind(host, guest, copies, kind) for mark, kind in REFERENCES.items()}

    def own(self, mark: _Element) -> _Element | None:
        """Return the note of a mark in the host, to be changed."""
        return self._kinds[mark.tag].own.get(mark.get(_ID, ""))

    def theirs(self, mark: _Element) -> _Element | None:
        """Return the note of a mark in the guest."""
        return self._kinds[mark.tag].theirs.get(mark.get(_ID, ""))

    def brought(self, mark: _Element) -> str:
        """Copy the note of a mark in the guest and return its id in the host."""
        return self._kinds[mark.tag].brought(mark.get(_ID, ""))

    def remove(self, mark: _Element) -> None:
        """Take out the note of a mark in the host, which goes."""
        self._kinds[mark.tag].remove(mark.get(_ID, ""))

    def settle(self) -> None:
        """Number the notes in the order of the text, and leave out those without a mark in it.

        LibreOffice reads notes by their order, whatever their numbers say.
        """
        for kind in self._kinds.values():
            kind.settle()


class _Kind:
    """The notes of one kind."""

    def __init__(self, host: Altered, guest: Opened, copies: Copies, kind: str) -> None:
        self._host, self._copies, self._kind = host, copies, kind
        part = host.part(f"{kind}s")
        self.own = _by_id(host.changing(part)) if part else {}
        self.theirs = notes_of(guest, kind)
        self._next = max(map(int, self.own), default=0)

    def brought(self, id: str) -> str:
        note = self.theirs.get(id)
        if note is None:
            return id
        root = self._root()
        copied = self._copies.copy(note)
        self._next = max(self._next, 0) + 1
        number = str(self._next)
        copied.set(_ID, number)
        root.append(copied)
        self.own[number] = copied
        return number

    def remove(self, id: str) -> None:
        note = self.own.pop(id, None)
        parent = note.getparent() if note is not None else None
        if note is not None and parent is not None:
            parent.remove(note)

    def settle(self) -> None:
        if not self.own:
            return
        root = self._root()
        marks = list(self._host.body.iter(f"{_W}{self._kind}Reference"))
        notes = [self.own.get(mark.get(_ID, "")) for mark in marks]
        for each in [each for each in root if _is_note(each)]:
            root.remove(each)
        placed: set[_Element] = set()
        # Those of the lines between notes and text come first, of any numbers.
        first = 1 + max((int(each.get(_ID, "0")) for each in root), default=0)
        for number, (mark, note) in enumerate(zip(marks, notes, strict=True), max(first, 1)):
            if note is None:
                continue
            note = deepcopy(note) if note in placed else note
            placed.add(note)
            mark.set(_ID, str(number))
            note.set(_ID, str(number))
            root.append(note)

    def _root(self) -> _Element:
        part = self._host.part(f"{self._kind}s")
        if not part:
            lines = [
                f'<w:{self._kind} w:type="{type}" w:id="{id}"><w:p><w:r><w:{type}/></w:r></w:p>'
                f"</w:{self._kind}>"
                for id, type in ((-1, "separator"), (0, "continuationSeparator"))
            ]
            part = self._host.begin(f"{self._kind}s", f"{self._kind}s", "".join(lines))
        return self._host.changing(part)


def notes_of(file: Opened, kind: str) -> Mapping[str, _Element]:
    """Return the notes of a kind in a file, by their ids."""
    part = next(iter(file.named(f"{kind}s", file.main)), "")
    return _by_id(file.tree(part)) if part else {}


def _is_note(element: _Element) -> bool:
    return isinstance(element.tag, str) and element.get(_TYPE, "normal") == "normal"


def _by_id(root: _Element | None) -> dict[str, _Element]:
    found = root if root is not None else ()
    return {each.get(_ID, ""): each for each in found if isinstance(each.tag, str)}
