"""The peer: a docxtpl template that, filled, holds the same paragraphs and rows as our memo.

The leanest template that does it: one loop for each run of paragraphs of one style and one for
the rows of each table, plain text without bold or italics, no analysis.  What it leaves out is
in its favor.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from drafter.composition.blocks import Block, BlockKind, Document

_STYLES = {
    BlockKind.TITLE: "Title",
    BlockKind.BULLET: "List Bullet",
    BlockKind.NUMBERED: "List Number",
    BlockKind.QUOTE: "Quote",
}


def build(document: Document, template: Path, context: Path) -> None:
    """Write the template, and as JSON what it is filled with."""
    import docx

    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = " ".join(document.header)
    made.sections[0].footer.paragraphs[0].text = document.footer
    filled: dict[str, list[Any]] = {}
    for number, (_, group) in enumerate(groupby(document.blocks, _shape)):
        blocks = list(group)
        name = f"s{number}"
        if blocks[0].table is None:
            _paragraphs(made, name, blocks[0])
            filled[name] = [block.text for block in blocks]
        else:
            _table(made, name, len(blocks[0].cells))
            filled[name] = [block.text.split("\t") for block in blocks]
    made.save(str(template))
    context.write_text(json.dumps(filled, ensure_ascii=False), encoding="utf-8")


def render(case: Path, template: Path, context: Path) -> bytes:
    """Read the case as one usually does, with the C loader, and fill the template."""
    import yaml
    from docxtpl import DocxTemplate

    yaml.load(case.read_bytes(), Loader=yaml.CSafeLoader)
    filled = DocxTemplate(str(template))
    filled.render(json.loads(context.read_text(encoding="utf-8")), autoescape=True)
    made = BytesIO()
    filled.save(made)
    return made.getvalue()


def _shape(block: Block) -> tuple[object, ...]:
    return (block.table.id,) if block.table else (block.kind, block.level, block.style)


def _style(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return f"Heading {block.level}"
    return _STYLES.get(block.kind, "Normal")


def _paragraphs(made: Any, name: str, block: Block) -> None:
    made.add_paragraph("{%p for b in " + name + " %}")
    made.add_paragraph("{{ b }}", style=_style(block))
    made.add_paragraph("{%p endfor %}")


def _table(made: Any, name: str, columns: int) -> None:
    table = made.add_table(3, columns, style="Table Grid")
    table.cell(0, 0).text = "{%tr for r in " + name + " %}"
    for column in range(columns):
        table.cell(1, column).text = "{{ r[" + str(column) + "] }}"
    table.cell(2, 0).text = "{%tr endfor %}"


if __name__ == "__main__":
    *paths, target = map(Path, sys.argv[1:])
    target.write_bytes(render(*paths))
