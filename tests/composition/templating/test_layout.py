"""The block syntax."""

from __future__ import annotations

import pytest

from drafter.composition.blocks import BlockKind, Run
from tests.composition.rendering import Fact, refusal, render, texts

FACT = Fact("f1", "the call")


@pytest.mark.parametrize(
    ("text", "kind", "level", "words"),
    [
        ("# Facts {#facts}", BlockKind.HEADING, 1, "Facts"),
        ("#### Deep {#deep}", BlockKind.HEADING, 4, "Deep"),
        ("Plain words.", BlockKind.PARAGRAPH, 1, "Plain words."),
        ("Two\nlines.", BlockKind.PARAGRAPH, 1, "Two lines."),
        ("  Two \n   lines.  ", BlockKind.PARAGRAPH, 1, "Two lines."),
        ("- item", BlockKind.BULLET, 1, "item"),
        ("- item\n  goes on", BlockKind.BULLET, 1, "item goes on"),
        ("7. item", BlockKind.NUMBERED, 1, "item"),
        ("The Memo {.title}", BlockKind.TITLE, 1, "The Memo"),
        ("He said. {.quote}", BlockKind.QUOTE, 1, "He said."),
        ("Stop. {#stop .box}", BlockKind.BOX, 1, "Stop."),
        (r"\# no heading", BlockKind.PARAGRAPH, 1, "# no heading"),
        (r"\- no item", BlockKind.PARAGRAPH, 1, "- no item"),
        (r"text \{#x}", BlockKind.PARAGRAPH, 1, "text {#x}"),
        (r"2 \* 2", BlockKind.PARAGRAPH, 1, "2 * 2"),
        ("Name: ______, date: ______", BlockKind.PARAGRAPH, 1, "Name: ______, date: ______"),
        ("18 U.S.C. § 924(c) -- (tm) ... 1/2", BlockKind.PARAGRAPH, 1, None),
        ("\"The client's,\" 'he'", BlockKind.PARAGRAPH, 1, "“The client’s,” ‘he’"),
        ('"{{ f.what }}" is {{ f.what }}\'s', BlockKind.PARAGRAPH, 1, "“the call” is the call’s"),
        ("a <!-- b\nc -->d", BlockKind.PARAGRAPH, 1, "a d"),
        ("a\n<!-- b -->\nd", BlockKind.PARAGRAPH, 1, "a d"),
        ("\ufeffa\r\nb", BlockKind.PARAGRAPH, 1, "a b"),
        ("a<b & c", BlockKind.PARAGRAPH, 1, "a<b & c"),
        (
            "{% set x = f.what|join_and if false else f.what %}{{ x }}",
            BlockKind.PARAGRAPH,
            1,
            "the call",
        ),
    ],
)
def test_what_a_line_becomes(text: str, kind: BlockKind, level: int, words: str | None) -> None:
    (block,) = render(text, f=FACT)
    assert (block.kind, block.level, block.text) == (kind, level, words or text)


def test_a_class_that_is_no_kind_names_a_style() -> None:
    (block,) = render("For the court. {.Caption}")
    assert (block.kind, block.style) == (BlockKind.PARAGRAPH, "Caption")


def test_depth_comes_from_indentation() -> None:
    blocks = render(
        "- a {#a}\n  - b {#b}\n{% if true %}\n      1. c {#c}\n{% endif %}\n\n"
        "  - d {#d}\n- e {#e}\n\n"
        "Words.\n\n    - f {#f}\n"
    )
    assert [block.level for block in blocks] == [1, 2, 3, 2, 1, 1, 1]


@pytest.mark.parametrize("indent", ["", "    "])
def test_tag_lines_stand_around_items(indent: str) -> None:
    text = f"- a {{#a}}\n{indent}{{% if show %}}\n- b {{#b}}\n{indent}{{% endif %}}\n- c {{#c}}\n"
    assert texts(render(text, show=True)) == ["a", "b", "c"]
    assert texts(render(text, show=False)) == ["a", "c"]


def test_emphasis_becomes_runs_and_neighbors_of_one_look_are_one() -> None:
    (block,) = render("a **b {{ f.what }} c** *d* ***e***{{ f.what }}", f=FACT)
    assert block.runs == (
        Run("a "),
        Run("b the call c", bold=True),
        Run(" "),
        Run("d", italic=True),
        Run(" "),
        Run("e", bold=True, italic=True),
        Run("the call"),
    )


def test_spaces_around_what_is_left_out_become_one() -> None:
    text = " {% if no %}x{% endif %} a {% if no %}b{% endif %} c {% if no %}d{% endif %} "
    assert texts(render(text, no=False)) == ["a c"]


