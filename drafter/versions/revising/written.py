"""How the parts of a Word file are written, by which equal parts of two files are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element, tostring

from drafter.versions.revising.notes import REFERENCES, notes_of
from drafter.versions.revising.units import TABLE
from drafter.word.markup import W
from drafter.word.opened import Opened
from drafter.word.reader import NoteTexts
from drafter.word.words import words

_ID = f"{{{W}}}id"
_IDS = re.compile(rb' (?:w:(?:id|rsid\w*|instr)|w14:(?:para|text)Id|r:id|id)="[^"]*"')


class Written:
    """One file: how each element of it is written, but for ids, and what it says.

    Of each the first answer is kept: that of before a change, when it was asked before.
    """

    def __init__(self, file: Opened) -> None:
        self._notes = {mark: notes_of(file, kind) for mark, kind in REFERENCES.items()}
        self._texts = NoteTexts(file)
        self._known: dict[_Element, bytes] = {}
        self._said: dict[_Element, str] = {}

    def of(self, element: _Element) -> bytes:
        """Return how an element is written, with the notes it refers to; equal ones say the same.

        What only a file tells by an id is not told: of two files the styles have to agree.
        """
        found = self._known.get(element)
        if found is None:
            found = self._known[element] = b"".join(self._parts(element))
        return found

    def _parts(self, element: _Element) -> Iterator[bytes]:
        if element.tag == TABLE:
            yield from map(self.of, element)
            return
        yield _plain(element)
        for mark in element.iter(*REFERENCES):
            note = self._notes[str(mark.tag)].get(mark.get(_ID, ""))
            if note is not None:
                yield _plain(note)

    def says(self, element: _Element) -> str:
        """Return the words of a paragraph with its notes."""
        found = self._said.get(element)
        if found is None:
            found = self._said[element] = words(element, self._texts)
        return found


def _plain(element: _Element) -> bytes:
    return _IDS.sub(b"", tostring(element, with_tail=False))
