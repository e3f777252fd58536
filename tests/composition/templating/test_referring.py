"""References to other parts: the words of the heading, or the line that is wrong."""

from __future__ import annotations

from dataclasses import replace as changed

import pytest

from drafter.composition.blocks import Audience, Run, RunKind
from drafter.composition.templating.referring import see
from drafter.composition.templating.values import Functions
from tests.composition.rendering import FUNCTIONS, Fact, Group, Kind, refusal, render

SEEING = Functions(FUNCTIONS.filters, {**FUNCTIONS.globals, "see": see}, FUNCTIONS.audience_of)
GROUPS = (Group("g1", "First & <b>"), Group("g2", "Second"))
PARTS = "{% for g in gs %}\n## {{ g.title }} {#group}\n{% endfor %}\n"


def test_a_reference_has_the_words_of_a_heading_that_is_still_to_come() -> None:
    blocks = render('It is under {{ see("missing") }}.\n\n# Missing facts {#missing}', None, SEEING)
    assert blocks[0].runs == (
        Run("It is under "),
        Run("Missing facts", kind=RunKind.REFERENCE, ref="missing"),
        Run("."),
    )


def test_a_part_of_a_loop_is_named_by_what_the_loop_runs_over() -> None:
    text = PARTS + '\n- see {{ see("group", gs|first) }}, {{ see("group", "g2") }}'
    blocks = render(text, None, SEEING, gs=GROUPS)
    assert blocks[-1].text == "see First & <b>, Second"
    assert [run.ref for run in blocks[-1].runs if run.ref] == ["group/g1", "group/g2"]


def test_a_cell_a_macro_and_emphasis_may_refer() -> None:
    text = (
        '{% macro at(s) %}{{ see(s) }}{% endmacro %}\n# A {#a}\n::: table {#t} widths="500 500"\n'
        '| x | **{{ at("a") }}** |\n:::'
    )
    (_, row) = render(text, None, SEEING)
    assert row.cells[1] == (Run("A", bold=True, kind=RunKind.REFERENCE, ref="a"),)


@pytest.mark.parametrize("target", ['"nowhere"', '"group"', '"group", "g3"', '"a/para"'])
def test_a_reference_to_no_heading_is_refused_at_its_line(target: str) -> None:
    text = PARTS + "\nWords {#para}\n\n- first\n\nTold under {{ see(" + target + ") }}. {#told}"
    where, what = refusal(text, None, SEEING, gs=GROUPS)
    assert where == "body.md.j2:9:1"
    assert "no heading has that id" in what


def test_what_names_no_section_is_refused() -> None:
    for told in ("see(3)", "see(none)", 'see("")', "see(f)"):
        where, what = refusal("{{ " + told + " }}", None, SEEING, f=Fact("f", "x"))
        assert where.startswith("body.md.j2:1")
        assert "names a section" in what


def test_a_reference_is_for_no_wider_audience_than_the_heading() -> None:
    fact = changed(Fact("f1", "a secret"), handling="privileged", kind=Kind.DEATH)
    text = '# Open {#open}\nSee {{ see("closed") }}.\n\n# About {{ f.what }} {#closed}'
    blocks = render(text, None, SEEING, f=fact)
    assert blocks[0].audience is Audience.OUTWARD
    assert blocks[1].text == "See About a secret."
    assert blocks[1].audience is Audience.INTERNAL
    assert blocks[1].sources == ("f1",)
