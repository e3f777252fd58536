"""Marks of repeated cites: in full where the document first has one, then short."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import is_

from msgspec.structs import replace

from drafter.composition.blocks import Block, Run, RunKind, Runs

_MARK = RunKind.MARK  # named once: finding a member through its enum is slow


def settled(blocks: Iterable[Block], short: Callable[[Run], str]) -> tuple[Block, ...]:
    """The blocks with each mark of an authority in full where the document first has it.

    ``short`` gives the words of a later one.
    """
    seen: set[tuple[str, str]] = set()
    return tuple([_settled(block, seen, short) if block.authorities else block for block in blocks])


def _settled(block: Block, seen: set[tuple[str, str]], short: Callable[[Run], str]) -> Block:
    runs = _kept(block.runs, seen, short)
    cells = tuple([_kept(cell, seen, short) for cell in block.cells])
    same = runs is block.runs and all(map(is_, cells, block.cells))
    return block if same else replace(block, runs=runs, cells=cells)


def _kept(runs: Runs, seen: set[tuple[str, str]], short: Callable[[Run], str]) -> Runs:
    """The runs with short marks for long; they themselves, where none is to be short."""
    kept: list[Run] | None = None
    for at, run in enumerate(runs):
        if run.kind is _MARK and run.ref:
            if (key := (run.ref, run.text)) in seen:
                kept = kept or list(runs)
                kept[at] = replace(run, text=short(run))
            seen.add(key)
    return runs if kept is None else tuple(kept)
