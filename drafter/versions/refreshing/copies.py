"""What somebody copied and pasted: the copy is theirs, and has the anchor of the block no more."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from drafter.versions.refreshing.leaves import Leaf
from drafter.versions.refreshing.plan import Step
from drafter.word.markup import W

_W = f"{{{W}}}"
_START, _END = f"{_W}bookmarkStart", f"{_W}bookmarkEnd"
_ID, _NAME = f"{_W}id", f"{_W}name"


def unname_copies(found: Sequence[Leaf], steps: Sequence[Step]) -> list[str]:
    """Take from each leaf the anchors of blocks that stand elsewhere in the document.

    Return the anchors of blocks that stand where none is.
    """
    stands = {step.anchor: step.edited for step in steps if step.edited is not None}
    for leaf in found:
        for anchor in leaf.anchors:
            if stands.get(anchor, leaf) is not leaf:
                unname(leaf.element, anchor)
    return [name for name, leaf in stands.items() if name not in leaf.anchors]


def unname(element: _Element, anchor: str) -> None:
    """Take an anchor from an element."""
    starts = [each for each in element.iter(_START) if each.get(_NAME) == anchor]
    ids = {each.get(_ID) for each in starts}
    for mark in (*starts, *[each for each in element.iter(_END) if each.get(_ID) in ids]):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
