"""Text fidelity, folders, errors of others, and threads."""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.composition.blocks import Audience
from drafter.composition.templating.folders import built_in
from drafter.composition.templating.templates import TemplateSet, build
from drafter.composition.templating.values import Functions
from drafter.composition.templating.wording import WORDING
from drafter.composition.vocabulary.citing import Citing
from drafter.composition.vocabulary.vocabulary import functions_for
from drafter.errors import GateError, TemplateError
from tests.composition.cases import DAY, library, record
from tests.composition.rendering import FUNCTIONS, Fact, refusal, render, texts

BODY = """{% macro told(f) %}
{{ f.what }}
{% endmacro %}
# {{ f.what }} {#h}
{{ f.what }}

- **{{ f.what }}** {#item}

::: table {#t} widths="500 500"
| {{ f.what }} | {{ told(f) }} |
:::

{% set kept %}{{ f.what }}{% endset %}{{ kept }} {#set}

{{ [f.what]|join_and }} {#joined}

{% for w in f.words %}{{ w }}{% endfor %} {#looped}

{{ fill(f.what, "x") }} {#filled}
"""
_SHARP = r"""{{ x }}|{%|%}|{#id}|*|**|_|#|\|<b>|&amp;|"|'|{.box}|:::|<!--|-->|`|(c)|--|...|[x](y)
http://x.y|]]>|$1|%s|{0}|’|👩‍⚖️|a"""
HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc"))),
    st.lists(
        st.sampled_from(
            [*re.split(r"[|\n]", _SHARP), "|", " ", "- ", "\u00a0", "\u202eb", "e\u0301", "\u2028"]
        )
    ).map("".join),
)


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory) -> TemplateSet:
    folder = tmp_path_factory.mktemp("templates")
    (folder / "body.md.j2").write_text(BODY, encoding="utf-8")
    return TemplateSet([folder])


@given(HOSTILE.filter(bool))
def test_a_value_comes_out_character_for_character(body: TemplateSet, text: str) -> None:
    fact = Fact("f1", text, words=(text,))
    blocks = body.rendering({"f": fact}, functions=FUNCTIONS).blocks("body.md.j2")
    assert [block.text for block in blocks] == [
        *[text] * 3,
        f"{text}\t{text}",
        *[text] * 4,
    ]


@given(st.text(st.sampled_from("ab \n\r"), min_size=1))
def test_only_line_ends_of_a_value_become_a_space(body: TemplateSet, text: str) -> None:
    fact = Fact("f1", text, words=(text,))
    blocks = body.rendering({"f": fact}, functions=FUNCTIONS).blocks("body.md.j2")
    assert blocks[1].text == re.sub(r"[\r\n]+", " ", text)


def test_a_value_that_looks_like_the_engines_marks_is_text() -> None:
    assert texts(render("a {{ x }} b", x="\x020\x03")) == ["a \x020\x03 b"]


def test_the_first_folder_wins_file_by_file(tmp_path: Path) -> None:
    office, built_in = tmp_path / "office", tmp_path / "built_in"
    for folder, name, text in [
        (built_in, "a.md.j2", '{% include "b.md.j2" %}\n{% include "c.md.j2" %}'),
        (built_in, "b.md.j2", "built-in b {#b}"),
        (built_in, "c.md.j2", "built-in c {#c}"),
        (office, "b.md.j2", "office b {#b}"),
    ]:
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    blocks = TemplateSet([office, built_in]).rendering({}, functions=FUNCTIONS).blocks("a.md.j2")
    assert texts(blocks) == ["office b", "built-in c"]


def test_only_what_is_asked_for_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "good.md.j2").write_text(
        "{% if false %}\n{% include 'bad.md.j2' %}\n{% endif %}\nx"
    )
    (tmp_path / "bad.md.j2").write_text("{{ oops")
    templates = TemplateSet([tmp_path])
    assert texts(templates.rendering({}, functions=FUNCTIONS).blocks("good.md.j2")) == ["x"]
    with pytest.raises(TemplateError, match=r"bad\.md\.j2:1:1: this tag is not closed"):
        templates.compile("bad.md.j2")


@pytest.mark.parametrize("name", ["none.md.j2", "../x.md.j2", "/etc/passwd", "", "a\\b"])
def test_a_template_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateError, match="there is no template"):
        TemplateSet([tmp_path]).rendering({}, functions=FUNCTIONS).blocks(name)


def test_a_mistake_in_an_included_file_is_in_that_file() -> None:
    place, _ = refusal('a\n\n{% include "b.md.j2" %}', {"b.md.j2": "# B {#b}\nx {{ nobody }}"})
    assert place == "b.md.j2:2:3"
    place, _ = refusal('a\n\n{% include "b.md.j2" %}', {"b.md.j2": "\n\n# B"})
    assert place == "b.md.j2:3:1"


def test_an_error_shows_the_line_it_is_in(tmp_path: Path) -> None:
    (tmp_path / "a.md.j2").write_text("one {#a}\n\ntwo {{ nobody }}")
    with pytest.raises(TemplateError) as caught:
        TemplateSet([tmp_path]).rendering({}, functions=FUNCTIONS).blocks("a.md.j2")
    assert caught.value.problems[0].excerpt == "two {{ nobody }}"


