"""Remarks for counsel stand in the margin, on the words they speak of, and nowhere else."""

from __future__ import annotations

import pytest

from drafter.composition.blocks import Audience, Block, BlockKind, Run, RunKind, Table
from drafter.composition.remarking import remarked
from drafter.errors import TemplateError

GAP = Run("[NEED: when]", kind=RunKind.GAP)
WEAK = Run("[WEAK: nothing meets it]", kind=RunKind.WEAK)


def block(id: str, *runs: Run | str, style: str = "", **more: object) -> Block:
    made = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
    return Block(id, BlockKind.PARAGRAPH, made, style=style, **more)  # type: ignore[arg-type]


def remark(id: str, words: str, **more: object) -> Block:
    return block(id, words, style="remark", **more)


def remarks(found: Block) -> dict[str, str]:
    lines = found.cells or (found.runs,)
    return {run.text: run.remark for line in lines for run in line if run.remark}


def test_each_remark_is_on_a_marker_of_its_own() -> None:
    (kept,) = remarked(
        [block("b", "A threat: ", GAP, " ", WEAK), remark("r1", "Ask."), remark("r2", "Meet it.")]
    )
    assert remarks(kept) == {GAP.text: "Ask.", WEAK.text: "Meet it."}


def test_one_remark_is_on_the_last_of_several_markers() -> None:
    (kept,) = remarked([block("b", GAP, " made a threat. ", WEAK), remark("r", "Meet it.")])
    assert remarks(kept) == {WEAK.text: "Meet it."}


def test_what_has_fewer_markers_than_remarks_has_the_rest_on_the_last() -> None:
    (kept,) = remarked([block("b", "A ", GAP), remark("r1", "One."), remark("r2", "Two.")])
    assert remarks(kept) == {GAP.text: "One.\nTwo."}


def test_without_a_marker_it_is_on_the_first_words() -> None:
    (kept, last) = remarked(
        [block("b", "A threat", GAP.text), remark("r", "Ask."), block("c", "x")]
    )
    assert remarks(kept) == {"A threat": "Ask."}
    assert remarks(last) == {}


def test_in_a_row_it_is_on_a_marker_of_any_cell() -> None:
    row = Block("r", BlockKind.ROW, cells=((Run("a"),), (GAP,)), table=Table("t", (500, 500)))
    (kept,) = remarked([row, remark("r", "Ask.")])
    assert remarks(kept) == {GAP.text: "Ask."}


def test_the_block_is_as_private_as_its_remark_and_rests_on_its_facts() -> None:
    (kept,) = remarked(
        [block("b", GAP, sources=("f",)),
         remark("r", "Ask.", sources=("g", "f"), audience=Audience.INTERNAL)]
    )  # fmt: skip
    assert kept.sources == ("f", "g")
    assert kept.audience is Audience.INTERNAL
    assert kept.text == GAP.text


def test_a_remark_on_nothing_is_refused() -> None:
    with pytest.raises(TemplateError, match="nothing stands before it"):
        remarked([remark("r", "Ask."), block("b", "x")])
