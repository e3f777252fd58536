"""Drafts for the tests of the store and the comparison."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from drafter.composition.blocks import Audience, Block, BlockKind, Document, Properties, Run
from drafter.versions.draft import Conclusion, Draft, FactSnapshot, Inputs

DAY = date(2026, 11, 24)
INPUTS = Inputs("a" * 64, "b" * 64, "c" * 64, "0.1.0")


def block(id: str, text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(id, kind, (Run(text),))


def draft(
    *blocks: Block,
    series: str = "duress_memo",
    audience: Audience = Audience.INTERNAL,
    case_id: str = "border-courier",
    case: str = "a" * 64,
    as_of: date = DAY,
    through: date | None = None,
    conclusions: tuple[Conclusion, ...] = (),
    facts: dict[str, FactSnapshot] | None = None,
) -> Draft:
    properties = Properties("Memo", created="2026-11-24T00:00:00+00:00")
    document = Document(series, audience, properties, ("LEGEND",), "footer", blocks)
    return Draft(
        case_id,
        series,
        "working",
        document,
        conclusions,
        facts or {},
        replace(INPUTS, case=case),
        as_of,
        through,
        "../casefiles/border-courier.yaml",
    )
