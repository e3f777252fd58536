"""A figure as plain text."""

from __future__ import annotations

from drafter.composition.blocks import Block


def told(block: Block) -> str:
    """What a figure shows, in words: its own, then those of each mark and span on a line."""
    cells = block.cells[: block.figure.told] if block.figure else ()
    parts = (block.runs, *cells)
    return "\n".join("".join(run.text for run in runs) for runs in parts if runs)
