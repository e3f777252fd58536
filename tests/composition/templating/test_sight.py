"""What templates may see and print, and what stops the draft."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.composition.blocks import Audience, Run
from drafter.composition.templating.sight import Sight
from drafter.composition.templating.templates import TemplateSet
from drafter.composition.templating.values import Value
from drafter.errors import TemplateError
from tests.composition.rendering import FUNCTIONS, Fact, Kind, refusal, render, texts

FACT = Fact("f1", "the call", words=("a", "b"))
GIVEN = {
    "f": FACT,
    "empty": None,
    "words": ("x", "y"),
    "table": {"k": FACT, "n": 3},
    "none_yet": (),
}


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("{{ f.what }}", "the call"),
        ("{{ f.number }}", "2"),
        ("{{ f.when|day }}", "March 12, 2026"),
        ("{{ f.kind|label }}", "death"),
        ("{{ f.at(4) }}", "the call at 4"),
        ("{{ table.k.what }} {{ table['n'] }}", "the call 3"),
        ("{{ words[0] }}{{ words[-1] }}", "xy"),
        ("{{ 'it is' if f.kind == 'death' else 'not' }}", "it is"),
        ("{{ 'in' if f.kind in ('death', 'injury') else 'out' }}", "in"),
        ("{{ 'in' if 'x' in words else 'out' }}", "in"),
        ("{{ f.place.town }}", "Calexico"),
        ("{{ 'here' if f.place.town == 'Calexico' else 'there' }}", "here"),
        ("{{ 'there' if f.place.town != 'Calexico' else 'here' }}", "here"),
        ("{{ 'there' if f.kind not in ['death'] else 'here' }}", "here"),
        ("{{ 'some' if f.place.town and not f.parts else 'none' }}", "some"),
        ("{% if f.parts or f.words %}some{% else %}none{% endif %}", "some"),
        ("{{ 'same' if f.what == f.what else 'other' }}", "same"),
        ("{{ 'some' if f.words and not none_yet else 'none' }}", "some"),
        ("{{ 'more' if f.number > 1 and f.number >= 2 and f.number < 3 else 'one' }}", "more"),
        ("{{ 'no' if empty is none and f.when is not none else 'yes' }}", "no"),
        ("{{ fill(empty, 'the hour') }}", "[NEED: the hour]"),
        ("{{ need('the client\\'s age') }}", "[NEED: the client’s age]"),
        ("{{ f.number * 3 - 1 }}", "5"),
        (
            "{% for w in words %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "1, 2",
        ),
        ("{% for k in table %}{{ k }}{% endfor %}", "kn"),
        ("{% for w in none_yet %}{{ w }}{% else %}nothing{% endfor %}", "nothing"),
        ("{{ \"the client's 'word'\" }}", "the client’s ‘word’"),
    ],
)
def test_prints(printed: str, expected: str) -> None:
    assert texts(render(printed, **GIVEN)) == [expected]


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        ("{{ f.waht }}", "Fact has no field `waht` / did you mean `what`?"),
        ("{{ nobody }}", "'nobody' is undefined"),
        ("{{ nobody.name }}", "'nobody' is undefined"),
        ("{% if nobody %}x{% endif %}", "'nobody' is undefined"),
        ("{% if nobody == 1 %}x{% endif %}", "'nobody' is undefined"),
        ("{% if nobody is none %}x{% endif %}", "'nobody' is undefined"),
        ("{{ source(nobody) }}", "'nobody' is undefined"),
        ("{{ nobody() }}", "'nobody' is undefined"),
        ("{% for x in nobody %}x{% endfor %}", "'nobody' is undefined"),
        ("{{ empty }}", "prints a missing value / wrap it with `need(...)`"),
        ("{{ f.when }}", "prints a date"),
        ("{{ f.kind }}", "prints a kind (Kind)"),
        ("{{ f.words }}", "prints a list"),
        ("{{ f }}", "prints a Fact"),
        ("{{ f.number > 1 }}", "prints a yes or no"),
        ("{{ source }}", "prints a Function"),
        ("{{ f.what + 'x' }}", "`+` is for whole numbers"),
        ("{{ 'x' + f.what }}", "`+` is for whole numbers"),
        ("{{ '%s' % f.what }}", "`%` is for whole numbers"),
        ("{{ 2 ** 99 }}", "`**` is for whole numbers"),
        ("{{ f.what|upper }}", "there is no filter `upper`"),
        ("{{ 'x'.upper() }}", "text has no field `upper`"),
        ("{{ f.what.upper() }}", "text has no field `upper`"),
        ("{{ f._hidden }}", "has no field `_hidden`"),
        ("{{ f.__class__ }}", "has no field `__class__`"),
        ("{{ f['what'] }}", "a Fact has no entries"),
        ("{{ f.secret() }}", "`secret` of a Fact is not for templates"),
        ("{{ f.what() }}", "a Value cannot be called"),
        ("{{ source.body }}", "has no field `body`"),
        ("{{ table.missing }}", "no such entry"),
        ("{{ words[7] }}", "no such entry"),
        ("{{ [f.what][0].x }}", "text has no field `x`"),
        ("{{ nobody['x'] }}", "'nobody' is undefined"),
        ("{{ 'word'[0] }}", "text has no entries"),
        ("{% for c in f.what %}x{% endfor %}", "a loop runs over a list; this is text"),
        ("{{ f.what|count }}", "a list is needed here, not text"),
        ("{{ none_yet|first }}", "the list is empty"),
        ("{{ 'one' if f.kind == 'deth' else 'two' }}", "no Kind is called `deth`"),
        ("{{ 'one' if f.kind in ['death', 'deth'] else 'two' }}", "no Kind is called `deth`"),
        ("{{ f.place.nothing }}", "Place has no field `nothing`"),
        ("{{ f.when.nothing }}", "has no field `nothing`"),
        ("{% if f.place.nothing %}x{% endif %}", "Place has no field `nothing`"),
        ("{% if f.missing == 'x' %}x{% endif %}", "Fact has no field `missing`"),
        ("{% if empty.x %}x{% endif %}", "a missing value has no field `x`"),
        ("{{ empty.x.y }}", "a missing value has no field `x`"),
        ("{% if nobody.x %}x{% endif %}", "'nobody' is undefined"),
        ("{% if nobody.x == 'a' %}x{% endif %}", "'nobody' is undefined"),
        ("{{ 'one' if f.kind in ('deth', 'x') else 'two' }}", "no Kind is called `deth`"),
        ("{{ 'x' if f.number > 5 }}", "needs its `else`"),
        ("{% for w in words %}{{ loop.cycle('a', 'b') }}{% endfor %}", "has no field `cycle`"),
        ("{{ day(1, 2, 3) }}", "'day' is undefined"),
        ("{{ f.when|day(3) }}", "takes 1 positional argument"),
        ("{{ join_and([f.when]) }}", "prints a date"),
        ("{{ join_and('x') }}", "a list is needed"),
        ("{{ f.what|number_word }}", "for whole numbers, not text"),
    ],
)
def test_stops_the_draft_at_its_tag(printed: str, message: str) -> None:
    place, said = refusal(f"# A {{#a}}\n\nSome {{{{ f.what }}}} words, {printed}", **GIVEN)
    assert message in said
    assert place.startswith("body.md.j2:3:")
    assert place > "body.md.j2:3:2"


def test_an_error_in_a_macro_is_at_the_macros_line() -> None:
    files = {"m.md.j2": "\n{% macro m(f) %}\nx {{ f.nothing }}\n{% endmacro %}"}
    place, _ = refusal('{% from "m.md.j2" import m %}\n{{ m(f) }}', files, f=FACT)
    assert place == "m.md.j2:3:3"


@pytest.mark.parametrize("alien", [object(), os, str, print, b"bytes", {1, 2}])
def test_things_from_elsewhere_are_not_seen(alien: object) -> None:
    with pytest.raises(TemplateError, match="templates cannot see"):
        Sight(lambda handling: 0).wrap(alien)


def test_what_functions_are_given_and_may_return() -> None:
    seen: list[object] = []

    def look(*args: object, **named: object) -> object:
        seen.extend((*args, *named.values()))
        return ("words ", Run("run", bold=True), (Run("nested"), 3))

    functions = replace(FUNCTIONS, globals={"look": look})
    text = "{{ look(f, f.what, f.number, f.when, f.words, 'lit', [f.what, 1], none, key=f.kind) }}"
    assert texts(render(text, functions=functions, f=FACT)) == ["words runnested3"]
    assert seen == [
        FACT,
        "the call",
        2,
        FACT.when,
        ("a", "b"),
        "lit",
        ("the call", 1),
        None,
        "death",
    ]


def test_two_values_are_compared_by_what_they_are() -> None:
    text = "{% if f.what == g.what %}same{% endif %}{% if f.what != g.what %}not{% endif %}"
    said = [render(text, f=FACT, g=Fact("f2", what)) for what in ("the call", "two")]
    assert [texts(blocks) for blocks in said] == [["same"], ["not"]]


def test_a_function_never_sees_an_undefined_name() -> None:
    functions = replace(FUNCTIONS, globals={"deaf": lambda thing: "words"})
    assert "'nobody' is undefined" in refusal("{{ deaf(nobody) }}", functions=functions)[1]
    assert "'nobody' is undefined" in refusal("{{ deaf(thing=nobody) }}", functions=functions)[1]


def test_an_answer_is_kept_for_a_thing_and_never_for_where_else_it_stands() -> None:
    asked: list[object] = []

    def told(kind: object) -> str:
        asked.append(kind)
        return str(kind)

    functions = replace(FUNCTIONS, filters={"told": told}, globals={"told": told})
    facts = (FACT, Fact("f2", "two", handling="sealed"), Fact("f3", "three", kind=Kind.INJURY))
    text = (
        "{% for f in fs %}\n{{ f.kind|told }}, {{ told(f.kind) }}, {{ f.kind|told }}\n{% endfor %}"
    )
    blocks = render(text, functions=functions, fs=facts)
    assert texts(blocks) == ["death, death, death"] * 2 + ["injury, injury, injury"]
    assert [block.sources for block in blocks] == [("f1",), ("f2",), ("f3",)]
    sealed = [Audience.OUTWARD, Audience.SEALED, Audience.OUTWARD]
    assert [block.audience for block in blocks] == sealed
    assert len(asked) == 2 * len(facts)  # once as a filter and once as a function


def test_a_function_may_return_records_to_loop_over() -> None:
    functions = replace(FUNCTIONS, globals={"all": lambda: (FACT, Fact("f2", "two"))})
    text = "{% for x in all() %}\n{{ x.what }}\n{% endfor %}"
    assert texts(render(text, functions=functions)) == ["the call", "two"]


def test_a_function_may_say_itself_where_its_words_come_from() -> None:
    def told(fact: Fact) -> Value:
        return Value("words", ("f9",), Audience.SEALED)

    functions = replace(FUNCTIONS, globals={"told": told, "pair": lambda: (told(FACT), Run("!"))})
    alone, among = render("{{ told(f) }} {#a}\n\n{{ pair() }} {#b}", functions=functions, f=FACT)
    assert (alone.text, alone.sources, alone.audience) == ("words", ("f1", "f9"), Audience.SEALED)
    assert (among.text, among.sources, among.audience) == ("words!", ("f9",), Audience.SEALED)


def test_a_date_cannot_hide_among_the_words_of_a_function() -> None:
    functions = replace(FUNCTIONS, globals={"bad": lambda: (Run("on "), FACT.when)})
    assert "prints a date" in refusal("{{ bad() }}", functions=functions)[1]


@pytest.mark.parametrize("turn", [str, "{}".format, lambda value: "%s" % value])  # noqa: UP031
def test_a_value_never_becomes_a_string(turn: Callable[[object], str]) -> None:
    value = Value("the call", ("f1",))
    assert (value.text, value.facts) == ("the call", ("f1",))
    assert "the call" not in repr(value)
    with pytest.raises(TemplateError, match="cannot be put together"):
        turn(value)


def test_a_template_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md.j2").write_bytes(b"\xa7 924")
    with pytest.raises(TemplateError, match="not UTF-8"):
        TemplateSet([tmp_path]).compile("a.md.j2")
