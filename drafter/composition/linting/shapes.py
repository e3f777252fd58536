"""What a name in a template may stand for, read off the annotations of the product's own types.

A shape is a set of types and of the few things below; ``ANY`` is what nobody can tell.
"""

from __future__ import annotations

import ast
import inspect
import sys
import types
import typing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from drafter.composition.blocks import Run
from drafter.composition.templating.pieces import Captured, Drawn, Spoken
from drafter.composition.templating.values import Words

if TYPE_CHECKING:
    from drafter.composition.templating.sight import Function


class Many(Struct, frozen=True):
    """A list."""

    of: Shape


class Keyed(Struct, frozen=True):
    """A mapping, by what it holds."""

    of: Shape


class Fixed(Struct, frozen=True):
    """A tuple of so many things, each with a shape of its own."""

    of: tuple[Shape, ...]


class Called(Struct, frozen=True, eq=False):
    """A function, by the name that templates call it by."""

    name: str
    body: Callable[..., object]
    asked: Function | None = None
    """What to call to hear what it says; None: it is the method of something of a case."""


class Module(Struct, frozen=True):
    """A template that was imported under a name."""

    file: str


class Round(Struct, frozen=True):
    """``loop``."""


Shape = frozenset[Any] | None
"""None: nobody can tell, and so nothing is said of it."""
ANY: Shape = None
NOTHING = type(None)
WORDS: Shape = frozenset({Captured})
_UNIONS = (typing.Union, types.UnionType)
_LISTS = (list, frozenset, set, Collection, Iterable, Iterator)


def load_types() -> None:
    """Have every type at hand that a template may meet, so that none is taken for missing."""
    for layer in ("casefile", "facts", "doctrine", "analysis"):
        package = import_module(f"drafter.{layer}")
        for each in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(each.name)


def joined(*shapes: Shape) -> Shape:
    """What may be any of several shapes."""
    found: set[Any] = set()
    for shape in shapes:
        if shape is None:
            return ANY
        found |= shape
    return frozenset(found)


def without_nothing(shape: Shape) -> Shape:
    """A shape where the thing is there."""
    return ANY if shape is None else shape - {NOTHING}


def shape_of(annotation: object, module: str) -> Shape:
    """The shape that an annotation in a module names; ANY for what cannot be told."""
    if isinstance(annotation, typing.ForwardRef):
        annotation = annotation.__forward_arg__
    if isinstance(annotation, str):
        return _written(annotation, module)
    if annotation is None:
        return frozenset({NOTHING})
    origin, inside = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is None:
        return _plain(annotation)
    if origin is typing.Annotated or origin is typing.ClassVar:
        return shape_of(inside[0], module)
    if origin in _UNIONS:
        return joined(*(shape_of(each, module) for each in inside))
    if origin is typing.Literal:
        return frozenset(map(type, inside))
    if origin is tuple and not (len(inside) == 2 and inside[1] is Ellipsis):
        return frozenset({Fixed(tuple(shape_of(each, module) for each in inside))})
    if not isinstance(origin, type):
        return ANY
    if issubclass(origin, Mapping):
        return frozenset({Keyed(shape_of(inside[1], module))})
    if origin is tuple or issubclass(origin, _LISTS):
        return frozenset({Many(shape_of(inside[0], module))})
    return frozenset({origin})


def _plain(annotation: object) -> Shape:
    if not isinstance(annotation, type) or annotation is object:
        return ANY
    if annotation in (tuple, list, frozenset):
        return frozenset({Many(ANY)})
    return frozenset({Keyed(ANY)}) if annotation is dict else frozenset({annotation})


@cache
def _written(annotation: str, module: str) -> Shape:
    try:
        found = eval(annotation, {**vars(typing), **_names(module)})  # our own annotations
    except (NameError, AttributeError, TypeError, SyntaxError):
        return ANY
    return shape_of(found, module)


@cache
def _names(module: str) -> Mapping[str, object]:
    """The names of a module, with those it imports only while its types are checked."""
    loaded = sys.modules.get(module) or import_module(module)
    try:
        tree = ast.parse(inspect.getsource(loaded))
    except (OSError, TypeError):
        return vars(loaded)
    found: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("drafter."):
            source = import_module(str(node.module))
            for each in node.names:
                if hasattr(source, each.name):
                    found[each.asname or each.name] = getattr(source, each.name)
    return {**found, **vars(loaded)}


def returned(function: Callable[..., object]) -> Shape:
    """What a function makes of a call: runs are words by then."""
    body = inspect.unwrap(getattr(function, "__func__", function))
    annotation = getattr(body, "__annotations__", {}).get("return", object)
    shape = shape_of(annotation, getattr(body, "__module__", __name__))
    return shape and frozenset(Captured if _is_words(each) else each for each in shape)


def passed_on(function: Callable[..., object]) -> str:
    """The name of the type that a function passes on, as ``Item`` of ``first``; empty: none."""
    body = inspect.unwrap(getattr(function, "__func__", function))
    said = getattr(body, "__annotations__", {}).get("return")
    known = _names(body.__module__).get(said) if isinstance(said, str) else None
    return str(said) if isinstance(known, typing.TypeVar) else ""


def _is_words(atom: object) -> bool:
    return atom is Run or (isinstance(atom, Many) and atom.of == frozenset({Run}))


_SHOWN = (str, int, Captured, Drawn, Run, Spoken, Words)


def shown(atom: object) -> tuple[str, str] | None:
    """What is wrong with printing a thing, and the way to say it; None: it has words."""
    if atom in _SHOWN:
        return None
    hint = "print one of its fields, or give it to a filter"
    if isinstance(atom, (Many, Fixed, Keyed)):
        return "prints a list", "loop over it, or use `|join_and`"
    if not isinstance(atom, type):
        return "prints what is to be called", "call it: {{ name() }}"
    if issubclass(atom, Enum):
        return f"prints a kind ({atom.__name__})", "say its words with `|label`"
    if issubclass(atom, date):
        return "prints a date", "say how with a filter: `|day`"
    if atom is bool:
        return "prints a yes or no", 'say it in words: {{ "yes" if … else "no" }}'
    return f"prints a {atom.__name__}", hint
