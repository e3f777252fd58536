"""A redline: the old Word file with everything that is new in it as a tracked change."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element
from msgspec import Struct

from drafter.versions.revising.around import exchange_contents, margin_pairs
from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.fidelity import Texts, body_of
from drafter.versions.revising.notes import REFERENCES
from drafter.versions.revising.pencils import Tracker
from drafter.versions.revising.stories import Stories
from drafter.versions.revising.units import PARAGRAPH
from drafter.versions.revising.written import Written
from drafter.word.markup import W
from drafter.word.reading.altered import Altered
from drafter.word.reading.opened import Opened

_CHANGES = {f"{{{W}}}{name}": name for name in ("ins", "del")}
_APART = 100_000
"""How far the ids of changes lie from those of bookmarks, which are counted up too."""


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
    body = body_of(guest)
    bringer = Bringer(host, guest)
    written = Written(host), Written(guest)
    texts = Texts(bringer, written)
    told: dict[str, tuple[_Element, bool]] = {}

    def heard(element: _Element, anchor: str, came: bool) -> None:
        if anchor in causes:
            told.setdefault(anchor, (element, came))

    tracker = Tracker(hand.author, hand.date, bringer.fresh() + _APART)
    stories = Stories(bringer, tracker, written, heard)
    stories.revise(host.body, body)
    for own, theirs in margin_pairs(bringer):
        stories.revise(own, theirs)
    exchange_contents(bringer, body)
    for anchor, (element, came) in told.items():
        paragraph = element if element.tag == PARAGRAPH else next(element.iter(PARAGRAPH))
        id = bringer.remarks.add(causes[anchor], hand.author, hand.date)
        mark = bringer.remarks.on(paragraph, id)
        if came:
            # Whoever rejects the paragraph would else be left with the mark, on an empty line.
            paragraph.extend(tracker.come([mark]))
    _mark_notes(bringer, tracker)
    bringer.settle()
    found = host.packed()
    texts.check(found, old, new)
    return found


def _mark_notes(bringer: Bringer, tracker: Tracker) -> None:
    """Let a note whose mark comes or goes say so too, as Word has it."""
    for mark in bringer.host.body.iter(*REFERENCES):
        for change in mark.iterancestors(*_CHANGES):
            note = bringer.notes.own(mark)
            for paragraph in list(note.iter(PARAGRAPH)) if note is not None else ():
                tracker.content(paragraph, _CHANGES[str(change.tag)])
            break
