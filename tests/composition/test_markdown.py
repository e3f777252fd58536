"""The Markdown twin: what it says is what the document says."""

from __future__ import annotations

import re
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

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
from drafter.composition.markdown import markdown

TABLE = Table("t", (300, 700))


def document(*blocks: Block, header: tuple[str, ...] = (), footer: str = "") -> Document:
    return Document("letter", Audience.INTERNAL, Properties("Letter"), header, footer, blocks)


def block(kind: BlockKind, *runs: Run | str, level: int = 1, id: str = "b") -> Block:
    made = tuple(run if isinstance(run, Run) else Run(run) for run in runs)
    return Block(id, kind, made, level=level)


def row(*cells: str, header: bool = False, table: Table = TABLE) -> Block:
    return Block(
        "r", BlockKind.ROW, cells=tuple((Run(cell),) for cell in cells), table=table, header=header
    )


def test_every_kind_of_block() -> None:
    written = markdown(
        document(
            block(BlockKind.TITLE, "Memo"),
            block(BlockKind.HEADING, "Facts"),
            block(BlockKind.HEADING, "Bad ones", level=2),
            block(BlockKind.PARAGRAPH, "She ", Run("drove", bold=True), "."),
            block(BlockKind.BULLET, "one"),
            block(BlockKind.BULLET, "deeper", level=2),
            block(BlockKind.BULLET, "two"),
            block(BlockKind.NUMBERED, "first"),
            block(BlockKind.NUMBERED, "second"),
            block(BlockKind.QUOTE, "words"),
            block(BlockKind.BOX, "mind"),
            row("a", "b", header=True),
            row("c", "d|e"),
            row("x", "y", table=Table("u", (500, 500), header_rows=0)),
            header=("PRIVILEGED",),
            footer="No. 1",
        )
    )
    assert written == (
        "**PRIVILEGED**\n\n# Memo\n\n## Facts\n\n### Bad ones\n\nShe **drove**.\n\n"
        "- one\n    - deeper\n- two\n\n1. first\n1. second\n\n> words\n\n> mind\n\n"
        "| a | b |\n| --- | --- |\n| c | d\\|e |\n\n|  |  |\n| --- | --- |\n| x | y |\n\nNo. 1\n"
    )


def test_notes_stand_after_their_stretch_under_the_name_of_their_block() -> None:
    def noted(id: str, kind: BlockKind, words: str) -> Block:
        return block(kind, words, Run("*R.* 1", note=True), " on", Run("R. 2", note=True), id=id)

    written = markdown(
        document(
            noted("one", BlockKind.BULLET, "one"),
            noted("two", BlockKind.BULLET, "two"),
            noted("three", BlockKind.PARAGRAPH, "three"),
        )
    )
    one, two, three = (sha256(id.encode()).hexdigest()[:8] for id in ("one", "two", "three"))
    assert written == (
        f"- one[^{one}] on[^{one}-2]\n- two[^{two}] on[^{two}-2]\n\n"
        f"[^{one}]: \\*R.\\* 1\n\n[^{one}-2]: R. 2\n\n"
        f"[^{two}]: \\*R.\\* 1\n\n[^{two}-2]: R. 2\n\n"
        f"three[^{three}] on[^{three}-2]\n\n[^{three}]: \\*R.\\* 1\n\n[^{three}-2]: R. 2\n"
    )


def test_the_look_of_runs() -> None:
    written = markdown(
        document(
            block(
                BlockKind.PARAGRAPH,
                "See ",
                Run("Dixon", italic=True, kind=RunKind.CITE),
                Run(", 548 U.S. 1", kind=RunKind.CITE),
                Run(" [not cite-checked]", kind=RunKind.MARK),
                " ",
                Run("[NEED: the hour]", kind=RunKind.GAP),
                Run(" both ", bold=True, italic=True),
                "end",
            )
        )
    )
    assert written == (
        "See *Dixon*, 548 U.S. 1 \\[not cite-checked\\] **\\[NEED: the hour\\]** ***both*** end\n"
    )


def read(text: str) -> list[tuple[str, str]]:
    """The kinds and words of a Markdown text as a reader of it sees them."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    found = []
    for before, token in pairwise(tokens):
        if token.type == "inline":
            words = "".join(map(_words, token.children or ()))
            found.append((before.type, words.strip()))
    return found


def _words(token: Token) -> str:
    """What a reader sees of a part of a line; of all of HTML, a new line alone may be there."""
    if token.type == "html_inline":
        assert token.content == "<br>"
        return "\n"
    return token.content


def seen(text: str) -> str:
    """The words of a line: blanks around it are no part of it, a carriage return is a space."""
    return re.sub(r"\r+", " ", text).strip()


hostile = st.text(
    st.sampled_from(list("ab1.) #*_`~[](){}<>!|\\&;-+=$:/@\"'\t\n§“”’\u00a0é")), max_size=30
) | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20)
looks = st.builds(Run, hostile, st.booleans(), st.booleans(), st.sampled_from(RunKind))


@given(st.lists(looks, min_size=1, max_size=5))
@example([Run("a"), Run("(b)", bold=True), Run("c", italic=True)])
@example([Run("1. a\\")])
@example([Run("&amp; <b> ![x](y) https://x.org")])
@example([Run("    code")])
@example([Run("--- "), Run("*", bold=True)])
@example([Run("| a | b |\n| --- | --- |")])
def test_what_goes_in_is_what_a_reader_sees(runs: list[Run]) -> None:
    words = seen("".join(run.text for run in runs))
    if not words:
        return
    made = block(BlockKind.PARAGRAPH, *runs)
    assert read(markdown(document(made))) == [("paragraph_open", words)]


@given(st.lists(hostile, min_size=2, max_size=2))
def test_cells_stay_apart(cells: list[str]) -> None:
    words = [seen(cell) for cell in cells]
    written = markdown(document(row("head", "head", header=True), row(*cells)))
    found = [text for kind, text in read(written) if kind in ("td_open", "th_open")]
    assert found == ["head", "head", *words]


@given(hostile, st.sampled_from(["heading", "bullet", "numbered", "quote"]))
@example("No. 1 #", "heading")
@example("##", "heading")
def test_blocks_stay_what_they_are(text: str, kind: str) -> None:
    words = seen(text)
    if not words:
        return
    opened = "heading_open" if kind == "heading" else "paragraph_open"
    found = read(markdown(document(block(BlockKind(kind), text), block(BlockKind.BOX, "next"))))
    assert found == [(opened, words), ("paragraph_open", "next")]


def test_an_item_whose_parent_printed_nothing_is_no_code() -> None:
    written = markdown(document(block(BlockKind.BULLET, "deep", level=3)))
    assert written == "- deep\n"


@pytest.mark.parametrize("line", ["", " ", "\t"])
def test_blank_margins_leave_no_marks(line: str) -> None:
    written = markdown(document(block(BlockKind.PARAGRAPH, "x"), header=(line,), footer=line))
    assert written == "x\n"
