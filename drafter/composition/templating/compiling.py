"""Template text to code; imported only where no compiled form is at hand."""

from __future__ import annotations

from pathlib import Path
from types import CodeType

from jinja2 import TemplateSyntaxError

from drafter.composition.templating.compiler import Compiled, compile_source
from drafter.composition.templating.dialect import Dialect
from drafter.composition.templating.freezing import Frozen, freeze
from drafter.composition.templating.syntax import Source, read_source
from drafter.composition.templating.tree import prepare
from drafter.errors import TemplateError


def code_of(text: str, name: str, path: Path, environment: Dialect) -> tuple[CodeType, Frozen]:
    """The code of a template and what it needs; TemplateError with the place of what is wrong."""
    source = read_source(text, str(path), environment.lexer)
    compiled = compile_source(source)
    # One at a time: of two threads that compile a template, one would end the other's entry.
    with environment.one_compiles:
        environment.compiling[name] = compiled
        try:
            tree = environment.parse(compiled.text, name, str(path))
            prepare(tree, compiled.loops, environment)
            code = environment.compile(tree, name, name)
        except TemplateSyntaxError as error:
            raise fault_of(error, source, compiled) from None
        finally:
            del environment.compiling[name]
    return code, freeze(compiled)


def fault_of(error: TemplateSyntaxError, source: Source, compiled: Compiled) -> TemplateError:
    """A fault that Jinja or the tree found, brought back to its place in the template."""
    place = compiled.place(error.lineno)
    return source.fault(place, error.message or "cannot be read")
