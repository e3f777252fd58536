"""What the names at one place of a template stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from jinja2 import nodes
from msgspec import Struct

from drafter.composition.linting.files import TemplateFile
from drafter.composition.linting.shapes import Shape, joined

Path = tuple[str, ...]
"""A name and the fields after it: ``step.fact`` is ``("step", "fact")``."""


@dataclass(slots=True, eq=False)
class Scope:
    """The names that one stretch of a template sees."""

    file: TemplateFile
    names: dict[str, Shape] = field(default_factory=dict)
    outer: Scope | None = None
    narrowed: Mapping[Path, Shape] = field(default_factory=dict)
    """What is known here of some names and fields, since a condition has asked."""
    own: bool = True
    """Whether a ``set`` in it ends with it; in a branch of an ``if`` it does not."""

    def known(self, path: Path) -> Shape | Literal[False]:
        """What a condition around this place has found out of a path; False: nothing."""
        for scope in self.chain():
            if path in scope.narrowed:
                return scope.narrowed[path]
            if path[0] in scope.names:
                return False
        return False

    def name(self, name: str) -> Shape | Literal[False]:
        """What a name stands for; False: for nothing."""
        for scope in self.chain():
            if (name,) in scope.narrowed:
                return scope.narrowed[name,]
            if name in scope.names:
                return scope.names[name]
        return False

    def set(self, name: str, shape: Shape) -> None:
        """Let a name stand for something; in a branch it may keep what it stood for."""
        if self.own or self.outer is None:
            self.names[name] = shape
            return
        before = self.outer.name(name)
        self.outer.set(name, shape if before is False else joined(before, shape))
        self.narrowed = {path: held for path, held in self.narrowed.items() if path[0] != name}

    def branch(self, narrowed: Mapping[Path, Shape]) -> Scope:
        """This place where a condition holds."""
        return Scope(self.file, {}, self, narrowed, own=False)

    def inside(self, names: Mapping[str, Shape]) -> Scope:
        """This place with names that end with it: a round of a loop, a macro."""
        return Scope(self.file, dict(names), self)

    def chain(self) -> Iterator[Scope]:
        """This scope and those around it, from the inside out."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.outer

    def everything(self) -> dict[str, Shape]:
        """All names that are seen here, as an include sees them."""
        found: dict[str, Shape] = {}
        for scope in reversed(list(self.chain())):
            found |= scope.names
            found |= {path[0]: held for path, held in scope.narrowed.items() if len(path) == 1}
        return found


class Made(Struct, frozen=True, eq=False):
    """A macro, and the scope that it sees."""

    node: nodes.Macro
    scope: Scope


def path_of(node: nodes.Node) -> Path | None:
    """The path that an expression is; None if it is another one."""
    names: list[str] = []
    while isinstance(node, nodes.Getattr):
        names.append(node.attr)
        node = node.node
    return (node.name, *reversed(names)) if isinstance(node, nodes.Name) else None
