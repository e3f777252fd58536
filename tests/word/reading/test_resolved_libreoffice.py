"""LibreOffice accepts and rejects tracked changes of every kind as the product does."""

from __future__ import annotations

from functools import cache

import pytest

from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.resolved import Reading, has_changes, resolved
from tests.libreoffice import both, with_libreoffice
from tests.word.reading.test_reader import with_body
from tests.word.reading.test_resolved import CASES, SPACES

UNTRACKED = "in a content control it takes what was put in as if it had always been there"
KNOWN = {
    "cells": "it knows no cells that were put in or taken out",
    "a row that goes with words that nobody took out": "it takes a row out with its words alone",
    "a mark that was new before its look changed": "it reads marks within a former look",
    "an equation": "it has none where its program for formulas is not installed",
    "deleted field": "it computes a field that comes back anew",
    "in links, fields and tags": "it computes fields anew",
    "controls around paragraphs, rows and cells": UNTRACKED,
    "a control with its only paragraph": UNTRACKED,
    "the control after a nested table": UNTRACKED,
}
"""What LibreOffice 7.4 reads otherwise, and in what."""
UNREADABLE = "a comment on what goes stays"
"""It opens no file that refers to a comment which is not there."""


@cache
def theirs() -> dict[str, tuple[bytes, bytes]]:
    """By case, what LibreOffice makes of it: accepted, and original."""
    names = [what for what in CASES if what != UNREADABLE]
    return dict(zip(names, both([file(CASES[what][0]) for what in names]), strict=True))


@with_libreoffice
@pytest.mark.parametrize(("place", "reading"), [(0, "accepted"), (1, "original")])
def test_libreoffice_agrees(place: int, reading: str) -> None:
    differ = set()
    for what, found in theirs().items():
        ours = resolved(file(CASES[what][0]), Reading(reading))
        if said(ours) != said(found[place]) or has_changes(Opened(found[place])):
            differ.add(what)
    assert theirs()
    assert differ <= KNOWN.keys()


def file(xml: str) -> bytes:
    return with_body(f"<w:document {SPACES}><w:body>{xml}</w:body></w:document>")


def said(data: bytes) -> list[str]:
    return [block.text for block in read_blocks(data)]
