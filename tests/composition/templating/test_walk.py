"""Ids, audience and provenance of blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.composition.blocks import Audience, Block, Run, RunKind
from drafter.errors import TemplateError
from tests.composition.rendering import (
    FUNCTIONS,
    Fact,
    Group,
    Kind,
    ids,
    refusal,
    render,
    texts,
)

FACTS = (Fact("f1", "one"), Fact("f2", "two"))
GROUPS = (Group("g1", "First", FACTS), Group("g2", "Second", FACTS[:1]))


def test_an_id_is_section_name_and_the_loops_around() -> None:
    blocks = render(
        "before\n\n# A {#a}\nwords\n\nnamed {#name}\n\n- item\n"
        "{% for g in gs %}\n## {{ g.title }} {#group}\nwords\n{% for f in g.facts %}\n"
        "- {{ f.what }} {#fact}\n{% endfor %}\n{% endfor %}\n\nafter",
        gs=GROUPS,
    )
    assert ids(blocks) == [
        "front/paragraph",
        "a",
        "a/paragraph",
        "a/name",
        "a/bullet",
        "group/g1",
        "group/paragraph/g1",
        "group/fact/g1/f1",
        "group/fact/g1/f2",
        "group/g2",
        "group/paragraph/g2",
        "group/fact/g2/f1",
        "group/paragraph",
    ]


def test_the_id_of_a_row_has_its_tables() -> None:
    text = (
        '# S {#s}\n{% for g in gs %}\n::: table {#t} widths="1000" header=1\n| {{ g.title }} |\n'
        "{% for f in g.facts %}\n| {{ f.what }} |\n{% endfor %}\n:::\n{% endfor %}"
    )
    blocks = render(text, gs=GROUPS)
    assert ids(blocks)[1:4] == ["s/t/header/g1", "s/t/row/g1/f1", "s/t/row/g1/f2"]
    assert [block.table.id for block in blocks if block.table] == ["s/t/g1"] * 3 + ["s/t/g2"] * 2


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("ca9", "ca10"), ["ca9", "ca10"]),
        ((3, 4), ["3", "4"]),
        ((Kind.DEATH,), ["death"]),
        ((Fact("f1", "one").when,), ["2026-03-12"]),
    ],
)
def test_a_word_number_or_date_is_its_own_id(
    items: tuple[object, ...], expected: list[str]
) -> None:
    blocks = render("{% for x in xs %}\nwords\n{% endfor %}", xs=items)
    assert ids(blocks) == [f"front/paragraph/{item}" for item in expected]


def test_a_sentence_looped_over_gets_a_short_id_without_its_words() -> None:
    text = "{% for x in xs %}\n{{ x }}\n{% endfor %}"
    first, second = ids(render(text, xs=("He said / left.", "Other words.")))
    assert ids(render(text, xs=("Other words.", "He said / left."))) == [second, first]
    assert "said" not in first
    assert first.count("/") == 2


def test_macros_and_includes_take_the_ids_of_their_caller() -> None:
    blocks = render(
        '{% import "m.md.j2" as m %}\n# S {#s}\n{% for f in fs %}\n{{ m.told(f) }}\n'
        '{% include "i.md.j2" %}\n{% endfor %}',
        {
            "m.md.j2": "{% macro told(f) %}\n- {{ f.what }}, {{ cite('d') }} {#t}\n{% endmacro %}",
            "i.md.j2": "Included {{ f.what }} {{ source(f) }} {#included}",
        },
        fs=FACTS,
    )
    assert ids(blocks) == ["s", "s/t/f1", "s/included/f1", "s/t/f2", "s/included/f2"]
    assert blocks[1].text == "one, Dixon, 548 U.S. 1"
    assert blocks[1].authorities == ("d",)
    assert blocks[2].sources == ("f1",)


def test_names_of_includes_count_from_the_root_or_from_the_neighbor() -> None:
    files = {
        "memo/a.md.j2": '{% include "./b.md.j2" %}\n{% include "shared/c.md.j2" %}',
        "memo/b.md.j2": "b {#b}",
        "shared/c.md.j2": "c {#c}",
    }
    assert texts(render('{% include "memo/a.md.j2" %}', files)) == ["b", "c"]


def test_a_macro_may_make_words_or_one_paragraph_inside_a_line() -> None:
    text = (
        "{% macro who(f) %}**{{ f.what }}**{% endmacro %}\n{% macro told(f) %}\n"
        "{{ who(f) }} (*{{ source(f) }}*)\n{% endmacro %}\n*See {{ told(f) }}.*"
    )
    (block,) = render(text, f=FACTS[0])
    assert block.runs == (
        Run("See ", italic=True),
        Run("one", bold=True, italic=True),
        Run(" (", italic=True),
        Run("src f1", italic=True, kind=RunKind.SOURCE, ref="f1"),
        Run(").", italic=True),
    )


def test_such_a_macro_may_be_called_twice_in_a_line() -> None:
    text = "{% macro m(f) %}\n{{ f.what }}\n{% endmacro %}\n{{ m(a) }} and {{ m(b) }}"
    assert texts(render(text, a=FACTS[0], b=FACTS[1])) == ["one and two"]


def test_runs_of_functions_keep_their_look_and_their_references() -> None:
    made = (Run("src", kind=RunKind.SOURCE, ref="f9"), Run("b", bold=True), Run("c", bold=True))
    functions = replace(FUNCTIONS, globals={**FUNCTIONS.globals, "made": lambda: made})
    (block,) = render("{{ made() }} **{{ cite('d') }}**", functions=functions)
    assert block.runs == (
        made[0],
        Run("bc", bold=True),
        Run(" "),
        Run("Dixon", bold=True, italic=True, kind=RunKind.CITE, ref="d"),
        Run(", 548 U.S. 1", bold=True, kind=RunKind.CITE, ref="d"),
    )
    assert (block.sources, block.authorities) == (("f9",), ("d",))


def test_a_loop_tag_may_take_two_lines() -> None:
    blocks = render("{% for f in\n  fs %}\n- {{ f.what }}\n{% endfor %}", fs=FACTS)
    assert ids(blocks) == ["front/bullet/f1", "front/bullet/f2"]


def test_the_callers_bold_survives_a_macro_and_a_set_block() -> None:
    text = (
        "{% macro m() %}a *b* **c**{% endmacro %}\n{% set s %}d *e*{% endset %}\n"
        "**x {{ m() }} y {{ s }} z** end"
    )
    (block,) = render(text)
    assert "".join(run.text for run in block.runs if run.bold) == "x a b c y d e z"
    assert [run.text for run in block.runs if run.italic] == ["b", "e"]


def test_a_macro_alone_on_its_line_makes_whole_blocks() -> None:
    text = (
        "{% macro two(f) %}\nfirst {{ f.what }} {#one}\n\n"
        "- second {{ caller() }} {#two}\n{% endmacro %}\n"
        "{% macro around(f) %}\n{{ two2(f) }}\n{% endmacro %}\n"
        '{% macro two2(f) %}\n::: table {#t} widths="1000"\n| {{ f.what }} |\n:::\n\n'
        "end\n{% endmacro %}\n{% call two(f) %}\ncalled\n{% endcall %}\n{{ around(f) }}\n"
    )
    blocks = render(text, f=FACTS[0])
    assert texts(blocks) == ["first one", "second called", "one", "end"]


def test_emphasis_and_sources_in_order_and_once() -> None:
    (block,) = render(
        "{{ b.what }} {{ a.what }} {{ b.number }} {{ source(a) }}", a=FACTS[0], b=FACTS[1]
    )
    assert block.sources == ("f2", "f1")


def audiences(blocks: tuple[Block, ...]) -> list[str]:
    return [block.audience.name for block in blocks]


OPEN = Fact("o", "open")
SEALED = Fact("s", "sealed", "sealed", parts=(OPEN,))
SECRET = Fact(
    "p", "secret", "privileged", parts=(OPEN,), words=("a", "b"), when=Fact("x", "y").when
)


@pytest.mark.parametrize(
    "printed",
    [
        "{{ p.what }}",
        "{{ p.number }}",
        "{{ p.number + 1 }}",
        "{{ p.when|day }}",
        "{{ p.kind|label }}",
        "{{ p.place.town }}",
        "{{ p.words|join_and }}",
        "{{ p.words|first }}",
        "{{ p.words[1] }}",
        "{{ p.words|count }}",
        "{{ [p]|count }}",
        "{{ everything|count }}",
        "{{ plural(p.number, 'count', 'counts') }}",
        "{{ p.number|number_word }}",
        "{{ p.what|sentence }}",
        "{{ p.what|possessive }}",
        "{{ p.at(3) }}",
        "{{ source(p) }}",
        "{{ fill(p.what, 'x') }}",
        "{{ fill(p.when, 'x')|day }}",
        "{{ joined(everything) }}",
        "{% for w in p.words %}{{ w }}{% endfor %}",
        "{% set x = p.what %}{{ x }}",
        "{% set x %}{{ p.what }}{% endset %}{{ x }}",
        "{{ fact.what }}",
        "{{ lookup.one.what }}",
    ],
)
def test_the_strictest_fact_printed_decides_the_audience(printed: str) -> None:
    joined = {**FUNCTIONS.globals, "joined": lambda facts: f"{len(facts)} facts"}
    (block,) = render(
        f"{{{{ o.what }}}} {printed}",
        functions=replace(FUNCTIONS, globals=joined),
        o=OPEN,
        p=SECRET,
        fact=SECRET,
        everything=(OPEN, SECRET),
        lookup={"one": SECRET},
    )
    assert block.audience is Audience.INTERNAL
    assert "p" in block.sources


def test_a_fact_inside_another_has_its_own_handling() -> None:
    blocks = render("{{ p.parts[0].what }} {#a}\n\n{{ s.what }} {#b}", p=SECRET, s=SEALED)
    assert audiences(blocks) == ["OUTWARD", "SEALED"]


def test_a_template_tightens_a_block_or_a_section_and_never_loosens() -> None:
    blocks = render(
        "# A {#a}\nx\n\ny {#y audience=internal}\n\n## B {#b audience=sealed}\nx\n\n"
        "{{ p.what }} {#p}\n\n"
        "### C {#c}\nx\n\n## D {#d}\nx\n\n# {{ s.what }} {#e}\nx {#n audience=sealed}\n\nz",
        p=SECRET,
        s=SEALED,
    )
    named = {block.id: block.audience.name for block in blocks}
    assert named == {
        "a": "OUTWARD",
        "a/paragraph": "OUTWARD",
        "a/y": "INTERNAL",
        **{"b": "SEALED", "b/paragraph": "SEALED", "b/p": "INTERNAL"},
        **{"c": "SEALED", "c/paragraph": "SEALED", "d": "OUTWARD", "d/paragraph": "OUTWARD"},
        **{"e": "SEALED", "e/n": "SEALED", "e/paragraph": "OUTWARD"},
    }


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("a\n\nb\n", "3:1", "two blocks have the id `front/paragraph`"),
        ("# A {#a}\n\n# B {#a}", "3:1", "two blocks have the id `a`"),
        ("{% for f in twice %}\n{{ f.what }}\n{% endfor %}", "2:1", "`front/paragraph/f1`"),
        ("{% for f in places %}\nx\n{% endfor %}", "1:1", "a Place without an id"),
        ("{% for f in [none] %}\nx\n{% endfor %}", "1:1", "a missing value without an id"),
        ("{% macro m() %}\n- a\n{% endmacro %}\nx {{ m() }}", "2:1", "inside the line of another"),
        (
            "{% macro m() %}\na\n\nb\n{% endmacro %}\nx {{ m() }}",
            "4:1",
            "inside the line of another",
        ),
        (
            "{% macro m() %}a{{ caller() }}{% endmacro %}\n{% call m() %}\n{% endcall %}",
            "1:1",
            "stand in no block",
        ),
    ],
)
def test_refused(text: str, where: str, message: str) -> None:
    place, said = refusal(text, twice=FACTS[:1] * 2, places=(FACTS[0].place,))
    assert message in said
    assert place == f"body.md.j2:{where}"


def test_two_blocks_of_one_id_name_both_lines() -> None:
    with pytest.raises(TemplateError) as caught:
        render("a {#x}\n\nb\n\nc {#x}")
    (problem,) = caught.value.problems
    assert "body.md.j2:1:1" in problem.hint
    assert str(problem.location).endswith("body.md.j2:5:1")
    assert problem.excerpt == "c {#x}"
