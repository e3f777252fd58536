"""Captions: ``Table 3.`` or ``Figure 1.``, counted by Word, before words of the template."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from drafter.composition.blocks import Block, BlockKind
from drafter.word.fields import field
from drafter.word.markup import escaped

_CAPTION, _FIGURE, _ROW = BlockKind.CAPTION, BlockKind.FIGURE, BlockKind.ROW
_DRAWN, _TABLE = "Figure", "Table"
_LABEL = re.compile(r"(?:Table|Figure) \d+\. ")


class Captions:
    """Labels the captions of one document, read in order."""

    def __init__(self) -> None:
        self._labels: dict[str, str] = {}
        """Of a caption, by its id."""
        self._of_tables: dict[str, str] = {}
        """The words of the caption of a table, by the id of its first row."""
        self._counts: Counter[str] = Counter()

    def read(self, blocks: Sequence[Block]) -> None:
        """Find what each caption is of."""
        for place, block in enumerate(blocks):
            if block.kind is _CAPTION:
                near = blocks[max(place - 1, 0) : place + 2]
                self._labels[block.id] = label = _label(near)
                if label == _TABLE:
                    self._of_tables[near[-1].id] = block.text

    def of_figure(self, caption: Block) -> bool:
        """Whether a caption is that of a figure, which stands before it."""
        return self._labels.get(caption.id) == _DRAWN

    def labeled(self, caption: Block, content: str) -> str:
        """Return the runs of a caption after its label; ``content`` alone where it has none."""
        label = self._labels.get(caption.id)
        if not label:
            return content
        self._counts[label] += 1
        number = f"<w:r><w:t>{self._counts[label]}</w:t></w:r>"
        counted = field(rf"SEQ {label} \* ARABIC", number)
        return f"{_run(f'{label} ')}{counted}{_run('. ')}{content}"

    def alt_text(self, rows: Sequence[Block]) -> str:
        """Return what is said of a table to who hears it; nothing where it has no caption."""
        words = self._of_tables.get(rows[0].id)
        if words is None:
            return ""
        cells = ("".join(run.text for run in cell).strip() for cell in rows[0].cells)
        columns = "; ".join(cell for cell in cells if cell)
        said = f'<w:tblDescription w:val="Columns: {escaped(columns)}"/>' if rows[0].header else ""
        return f'<w:tblCaption w:val="{escaped(words)}"/>{said}'


def _label(near: Sequence[Block]) -> str:
    """What a caption is of: the figure before it, else the table or the figure after it."""
    if near[0].kind is _FIGURE or near[-1].kind is _FIGURE:
        return _DRAWN
    return _TABLE if near[-1].kind is _ROW else ""


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def without_label(text: str, style: str) -> str:
    """Return what a paragraph of that style says, a caption without its label."""
    return _LABEL.sub("", text, count=1) if style.casefold().endswith("caption") else text
