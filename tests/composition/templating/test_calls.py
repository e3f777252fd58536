"""Macros: what they see, and what is kept of what they made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.composition.blocks import Audience
from drafter.composition.templating.values import Functions
from tests.composition.rendering import FUNCTIONS, Fact, refusal, render, texts

FACT = Fact("f1", "the call", words=("a", "b"))
TOLD = "{% macro told(f) %}\n{{ told_of(f.what, 1) }}\n{% endmacro %}\n"


def _asked(answer: Callable[..., str], name: str = "told_of") -> tuple[Functions, list[object]]:
    """Functions of which one notes what it is asked."""
    asked: list[object] = []

    def noting(*given: object) -> str:
        asked.append(given)
        return answer(*given)

    return replace(FUNCTIONS, globals={name: noting}), asked


def test_a_macro_makes_of_one_thing_what_it_made_before() -> None:
    functions, asked = _asked(lambda what, _: f"<{what}>")
    text = TOLD + "{{ told(f) }} {{ told(f) }} {{ told(g) }}\n"
    blocks = render(text, functions=functions, f=FACT, g=Fact("f2", "two", handling="sealed"))
    assert texts(blocks) == ["<the call> <the call> <two>"]
    assert (blocks[0].sources, blocks[0].audience) == (("f1", "f2"), Audience.SEALED)
    assert asked == [("the call", 1), ("two", 1)]


def test_templates_that_import_the_same_macro_share_what_it_made() -> None:
    functions, asked = _asked(lambda what, _: f"<{what}>")
    use = '{% from "m.md.j2" import told %}\n{{ told(f) }} {#NAME}\n'
    files = {"m.md.j2": TOLD, "other.md.j2": use.replace("NAME", "other")}
    text = use.replace("NAME", "body") + '{% include "other.md.j2" %}\n'
    assert texts(render(text, files, functions=functions, f=FACT)) == ["<the call>"] * 2
    assert asked == [("the call", 1)]


def test_what_a_macro_made_of_a_count_is_made_anew() -> None:
    functions, asked = _asked(lambda: str(len(asked)), "so_far")
    text = "{% macro told(f) %}\n{{ f.what }} {{ so_far() }}\n{% endmacro %}\n"
    outer = "{% macro outer(f) %}\n{{ told(f) }}\n{% endmacro %}\n"
    blocks = render(text + outer + "{{ outer(f) }}, {{ outer(f) }}\n", functions=functions, f=FACT)
    assert texts(blocks) == ["the call 1, the call 2"]


def test_a_macro_of_a_template_that_sets_names_keeps_nothing() -> None:
    text = (
        "{% set x = f.what %}\n{% macro told(f) %}\n{{ x }}\n{% endmacro %}\n{{ told(f) }} {#a}\n"
        "{% set x = g.what %}\n{{ told(f) }} {#b}\n"
    )
    assert texts(render(text, f=FACT, g=Fact("f2", "two"))) == ["the call", "two"]


def test_a_name_that_is_set_inside_a_macro_is_its_own_and_hinders_nothing() -> None:
    functions, asked = _asked(lambda what, _: f"<{what}>")
    text = TOLD.replace("{{", "{% set x = f.what %}{{").replace("f.what, 1", "x, 1")
    assert texts(render(text + "{{ told(f) }} {{ told(f) }}\n", functions=functions, f=FACT)) == [
        "<the call> <the call>"
    ]
    assert asked == [("the call", 1)]


def test_a_macro_inside_another_keeps_nothing() -> None:
    inner = "{% macro told(f) %}{{ x }}{% endmacro %}"
    text = (
        f"{{% macro outer(f) %}}\n{{% set x = f.what %}}{inner}{{{{ told(g) }}}}"
        "{% set x = f.id %} {{ told(g) }}\n{% endmacro %}\n{{ outer(f) }}\n"
    )
    assert texts(render(text, f=FACT, g=Fact("f2", "two"))) == ["the call f1"]


def test_a_macro_that_sees_one_name_for_two_things_keeps_nothing() -> None:
    files = {f"{n}.md.j2": f"{{% macro n(f) %}}\n{n}\n{{% endmacro %}}\n" for n in ("one", "two")}
    told = "{% macro told(f) %}\n{{ n(f) }}\n{% endmacro %}\n"
    text = (
        f'{{% from "one.md.j2" import n %}}\n{told}{{{{ told(f) }}}} {{#a}}\n'
        '{% from "two.md.j2" import n %}\n{{ told(f) }} {#b}\n'
    )
    assert texts(render(text, files, f=FACT)) == ["one", "two"]


def test_an_imported_macro_sees_what_the_document_sees_and_not_what_its_caller_sets() -> None:
    files = {"m.md.j2": "{% macro m() %}\n{{ f.what }}{{ x }}\n{% endmacro %}\n"}
    text = '{% set x = f.what %}\n{% from "m.md.j2" import m %}\n{{ m() }}\n'
    assert texts(render(text.replace("set x", "set y"), files, f=FACT, x="!")) == ["the call!"]
    assert "'x' is undefined" in refusal(text, files, f=FACT)[1]
