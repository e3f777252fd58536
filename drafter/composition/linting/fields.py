"""The fields of a shape: those that a template may read, with what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import cache, cached_property
from types import FunctionType
from typing import Literal

from drafter.composition.linting.shapes import (
    ANY,
    NOTHING,
    Called,
    Fixed,
    Keyed,
    Many,
    Round,
    Shape,
    joined,
    passed_on,
    returned,
    shape_of,
)
from drafter.composition.templating.fields import LOOP_FIELDS
from drafter.composition.templating.values import is_ours


def field_of(shape: Shape, name: str) -> Shape | Literal[False]:
    """What a field of a shape holds; False: nothing that it may be has such a field.

    Where a thing may be of several types, one that has the field is enough: what asks for
    it may have asked before which it is.
    """
    if shape is None:
        return ANY
    found = [held for atom in shape for held in _held(atom, name)]
    if not found:
        return ANY if shape <= {NOTHING} else False
    return joined(*found)


def names_of(shape: Shape) -> set[str]:
    """The fields that there are, for a hint."""
    classes = {kind for atom in shape or () if isinstance(atom, type) for kind in family(atom)}
    names = {name for kind in classes if is_ours(kind) for name in dir(kind) if name[0] != "_"}
    names |= {n for kind in classes for base in kind.__mro__ for n in _annotations(base)}
    return {name for name in names if not name.startswith("model_")}


@cache
def family(kind: type) -> tuple[type, ...]:
    """A type of ours and what is made from it."""
    below: list[type] = kind.__subclasses__() if is_ours(kind) else []
    return (kind, *(each for sub in below for each in family(sub)))


def items_of(shape: Shape) -> Shape | Literal[False]:
    """What a loop over a shape meets; False: it is nothing that a loop runs over."""
    if shape is None:
        return ANY
    found: list[Shape] = []
    for atom in shape:
        if isinstance(atom, Many):
            found.append(atom.of)
        elif isinstance(atom, Fixed):
            found += atom.of
        elif isinstance(atom, Keyed):
            found.append(frozenset({str}))
    if found:
        return joined(*found)
    return ANY if shape <= {NOTHING} else False


def answer_of(function: Callable[..., object], given: Sequence[Shape]) -> Shape:
    """What a function makes of what it is given, in order."""
    if name := passed_on(function):
        takes = [str(said) for said in function.__annotations__.values()]
        for annotation, shape in zip(takes, given, strict=False):
            if annotation == name:
                return shape
            if annotation.endswith(f"[{name}]"):
                return items_of(shape) or ANY
    return returned(function)


def _held(atom: object, name: str) -> Iterator[Shape]:
    """What the field of one thing holds; nothing if it has none."""
    if isinstance(atom, Keyed):
        yield atom.of
    elif isinstance(atom, Round):
        if name in LOOP_FIELDS:
            yield frozenset({int if name in ("index", "length") else bool})
    elif isinstance(atom, type) and is_ours(atom) and name[0] != "_":
        yield from (held for kind in family(atom) for held in _own(kind, name))


@cache
def _own(kind: type, name: str) -> tuple[Shape, ...]:
    if name.startswith("model_"):
        return ()
    for base in kind.__mro__:
        if name in (annotations := _annotations(base)):
            return (shape_of(annotations[name], base.__module__),)
        if name in vars(base):
            return tuple(_attribute(kind, vars(base)[name], name))
    member = next(iter(kind), None) if issubclass(kind, Enum) else None
    return (ANY,) if hasattr(member, name) else ()


def _attribute(kind: type, found: object, name: str) -> Iterator[Shape]:
    if isinstance(found, (property, cached_property)):
        getter = found.fget if isinstance(found, property) else found.func
        yield returned(getter) if getter else ANY
    elif not isinstance(found, FunctionType):
        yield frozenset({type(found)}) if isinstance(found, (str, int)) else ANY
    elif name in getattr(kind, "template_methods", ()):
        yield frozenset({Called(name, found.__get__(object()))})


def _annotations(kind: type) -> dict[str, object]:
    found: dict[str, object] = vars(kind).get("__annotations__", {})
    return {n: said for n, said in found.items() if not str(said).startswith("ClassVar")}


def constant(kind: object, name: str) -> str | None:
    """The word that a field has for everything of a type; None: it has none such."""
    for base in kind.__mro__ if isinstance(kind, type) else ():
        said = vars(base).get(name)
        if isinstance(said, str) and name not in _annotations(base):
            return said
    return None
