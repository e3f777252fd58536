"""What a document looks like where a fact it should print is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.composition.blocks import Block
from drafter.pipeline.outcomes import Outcome

BLANK = re.compile(
    r"\bNone\b(?! of| is)|Undefined|\(\s*\)|“\s*”|‘\s*’|\s[,;:!?]|[^.]\.\.(?!\.)|,,|;;|[{}]|  | $"
    r"|<[\w.]+ object|\[NEED: \]"
)
"""What is left where a fact should be: empty brackets, two blanks, a comma after nothing."""


def blocks(outcome: Outcome) -> tuple[Block, ...]:
    """The blocks of a document that was drafted."""
    assert outcome.draft
    return outcome.draft.document.blocks


def holes(outcome: Outcome) -> list[str]:
    """Every place of a document that looks like a hole, with the words around it."""
    return [hole for block in blocks(outcome) for hole in _of(block)]


def _of(block: Block) -> Iterator[str]:
    for runs in (block.runs, *block.cells):
        said = "".join(run.text for run in runs)
        if hole := BLANK.search(said):
            yield f"{block.id}: {said[max(0, hole.start() - 40) : hole.end() + 20]}"
