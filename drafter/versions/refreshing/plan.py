"""What becomes of each block when a new draft meets a document that counsel has edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from lxml.etree import _Element
from msgspec import Struct

from drafter.versions.align import Piece, align, plain
from drafter.versions.refreshing.leaves import Leaf, matched


class Fate(StrEnum):
    """What becomes of a block."""

    SAME = "same"
    """Nobody touched it, and the draft says it as before."""
    UPDATED = "updated"
    """Nobody touched it: it says what the draft says now."""
    MOVED = "moved"
    """Nobody touched it: it stands where the draft has it now, and says what it says now."""
    ADDED = "added"
    """The draft has it new."""
    REMOVED = "removed"
    """Nobody touched it, and the draft has it no more."""
    KEPT = "kept"
    """Edited by hand; the draft says of it nothing new."""
    OFFERED = "offered"
    """Edited by hand: it is kept, and what the draft says now is offered beside it."""
    OUTLIVED = "outlived"
    """Edited or commented on by hand, and the draft has it no more: it is kept."""
    DELETED = "deleted"
    """Deleted by hand, or a new row of a table that was; it stays deleted."""


class Step(Struct, frozen=True, eq=False):
    """A block and what becomes of it."""

    anchor: str
    fate: Fate
    edited: Leaf | None
    """Where it stands in the edited document."""
    base: Leaf | None
    """As it was drafted."""
    new: Leaf | None
    """As the new draft has it."""

    @property
    def changed(self) -> bool:
        """Whether the new draft says other words than the old one."""
        before, after = self.base, self.new
        if before is None or after is None:
            return True
        return plain(before.text) != plain(after.text)


def planned(
    base: Sequence[Leaf],
    edited: Sequence[Leaf],
    new: Sequence[Leaf],
    commented: frozenset[int],
) -> list[Step]:
    """Return what becomes of each block, in the order of the new draft; then of those it lacks.

    ``commented``: the ``id()`` of the leaves of the edited document on which somebody has
    remarked, or on which a tracked change stands.
    """
    before = {leaf.anchor: leaf for leaf in base}
    after = {leaf.anchor: leaf for leaf in new}
    places = matched(base, edited)
    moved = _moved(base, new)
    gone = _gone_tables(before, new, places)
    steps = []
    for anchor, leaf in after.items():
        was, stands = before.get(anchor), places.get(anchor)
        fate = _fate(was, stands, leaf, anchor in moved)
        if fate is Fate.ADDED and leaf.table in gone:
            fate = Fate.DELETED
        steps.append(Step(anchor, fate, stands, was, leaf))
    return [*steps, *_without(before, after, places, commented)]


def _fate(base: Leaf | None, edited: Leaf | None, new: Leaf, moved: bool) -> Fate:
    if base is None:
        return Fate.ADDED
    if edited is None:
        return Fate.DELETED
    if _untouched(base, edited):
        if moved:
            return Fate.MOVED
        # One that lost its mark in Word is written again, for the mark.
        known = base.anchor in edited.anchors
        return Fate.SAME if known and base.same(new) else Fate.UPDATED
    if plain(base.text) == plain(new.text) or plain(edited.text) == plain(new.text):
        return Fate.KEPT
    # A block that is struck out with changes tracked is as good as deleted.
    return Fate.OFFERED if edited.text.strip() else Fate.DELETED


def _gone_tables(
    before: Mapping[str, Leaf], new: Sequence[Leaf], places: Mapping[str, Leaf]
) -> set[_Element]:
    """The tables of the new draft that the old one had and somebody deleted."""
    known = {leaf.table for leaf in new if leaf.table is not None and leaf.anchor in before}
    kept = {leaf.table for leaf in new if leaf.table is not None and leaf.anchor in places}
    return known - kept


def _without(
    before: Mapping[str, Leaf],
    after: Mapping[str, Leaf],
    places: Mapping[str, Leaf],
    commented: frozenset[int],
) -> Iterator[Step]:
    for anchor, leaf in before.items():
        edited = places.get(anchor)
        if anchor in after or edited is None:
            continue
        touched = not _untouched(leaf, edited) or id(edited) in commented
        yield Step(anchor, Fate.OUTLIVED if touched else Fate.REMOVED, edited, leaf, None)


def _untouched(base: Leaf, edited: Leaf) -> bool:
    """Whether nobody changed a word: another look, or another program's spelling, is no matter."""
    return (
        len(edited.anchors) <= 1 and not edited.tracked and plain(base.text) == plain(edited.text)
    )


def _moved(base: Sequence[Leaf], new: Sequence[Leaf]) -> frozenset[str]:
    """The blocks that the new draft has in another order."""
    pairs = align(
        [Piece(each.anchor, "") for each in base], [Piece(each.anchor, "") for each in new]
    )
    return frozenset(new[pair.new].anchor for pair in pairs if pair.moved and pair.new is not None)
