"""What follows from a condition: which types are left where it holds, and if it ever varies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from jinja2 import nodes

from drafter.composition.linting.fields import constant, family
from drafter.composition.linting.scope import Path, path_of
from drafter.composition.linting.shapes import ANY, NOTHING, Shape, joined, without_nothing
from drafter.composition.templating.values import is_ours

ShapeOf = Callable[[nodes.Node], Shape]
Narrowed = Mapping[Path, Shape]
_EQUAL = {"eq": True, "in": True, "ne": False, "notin": False}
_VARYING = (nodes.Name, nodes.Call, nodes.Filter, nodes.Test)


def narrowed(test: nodes.Node, truth: bool, shape_of: ShapeOf) -> Narrowed:
    """What is known of the paths in a condition where it holds, or where it does not."""
    match test:
        case nodes.Not():
            return narrowed(test.node, not truth, shape_of)
        case nodes.And() | nodes.Or():
            left = narrowed(test.left, truth, shape_of)
            right = narrowed(test.right, truth, shape_of)
            if isinstance(test, nodes.And) is truth:
                return {**left, **right}
            return {path: joined(left[path], right[path]) for path in left.keys() & right.keys()}
        case nodes.Test(name="none"):
            path, shape = path_of(test.node), shape_of(test.node)
            known = frozenset({NOTHING}) if truth else without_nothing(shape)
            return {path: known} if path else {}
        case nodes.Compare():
            return _compared(test, truth, shape_of)
        case nodes.Name() | nodes.Getattr() if truth:
            path = path_of(test)
            return {path: without_nothing(shape_of(test))} if path else {}
    return {}


def _compared(test: nodes.Compare, truth: bool, shape_of: ShapeOf) -> Narrowed:
    """Of things that bear the name of their type in a field, those of the names compared with."""
    words = words_of(test)
    path = path_of(test.expr)
    if not words or not isinstance(test.expr, nodes.Getattr) or not path:
        return {}
    shape = shape_of(test.expr.node)
    field = test.expr.attr
    if not any(constant(kind, field) for atom in shape or () for kind in _leaves(atom)):
        return {}
    wanted = _EQUAL[test.ops[0].op] is truth
    left: set[object] = set()
    for atom in shape or ():
        for kind in _leaves(atom):
            said = constant(kind, field)
            if said is None or (said in words) is wanted:
                left.add(kind)
    return {path[:-1]: frozenset(left)}


def _leaves(atom: object) -> tuple[object, ...]:
    """The types that a thing of a type may be: what others are made from is none itself."""
    if not isinstance(atom, type):
        return (atom,)
    kinds = family(atom)
    return tuple(kind for kind in kinds if len(family(kind)) == 1)


def words_of(test: nodes.Compare) -> tuple[str, ...]:
    """The words of the template that something is compared with; none if not all are words."""
    if len(test.ops) != 1 or test.ops[0].op not in _EQUAL:
        return ()
    other = test.ops[0].expr
    items = other.items if isinstance(other, (nodes.List, nodes.Tuple)) else [other]
    words = [each.value for each in items if isinstance(each, nodes.Const)]
    every = len(words) == len(items) and all(isinstance(each, str) for each in words)
    return tuple(words) if every else ()


def always(test: nodes.Node, shape_of: ShapeOf) -> bool | None:
    """Whether a condition holds whatever the case; None: that varies."""
    match test:
        case nodes.Not():
            inner = always(test.node, shape_of)
            return None if inner is None else not inner
        case nodes.Test(name="none"):
            shape = shape_of(test.node)
            if shape is None or not shape:
                return None
            return True if shape == {NOTHING} else None if NOTHING in shape else False
        case nodes.Name() | nodes.Getattr():
            return _truth(shape_of(test))
    if isinstance(test, _VARYING) or any(test.find_all(_VARYING)):
        return None
    try:
        return bool(test.as_const())  # type: ignore[attr-defined]
    except nodes.Impossible:
        return None


def _truth(shape: Shape) -> bool | None:
    """Whether everything that a thing may be counts as yes, or as no."""
    if shape is ANY or not shape:
        return None
    if shape == {NOTHING}:
        return False
    return True if all(_is_something(atom) for atom in shape) else None


def _is_something(atom: object) -> bool:
    if not isinstance(atom, type) or not is_ours(atom):
        return False
    if issubclass(atom, Enum):
        return all(bool(member) for member in atom)
    return not (hasattr(atom, "__len__") or hasattr(atom, "__bool__"))
