"""A redline: the old Word file with everything that is new in it as a tracked change."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element
from msgspec import Struct

from drafter.errors import DrafterError
from drafter.versions.revising.around import (
    exchange_contents,
    lines_of,
    margin_pairs,
    margins_of,
)
from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.notes import REFERENCES
from drafter.versions.revising.pencils import Tracker
from drafter.versions.revising.stories import Stories
from drafter.versions.revising.units import PARAGRAPH
from drafter.word.altered import Altered
from drafter.word.markup import W
from drafter.word.opened import Opened
from drafter.word.reader import blocks_of, note_texts
from drafter.word.resolved import Reading, settle
from drafter.word.words import Words

_BODY = f"{{{W}}}body"
_CHANGES = {f"{{{W}}}{name}": name for name in ("ins", "del")}
_APART = 100_000
"""How far the ids of changes lie from those of bookmarks, which are counted up too."""


class Unfaithful(DrafterError):
    """A redline that does not give back the one text or the other; none is written."""


class Hand(Struct, frozen=True):
    """Whose the changes are, and of when."""

    author: str
    date: str
    """ISO, in UTC; empty for none."""


def redline(old: bytes, new: bytes, hand: Hand, causes: Mapping[str, str]) -> bytes:
    """Return the old file with what the new one says as tracked changes of ``hand``.

    Neither holds tracked changes.  ``causes``: by the anchor of a block, why it changed, for
    the comment on it.  What moved goes in one place and comes in the other.  Not compared are
    pictures that a file only points at, text boxes outside a drawing, page setup, the look of
    paragraphs beside their styles, comments and properties; the list of contents is that of the
    new file.  ``Unfaithful`` when accepting everything does not give the text of the new file,
    or rejecting everything not that of the old one, block by block.
    """
    host, guest = Altered(old), Opened(new)
    body = _body(guest)
    read = Words(host.body, note_texts(host)), Words(body, note_texts(guest))
    wanted = {Reading.ORIGINAL: _texts(host, read[0]), Reading.ACCEPTED: _texts(guest, read[1])}
    bringer = Bringer(host, guest)
    told: dict[str, _Element] = {}

    def heard(element: _Element, anchor: str) -> None:
        if anchor in causes:
            told.setdefault(anchor, element)

    tracker = Tracker(hand.author, hand.date, bringer.fresh() + _APART)
    stories = Stories(bringer, tracker, read, heard)
    stories.revise(host.body, body)
    for own, theirs in margin_pairs(bringer):
        stories.revise(own, theirs)
    exchange_contents(bringer, body)
    for anchor, element in told.items():
        paragraph = element if element.tag == PARAGRAPH else next(element.iter(PARAGRAPH))
        bringer.remarks.on(paragraph, bringer.remarks.add(causes[anchor], hand.author, hand.date))
    _mark_notes(bringer, tracker)
    bringer.settle()
    written = host.packed()
    for reading, texts in wanted.items():
        _check(written, texts, reading)
    return written


def _mark_notes(bringer: Bringer, tracker: Tracker) -> None:
    """Let a note whose mark comes or goes say so too, as Word has it."""
    for mark in bringer.host.body.iter(*REFERENCES):
        for change in mark.iterancestors(*_CHANGES):
            note = bringer.notes.own(mark)
            for paragraph in list(note.iter(PARAGRAPH)) if note is not None else ():
                tracker.content(paragraph, _CHANGES[str(change.tag)])
            break


def _check(written: bytes, wanted: list[str], reading: Reading) -> None:
    file = Opened(written)
    settle(file, reading)
    found = _texts(file, Words(_body(file), note_texts(file)))
    if found != wanted:
        pairs = zip(found, wanted, strict=False)
        lost = next((pair for pair in pairs if pair[0] != pair[1]), None)
        place = f" One says: {lost[0][:80]!r}, the other: {lost[1][:80]!r}." if lost else ""
        message = f"The redline, {reading.value}, does not say what the file says.{place}"
        raise Unfaithful(f"{message} It is not written; please report it.")


def _texts(file: Opened, read: Words) -> list[str]:
    """What a file says, block by block, and in its margins."""
    margins = [text for name in margins_of(file).values() for text in lines_of(file, name)]
    blocks = blocks_of(file, read=read)
    return [*(block.text for block in blocks), *(text for text in margins if text)]


def _body(file: Opened) -> _Element:
    found = file.document().find(_BODY)
    assert found is not None
    return found
