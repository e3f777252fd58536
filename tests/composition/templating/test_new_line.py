"""A line that begins within a cell, an item or a paragraph."""

from __future__ import annotations

import pytest

from drafter.composition.blocks import Audience, Document, Properties, Run
from drafter.composition.markdown import markdown
from drafter.composition.templating.line import new_line
from drafter.composition.templating.values import Functions
from drafter.word.reading.reader import read_blocks
from drafter.word.writing.writer import WordWriter
from tests.composition.rendering import FUNCTIONS, Fact, render
from tests.word.documents import OFFICE

LINES = Functions(
    FUNCTIONS.filters, {**FUNCTIONS.globals, "new_line": new_line}, FUNCTIONS.audience_of
)
ITEMS = (Fact("f1", "first"), Fact("f2", "second\nhalf"), Fact("f3", "third"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a {{ new_line() }} b", ["a", "b"]),
        ("a{{ new_line() }}b", ["a", "b"]),
        ("a {{ new_line() }} {{ new_line() }} b", ["a", "b"]),
        ("{{ new_line() }} a {{ new_line() }}", ["a"]),
        ("a **{{ new_line() }} b** {{ new_line() }} c", ["a", "b", "c"]),
        ("**a** {{ new_line() }} **b**", ["a", "b"]),
        ("x:{% for i in items %}{{ new_line() }}{{ i.what }}; {% endfor %}",
         ["x:", "first;", "second half;", "third;"]),
        ("{% for i in items %}{% if i.id == 'f9' %}{{ i.what }}{% endif %}{{ new_line() }}"
         "{% endfor %} a", ["a"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["%s", "- %s", '::: table {#t} widths="500 500"\n| k | %s |\n:::'])
def test_each_line_has_words_and_no_space_around_them(
    text: str, lines: list[str], form: str
) -> None:
    (block,) = render(form % text, None, LINES, items=ITEMS)
    runs = block.cells[-1] if block.cells else block.runs
    assert "".join(run.text for run in runs).split("\n") == lines


def test_a_block_of_lines_without_words_is_none() -> None:
    assert not render("{{ new_line() }}{{ new_line() }}", None, LINES)


def test_its_lines_are_those_of_the_word_file_and_of_the_markdown_twin() -> None:
    text = '::: table {#t} widths="500 500"\n| k | **a** {{ new_line() }} *b* < c |\n:::'
    blocks = render(text, None, LINES)
    assert blocks[0].cells[1] == (
        Run("a", bold=True),
        Run("\n"),
        Run("b", italic=True),
        Run(" < c"),
    )
    document = Document("memo", Audience.INTERNAL, Properties("Memo"), (), "", blocks)
    read = read_blocks(WordWriter(OFFICE).write(document))
    assert [each.text for each in read] == ["k\ta\nb < c"]
    assert "| k | **a**<br>*b* \\< c |" in markdown(document)
