"""How the parts of a Word file are written, by which equal parts of two files are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml.etree import _Element, tostring

from drafter.versions.revising.notes import REFERENCES, notes_of
from drafter.versions.revising.units import TABLE
from drafter.word.markup import W
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import NoteTexts
from drafter.word.reading.words import words

_ID = f"{{{W}}}id"
_IDS = re.compile(r' (?:w:(?:id|rsid\w*|instr)|w14:(?:para|text)Id|r:id|id)="[^"]*"')
_NOTED = "noteReference"
"""In how an element is written that has the mark of a note, or may have it."""


class Written:
    """One file: how each element of it is written, but for ids, and what it says.

    Of each the first answer is kept: that of before a change, when it was asked before.
    """

    def __init__(self, file: Opened) -> None:
        self._file = file
        self._known: dict[_Element, str] = {}
        self._said: dict[_Element, str] = {}

    @cached_property
    def _notes(self) -> Mapping[str, Mapping[str, str]]:
        """By the tag of their marks, how the notes are written when the first is asked about."""
        return {mark: _plain_notes(self._file, kind) for mark, kind in REFERENCES.items()}

    @cached_property
    def _texts(self) -> NoteTexts:
        return NoteTexts(self._file)

    def of(self, element: _Element) -> str:
        """Return how an element is written, with the notes it refers to; equal ones say the same.

        What only a file tells by an id is not told: of two files the styles have to agree.
        """
        found = self._known.get(element)
        if found is None:
            if element.tag == TABLE:
                found = "".join(map(self.of, element))
            else:
                found = _plain(element)
                if _NOTED in found:
                    found += "".join(self._notes_of(element))
            self._known[element] = found
        return found

    def _notes_of(self, element: _Element) -> Iterator[str]:
        for mark in element.iter(*REFERENCES):
            yield self._notes[str(mark.tag)].get(mark.get(_ID, ""), "")

    def says(self, element: _Element) -> str:
        """Return the words of a paragraph with its notes."""
        found = self._said.get(element)
        if found is None:
            found = self._said[element] = words(element, self._texts)
        return found


def _plain(element: _Element) -> str:
    # Two thirds of the time that bytes take, in which every sign beyond ASCII is a number.
    return _IDS.sub("", tostring(element, with_tail=False, encoding="unicode"))


def _plain_notes(file: Opened, kind: str) -> dict[str, str]:
    """How each note of a kind is written, by its id.

    No note stands in another, and no text has the sign that a tag begins with; so that all are
    written at once, which takes a fifth of the time, and parted where they end.
    """
    notes = notes_of(file, kind)
    if not notes:
        return {}
    root = next(iter(notes.values())).getparent()
    whole = _plain(root) if root is not None else ""
    parts = whole.split(f"</{root.prefix}:{kind}>")[:-1] if root is not None else []
    if len(parts) == len(notes):
        return dict(zip(notes, parts, strict=True))
    return {id: _plain(note) for id, note in notes.items()}
