"""What becomes of each block when a new draft meets a document that counsel has edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from lxml.etree import _Element
from msgspec import Struct

from drafter.versions.align import Piece, align, plain
from drafter.versions.refreshing.leaves import Leaf, matched
from drafter.versions.refreshing.rows import cells_as_drafted
from drafter.versions.revising.units import cells_of


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
    places = matched(base, edited)
    before = _renamed(base, new)
    stands = {name: places[leaf.anchor] for name, leaf in before.items() if leaf.anchor in places}
    after = {leaf.anchor: leaf for leaf in new}
    back = _back(edited, before)
    moved = _moved(list(before), list(after))
    # A block that somebody moved stays there, wherever the draft has it.
    order = {id(leaf): at for at, leaf in enumerate(edited)}
    here = sorted(stands, key=lambda name: order[id(stands[name])])
    moved -= _moved([name for name in before if name in stands], here)
    gone = _gone_tables(before, new, stands)
    steps = []
    for name, leaf in after.items():
        was, edit = before.get(name), stands.get(name) or back.get(name)
        fate = _fate(was, edit, leaf, name in moved)
        if fate is Fate.ADDED and leaf.table in gone:
            fate = Fate.DELETED
        steps.append(Step(name, fate, edit, was, leaf))
    return [*steps, *_without(before, after, stands, commented)]


def _renamed(base: Sequence[Leaf], new: Sequence[Leaf]) -> dict[str, Leaf]:
    """The blocks of the old draft, each by the name that the new draft has for it.

    What is gone by name and stands word for word under another name is the same block: only an
    id of the case file, from which its name comes, is another.
    """
    known, after = {leaf.anchor for leaf in base}, {leaf.anchor for leaf in new}
    waiting: dict[tuple[str, bool], list[str]] = {}
    for leaf in reversed(new):
        if leaf.anchor not in known:
            waiting.setdefault(_says(leaf), []).append(leaf.anchor)
    names = {}
    for leaf in base:
        others = [] if leaf.anchor in after else waiting.get(_says(leaf), [])
        names[others.pop() if others else leaf.anchor] = leaf
    return names


def _says(leaf: Leaf) -> tuple[str, bool]:
    return plain(leaf.text), leaf.table is not None


def _back(edited: Sequence[Leaf], before: Mapping[str, Leaf]) -> dict[str, Leaf]:
    """Where blocks stand that the old draft had no more and somebody’s edits kept, by name.

    One that was joined with another stands where that one does.
    """
    known = {leaf.anchor for leaf in before.values()}
    return {
        name: leaf
        for leaf in reversed(edited)
        for name in leaf.anchors
        if name not in before and name not in known
    }


def _fate(base: Leaf | None, edited: Leaf | None, new: Leaf, moved: bool) -> Fate:
    if base is None and edited is not None:
        return Fate.KEPT if plain(edited.text) == plain(new.text) else Fate.OFFERED
    if base is None:
        return Fate.ADDED
    if edited is None:
        return Fate.DELETED
    if _untouched(base, edited):
        if moved:
            return Fate.MOVED
        # One that lost its mark in Word is written again, for the mark.
        known = new.anchor in edited.anchors
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
    """Whether nobody changed a word, or put a picture or the like there, or joined cells.

    Another look, or another program's spelling, is no matter.
    """
    if len(edited.anchors) > 1 or edited.tracked or Counter(edited.things) != Counter(base.things):
        return False
    if not edited.described <= base.described:
        return False
    if base.table is not None:
        cells = cells_of(base.element)
        if len(cells_as_drafted(edited.element, base.element)) != len(cells):
            return False
    return plain(base.text) == plain(edited.text)


def _moved(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """The names that are in another order."""
    pairs = align([Piece(each, "") for each in old], [Piece(each, "") for each in new])
    return frozenset(new[pair.new] for pair in pairs if pair.moved and pair.new is not None)
