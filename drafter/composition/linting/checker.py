"""One edition walked from its body: every template it takes in, every macro as it is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from jinja2 import nodes

from drafter.casefile.suggest import did_you_mean
from drafter.composition.linting import calls
from drafter.composition.linting.expressions import Expressions, named
from drafter.composition.linting.fields import field_of, items_of
from drafter.composition.linting.files import TemplateFile
from drafter.composition.linting.findings import Findings
from drafter.composition.linting.scope import Made, Scope
from drafter.composition.linting.shapes import (
    ANY,
    WORDS,
    Called,
    Fixed,
    Module,
    Round,
    Shape,
    joined,
)
from drafter.composition.templating.environment import TemplateEnvironment
from drafter.composition.templating.values import is_ours

Files = Mapping[str, TemplateFile]


class Checker:
    """Checks the templates that one edition takes in."""

    def __init__(
        self,
        files: Files,
        environment: TemplateEnvironment,
        names: Mapping[str, Shape],
        filters: Mapping[str, Called],
        found: Findings,
    ) -> None:
        self._found = found
        self._files = files
        self._environment = environment
        self._names = names
        self._expressions = Expressions(self, found, filters)
        self._modules: dict[str, Scope] = {}
        self._within: list[str] = []
        """The templates that are being taken in, each by the one before it."""
        self._called: set[tuple[int, tuple[Shape, ...]]] = set()

    def body(self, name: str) -> None:
        """Check an edition from its body on."""
        self._take_in(self._files[name], dict(self._names))

    def macro_alone(self, file: TemplateFile, macro: nodes.Macro) -> None:
        """Check a macro that nothing calls, whatever it may be given."""
        self._walk_macro(Made(macro, self._module(file.name)), [ANY] * len(macro.args))

    def exported(self, file: str, name: str, node: nodes.Node, scope: Scope) -> Shape:
        """What an imported template has under a name."""
        names = self._module(file).names
        if name not in names:
            hint = did_you_mean(name, names)
            self._found.tag(scope.file, node, f"{file} has no macro `{name}`", hint)
            return ANY
        return names[name]

    def call(self, made: Made, node: nodes.Call, given: Sequence[Shape], scope: Scope) -> None:
        """Check a call of a macro, and the macro with what it is given."""
        if fault := calls.macro_fault(made.node.name, made.node, node):
            self._found.tag(scope.file, node, *fault)
            return
        keys = [each.name for each in made.node.args]
        by_name = given[len(node.args) :]
        places = {each.key: held for each, held in zip(node.kwargs, by_name, strict=True)}
        shapes = [
            given[at] if at < len(node.args) else places.get(key, ANY)
            for at, key in enumerate(keys)
        ]
        defaults = len(keys) - len(made.node.defaults)
        for at, key in enumerate(keys):
            if at >= max(len(node.args), defaults) and key not in places:
                shapes[at] = self._expressions.shape(made.node.defaults[at - defaults], made.scope)
        self._walk_macro(made, shapes)

    def _walk_macro(self, made: Made, shapes: Sequence[Shape]) -> None:
        key = (id(made.node), tuple(shapes))
        if key in self._called:
            return
        self._called.add(key)
        names = {each.name: shape for each, shape in zip(made.node.args, shapes, strict=True)}
        names |= {name: ANY for name in ("caller", "varargs", "kwargs") if name not in names}
        self._all(made.node.body, made.scope.inside(names))

    def _take_in(self, file: TemplateFile, names: dict[str, Shape]) -> Scope:
        self._found.reached.add(file.name)
        scope = Scope(file, names)
        if file.tree is not None:
            self._within.append(file.name)
            self._all(file.tree.body, scope)
            self._within.pop()
        return scope

    def _module(self, name: str) -> Scope:
        """The names of a template that is imported: its own, and those of the edition."""
        if name not in self._modules:
            file = self._files[name]
            edition = Scope(file, dict(self._names))
            self._modules[name] = scope = edition.inside({})
            self._found.reached.add(name)
            if file.tree is not None:
                self._all(file.tree.body, scope)
        return self._modules[name]

    def _all(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for each in node.nodes:
                        if not isinstance(each, nodes.TemplateData):
                            self._expressions.printed(each, scope)
                case nodes.If():
                    self._if(node, scope)
                case nodes.For():
                    self._for(node, scope)
                case nodes.Assign():
                    self._assign(node.target, self._expressions.shape(node.node, scope), scope)
                case nodes.AssignBlock():
                    self._all(node.body, scope.inside({}))
                    self._assign(node.target, WORDS, scope)
                case nodes.Macro():
                    scope.set(node.name, frozenset({Made(node, scope)}))
                case nodes.CallBlock():
                    self._expressions.shape(node.call, scope)
                    names = {each.name: ANY for each in node.args}
                    self._all(node.body, scope.inside(names))
                case nodes.Include() | nodes.Import() | nodes.FromImport():
                    self._other(node, scope)

    def _if(self, node: nodes.If, scope: Scope) -> None:
        asked: list[nodes.Node] = []
        place = scope
        for each in (node, *node.elif_):
            if each.test in asked:
                message = "this condition has been asked above: the branch is never taken"
                self._found.tag(scope.file, each.test, message, "ask something else, or delete it")
            asked.append(each.test)
            holds, place = self._expressions.condition(each.test, place)
            self._all(each.body, holds)
        self._all(node.else_, place)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        things = self._expressions.shape(node.iter, scope)
        items = items_of(things)
        if items is False:
            message = f"a loop runs over a list; this is {named(things)}"
            self._found.tag(scope.file, node, message)
        item = items if isinstance(items, frozenset) else ANY
        inside = scope.inside({"loop": frozenset({Round()})})
        self._assign(node.target, item, inside)
        if scope.file.compiled and node.lineno in scope.file.compiled.loops:
            self._rounds(node, item, scope)
        if node.test is not None:
            inside = self._expressions.condition(node.test, inside)[0]
        self._all(node.body, inside)
        self._all(node.else_, scope.inside({}))

    def _rounds(self, node: nodes.For, item: Shape, scope: Scope) -> None:
        """See that the rounds of a loop around blocks have ids."""
        for atom in item or ():
            record = isinstance(atom, type) and is_ours(atom) and not issubclass(atom, Enum)
            if record and field_of(frozenset({atom}), "id") is False:
                message = f"a loop around blocks runs over {atom.__name__} without an id"
                hint = "give what it runs over an `id`, or put the loop inside one line"
                self._found.tag(scope.file, node, message, hint)

    def _assign(self, target: nodes.Node, shape: Shape, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope.set(target.name, shape)
            return
        for at, each in enumerate(getattr(target, "items", ())):
            parts = [
                atom.of[at] if isinstance(atom, Fixed) and at < len(atom.of) else ANY
                for atom in shape or ()
            ]
            self._assign(each, joined(*parts) if parts else ANY, scope)

    def _other(self, node: nodes.Include | nodes.Import | nodes.FromImport, scope: Scope) -> None:
        """Take another template in, or its macros."""
        assert isinstance(node.template, nodes.Const)
        name = self._environment.join_path(node.template.value, scope.file.name)
        if name not in self._files:
            hint = did_you_mean(name, self._files)
            self._found.tag(scope.file, node, f"there is no template `{name}`", hint)
            for missing in _bound(node):
                scope.set(missing, ANY)
        elif name in self._within:
            self._found.tag(scope.file, node, "a template that takes in itself")
        elif isinstance(node, nodes.Include):
            self._take_in(self._files[name], scope.everything())
        elif isinstance(node, nodes.Import):
            self._module(name)
            scope.set(node.target, frozenset({Module(name)}))
        else:
            for each in node.names:
                wanted, called = each if isinstance(each, tuple) else (each, each)
                names = self._module(name).names
                if wanted in names:
                    scope.set(called, names[wanted])
                    continue
                hint = did_you_mean(wanted, names)
                self._found.tag(scope.file, node, f"{name} has no macro `{wanted}`", hint)
                scope.set(called, ANY)


def _bound(node: nodes.Include | nodes.Import | nodes.FromImport) -> list[str]:
    """The names that an import would make."""
    if isinstance(node, nodes.FromImport):
        return [each[1] if isinstance(each, tuple) else each for each in node.names]
    return [node.target] if isinstance(node, nodes.Import) else []
