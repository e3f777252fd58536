"""Remarks: what the draft says to counsel in the margin, on words of the text.

A paragraph of the class ``.remark`` is not printed where it stands.  It is a remark on the block
before it: on its last marker (of a missing fact, of a weak point).  Several are on its last
markers in turn; where it has no marker, all are on its first words.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from drafter.composition.blocks import Block, BlockKind, Run, RunKind, Runs
from drafter.composition.templating.values import refuse

REMARK = "remark"
_MARKERS = frozenset({RunKind.GAP, RunKind.WEAK})
_Place = tuple[int, int]
"""The cell of a row (0 in any other block), and the run in it."""


def remarked(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without the remarks among them, which are on the runs that they speak of.

    TemplateError for a remark that no block comes before.
    """
    kept: list[Block] = []
    waiting: list[Block] = []
    for block in blocks:
        if block.style == REMARK:
            waiting.append(block)
            continue
        _attach(kept, waiting)
        kept.append(block)
    _attach(kept, waiting)
    return tuple(kept)


def _attach(kept: list[Block], waiting: list[Block]) -> None:
    if not waiting:
        return
    if not kept:
        raise refuse(f"block {waiting[0].id} is a remark, and nothing stands before it")
    kept[-1] = _with(kept[-1], waiting)
    waiting.clear()


def _with(block: Block, remarks: list[Block]) -> Block:
    row = block.kind is BlockKind.ROW
    lines = [list(runs) for runs in (block.cells if row else (block.runs,))]
    places = _places(lines, _MARKERS) or _places(lines, frozenset(RunKind))[:1]
    first = max(0, len(places) - len(remarks))
    for number, remark in enumerate(remarks, first):
        cell, at = places[min(number, len(places) - 1)]
        run = lines[cell][at]
        said = f"{run.remark}\n{remark.text}" if run.remark else remark.text
        lines[cell][at] = replace(run, remark=said)
    told: list[Runs] = [tuple(line) for line in lines]
    return replace(
        block,
        runs=() if row else told[0],
        cells=tuple(told) if row else block.cells,
        sources=tuple(dict.fromkeys(id for each in (block, *remarks) for id in each.sources)),
        audience=max(each.audience for each in (block, *remarks)),
    )


def _places(lines: list[list[Run]], kinds: frozenset[RunKind]) -> list[_Place]:
    return [
        (cell, at)
        for cell, line in enumerate(lines)
        for at, run in enumerate(line)
        if run.kind in kinds and run.text.strip()
    ]
