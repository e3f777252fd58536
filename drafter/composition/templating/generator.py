"""Python code for a template: it yields pieces where Jinja's own would make text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

from drafter.composition.templating.compiler import Compiled
from drafter.composition.templating.dialect import Dialect
from drafter.composition.templating.tree import ENTER, RAW
from drafter.composition.templating.values import Words

_MARK = re.compile("\x02([0-9]+)\x03")


class PieceGenerator(CodeGenerator):
    """Writes expressions without ``str()`` and literals as tuples made beforehand.

    What the code calls, it finds among its globals (``calls.NAMES``); the filters of a
    rendering in its context.
    """

    _printed: nodes.Expr | None = None
    """The field that is to be printed."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write the code of a template, and then make the chains of fields it reads."""
        self._chains: dict[str, str] = {}
        self._keeping = _steady_macros(node)
        super().visit_Template(node, frame)
        for made, chain in self._chains.items():
            self.writeline(f"{chain} = environment.{made}")

    def write_commons(self) -> None:
        """Find the filters once for a template."""
        super().write_commons()
        self.writeline("filters = context.parent['_filters']")

    def pull_dependencies(self, nodes: Iterable[nodes.Node]) -> None:
        """Have nothing of Jinja's own filters and tests at hand: none is used."""

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Gather the pieces of a whole template in a list, and yield them all at once."""
        gathers = frame.rootlevel and frame.buffer is None
        if gathers:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if gathers:
            self.writeline(f"yield {frame.buffer}")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        """Add the pieces of another template."""
        self.writeline(f"{frame.buffer} += environment.included(context, ", node)
        self.visit(node.template, frame)
        self.write(f", {self.name!r}, {self.dump_local_context(frame)})")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Import a template once for all that import it in a rendering."""
        self.write("environment.module(context, ")
        self.visit(node.template, frame)
        self.write(f", {self.name!r})")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Make a macro, which keeps what it makes where all that it sees is steady."""
        kept = macro_ref.node in self._keeping
        self.write("Kept(" if kept else "")
        super().macro_def(macro_ref, frame)
        self.write(")" if kept else "")

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:
        """Mark text written in a template as such, so that no other text passes for it."""
        if isinstance(node.value, str):
            self.write(f"literals[{self._compiled.keep(Words(node.value))}]")
        else:
            super().visit_Const(node, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Add what is printed to the pieces, and what stands between two tags."""
        children = [child for child in node.nodes if not _is_nothing(child)]
        if not children:
            return
        self.writeline(f"{frame.buffer} += [", node)
        for is_text, group in groupby(children, _is_text):
            if is_text:
                self.write(f"{self._between(cast('Iterable[nodes.TemplateData]', group))}, ")
            else:
                for child in group:
                    self.newline(child)
                    self._print(child, frame)
                    self.write(", ")
        self.write("]")

    def _between(self, group: Iterable[nodes.TemplateData]) -> str:
        """The code for what stands between two tags: one piece, or several one after the other."""
        marks = _MARK.findall("".join(each.data for each in group))
        literal = f"literals[{self._compiled.literal(map(int, marks))}]"
        return f"*{literal}" if len(marks) > 1 else literal

    def _print(self, node: nodes.Expr, frame: Frame) -> None:
        """Write an expression that is printed, checked unless its own code checks it."""
        self._printed = node if isinstance(node, nodes.Getattr) else None
        enters = isinstance(node, nodes.Filter) and node.name == ENTER
        checks_itself = isinstance(node, nodes.Getattr) or enters
        self.write("" if checks_itself else "printable(")
        self.visit(node, frame)
        self.write("" if checks_itself else ")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Refuse ``~``: text and values are never one string."""
        self.fail("`~` is not used: write the text around the tag, or use `join_and`", node.lineno)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """Look filters up when rendering: each rendering has its own."""
        if node.name == RAW:
            return self._field(cast("nodes.Getattr", node.node), frame, "raw")
        if node.name == ENTER:
            self.write("item(")
        else:
            alone = not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
            self.write(f"filters[{node.name!r}]{'.of' if alone else ''}(")
        if node.node is None:
            self.write(f"concat({frame.buffer})")
        else:
            self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """Ask for the one thing that can be asked: whether a value is missing."""
        if node.name != "none":
            self.fail(f"there is no test `{node.name}`, only `is none`", node.lineno)
        self.write("is_none(")
        self.visit(node.node, frame)
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Call with what the template gives, and not with Jinja's own of loops and blocks."""
        one = len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        self.write("call_of(" if one and not forward_caller else "call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Read a chain of fields in one step; one that is printed is checked in the same."""
        self._field(node, frame, "shown" if node is self._printed else "path")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:
        """Compare a field with words of the template in one step."""
        words = _compared(node)
        if not words:
            return super().visit_Compare(node, frame)
        self.write("(not " if node.ops[0].op in ("ne", "notin") else "(")
        self._field(cast("nodes.Getattr", node.expr), frame, "among", words)
        self.write(")")

    def _field(self, node: nodes.Getattr, frame: Frame, how: str, *words: tuple[str, ...]) -> None:
        names: list[str] = []
        base: nodes.Expr = node
        while isinstance(base, nodes.Getattr):
            names.append(base.attr)
            base = base.node
        made = f"{how}({', '.join(map(repr, (*words, *reversed(names))))})"
        self.write(f"{self._chains.setdefault(made, f'chain_{len(self._chains)}')}(")
        self.visit(base, frame)
        self.write(")")

    @property
    def _compiled(self) -> Compiled:
        return cast("Dialect", self.environment).compiling[self.name or ""]


def _steady_macros(tree: nodes.Template) -> list[nodes.Node]:
    """The macros that see one thing under each name, from their place to the end.

    What a macro sets is its own; what is set outside may be set again before its next call.
    """
    if any(_outside_macros(tree, (nodes.Assign, nodes.AssignBlock))):
        return []
    names = [node.name for node in tree.find_all(nodes.Macro)]
    names += [node.target for node in tree.find_all(nodes.Import)]
    for node in tree.find_all(nodes.FromImport):
        names += [name if isinstance(name, str) else name[1] for name in node.names]
    return list(_outside_macros(tree, nodes.Macro)) if len(names) == len(set(names)) else []


def _outside_macros(
    node: nodes.Node, kinds: type[nodes.Node] | tuple[type[nodes.Node], ...]
) -> Iterator[nodes.Node]:
    """The nodes of some kinds that stand in no macro."""
    for child in node.iter_child_nodes():
        if isinstance(child, kinds):
            yield child
        if not isinstance(child, nodes.Macro):
            yield from _outside_macros(child, kinds)


def _is_text(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.TemplateData)


def _is_nothing(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.TemplateData) and not _MARK.search(node.data)


def _compared(node: nodes.Compare) -> tuple[str, ...]:
    """The words that a field is compared with; none if it is another comparison."""
    if len(node.ops) != 1 or not isinstance(node.expr, nodes.Getattr):
        return ()
    op = node.ops[0]
    if op.op in ("in", "notin") and isinstance(op.expr, (nodes.List, nodes.Tuple)):
        items = op.expr.items
    else:
        items = [op.expr] if op.op in ("eq", "ne") else []
    words = [each.value for each in items if isinstance(each, nodes.Const)]
    all_words = len(words) == len(items) and all(isinstance(each, str) for each in words)
    return tuple(words) if all_words else ()
