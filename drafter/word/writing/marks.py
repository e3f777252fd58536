"""The bookmarks of one document, and the references that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.composition.blocks import Block, BlockKind, Run, RunKind
from drafter.word.anchors import anchor, outward_mark
from drafter.word.fields import reference_xml
from drafter.word.markup import Texts
from drafter.word.writing.contents import Entry, listed
from drafter.word.writing.headings import Levels, Number, heading_numbers

_CONTENTS, _HEADING = BlockKind.CONTENTS, BlockKind.HEADING
_REFERENCE = RunKind.REFERENCE


class Marks:
    """Marks the blocks of one document, each if ``anchors``; else what is referred to."""

    def __init__(self, levels: Levels, texts: Texts, *, anchors: bool) -> None:
        self._levels = levels
        self._texts = texts
        self._anchors = anchors
        self._count = 0
        self._names: dict[str, str] = {}
        """The bookmarks of headings, by the ids of these."""
        self._headings: list[Block] = []
        self._numbers: dict[str, Number] = {}

    def read(self, blocks: Sequence[Block]) -> None:
        """Find the headings, and their numbers."""
        self._headings = [block for block in blocks if block.kind is _HEADING]
        self._numbers = heading_numbers(self._headings, self._levels)
        if self._anchors:
            self._names = {heading.id: anchor(heading.id) for heading in self._headings}
        else:
            wanted = {run.ref for block in blocks for run in _references(block)}
            every = any(block.kind is _CONTENTS for block in blocks)
            told = [each.id for each in self._headings if every or each.id in wanted]
            self._names = {id: outward_mark(place) for place, id in enumerate(told, 1)}

    def entries(self) -> list[Entry]:
        """The headings as the list of contents has them."""
        return [
            Entry(
                heading.level,
                self._names[heading.id],
                self._number(heading.id, "shown"),
                self._texts[heading.text],
            )
            for heading in self._headings
            if listed(heading.level)
        ]

    def marked(self, block: Block, content: str) -> str:
        """Return what stands in a block inside its bookmark, where it has one."""
        name = anchor(block.id) if self._anchors else self._names.get(block.id)
        if name is None:
            return content
        self._count += 1
        return (
            f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{self._count}"/>'
        )

    def refer(self, run: Run, look: str, words: str) -> str:
        """Return a reference to a heading; its words alone where the document has it not."""
        name = self._names.get(run.ref)
        if name is None:
            return f"<w:r>{look}{words}</w:r>"
        return reference_xml(name, self._number(run.ref, "in_full"), words, look)

    def _number(self, id: str, how: str) -> str:
        number = self._numbers.get(id)
        return self._texts[getattr(number, how)] if number else ""


def _references(block: Block) -> Iterable[Run]:
    for runs in (block.runs, *block.cells):
        for run in runs:
            if run.kind is _REFERENCE:
                yield run
