"""python-redlines, whose engine is Docxodus, as a second opinion on redlines.

It compares two Word files and cannot accept or reject.  But what it compares are the texts with
their tracked changes accepted: a redline accepts to the new text when it finds nothing between
the two.  A redline turned about, its insertions made deletions and the reverse, rejects by being
accepted; so it says the same of the old text.
"""

from __future__ import annotations

import re
from atexit import register
from functools import cache
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from drafter.word.markup import W
from drafter.word.package import compress, pack, unpack
from drafter.word.reading.inspection import inspect

if TYPE_CHECKING:
    from python_redlines import DocxodusEngine

with_redlines = pytest.mark.skipif(
    find_spec("python_redlines") is None or find_spec("python_redlines_docxodus") is None,
    reason="python-redlines is not installed",
)
_FOUND = re.compile(r"Redline complete: (\d+) revision")
_W = f"{{{W}}}"
_PAIRS = (
    *(("ins", "del"), ("moveTo", "moveFrom"), ("cellIns", "cellDel")),
    *((f"moveToRange{end}", f"moveFromRange{end}") for end in ("Start", "End")),
)
_OPPOSITE = {f"{_W}{one}": f"{_W}{other}" for pair in _PAIRS for one, other in (pair, pair[::-1])}
_TAKEN = {f"{_W}t": f"{_W}delText", f"{_W}instrText": f"{_W}delInstrText"}
_PUT = {taken: put for put, taken in _TAKEN.items()}


def differences(one: bytes, other: bytes) -> int:
    """Return how many changes of words it finds between two Word files, tracked changes accepted.

    It compares every note in a file; those to which nothing refers any more are left out.  The
    look of a paragraph it counts too, whatever it is told; a redline does not compare that.
    """
    one, other = (_without_lost_notes(each) for each in (one, other))
    how = {"conflate_spaces": False, "detect_format_changes": False}
    made, told, _ = _engine().run_redline("Oracle", one, other, **how)
    found = _FOUND.search(told or "")
    assert found, told
    return int(found[1]) and sum(each.kind != "look" for each in inspect(made).changes)


def accepts_to(redline: bytes, new: bytes) -> bool:
    """Whether a redline with all accepted says what the new file says."""
    return differences(redline, new) == 0


def rejects_to(redline: bytes, old: bytes) -> bool:
    """Whether a redline with all rejected says what the old file says."""
    return differences(turned_about(redline), old) == 0


def _without_lost_notes(data: bytes) -> bytes:
    parts = unpack(data)
    body = etree.fromstring(parts["word/document.xml"])
    for kind in ("footnote", "endnote"):
        if (name := f"word/{kind}s.xml") in parts:
            notes = etree.fromstring(parts[name])
            marks = body.iter(f"{_W}{kind}Reference")
            used = {each.get(f"{_W}id") for each in marks if not _is_taken_out(each)}
            for note in list(notes):
                if note.get(f"{_W}id") not in used and note.get(f"{_W}type") is None:
                    notes.remove(note)
            parts[name] = etree.tostring(notes)
    return pack(compress(name, content) for name, content in parts.items())


def _is_taken_out(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{_W}del", f"{_W}moveFrom"), None) is not None


def turned_about(redline: bytes) -> bytes:
    """Return a redline in which what was put in is taken out, and the reverse."""
    parts = unpack(redline)
    for name in parts:
        if name.startswith("word/") and name.endswith(".xml"):
            tree = etree.fromstring(parts[name])
            _turn(tree)
            parts[name] = etree.tostring(tree)
    return pack(compress(name, content) for name, content in parts.items())


def _turn(tree: etree._Element) -> None:
    for mark in tree.iter(*_OPPOSITE):
        mark.tag = _OPPOSITE[str(mark.tag)]
    for text in tree.iter(*_TAKEN, *_PUT):
        around = next(text.iterancestors(*_OPPOSITE), None)
        names = _TAKEN if around is not None and around.tag == f"{_W}del" else _PUT
        text.tag = names.get(str(text.tag), text.tag)


@cache
def _engine() -> DocxodusEngine:
    """The engine, unpacked for this process: it is gone when the process ends."""
    from python_redlines import DocxodusEngine

    folder = TemporaryDirectory()
    register(folder.cleanup)
    return DocxodusEngine(target_path=folder.name)
