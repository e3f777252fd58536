"""Documents for the tests of the writer and the reader."""

from __future__ import annotations

from pathlib import Path

from drafter.composition.blocks import (
    Audience,
    Block,
    BlockKind,
    Document,
    Properties,
    Run,
    RunKind,
    Table,
)

OFFICE = Path(__file__).resolve().parents[2] / "templates" / "office.docx"
TABLE = Table("t", (200, 300, 500))


def paragraph(id: str, text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 1) -> Block:
    return Block(id, kind, (Run(text),), level=level)


def row(id: str, *cells: str, table: Table = TABLE, header: bool = False) -> Block:
    return Block(
        id,
        BlockKind.ROW,
        cells=tuple((Run(cell),) for cell in cells),
        table=table,
        header=header,
    )


def document(
    *blocks: Block,
    audience: Audience = Audience.INTERNAL,
    title: str = "Memorandum",
    header: tuple[str, ...] = ("PRIVILEGED",),
    footer: str = "United States v. Ocampo",
) -> Document:
    properties = Properties(title, "Subject", "Office", "en-US", "2026-11-24T00:00:00+00:00")
    return Document("duress_memo", audience, properties, header, footer, blocks)


def in_note(*texts: str) -> tuple[Run, ...]:
    return tuple(Run(text, note=True) for text in texts)


def everything() -> Document:
    """Every kind of block at every level, and every kind of run in both weights."""
    runs = tuple(
        Run(f"{kind} {bold} {italic} ", bold, italic, kind)
        for kind in RunKind
        for bold in (False, True)
        for italic in (False, True)
    )
    blocks = [
        paragraph("title", "Title", BlockKind.TITLE),
        *(paragraph(f"h{n}", f"Heading {n}", BlockKind.HEADING, n) for n in range(1, 5)),
        Block("runs", BlockKind.PARAGRAPH, runs),
        Block("noted", BlockKind.PARAGRAPH, (Run("He knew."), *in_note("R. 12", "."), Run(" So."))),
        *(paragraph(f"b{n}", f"bullet {n}", BlockKind.BULLET, n) for n in range(1, 4)),
        *(paragraph(f"n{n}", f"number {n}", BlockKind.NUMBERED, n) for n in range(1, 4)),
        paragraph("quote", "quoted", BlockKind.QUOTE),
        paragraph("box", "boxed", BlockKind.BOX),
        row("head", "Item", "Effect", "Reason", header=True),
        row("one", "1", "helps", "because"),
        Block(
            "two",
            BlockKind.ROW,
            cells=((Run("2"), *in_note("R. 3.")), (Run("a"), *in_note("b"), Run("c")), ()),
            table=TABLE,
        ),
        row("other", "x", "y", "z", table=Table("u", (300, 300, 400), header_rows=0)),
    ]
    return document(*blocks)
