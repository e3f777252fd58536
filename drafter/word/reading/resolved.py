"""Tracked changes resolved: a Word file as it reads with all of them accepted, or none.

What each mark means is in ECMA-376, part 1, 17.13.5.  A change that was itself changed, as an
insertion that somebody took out again, is gone in both readings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from enum import StrEnum
from typing import TYPE_CHECKING

from drafter.errors import CaseFileError
from drafter.word.markup import W
from drafter.word.package import compress, pack
from drafter.word.reading.flowing import flow
from drafter.word.reading.opened import Opened
from drafter.word.reading.unmarking import (
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

_ID, _RANGES = f"{{{W}}}id", (f"{{{W}}}commentRangeStart", f"{{{W}}}commentRangeEnd")
_REFERENCES = {
    f"{{{W}}}{kind}Reference": f"{{{W}}}{kind}" for kind in ("footnote", "endnote", "comment")
}
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

    Notes and comments go with the last mark that refers to them.  Parts in which nothing changes
    stay byte for byte.  Equal input gives equal bytes.  What is no story (building blocks, styles,
    settings) is left as it is.  CaseFileError: no Word document.
    """
    opened = Opened(data)
    opened.document()
    if not all(name.isascii() for name in opened.sizes):
        raise CaseFileError("The Word document has a part with a name that no package may have.")
    parts = {name: opened.read(name) for name in opened.sizes}
    stories = dict(_stories(opened))
    referred = _referred(stories.values())
    touched = {name for name, tree in stories.items() if changed(tree)}
    for name in touched:
        resolve(stories[name], reading)
    lost = referred - _referred(stories.values())
    touched |= {name for name, tree in stories.items() if lost and _dropped(tree, lost)}
    parts |= {name: _written(stories[name]) for name in touched}
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


def _referred(trees: Iterable[_Element]) -> set[tuple[str, str]]:
    """The notes and comments that something refers to, by tag and id."""
    return {
        (_REFERENCES[str(mark.tag)], mark.get(_ID, ""))
        for tree in trees
        for mark in tree.iter(*_REFERENCES)
    }


def _dropped(tree: _Element, lost: Set[tuple[str, str]]) -> bool:
    """Take notes and comments out, and what marks the words that they were on; tell if any was."""
    gone = [each for each in tree if (each.tag, each.get(_ID)) in lost]
    comment = _REFERENCES[f"{{{W}}}commentReference"]
    gone += [each for each in tree.iter(*_RANGES) if (comment, each.get(_ID)) in lost]
    for each in gone:
        if (parent := each.getparent()) is not None:
            parent.remove(each)
    return bool(gone)


def changed(tree: _Element) -> bool:
    """Whether a part holds a tracked change."""
    return next(tree.iter(*CHANGES), None) is not None


def _written(tree: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
