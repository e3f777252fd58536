"""A figure block as the run that draws it."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.composition.blocks import Block
from drafter.word.markup import Look, Texts, runs_xml
from drafter.word.writing.timeline.drawing import drawing_xml
from drafter.word.writing.timeline.sheet import lay_out

_EMU = 635
"""In a twentieth of a point."""


def figure_xml(
    block: Block,
    number: int,
    style: str,
    room: int,
    looks: Mapping[Look, str],
    texts: Texts,
) -> str:
    """The drawing of a block, ``room`` twentieths of a point wide; ValueError where it has none.

    Every text of the block goes through ``texts``, those only its alternative text has too.
    """
    if block.figure is None:
        raise ValueError(f"block {block.id!r} is a figure and has no drawing")
    cells = [[run.text for run in cell] for cell in block.cells]
    for runs in block.parts:
        runs_xml(runs, looks, texts)

    def written(cell: int, runs: int | None) -> str:
        return runs_xml(block.cells[cell][:runs], looks, texts)

    sheet = lay_out(block.figure, cells, room * _EMU)
    return drawing_xml(sheet, number, block.told, style, written)
