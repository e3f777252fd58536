"""A draft with every kind of block, and what a later draft may make of it, at random."""

from __future__ import annotations

from random import Random

from msgspec.structs import replace

from drafter.composition.blocks import Block, BlockKind, Document, Run, Table
from drafter.word.writing.writer import WordWriter
from tests.word.documents import OFFICE, document, everything, in_note, paragraph, row
from tests.word.writing.timeline.test_drawing import block as figure

WRITER = WordWriter(OFFICE)
_WORDS = "the client was told to drive and nobody called before noon on Friday or later".split()
_WIDE = Table("wide", (250, 250, 250, 250), landscape=True)


def first(random: Random, *, drawn: bool = False) -> Document:
    """A draft of some forty blocks: every kind, two tables, notes, remarks, a list.

    ``drawn``: with a picture of a timeline.
    """
    blocks = list(everything().blocks)
    for part in range(3):
        id = f"part{part}"
        blocks.append(paragraph(id, f"Part {part} {_said(random)}", BlockKind.HEADING, 1))
        blocks += [_sentence(f"{id}/{n}", random) for n in range(4)]
        blocks += [paragraph(f"{id}/i{n}", _said(random), BlockKind.NUMBERED) for n in range(3)]
        table = Table(f"t{part}", (300, 700)) if part else _WIDE
        width = len(table.widths)
        blocks.append(row(f"{id}/head", *["Head"] * width, table=table, header=True))
        blocks += [
            row(f"{id}/r{n}", *(_said(random) for _ in range(width)), table=table) for n in range(4)
        ]
        if drawn and part == 1:
            blocks.append(figure(f"{_said(random)}."))
    return document(*blocks)


def later(draft: Document, random: Random) -> Document:
    """The draft after something changed: words, blocks that went, came or moved."""
    blocks = list(draft.blocks)
    for _ in range(random.randint(1, 6)):
        at = random.randrange(1, len(blocks))
        block = blocks[at]
        change = random.choice((_reworded, _reworded, _gone, _new, _elsewhere, _renoted))
        blocks[at : at + 1] = change(block, random)
    header = (*draft.header, "and its margins") if random.random() < 0.2 else draft.header
    return replace(draft, blocks=tuple(_tidy(blocks)), header=header)


def written(draft: Document) -> bytes:
    return WRITER.write(draft)


def _tidy(blocks: list[Block]) -> list[Block]:
    """Rows of one table together, its heading row first, as composition has them."""
    places: dict[str, int] = {}
    for at, block in enumerate(blocks):
        if block.table is not None:
            places.setdefault(block.table.id, at)
    at_of = {id(block): at for at, block in enumerate(blocks)}
    return sorted(
        blocks,
        key=lambda block: (
            (places[block.table.id], not block.header, at_of[id(block)])
            if block.table is not None
            else (at_of[id(block)], False, 0)
        ),
    )


def _reworded(block: Block, random: Random) -> list[Block]:
    if block.kind is BlockKind.ROW:
        cells = list(block.cells)
        cells[random.randrange(len(cells))] = (Run(_said(random)),)
        return [replace(block, cells=tuple(cells))]
    if block.kind is BlockKind.FIGURE:
        return [replace(figure(f"{_said(random)}."), id=block.id)]
    if block.kind is BlockKind.PARAGRAPH and random.random() < 0.5:
        return [_sentence(block.id, random)]
    return [replace(block, runs=(*block.runs, Run(f" {_said(random)}")))]


def _renoted(block: Block, random: Random) -> list[Block]:
    """The same words, resting on something else."""
    if block.kind is not BlockKind.PARAGRAPH:
        return [block]
    said = tuple(run for run in block.runs if not run.note)
    return [replace(block, runs=(*said, *in_note(f"R. {random.randrange(99)}.")))]


def _gone(block: Block, random: Random) -> list[Block]:
    return [block] if block.header else []


def _new(block: Block, random: Random) -> list[Block]:
    id = f"new{random.randrange(10**9)}"
    if block.table is not None:
        width = len(block.table.widths)
        return [block, row(id, *(_said(random) for _ in range(width)), table=block.table)]
    return [block, _sentence(id, random)]


def _elsewhere(block: Block, random: Random) -> list[Block]:
    """Words that stand in another block now: the old one is gone, a new one says the same."""
    return [block] if block.header else [replace(block, id=f"{block.id}-moved")]


def _sentence(id: str, random: Random) -> Block:
    runs = [Run(f"{_said(random)}, "), Run(_said(random), bold=random.random() < 0.3)]
    if random.random() < 0.5:
        runs += in_note(f"R. {random.randrange(99)}.")
    if random.random() < 0.3:
        runs.append(Run(" [NEED: the hour]", remark=f"Ask {_said(random)}."))
    return Block(id, BlockKind.PARAGRAPH, (*runs, Run(".")))


def _said(random: Random) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(random.randint(2, 9)))
