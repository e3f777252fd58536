"""Where a numbered list begins anew.

Word counts on through a whole document unless a list has a number instance of
its own, so each list gets one.
"""

from __future__ import annotations

from drafter.composition.blocks import Block, BlockKind

# Named once: finding a member through its enum is slow, and a document asks 1,000 times.
_BULLET = BlockKind.BULLET
_ENDS_A_LIST = (BlockKind.HEADING, BlockKind.TITLE)


class ListNumbers:
    """Gives the lists of one document, read in order, instances from ``first`` up."""

    __slots__ = ("_first", "_last", "_open", "_section", "_shallowest")

    def __init__(self, first: int) -> None:
        self._first = first
        self._last = first - 1
        self._open = False
        self._section = ""
        self._shallowest = 0

    @property
    def used(self) -> range:
        """The instances given out so far."""
        return range(self._first, self._last + 1)

    def number(self, item: Block) -> int:
        """Return the instance a numbered item belongs to, a new one at a list's start."""
        section = _section(item)
        if not self._open or section != self._section:
            self._last += 1
            self._shallowest = item.level
        self._open = True
        self._section = section
        self._shallowest = min(self._shallowest, item.level)
        return self._last

    def interrupt(self, block: Block) -> None:
        """Note a block between items: a heading or another section ends the list.

        So does a bullet above the list's own depth; a paragraph, quotation or
        table of the same section does not, nor does a bullet below an item.
        """
        if self._open and (
            block.kind in _ENDS_A_LIST
            or (block.kind is _BULLET and block.level < self._shallowest)
            or _section(block) != self._section
        ):
            self._open = False


def _section(block: Block) -> str:
    return block.id.partition("/")[0]
