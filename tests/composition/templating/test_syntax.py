"""Tags: which there are, where they may stand, and where mistakes in them are."""

from __future__ import annotations

import pytest

from tests.composition.rendering import Fact, refusal, render, texts

FACT = Fact("f1", "the call")


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("a {{ f.what", "1:3", "not closed"),
        ("a\n{% if f %}\nb", "2:1", "`if` is not closed in the file"),
        ("a {% if f %} b", "1:3", "`if` is not closed in this paragraph"),
        ("a {% if f %}\n\nb{% endif %}", "1:3", "not closed in this paragraph"),
        ("a {% endif %}", "1:3", "`endif` closes nothing"),
        ("{% for x in f.words %}\na\n{% endif %}", "3:1", "`endif` closes nothing"),
        ("{% else %}", "1:1", "`else` closes nothing"),
        ("a **b {% if f %}c** d{% endif %}", "1:1", "`strong` closes nothing"),
        ("a {% if f %}**b{% endif %}**", "1:16", "`endif` closes nothing"),
        ("a **b {% else %} c**", "1:7", "`else` closes nothing"),
        ("a\n{%- if f %}", "2:1", "a tag with `-`"),
        ("a {{ f.what -}}", "1:3", "a tag with `-`"),
        ("a {% raw %}b{% endraw %}", "1:3", "no `raw`"),
        ('{% extends "x" %}', "1:1", "no tag `extends`"),
        ("{% block x %}\na\n{% endblock %}", "1:1", "no tag `block`"),
        ("{% filter sentence %}a{% endfilter %}", "1:1", "no tag `filter`"),
        ("a\x02b", "1:2", "a control character"),
        ("a <!-- b", "1:1", "comment"),
        ("ab\n\nc {{ f.what | }}", "3:3", "expected token"),
        ("ab {{ f.what ~ 'x' }}", "1:4", "`~` is not used"),
        ("ab {{ f.what is defined }}", "1:4", "there is no test `defined`, only `is none`"),
        ("ab {{ _filters }}", "1:4", "no name `_filters`"),
        ("{% for a, b in f.parts %}\nx\n{% endfor %}", "1:1", "runs over one name"),
        ("{% for a in f.parts recursive %}x{% endfor %}", "1:1", "cannot call itself"),
        ("a\n{% include name %}", "2:1", "in quotation marks"),
        ('{% include "x" ignore missing %}', "1:1", "in quotation marks"),
        ('a\n\n{% include "../x.md.j2" %}', "3:1", "there is no template"),
        ('{% include "body.md.j2" %}', "1:1", "takes in itself"),
    ],
)
def test_refused(text: str, where: str, message: str) -> None:
    place, said = refusal(text, f=FACT)
    assert message in said
    assert place == f"body.md.j2:{where}"


def test_a_tag_may_take_several_lines_and_hold_what_markdown_would_read() -> None:
    text = (
        'a {{ join_and([\n  "|", "**",\n  "{#x}"\n]) }} b\n\n'
        '{% if f.what ==\n"the call" %}\nc {#c}\n{% endif %}'
    )
    assert texts(render(text, f=FACT)) == ["a |, **, and {#x} b", "c"]


def test_a_mistake_after_a_long_tag_and_a_comment_is_on_its_own_line() -> None:
    text = '<!-- a\nb -->\n{{ join_and([\n"a"]) }}\n\nx {{ f.what }} {{ f.nothing }}'
    assert refusal(text, f=FACT)[0] == "body.md.j2:6:16"

    text = '<!-- a\nb -->\n{{ join_and([\n"a"]) }}\n\n# No id'
    assert refusal(text, f=FACT)[0] == "body.md.j2:6:1"
    text = 'x {{ join_and([\n"a"]) }} {{ f.nothing }} {{ f.what }}'
    assert refusal(text, f=FACT)[0] == "body.md.j2:2:10"


def test_a_mistake_inside_a_tag_over_several_lines_is_on_its_line() -> None:
    assert refusal('{{ join_and([\n"a" "b"\n1, ]) }}\n\nx', f=FACT)[0] == "body.md.j2:3:1"
