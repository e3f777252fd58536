"""A document that counsel edited, brought up to the draft of today without losing an edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml.etree import _Element
from msgspec import Struct

from drafter.versions.align import plain
from drafter.versions.redline import Hand
from drafter.versions.refreshing.checking import check, check_margin, check_things
from drafter.versions.refreshing.copies import unname_copies
from drafter.versions.refreshing.leaves import Leaf, leaves_of
from drafter.versions.refreshing.offers import stale_offers
from drafter.versions.refreshing.plan import Fate, Step, planned
from drafter.versions.refreshing.remarking import Remark, is_ours, people_remarked
from drafter.versions.refreshing.things import things_in
from drafter.versions.refreshing.writing import Writing
from drafter.versions.revising.around import (
    contents_of,
    exchange_contents,
    lines_of,
    margins_of,
)
from drafter.versions.revising.bringing import Bringer
from drafter.versions.revising.pencils import Tracker
from drafter.word.markup import W
from drafter.word.reading.altered import Altered
from drafter.word.reading.inspection import remarks
from drafter.word.reading.opened import Opened

_W = f"{{{W}}}"
_APART = 100_000
"""How far the ids of changes lie from those of bookmarks, which are counted up too."""
_THEIRS = (Fate.KEPT, Fate.OFFERED, Fate.OUTLIVED)


class Told(Struct, frozen=True):
    """What became of one block, for a report."""

    anchor: str
    fate: Fate
    was: str
    """What stands in the edited document; empty when it was deleted, or is new."""
    new: str
    """What the draft says now; empty when it no longer has the block."""
    changed: bool
    """Whether the draft says other words than before."""


class Refreshed(Struct, frozen=True):
    """A refreshed document, and what became of what."""

    data: bytes
    blocks: tuple[Told, ...]
    own: tuple[str, ...]
    """The paragraphs and rows that people had added; all of them are kept."""
    margins: tuple[str, ...]
    """Headers and footers that the draft has otherwise now and that were edited: they are kept."""

    def of(self, *fates: Fate) -> tuple[Told, ...]:
        """Return the blocks of some fates, in order."""
        return tuple(told for told in self.blocks if told.fate in fates)


def refresh(
    base: bytes, edited: bytes, new: bytes, hand: Hand, causes: Mapping[str, str]
) -> Refreshed:
    """Return the edited document with what the draft says now.

    ``base``: the document as it was drafted; ``new``: the document of the new draft; ``causes``:
    by the anchor of a block, why the draft says it otherwise.  What somebody typed, commented
    or tracked stays where it is; ``Lost`` when that could not be kept, and nothing is returned.
    """
    old, host, guest = Opened(base), Altered(edited), Opened(new)
    bringer = Bringer(host, guest, again=True)
    before, after = leaves_of(old, _body(old)), leaves_of(guest, _body(guest))
    ours = frozenset((each.author, each.text) for each in remarks(old)[0])
    tracker = Tracker(hand.author, hand.date, bringer.fresh() + _APART)
    here = leaves_of(host, host.body)
    remarked = _remarked(here, bringer, ours)
    stale = [
        each for each in stale_offers(here, before, after, hand.author) if id(each) not in remarked
    ]
    found = [leaf for leaf in here if leaf not in stale]
    steps = planned(before, found, after, remarked)
    theirs = list(_theirs(found, steps))
    for anchor in unname_copies(found, steps):
        bringer.free(anchor)
    own = [leaf.text for leaf in theirs if all(step.edited is not leaf for step in steps)]
    writing = Writing(bringer, tracker, steps, after, ours)
    writing.write_all(stale, causes, hand)
    margins = tuple(_margins(old, host, guest, writing))
    _contents(old, guest, bringer)
    bringer.settle()
    data = host.packed()
    result = Opened(data)
    check(steps, [leaf.text for leaf in theirs], leaves_of(result, _body(result)))
    check_margin(edited, data, lambda e: e[0] == hand.author or e in ours or is_ours(e))
    check_things(old, Opened(edited), result)
    return Refreshed(data, tuple(map(_told, steps)), tuple(own), margins)


def _body(file: Opened) -> _Element:
    found = file.document().find(f"{_W}body")
    assert found is not None
    return found


def _remarked(found: Sequence[Leaf], bringer: Bringer, ours: frozenset[Remark]) -> frozenset[int]:
    """The leaves on which people have remarked, by their ``id()``."""
    return frozenset(
        id(leaf) for leaf in found if people_remarked(leaf.element, bringer.remarks.told, ours)
    )


def _theirs(found: Sequence[Leaf], steps: Sequence[Step]) -> Iterator[Leaf]:
    """What people wrote: what is no block, and the blocks that they edited."""
    ours = {id(s.edited) for s in steps if s.edited is not None and s.fate not in _THEIRS}
    return (leaf for leaf in found if id(leaf) not in ours)


def _margins(old: Opened, host: Altered, guest: Opened, writing: Writing) -> Iterator[str]:
    """Bring headers and footers up to date; yield those that people have edited."""
    before, after = margins_of(old), margins_of(guest)
    for use, name in margins_of(host).items():
        was, now = (lines_of(f, parts.get(use, "")) for f, parts in ((old, before), (guest, after)))
        if was == now:
            continue
        untouched = list(map(plain, lines_of(host, name))) == list(map(plain, was))
        if untouched and use in after and _things(host, name) == _things(old, before.get(use, "")):
            theirs = guest.tree(after[use])
            assert theirs is not None
            writing.margin(name, theirs)
        else:
            yield " ".join(use)


def _things(file: Opened, part: str) -> list[str]:
    tree = file.tree(part)
    return sorted(things_in(file, tree, part)) if tree is not None else []


def _contents(old: Opened, guest: Opened, bringer: Bringer) -> None:
    """Bring the list of contents up to date, where it lists anything new."""
    body, listed = _body(guest), bringer.styles.contents[1]
    if contents_of(_body(old), listed) != contents_of(body, listed):
        exchange_contents(bringer, body)


def _told(step: Step) -> Told:
    was, new = step.edited, step.new
    return Told(
        step.anchor,
        step.fate,
        was.text if was is not None else "",
        new.text if new is not None else "",
        step.changed,
    )