def test_a_table_has_rows_of_cells() -> None:
    blocks = render(
        '::: table {#t} widths="300 700" header=1\n| A | **B** |\n\n{% for x in fs %}\n'
        "| {{ x.what }} | {{ x.words|join_and }} \\| {{ '|' }} | {#row .tight}\n{% endfor %}\n:::",
        fs=(Fact("f1", "one", words=("a", "b")), Fact("f2", "two|*", words=("|",))),
    )
    assert texts(blocks) == ["A\tB", "one\ta and b | |", "two|*\t| | |"]
    assert [block.header for block in blocks] == [True, False, False]
    assert blocks[0].cells[1] == (Run("B", bold=True),)
    assert blocks[1].style == "tight"
    assert {block.table for block in blocks} == {blocks[0].table}
    assert blocks[0].table is not None
    assert (blocks[0].table.widths, blocks[0].table.header_rows) == ((300, 700), 1)


def test_an_empty_cell_keeps_its_place_and_an_empty_row_does_not() -> None:
    blocks = render(
        '::: table {#t} widths="300 700"\n| {{ w }} | b | {#x}\n'
        "| | {{ w }} | {#y}\n| a || {#z}\n:::",
        w="",
    )
    assert texts(blocks) == ["\tb", "a\t"]


def test_a_block_without_words_is_left_out() -> None:
    text = "{% if no %}a{% endif %}\n\n- {{ empty }}\n\n**{% if no %}b{% endif %}** {#c}\n\nend"
    assert texts(render(text, no=False, empty="")) == ["end"]


TABLE = '::: table {#t} widths="500 500"\n'


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("a\n\n# Facts", "3:1", "a heading without an id"),
        ("#Facts {#f}", "1:1", "starts like Markdown"),
        ("##### Facts {#f}", "1:1", "starts like Markdown"),
        ("a\n> b", "2:1", "starts like Markdown"),
        ("* b", "1:1", "starts like Markdown"),
        ("a\n---", "2:1", "starts like Markdown"),
        ("| a |", "1:1", "starts like Markdown"),
        ("<b>a</b>", "1:1", "starts like Markdown"),
        ("::: box\na\n:::", "1:1", "starts like Markdown"),
        ("a **b", "1:1", "an asterisk that makes no emphasis"),
        ("- **Client:**{{ f.what }}", "1:1", "an asterisk that makes no emphasis"),
        ("a _b_", "1:1", "underscores around words"),
        ("a\n\n  b {#B}", "3:3", "`{#B}` is no name"),
        ("b {audience=outward}", "1:1", "no name, class or audience"),
        ("b {#a #b}", "1:1", "no name, class or audience"),
        ("b {}", "1:1", "no name, class or audience"),
        ("- b {.box}", "1:1", "`.box` is for paragraphs"),
        ("b\n    {% if true %}\nc\n    {% endif %}", "2:5", "indented under a paragraph"),
        ("- a\n  - b\n    - c\n      - d", "4:7", "lines up with no list"),
        ("- a\n  - b\n - c", "3:2", "lines up with no list"),
        ('::: table widths="1000"\n| a |\n:::', "1:1", "its id and its widths"),
        ("::: table {#t}\n| a |\n:::", "1:1", "add up to 0"),
        ('::: table {#t} widths="500 400"\n| a | b |\n:::', "1:1", "add up to 900"),
        ('::: table {#t} widths="500 x"\n| a | b |\n:::', "1:1", "its id and its widths"),
        (TABLE + "| a |\n:::", "2:1", "1 cells in a table of 2"),
        (TABLE + "| a | b | c |\n:::", "2:1", "3 cells in a table of 2"),
        (TABLE + "words\n:::", "2:1", "not a row"),
        (TABLE + "| a | b\n:::", "2:1", "not a row"),
        (TABLE + "|---|---|\n:::", "2:1", "no line of dashes"),
        (TABLE + "| a | b |\n", "1:1", "a table is not closed"),
        (TABLE + "{% if true %}\n| a | b |\n:::\n{% endif %}", "4:1", "`:::` closes nothing"),
    ],
)
def test_refused(text: str, where: str, message: str) -> None:
    place, said = refusal(text, f=FACT)
    assert place == f"body.md.j2:{where}"
    assert message in said


def test_the_first_row_of_a_table_is_its_heading_unless_it_says_otherwise() -> None:
    rows = "| a | {#x}\n| b | {#y}\n:::"
    heading, row = render(f'::: table {{#t}} widths="1000"\n{rows}')
    assert (heading.header, row.header) == (True, False)
    assert [each.header for each in render(f'::: table {{#t}} widths="1000" header=0\n{rows}')] == [
        False,
        False,
    ]
