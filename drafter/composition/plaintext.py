"""A document as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.composition.blocks import Block, BlockKind, Document


def plain_text(document: Document) -> str:
    """The words of a document, a blank line before each heading; cells are parted by bars."""
    lines = [*document.header, *(line for block in document.blocks for line in _lines(block))]
    below = [line for line in (document.running, document.footer) if line]
    return "\n".join([*lines, "", *below]).strip() + "\n"


def told(block: Block) -> str:
    """What a figure shows, in words: its own, then those of each mark and span on a line."""
    cells = block.cells[: block.figure.told] if block.figure else ()
    parts = (block.runs, *cells)
    return "\n".join("".join(run.text for run in runs) for runs in parts if runs)


def _lines(block: Block) -> Iterator[str]:
    if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        yield from ("", block.text.upper() if block.level == 1 else block.text, "")
    elif block.kind is BlockKind.CONTENTS:  # a list that Word makes
        return
    elif block.kind is BlockKind.ROW:
        cells = ("".join(run.text for run in cell).strip() for cell in block.cells)
        yield "  " + " | ".join(cells)
    elif block.kind in (BlockKind.BULLET, BlockKind.NUMBERED):
        yield f"{'  ' * block.level}- {block.text}"
    elif block.kind is BlockKind.FIGURE:
        yield from told(block).split("\n")
    else:
        yield block.text
