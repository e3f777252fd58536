"""Documents as plain JSON values, and as they are read back, nothing lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct, to_builtins
from msgspec.structs import astuple

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


def runs_value(runs: Runs) -> list[list[object]]:
    """Return runs as short lists: text, look, kind, reference, and the remark if there is one."""
    return [
        [run.text, _look(run), run.kind.value, run.ref, *([run.remark] if run.remark else ())]
        for run in runs
    ]


def _look(run: Run) -> int:
    return run.bold + 2 * run.italic + 4 * run.note


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


class StoredRun(Struct, array_like=True, gc=False):
    """A run as ``runs_value`` writes it."""

    text: str
    look: int
    kind: RunKind
    ref: str
    remark: str = ""


def runs_from(stored: Iterable[StoredRun]) -> Runs:
    """Return the runs that were stored."""
    return tuple(
        [
            Run(
                each.text,
                bool(each.look & 1),
                bool(each.look & 2),
                each.kind,
                each.ref,
                bool(each.look & 4),
                each.remark,
            )
            for each in stored
        ]
    )


class _StoredTable(Struct, array_like=True, gc=False):
    id: str
    widths: tuple[int, ...]
    header_rows: int = 1
    landscape: bool = False
    style: str = ""


class StoredBlock(Struct, gc=False):
    """A block as ``block_value`` writes it."""

    id: str
    kind: BlockKind
    runs: list[StoredRun] = []
    cells: list[list[StoredRun]] = []
    level: int = 1
    table: _StoredTable | None = None
    header: bool = False
    style: str = ""
    sources: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    audience: Audience = Audience.OUTWARD
    figure: Figure | None = None

    def read(self) -> Block:
        """Return the block."""
        return Block(
            self.id,
            self.kind,
            runs_from(self.runs),
            tuple([runs_from(cell) for cell in self.cells]),
            self.level,
            Table(*astuple(self.table)) if self.table else None,
            self.header,
            self.style,
            self.sources,
            self.authorities,
            self.audience,
            self.figure,
        )


class StoredDocument(Struct):
    """A document as ``document_value`` writes it."""

    kind: str
    audience: Audience
    properties: Properties
    header: tuple[str, ...]
    footer: str
    blocks: list[StoredBlock]
    running: str = ""

    def read(self) -> Document:
        """Return the document."""
        return Document(
            self.kind,
            self.audience,
            self.properties,
            self.header,
            self.footer,
            tuple([block.read() for block in self.blocks]),
            self.running,
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
