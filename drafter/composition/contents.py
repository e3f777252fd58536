"""Whether a document is long enough for a list of its contents."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.composition.blocks import Block, BlockKind

_LONG = 2250
"""Words past which a document has more than five pages.

Only what lays a document out knows its pages.  The memos and outlines of the samples have
430 to 465 words a page in the style file the product comes with; five pages are 2,150 to
2,325 words.
"""
_CONTENTS = BlockKind.CONTENTS


def with_contents(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Leave the list of contents out of a document of up to five pages."""
    if not any(block.kind is _CONTENTS for block in blocks) or _is_long(blocks):
        return blocks
    return tuple(block for block in blocks if block.kind is not _CONTENTS)


def _is_long(blocks: Iterable[Block]) -> bool:
    words = 0
    for block in blocks:
        words += len(block.text.split())
        if words > _LONG:
            return True
    return False
