"""Tracked changes resolved: a Word file as it reads with all of them accepted, or none.

What each mark means is in ECMA-376, part 1, 17.13.5.  A change that was itself changed, as an
insertion that somebody took out again, is gone in both readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.errors import CaseFileError
from drafter.word.flowing import flow
from drafter.word.opened import Opened
from drafter.word.package import compress, pack
from drafter.word.unmarking import (
    CHANGES,
    MOVED,
    OUT,
    named,
    settle_cells,
    settle_looks,
    settle_marks,
    settle_wrappers,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")


class Reading(StrEnum):
    """How a file with tracked changes is read."""

    ACCEPTED = "accepted"
    """As if all were accepted: the text that its editors want."""
    ORIGINAL = "original"
    """As if all were rejected: the text before anybody edited it."""


def has_changes(opened: Opened) -> bool:
    """Whether any story of the file holds a tracked change."""
    return any(changed(tree) for _, tree in _stories(opened))


def resolved(data: bytes, reading: Reading) -> bytes:
    """Return a Word file without tracked changes, each story as ``reading`` has it.

    Parts without tracked changes stay byte for byte.  Equal input gives equal bytes.  What is no
    story (building blocks, styles, settings) is left as it is.  CaseFileError: no Word document.
    """
    opened = Opened(data)
    opened.document()
    if not all(name.isascii() for name in opened.sizes):
        raise CaseFileError("The Word document has a part with a name that no package may have.")
    parts = {name: opened.read(name) for name in opened.sizes}
    for name, tree in _stories(opened):
        if changed(tree):
            resolve(tree, reading)
            parts[name] = _written(tree)
    return pack(compress(name, content) for name, content in parts.items())


def settle(opened: Opened, reading: Reading) -> None:
    """Resolve the tracked changes in every story of an open file, in place."""
    for _, tree in _stories(opened):
        if changed(tree):
            resolve(tree, reading)


def resolve(tree: _Element, reading: Reading) -> None:
    """Resolve every tracked change in one part, in place.

    A paragraph whose mark goes flows into the next one and takes on its look.  A paragraph, row,
    table, link or content control goes when it loses all that it held; a cell, a note and a body
    keep one paragraph.
    """
    original = reading is Reading.ORIGINAL
    out = OUT[original]
    settle_looks(tree, original)
    settle_wrappers(tree, out)
    settle_cells(tree, out, original)
    flowing = settle_marks(tree, out)
    if original:
        for kind, name in (("delText", "t"), ("delInstrText", "instrText")):
            for text in tree.iter(*named(kind)):
                (text.tag,) = named(name)
    for mark in list(tree.iter(*MOVED)):
        if (parent := mark.getparent()) is not None:
            parent.remove(mark)
    for paragraph in flowing:
        flow(paragraph)


def _stories(opened: Opened) -> Iterator[tuple[str, _Element]]:
    names = (name for kind in _STORIES for name in opened.named(kind, opened.main))
    for name in dict.fromkeys((opened.main, *names)):
        tree = opened.tree(name)
        if tree is not None:
            yield name, tree


def changed(tree: _Element) -> bool:
    """Whether a part holds a tracked change."""
    return next(tree.iter(*CHANGES), None) is not None


def _written(tree: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
