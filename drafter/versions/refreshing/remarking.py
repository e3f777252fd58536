"""Which comments are drafter's own, and which people made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml.etree import _Element

from drafter.versions.told import HOW, INPUTS
from drafter.word.anchors import ANCHOR
from drafter.word.markup import W

KEPT = "Your words stand. The draft now says what is offered here."
OUTLIVED = "Your words stand. The draft no longer has this."
_CAUSE = re.compile(
    rf"(?:{'|'.join(HOW.values())})"
    r"(?:\S+ \((?:\S+:\d+|line \d+ before)\)|law record |the law library \(|hand edit"
    rf"|{'|'.join(map(re.escape, INPUTS.values()))})"
)
"""How the comments of a redline begin, whoever's name they are in."""
_W = f"{{{W}}}"
_ID, _NAME = f"{_W}id", f"{_W}name"
_REMARKED = tuple(
    f"{_W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)

Remark = tuple[str, str]
"""Of a comment: who wrote it, and what it says."""


def is_ours(remark: Remark) -> bool:
    """Whether a comment is one that a refreshment or a redline makes."""
    return remark[1].startswith((KEPT, OUTLIVED)) or _CAUSE.match(remark[1]) is not None


def people_remarked(
    element: _Element, told: Callable[[str], Remark], ours: frozenset[Remark]
) -> bool:
    """Whether people commented on an element, wholly or in part, or gave words in it a name.

    ``told``: what a comment says, by its id; ``ours``: those that the draft made.
    """
    return any(_remarked(element, told, ours)) or any(map(_is_named, _names(element)))


def _remarked(
    element: _Element, told: Callable[[str], Remark], ours: frozenset[Remark]
) -> Iterator[bool]:
    for id in {each.get(_ID, "") for each in element.iter(*_REMARKED)}:
        remark = told(id)
        yield remark not in ours and not is_ours(remark)


def _names(element: _Element) -> Iterator[str]:
    return (each.get(_NAME, "") for each in element.iter(f"{_W}bookmarkStart"))


def _is_named(name: str) -> bool:
    """Whether a bookmark is somebody's: those that Word makes for itself are hidden too."""
    return not (ANCHOR.fullmatch(name) or name.startswith("_"))
