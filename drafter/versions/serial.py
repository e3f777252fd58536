"""Documents as plain JSON values and back, nothing lost."""

from __future__ import annotations

from typing import Any

from msgspec import convert, to_builtins

from drafter.composition.blocks import (
    STAMP,
    Audience,
    Block,
    BlockKind,
    Document,
    Properties,
    Run,
    RunKind,
    Runs,
    Table,
)
from drafter.composition.figures import Figure

Json = dict[str, Any]
# Finding a member through its enum is slow, and a long memo asks 15,000 times.
_RUN_KINDS = {kind.value: kind for kind in RunKind}
_BLOCK_KINDS = {kind.value: kind for kind in BlockKind}
_AUDIENCES = {audience.value: audience for audience in Audience}


def runs_value(runs: Runs) -> list[list[object]]:
    """Return runs as short lists: text, look, kind, reference, and the remark if there is one."""
    return [
        [run.text, _look(run), run.kind.value, run.ref, *([run.remark] if run.remark else ())]
        for run in runs
    ]


def _look(run: Run) -> int:
    return run.bold + 2 * run.italic + 4 * run.note


def runs_from(value: list[list[Any]]) -> Runs:
    """Return the runs those lists stand for."""
    return tuple(
        [
            Run(
                text, bool(look & 1), bool(look & 2), _RUN_KINDS[kind], ref, bool(look & 4), *remark
            )
            for text, look, kind, ref, *remark in value
        ]
    )


def block_value(block: Block) -> Json:
    """Return a block, fields at their defaults left out."""
    value: Json = {"id": block.id, "kind": block.kind.value}
    if block.cells:
        value["cells"] = [runs_value(cell) for cell in block.cells]
    if block.kind is not BlockKind.ROW:
        value["runs"] = runs_value(block.runs)
    if block.level != 1:
        value["level"] = block.level
    if block.table is not None:
        value["table"] = _table_value(block.table)
    if block.header:
        value["header"] = True
    for name in ("style", "sources", "authorities"):
        if found := getattr(block, name):
            value[name] = found if isinstance(found, str) else list(found)
    if block.audience is not Audience.OUTWARD:
        value["audience"] = int(block.audience)
    if block.figure is not None:
        value["figure"] = to_builtins(block.figure)
    return value


def _table_value(table: Table) -> list[object]:
    more = [table.landscape, table.style] if table.landscape or table.style else []
    return [table.id, list(table.widths), table.header_rows, *more]


def block_from(value: Json) -> Block:
    """Return the block that value stands for."""
    table = value.get("table")
    return Block(
        value["id"],
        _BLOCK_KINDS[value["kind"]],
        runs_from(value.get("runs", [])),
        tuple([runs_from(cell) for cell in value.get("cells", [])]),
        value.get("level", 1),
        Table(table[0], tuple(table[1]), *table[2:]) if table else None,
        value.get("header", False),
        value.get("style", ""),
        tuple(value.get("sources", ())),
        tuple(value.get("authorities", ())),
        _AUDIENCES[value.get("audience", 0)],
        convert(value["figure"], Figure) if "figure" in value else None,
    )


def document_value(document: Document) -> Json:
    """Return a document with everything it holds."""
    properties = document.properties
    return {
        "kind": document.kind,
        "audience": int(document.audience),
        "properties": {name: getattr(properties, name) for name in Properties.__struct_fields__},
        "header": list(document.header),
        "running": document.running,
        "footer": document.footer,
        "blocks": [block_value(block) for block in document.blocks],
    }


def document_from(value: Json) -> Document:
    """Return the document that value stands for."""
    return Document(
        value["kind"],
        Audience(value["audience"]),
        Properties(**value["properties"]),
        tuple(value["header"]),
        value["footer"],
        tuple(block_from(block) for block in value["blocks"]),
        value.get("running", ""),
    )


def substance(document: Document) -> list[object]:
    """Return what makes a version: its blocks, without the day and inputs they print."""
    return [_substance(block_value(block)) for block in document.blocks]


def _substance(value: Json) -> Json:
    for runs in (value.get("runs", []), *value.get("cells", [])):
        for run in runs:
            if run[3].startswith(STAMP):
                run[0] = ""
    return value
