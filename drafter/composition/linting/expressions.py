"""The shape of an expression, and what is wrong with it on the way there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, Literal, Protocol

from jinja2 import nodes

from drafter.casefile.suggest import did_you_mean
from drafter.composition.documents import Inside, Outside
from drafter.composition.linting import calls
from drafter.composition.linting.conditions import always, narrowed, words_of
from drafter.composition.linting.fields import answer_of, field_of, items_of, names_of
from drafter.composition.linting.findings import Findings
from drafter.composition.linting.scope import Made, Scope, path_of
from drafter.composition.linting.shapes import (
    ANY,
    NOTHING,
    WORDS,
    Called,
    Fixed,
    Keyed,
    Many,
    Module,
    Shape,
    joined,
    shown,
    without_nothing,
)
from drafter.composition.templating.values import check_word
from drafter.errors import TemplateError

_YES_NO: Shape = frozenset({bool})
_NUMBER: Shape = frozenset({int})


class Macros(Protocol):
    """What expressions come to that lie in templates: the names of one, a macro that is called."""

    def exported(self, file: str, name: str, node: nodes.Node, scope: Scope) -> Shape:
        """What an imported template has under a name."""

    def call(self, made: Made, node: nodes.Call, given: Sequence[Shape], scope: Scope) -> None:
        """Check a call of a macro, and the macro with what it is given."""


class Expressions:
    """Reads expressions, and has macros looked into where one names or calls them."""

    def __init__(self, macros: Macros, found: Findings, filters: Mapping[str, Called]) -> None:
        self._macros = macros
        self._found = found
        self._filters = filters

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """What an expression comes to."""
        read: Callable[[Any, Scope], Shape] = getattr(
            self, f"_{type(node).__name__.lower()}", self._others
        )
        return read(node, scope)

    def condition(self, test: nodes.Node, scope: Scope) -> tuple[Scope, Scope]:
        """Read a condition; the scopes where it holds and where it does not."""
        self.shape(test, scope)
        ask = self._asking(scope)
        self._found.tested(scope.file, test, always(test, ask))
        return scope.branch(narrowed(test, True, ask)), scope.branch(narrowed(test, False, ask))

    def printed(self, node: nodes.Node, scope: Scope) -> None:
        """Read an expression that is printed, and see that it has words."""
        known = without_nothing(self.shape(node, scope))
        faults = [fault for atom in known or () if (fault := shown(atom))]
        if known and len(faults) == len(known):
            self._found.tag(scope.file, node, *faults[0])

    def _asking(self, scope: Scope) -> Callable[[nodes.Node], Shape]:
        return lambda node: self.shape(node, scope)

    def _others(self, node: nodes.Node, scope: Scope) -> Shape:
        for child in node.iter_child_nodes():
            self.shape(child, scope)
        return _NUMBER if isinstance(node, (nodes.BinExpr, nodes.UnaryExpr)) else ANY

    def _const(self, node: nodes.Const, scope: Scope) -> Shape:
        return frozenset({type(node.value)})

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        found = scope.name(node.name)
        if found is False:
            self._no_name(node, scope)
            return ANY
        return self._used(found)

    def _no_name(self, node: nodes.Name, scope: Scope) -> None:
        hint = did_you_mean(node.name, scope.everything())
        if node.name in Inside._fields:
            given = ", ".join(f"`{name}`" for name in Outside._fields)
            hint = f"of the case, an edition that others read sees {given} and nothing else"
        self._found.tag(scope.file, node, f"there is no name `{node.name}` here", hint)

    def _used(self, shape: Shape) -> Shape:
        """The shape of what was named, noted where it is a macro."""
        for atom in shape or ():
            if isinstance(atom, Made):
                self._found.used.add((atom.scope.file.name, atom.node.name))
        return shape

    def _getattr(self, node: nodes.Getattr, scope: Scope) -> Shape:
        path = path_of(node)
        known = scope.known(path) if path else False
        base = self.shape(node.node, scope)
        if base is not None and (module := next(iter(base), None)) and isinstance(module, Module):
            return self._used(self._macros.exported(module.file, node.attr, node, scope))
        found = field_of(base, node.attr)
        if found is False:
            what = named(base)
            message = f"{what} has no field `{node.attr}`"
            self._found.tag(scope.file, node, message, did_you_mean(node.attr, names_of(base)))
            return ANY
        return found if known is False else known

    def _getitem(self, node: nodes.Getitem, scope: Scope) -> Shape:
        base = self.shape(node.node, scope)
        self.shape(node.arg, scope)
        place = node.arg.value if isinstance(node.arg, nodes.Const) else None
        held: list[Shape] = []
        for atom in base or ():
            if isinstance(atom, (Keyed, Many)):
                held.append(atom.of)
            elif isinstance(atom, Fixed) and isinstance(place, int) and place < len(atom.of):
                held.append(atom.of[place])
            elif atom is not NOTHING:
                return ANY
        return joined(*held) if held else ANY

    def _call(self, node: nodes.Call, scope: Scope) -> Shape:
        given = [self.shape(each, scope) for each in calls.arguments_of(node)]
        callee = self.shape(node.node, scope)
        if callee is None:
            return ANY
        made: list[Shape] = []
        for atom in callee:
            if isinstance(atom, Made):
                self._macros.call(atom, node, given, scope)
                made.append(WORDS)
            elif isinstance(atom, Called):
                made.append(self._function(atom, node, given, scope))
            elif atom is not NOTHING:
                self._found.tag(scope.file, node, f"{named(callee)} cannot be called")
        return joined(*made) if made else ANY

    def _function(
        self, called: Called, node: calls.Call, given: Sequence[Shape], scope: Scope
    ) -> Shape:
        piped = isinstance(node, nodes.Filter)
        fault = calls.function_fault(called, node, int(piped))
        if fault:
            self._found.tag(scope.file, node, *fault)
        else:
            for each in calls.refused(called, node):
                self._found.tag(scope.file, node, each.message, each.hint)
        return answer_of(called.body, given)

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        assert node.node is not None
        given = [self.shape(each, scope) for each in (node.node, *calls.arguments_of(node))]
        if node.name not in self._filters:
            hint = did_you_mean(node.name, self._filters)
            self._found.tag(scope.file, node, f"there is no filter `{node.name}`", hint)
            return ANY
        return self._function(self._filters[node.name], node, given, scope)

    def _test(self, node: nodes.Test, scope: Scope) -> Shape:
        self.shape(node.node, scope)
        return _YES_NO

    def _compare(self, node: nodes.Compare, scope: Scope) -> Shape:
        shape = self.shape(node.expr, scope)
        for op in node.ops:
            other = self.shape(op.expr, scope)
            if isinstance(node.expr, nodes.Const) and op.op in ("in", "notin"):
                self._words(node, items_of(other), (node.expr.value,), scope)
        self._words(node, shape, words_of(node), scope)
        return _YES_NO

    def _words(
        self,
        node: nodes.Node,
        shape: Shape | Literal[False],
        words: tuple[object, ...],
        scope: Scope,
    ) -> None:
        """See that words which a kind is compared with are among its own."""
        kinds = without_nothing(shape or ANY)
        if not kinds or not all(isinstance(k, type) and issubclass(k, Enum) for k in kinds):
            return
        for word in (each for each in words if isinstance(each, str)):
            try:
                for kind in kinds:
                    check_word(next(iter(kind)), word)
            except TemplateError as error:
                problem = error.problems[0]
                self._found.tag(scope.file, node, problem.message, problem.hint)

    def _not(self, node: nodes.Not, scope: Scope) -> Shape:
        self.shape(node.node, scope)
        return _YES_NO

    def _and(self, node: nodes.And, scope: Scope) -> Shape:
        left = self.shape(node.left, scope)
        holds = scope.branch(narrowed(node.left, True, self._asking(scope)))
        return joined(left, self.shape(node.right, holds))

    def _or(self, node: nodes.Or, scope: Scope) -> Shape:
        left = self.shape(node.left, scope)
        fails = scope.branch(narrowed(node.left, False, self._asking(scope)))
        return joined(without_nothing(left), self.shape(node.right, fails))

    def _condexpr(self, node: nodes.CondExpr, scope: Scope) -> Shape:
        holds, fails = self.condition(node.test, scope)
        other = self.shape(node.expr2, fails) if node.expr2 else ANY
        return joined(self.shape(node.expr1, holds), other)

    def _list(self, node: nodes.List | nodes.Tuple, scope: Scope) -> Shape:
        return frozenset({Many(joined(*(self.shape(each, scope) for each in node.items)))})

    _tuple = _list


def named(shape: Shape) -> str:
    """What something is, for a message."""
    atoms = without_nothing(shape) or frozenset()
    words = sorted({_named(atom) for atom in atoms})
    return " or ".join(words) or "a missing value"


def _named(atom: object) -> str:
    if isinstance(atom, (Many, Fixed, Keyed)):
        return "a list"
    return "text" if atom in (str, WORDS) else getattr(atom, "__name__", type(atom).__name__)
