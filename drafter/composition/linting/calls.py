"""Calls of macros, functions and filters: whether what they are given fits."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence

from jinja2 import nodes
from jinja2.compiler import find_undeclared

from drafter.composition.linting.shapes import Called
from drafter.composition.templating.values import Words
from drafter.errors import DrafterError, Problem, TemplateError

Call = nodes.Call | nodes.Filter
_CATCHES = ("varargs", "kwargs")


def arguments_of(node: nodes.Node) -> Iterator[nodes.Expr]:
    """Every argument of a call or filter, by place and by name."""
    assert isinstance(node, nodes.Call | nodes.Filter)
    yield from node.args
    yield from (each.value for each in node.kwargs)


def macro_fault(name: str, macro: nodes.Macro, node: nodes.Call) -> tuple[str, str] | None:
    """What does not fit of what a macro is given, and how it is called; None: all fits."""
    if node.dyn_args or node.dyn_kwargs:
        return None
    takes = [each.name for each in macro.args]
    catches = find_undeclared(macro.body, _CATCHES)
    given = takes[: len(node.args)] + [each.key for each in node.kwargs]
    needed = takes[: len(takes) - len(macro.defaults)]
    hint = f"it is called {name}({', '.join(takes)})"
    if len(node.args) > len(takes) and "varargs" not in catches:
        return f"`{name}` is given {len(node.args)} things and takes {len(takes)}", hint
    for each in node.kwargs:
        if each.key not in takes and "kwargs" not in catches:
            return f"`{name}` takes nothing called `{each.key}`", hint
    lacking = [each for each in needed if each not in given]
    if lacking:
        return f"`{name}` is not given {_listed(lacking)}", hint
    return None


def function_fault(function: Called, node: Call, piped: int) -> tuple[str, str] | None:
    """What does not fit of what a function or filter is given; ``piped``: 1 before a bar."""
    if node.dyn_args or node.dyn_kwargs:
        return None
    signature = inspect.signature(function.body)
    named = {str(each.key): None for each in node.kwargs}
    try:
        signature.bind(*(None,) * (piped + len(node.args)), **named)
    except TypeError as error:
        takes = [name for name in list(signature.parameters)[piped:] if name != "args"]
        way = f"{function.name}({', '.join(takes)})"
        hint = f"it is called {way}" if not piped else f"it is written `|{way}`"
        return f"`{function.name}`: {error}", hint
    return None


def refused(function: Called, node: Call) -> Sequence[Problem]:
    """What a function says to words and numbers that the template itself gives it.

    It is called with them, as a draft would call it; what only a case can give is left out
    where the function can do without, and otherwise there is no telling.
    """
    before = [node.node] if isinstance(node, nodes.Filter) else []
    args = [*before, *node.args]
    if (
        function.asked is None
        or not args
        or not all(isinstance(each, nodes.Const) for each in args)
    ):
        return ()
    named = [each for each in node.kwargs if isinstance(each.value, nodes.Const)]
    fixed = {str(each.key): _said(each.value) for each in named}
    try:
        function.asked(*map(_said, args), **fixed)
    except DrafterError as error:
        return error.problems
    except Exception as error:  # as a draft would stop at it
        return TemplateError(str(error) or type(error).__name__).problems
    return ()


def _said(node: nodes.Node | None) -> object:
    value = node.value if isinstance(node, nodes.Const) else None
    return Words(value) if isinstance(value, str) else value


def _listed(names: Sequence[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)
