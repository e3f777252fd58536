"""What an earlier refreshment offered and nobody has answered."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from drafter.versions.align import plain
from drafter.versions.refreshing.leaves import Leaf
from drafter.word.markup import W

_W = f"{{{W}}}"


def stale_offers(
    edited: Sequence[Leaf], base: Sequence[Leaf], new: Sequence[Leaf], author: str
) -> list[Leaf]:
    """Return the offers of ``author`` that a new one replaces.

    One that somebody changed is theirs; one that still says what the draft says is no old one.
    """
    now = {leaf.anchor: plain(leaf.text) for leaf in new}
    old = {text for leaf in base if (text := plain(leaf.text)) != now.get(leaf.anchor)}
    return [
        leaf
        for leaf in edited
        if not leaf.anchors and plain(leaf.text) in old and _offered(leaf, author)
    ]


def _offered(leaf: Leaf, author: str) -> bool:
    """Whether all of it is one insertion of that author that nobody has touched."""
    texts = list(leaf.element.iter(f"{_W}t"))
    if next(leaf.element.iter(f"{_W}del"), None) is not None:
        return False
    return bool(texts) and all(_by(text) == author for text in texts)


def _by(text: _Element) -> str:
    found = (each.get(f"{_W}author", "") for each in text.iterancestors(f"{_W}ins"))
    return next(found, "")
