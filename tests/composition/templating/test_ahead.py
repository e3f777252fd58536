"""Compiled templates kept on disk: current or not used, and never anything else than fresh."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.composition.templating import ahead
from drafter.composition.templating.ahead import COMPILER, Store
from drafter.composition.templating.environment import TemplateEnvironment
from drafter.composition.templating.sight import Sight
from drafter.composition.templating.values import Functions
from drafter.composition.templating.walk import Walk
from drafter.errors import TemplateError
from tests.composition.rendering import FUNCTIONS, Fact, Group

TAG = sys.implementation.cache_tag
EVERYTHING = """\
{% from "part.md.j2" import told %}
# Facts {#facts}
Words **bold {{ f.what }}** and *more*. {#a .box audience=internal}
{% for x in g.facts %}
- {{ told(x) }} {#item}
{% else %}
1. none
{% endfor %}

::: table {#t} widths="400 600" header=1
| A | B |
{% for x in g.facts %}
| {{ x.what }} | *{{ x.number }}* | {#row}
{% endfor %}
:::
"""
PART = "{% macro told(x) %}\nit is {{ x.what }}\n{% endmacro %}\n"
GIVEN = {"f": Fact("f1", "one"), "g": Group("g", "two", (Fact("f1", "one"), Fact("f2", "two")))}


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "body.md.j2").write_text(EVERYTHING, encoding="utf-8")
    (folder / "part.md.j2").write_text(PART, encoding="utf-8")
    return folder


def rendered(environment: TemplateEnvironment, functions: Functions = FUNCTIONS) -> object:
    visible = environment.visible(GIVEN, functions, Sight(functions.audience_of))
    return Walk().blocks(environment.pieces("body.md.j2", visible))


def kept(templates: Path) -> TemplateEnvironment:
    return TemplateEnvironment([templates], Store(templates, templates.parent / "kept"))


def names(folder: Path) -> list[str]:
    return sorted(path.name.removesuffix(f".{TAG}") for path in folder.iterdir())


def body_of(templates: Path) -> Path:
    return templates.parent / "kept" / f"body.md.j2.{TAG}"


def test_what_is_kept_makes_the_same_blocks(templates: Path) -> None:
    fresh = rendered(TemplateEnvironment([templates]))
    assert fresh
    assert rendered(kept(templates)) == fresh
    assert names(templates.parent / "kept") == ["body.md.j2", "part.md.j2"]
    assert rendered(kept(templates)) == fresh


def test_what_is_kept_is_used(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered(kept(templates))
    monkeypatch.setattr(TemplateEnvironment, "compile", None)
    assert rendered(kept(templates)) == first


def test_a_template_that_changed_is_compiled_again(templates: Path) -> None:
    rendered(kept(templates))
    (templates / "part.md.j2").write_text(PART.replace("it is", "was"), encoding="utf-8")
    assert rendered(kept(templates)) == rendered(TemplateEnvironment([templates]))


def test_a_compiler_that_changed_compiles_again(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered(kept(templates))
    before = body_of(templates).read_bytes()
    monkeypatch.setattr(ahead, "_compiler", lambda: b"another")
    rendered(kept(templates))
    assert body_of(templates).read_bytes() != before


@pytest.mark.parametrize("length", [0, 10, 32, 40, 500])
def test_what_is_damaged_is_compiled_again(templates: Path, length: int) -> None:
    fresh = rendered(kept(templates))
    path = body_of(templates)
    whole = path.read_bytes()
    path.write_bytes(whole[:length])
    assert rendered(kept(templates)) == fresh
    assert path.read_bytes()[:32] == whole[:32]


def test_an_error_has_its_place_in_the_template(templates: Path) -> None:
    (templates / "body.md.j2").write_text("Words.\n\n{{ f.nothing }}", encoding="utf-8")
    for _ in range(2):  # compiled, then kept
        from drafter.composition.templating.faults import placed

        environment = kept(templates)
        with pytest.raises(TemplateError) as refused:
            rendered(environment)
        problem = placed(refused.value, environment).problems[0]
        assert str(problem.location) == f"{templates / 'body.md.j2'}:3:1"
        assert problem.excerpt == "{{ f.nothing }}"


def test_other_folders_are_never_kept(templates: Path, tmp_path: Path) -> None:
    office = tmp_path / "office"
    office.mkdir()
    (office / "part.md.j2").write_text(PART, encoding="utf-8")
    store = Store(templates, tmp_path / "kept")
    rendered(TemplateEnvironment([office, templates], store))
    assert names(tmp_path / "kept") == ["body.md.j2"]


def test_a_folder_that_cannot_be_written_is_no_fault(templates: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file stands in the way", encoding="utf-8")
    assert rendered(kept(templates)) == rendered(TemplateEnvironment([templates]))


PACKAGE = "drafter.composition."


def imported(module: str) -> Iterator[str]:
    """The modules of composition that a module runs on, itself among them."""
    yield module
    path = ahead.STORE.parent / f"{module.replace('.', '/')}.py"
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE):
            yield from imported((node.module or "").removeprefix(PACKAGE))


def test_a_change_of_any_module_that_compiles_makes_what_is_kept_stale() -> None:
    # `values` gives what compiles a type of text and nothing else.
    compiling = {*imported("templating.compiling"), *imported("templating.generator")}
    assert set(COMPILER) == compiling - {"templating.values"}
