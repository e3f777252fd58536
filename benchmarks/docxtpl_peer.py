"""The peer: docxtpl templates that, filled, hold the same paragraphs, rows and runs as our memo.

Two of them, since a memo can be made into a template in two ways:

- *worded*, as an office writes one: the words of each paragraph stand in the template, and what
  comes from the record (sources, gaps, citations) is filled in; the rows of a table are a loop;
- *lean*, the least docxtpl can be given to do: loops and nothing else, one for each run of
  paragraphs of one style, every text a ``RichText`` that is filled in.

No analysis, no bookmarks, no anchors, no checks: what they leave out is in their favor.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from drafter.composition.blocks import Block, BlockKind, Document, RunKind, Runs

_STYLES = {
    BlockKind.TITLE: "Title",
    BlockKind.BULLET: "List Bullet",
    BlockKind.NUMBERED: "List Number",
    BlockKind.QUOTE: "Quote",
}
_CHARACTERS = {
    RunKind.TEXT: None,
    RunKind.REFERENCE: None,
    RunKind.GAP: "Strong",
    RunKind.WEAK: "Strong",
    RunKind.CITE: "Emphasis",
    RunKind.SOURCE: "SubtleEmphasis",
    RunKind.MARK: "SubtleReference",
}


def build(document: Document, template: Path, context: Path, *, worded: bool) -> None:
    """Write the template, and as JSON what it is filled with."""
    import docx

    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = " ".join(document.header)
    made.sections[0].footer.paragraphs[0].text = document.footer
    filled: dict[str, list[Any]] = {}
    for number, (_, group) in enumerate(groupby(document.blocks, _shape)):
        blocks = list(group)
        name = f"s{number}"
        if blocks[0].table is None and worded:
            filled[name] = _worded(made, name, blocks)
        elif blocks[0].table is None:
            _paragraphs(made, name, blocks[0])
            filled[name] = [_runs(block.runs) for block in blocks]
        else:
            _table(made, name, len(blocks[0].cells))
            filled[name] = [[_runs(cell) for cell in block.cells] for block in blocks]
    made.save(str(template))
    context.write_text(json.dumps(filled, ensure_ascii=False), encoding="utf-8")


def render(case: Path, template: Path, context: Path) -> bytes:
    """Read the case as one usually does, with the C loader, and fill the template."""
    import yaml
    from docxtpl import DocxTemplate

    yaml.load(case.read_bytes(), Loader=yaml.CSafeLoader)
    given = json.loads(context.read_text(encoding="utf-8"))
    filled = DocxTemplate(str(template))
    filled.render({name: [_rich(each) for each in told] for name, told in given.items()})
    made = BytesIO()
    filled.save(made)
    return made.getvalue()


def _rich(told: list[Any]) -> Any:
    """A paragraph as one rich text; a row as a list of them."""
    from docxtpl import RichText

    if told and told[0] and isinstance(told[0][0], list):
        return [_rich(cell) for cell in told]
    text = RichText()
    for words, bold, italic, style in told:
        text.add(words, bold=bold, italic=italic, style=style)
    return text


def _runs(runs: Runs) -> list[list[Any]]:
    found = [[run.text, run.bold, run.italic, _CHARACTERS[run.kind]] for run in runs]
    return found or [["", False, False, None]]


def _shape(block: Block) -> tuple[object, ...]:
    return (block.table.id,) if block.table else (block.kind, block.level, block.style)


def _style(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return f"Heading {block.level}"
    return _STYLES.get(block.kind, "Normal")


def _paragraphs(made: Any, name: str, block: Block) -> None:
    made.add_paragraph("{%p for b in " + name + " %}")
    made.add_paragraph("{{r b }}", style=_style(block))
    made.add_paragraph("{%p endfor %}")


def _worded(made: Any, name: str, blocks: list[Block]) -> list[Any]:
    """A paragraph of the template for each of ours, its words in it; what is to be filled in."""
    filled: list[Any] = []
    for block in blocks:
        paragraph = made.add_paragraph(style=_style(block))
        for run in block.runs:
            text = run.text.replace("{", "(").replace("}", ")")
            if run.kind is not RunKind.TEXT:
                text = "{{r " + f"{name}[{len(filled)}]" + " }}"
                filled.append(_runs((run,)))
            part = paragraph.add_run(text)
            part.bold, part.italic = run.bold or None, run.italic or None
    return filled


def _table(made: Any, name: str, columns: int) -> None:
    table = made.add_table(3, columns, style="Table Grid")
    table.cell(0, 0).text = "{%tr for r in " + name + " %}"
    for column in range(columns):
        table.cell(1, column).text = "{{r r[" + str(column) + "] }}"
    table.cell(2, 0).text = "{%tr endfor %}"


if __name__ == "__main__":
    *paths, target = map(Path, sys.argv[1:])
    target.write_bytes(render(*paths))
