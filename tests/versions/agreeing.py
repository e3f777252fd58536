"""Whether other programs read redlines as they were meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import pytest
from msgspec import Struct

from drafter.versions.align import plain
from drafter.versions.revising.around import lines_of, margins_of
from drafter.versions.revising.units import anchors_of
from drafter.word.markup import W
from drafter.word.reading.altered import Altered
from drafter.word.reading.opened import Opened
from drafter.word.reading.reader import read_blocks
from drafter.word.reading.uncommented import uncommented
from tests.libreoffice import both
from tests.redlines_oracle import accepts_to, rejects_to

_W = f"{{{W}}}"
_ID = f"{_W}id"
_COMMENT, _RANGES = f"{_W}commentReference", (f"{_W}commentRangeStart", f"{_W}commentRangeEnd")
_NOTES = (f"{_W}footnoteReference", f"{_W}endnoteReference")


class Asked(Struct, frozen=True):
    """A redline, and the files that it was made of."""

    name: str
    old: bytes
    new: bytes
    redline: bytes


def causes(new: bytes) -> dict[str, str]:
    """A cause for every block that may have changed, so that each change has a comment on it."""
    return {anchor: f"Because of {anchor}." for anchor in anchors_of(Opened(new).document())}


def by_libreoffice(asked: Sequence[Asked]) -> list[str]:
    """Name the readings of redlines that are not the file that they should be.

    Compared is what a file says, block by block, each note at its place, and its margins.
    """
    files = [_without_early_comments(each.redline) for each in asked]
    found: list[str] = []
    for each, (accepted, rejected) in zip(asked, both(files), strict=True):
        if _says(accepted) != _says(each.new):
            found.append(f"{each.name}, accepted")
        if _says(rejected) != _says(each.old):
            found.append(f"{each.name}, rejected")
    return found


def by_python_redlines(asked: Sequence[Asked]) -> list[str]:
    """Name them; it counts the mark of a comment as a word, and is asked without any."""
    found: list[str] = []
    for each in asked:
        old, new, redline = map(uncommented, (each.old, each.new, each.redline))
        found += [] if accepts_to(redline, new) else [f"{each.name}, accepted"]
        found += [] if rejects_to(redline, old) else [f"{each.name}, rejected"]
    return found


def agrees(
    asked: Sequence[Asked],
    capsys: pytest.CaptureFixture[str],
    differing: Callable[[Sequence[Asked]], list[str]] = by_libreoffice,
) -> None:
    """Ask about each redline, tell how many readings agree, and fail unless all do."""
    found = differing(asked)
    with capsys.disabled():
        total = 2 * len(asked)
        who = differing.__name__.replace("_", " ")
        print(f"\n{len(asked)} redlines, {total} readings: {total - len(found)} are so {who}")
    assert asked
    assert found == []


def _says(data: bytes) -> list[str]:
    file = Opened(data)
    margins = (lines_of(file, name) for name in margins_of(file).values())
    texts = chain((block.text for block in read_blocks(data)), *margins)
    return [text for text in map(plain, texts) if text]


def _without_early_comments(data: bytes) -> bytes:
    """A file without its comments between the first two notes.

    Where one stands there, LibreOffice 7.4 repeats the first note or leaves both empty, when it
    does no more than open the file.
    """
    file = Altered(data)
    early = set(_early(file))
    if not early:
        return data
    for mark in list(file.body.iter(_COMMENT, *_RANGES)):
        parent = mark.getparent()
        if parent is not None and mark.get(_ID) in early:
            parent.remove(mark)
    return file.packed()


def _early(file: Altered) -> Iterator[str]:
    notes = 0
    for mark in file.body.iter(_COMMENT, *_NOTES):
        notes += mark.tag in _NOTES
        if notes == 1 and mark.tag == _COMMENT:
            yield mark.get(_ID, "")
