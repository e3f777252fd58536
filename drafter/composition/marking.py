"""Marks of repeated cites: in full where the document first has one, then short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from drafter.composition.blocks import Block, Run, RunKind, Runs

_MARK = RunKind.MARK  # named once: finding a member through its enum is slow


def settled(blocks: Iterable[Block], short: Callable[[str], str]) -> tuple[Block, ...]:
    """The blocks with each authority's mark in full where the document first has it.

    ``short`` gives the words of a later one, by the authority's id.
    """
    seen: set[str] = set()
    return tuple(_settled(block, seen, short) for block in blocks)


def _settled(block: Block, seen: set[str], short: Callable[[str], str]) -> Block:
    if not block.authorities:
        return block
    runs = tuple(_kept(block.runs, seen, short))
    cells = tuple(tuple(_kept(cell, seen, short)) for cell in block.cells)
    same = runs == block.runs and cells == block.cells
    return block if same else replace(block, runs=runs, cells=cells)


def _kept(runs: Runs, seen: set[str], short: Callable[[str], str]) -> Iterator[Run]:
    for run in runs:
        if run.kind is not _MARK or not run.ref:
            yield run
        else:
            yield replace(run, text=short(run.ref)) if run.ref in seen else run
            seen.add(run.ref)
