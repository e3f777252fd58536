"""The list of what a document marks as missing."""

from __future__ import annotations

import itertools
from pathlib import Path

from drafter.composition.blocks import Audience, Block
from drafter.composition.templating.templates import TemplateSet
from drafter.composition.templating.values import Functions
from drafter.composition.vocabulary.citing import Citing
from drafter.composition.vocabulary.gapping import Needing, need
from drafter.composition.vocabulary.vocabulary import functions_for
from drafter.facts.gaps import Gap
from tests.composition.cases import DAY, library, record

TEMPLATE = """\
{% set number = needed(record.gaps)|count %}
{{ number|number_word }} more {#number}

{% for gap in needed(record.gaps) %}
- {{ need(gap) }}{% if gap.owner %} ({{ gap.noun }} {{ gap.owner }}){% endif %} {#also}
{% endfor %}

{{ need("the judge's name") }} {{ need("a hat") }} {#body}

{% for each in [f.arrest, f.ward] %}
{{ need("a hat") }} {{ need("a coat") }} {#fact}
{% endfor %}
"""


def rendered(folder: Path, needing: Needing, template: str = TEMPLATE) -> tuple[Block, ...]:
    known = record()
    (folder / "body.md.j2").write_text(template, encoding="utf-8")
    citing = Citing(library().in_force(DAY), Audience.INTERNAL, claims=True)
    functions = functions_for(known, citing, Audience.INTERNAL, needing)
    context = {"record": known, "f": known.facts}
    return TemplateSet([folder]).rendering(context, functions=functions).blocks("body.md.j2")


def test_the_second_rendering_lists_what_the_first_marked(tmp_path: Path) -> None:
    first = Needing()
    blocks = rendered(tmp_path, first)
    assert blocks[0].text == "zero more"
    unlisted = first.unlisted(blocks, record())
    assert [(gap.phrase, gap.owner, gap.noun) for gap in unlisted] == [
        ("a hat", "", ""),
        ("a hat", "arrest", "event"),
        ("a coat", "arrest", "event"),
        ("a hat", "ward", "event"),
        ("a coat", "ward", "event"),
    ]
    again = rendered(tmp_path, Needing(unlisted))
    assert again[0].text == "five more"
    assert [block.text for block in again[1:4]] == [
        "[NEED: a hat]",
        "[NEED: a hat] (event arrest)",
        "[NEED: a coat] (event arrest)",
    ]


def test_composed_once_more_only_what_asks_for_the_list_is_made_again(tmp_path: Path) -> None:
    files = {
        "sets.md.j2": '{% set many = needed([])|count %}\n{% include "many.md.j2" %}\n',
        "many.md.j2": "{{ many|number_word }} {#many}\n",
        "list.md.j2": "{{ needed([])|count|number_word }} {{ told() }} {#list}\n",
        "whole.md.j2": '{% include "list.md.j2" %}\n{% include "told.md.j2" %}\n',
        "told.md.j2": '{{ need("a hat") }} {{ told() }} {#told}\n',
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    needing = Needing()
    count = itertools.count(1)
    functions = Functions(
        globals={
            "need": needing.need,
            "needed": needing.needed,
            "told": lambda: str(next(count)),
        },
        unsettled=frozenset({"needed"}),
    )
    rendering = TemplateSet([tmp_path]).rendering({}, functions=functions)
    assert [each.text for each in rendering.blocks("whole.md.j2")] == ["zero 1", "[NEED: a hat] 2"]
    assert [each.text for each in rendering.blocks("sets.md.j2")] == ["zero"]
    needing.marked = (Gap("a", "a hat", "", ""),)
    assert [each.text for each in rendering.blocks("whole.md.j2")] == ["one 3", "[NEED: a hat] 2"]
    assert [each.text for each in rendering.blocks("sets.md.j2")] == ["one"]


def test_a_document_without_a_list_needs_no_second_rendering(tmp_path: Path) -> None:
    needing = Needing()
    blocks = rendered(tmp_path, needing, '{{ need("a hat") }} {#body}\n')
    assert needing.unlisted(blocks, record()) == ()


def test_what_every_list_has_is_not_needed_again() -> None:
    hat, coat = Gap("a", "a hat's size", "", ""), Gap("b", "a coat", "", "")
    needing = Needing((hat, coat))
    assert needing.needed((hat,)) == (coat,)
    assert need(hat).text == "[NEED: a hat’s size]"
    assert needing.needed(()) == (hat, coat)