def _raising(error: Exception) -> Functions:
    def stop() -> object:
        raise error

    return replace(FUNCTIONS, globals={"stop": stop})


def test_another_error_of_ours_passes_as_it_is() -> None:
    with pytest.raises(GateError, match="not cite-checked"):
        render("{{ stop() }}", functions=_raising(GateError("not cite-checked")))


@pytest.mark.parametrize(
    "error", [TemplateError("no such authority"), ValueError("no such authority")]
)
def test_an_error_in_a_function_is_at_its_tag(error: Exception) -> None:
    place, said = refusal("a\n\nb {{ stop() }}", functions=_raising(error))
    assert (place, said) == ("body.md.j2:3:3", "no such authority / ")


def test_threads_share_templates_and_nothing_else(body: TemplateSet) -> None:
    def one(number: int) -> set[str]:
        name = f"client-{number}"
        words = {name: name}
        functions = replace(FUNCTIONS, globals={"fill": lambda value, phrase: words[value]})
        fact = Fact("f1", name, words=(name,))
        blocks = body.rendering({"f": fact}, functions=functions).blocks("body.md.j2")
        return {part for block in blocks for part in block.text.split("\t")}

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(one, range(200)))
    assert found == [{f"client-{number}"} for number in range(200)]


def test_threads_may_compile_at_the_same_time(tmp_path: Path) -> None:
    (tmp_path / "m.md.j2").write_text("{% macro m(x) %}<{{ x }}>{% endmacro %}")
    for number in range(8):
        text = f'{{% from "m.md.j2" import m %}}\nt{number} {{{{ m(x) }}}}'
        (tmp_path / f"{number}.md.j2").write_text(text)
    templates = TemplateSet([tmp_path])

    def one(number: int) -> str:
        name = f"{number % 8}.md.j2"
        return templates.rendering({"x": f"v{number}"}, functions=FUNCTIONS).blocks(name)[0].text

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(one, range(64)))
    assert found == [f"t{number % 8} <v{number}>" for number in range(64)]


def test_the_same_inputs_give_the_same_blocks(body: TemplateSet) -> None:
    fact = Fact("f1", "the call", words=("a",))
    first = body.rendering({"f": fact}, functions=FUNCTIONS).blocks("body.md.j2")
    assert body.rendering({"f": fact}, functions=FUNCTIONS).blocks("body.md.j2") == first


def test_blocks_do_not_need_the_template_libraries(root: Path) -> None:
    code = (
        "import sys, drafter.composition.blocks, drafter.composition.templating.values\n"
        "print([name for name in ('jinja2', 'markdown_it') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_the_examples_of_the_manual_compile(root: Path, tmp_path: Path) -> None:
    manual = (root / "docs" / "templates.md").read_text(encoding="utf-8")
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", manual, re.M | re.S)
    examples = [text for language, text in fenced if not language]
    assert len(examples) == 2
    for number, example in enumerate(examples):
        (tmp_path / f"{number}.md.j2").write_text(example, encoding="utf-8")
        TemplateSet([tmp_path]).compile(f"{number}.md.j2")


def test_the_manual_names_every_filter(root: Path) -> None:
    manual = (root / "docs" / "templates.md").read_text(encoding="utf-8")
    assert [name for name in WORDING if name not in manual] == []
    assert len(WORDING) >= 9


def test_the_manual_names_everything_that_documents_add(root: Path) -> None:
    manual = (root / "docs" / "templates.md").read_text(encoding="utf-8")
    known = record()
    citing = Citing(library().in_force(DAY), Audience.INTERNAL, claims=True)
    functions = functions_for(known, citing, Audience.INTERNAL)
    assert len(functions.globals) > 10
    assert [name for name in functions.globals if f"`{name}(" not in manual] == []
    assert [name for name in functions.filters if f"|{name}`" not in manual.replace("\\", "")] == []


@pytest.mark.parametrize(
    ("called", "printed"),
    [
        ("m('a')", "a-z none"),
        ("m('a', 'b')", "a-b none"),
        ("m('a', 'b', 'c')", "a-b c"),
        ("m(y='b', x='a')", "a-b none"),
    ],
)
def test_a_macro_fills_in_what_it_is_not_given(called: str, printed: str) -> None:
    macro = (
        "{% macro m(x, y='z') %}\n{{ x }}-{{ y }} "
        "{% for more in varargs %}{{ more }}{% else %}none{% endfor %}\n{% endmacro %}\n"
    )
    assert texts(render(f"{macro}{{{{ {called} }}}}")) == [printed]


def test_the_built_in_templates_build(tmp_path: Path) -> None:
    templates = {path.relative_to(built_in()).as_posix() for path in built_in().rglob("*.md.j2")}
    made = {path.relative_to(tmp_path).as_posix() for path in build(built_in(), tmp_path)}
    assert made == {f"{name}.{sys.implementation.cache_tag}" for name in templates}
    assert made
