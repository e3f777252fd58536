"""Python code for a template: it yields pieces where Jinja's own would make text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from jinja2 import TemplateAssertionError, nodes
from jinja2.compiler import CodeGenerator, Frame

from drafter.composition.compiler import LEAVE, Compiled
from drafter.composition.values import Words

if TYPE_CHECKING:
    from jinja2 import Environment

    from drafter.composition.environment import TemplateEnvironment

_MARK = re.compile("\x02([0-9]+)\x03")
_ENTER = "\x02item\x03"
"""Name of the filter call that begins a round; no template can write it."""
_CHECKED = (
    *(nodes.Name, nodes.CondExpr, nodes.For),
    *(nodes.Import, nodes.FromImport, nodes.Include),
)


class PieceGenerator(CodeGenerator):
    """Writes expressions without ``str()`` and literals as tuples made beforehand."""

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:
        """Mark text written in a template as such, so that no other text passes for it."""
        if isinstance(node.value, str):
            self.write(f"literals[{self._compiled.keep(Words(node.value))}]")
        else:
            super().visit_Const(node, frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Leave out what stands between two tags where nothing does."""
        node.nodes = [child for child in node.nodes if not _is_nothing(child)]
        if node.nodes:
            super().visit_Output(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Refuse ``~``: text and values are never one string."""
        self.fail("`~` is not used: write the text around the tag, or use `join_and`", node.lineno)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """Look filters up when rendering: each rendering has its own."""
        if node.name == _ENTER:
            self.write("environment.item(")
        else:
            self.write(f"environment.apply(context, {node.name!r}, ")
        if node.node is None:
            self.write(f"concat({frame.buffer})")
        else:
            self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: object) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        raise nodes.Impossible  # Jinja would finalize constants when compiling.

    def _output_const_repr(self, group: object) -> str:
        marks = _MARK.findall("".join(cast("list[str]", group)))
        return f"literals[{self._compiled.literal(map(int, marks))}]"

    @property
    def _compiled(self) -> Compiled:
        return cast("TemplateEnvironment", self.environment).compiling[self.name or ""]

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write(")")


def _is_nothing(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.TemplateData) and not _MARK.search(node.data)


def prepare(tree: nodes.Template, loops: set[int], environment: Environment) -> None:
    """Mark the rounds of the loops on lines ``loops``, and give imports their context.

    Raises TemplateAssertionError for what the language leaves out.
    """
    for node in list(tree.find_all(_CHECKED)):
        if isinstance(node, nodes.Name) and node.name.startswith("_"):
            raise _fault(f"there is no name `{node.name}`", node)
        if isinstance(node, nodes.CondExpr) and node.expr2 is None:
            raise _fault("an `if` inside an expression needs its `else`", node)
        if isinstance(node, (nodes.Import, nodes.FromImport, nodes.Include)):
            _give_context(node)
        elif isinstance(node, nodes.For):
            if node.recursive:
                raise _fault("a loop cannot call itself", node)
            if node.lineno in loops:
                _mark_rounds(node)
    tree.set_environment(environment)


def _give_context(node: nodes.Import | nodes.FromImport | nodes.Include) -> None:
    if not isinstance(node.template, nodes.Const) or getattr(node, "ignore_missing", False):
        raise _fault("name the template in quotation marks, and nothing more", node)
    node.with_context = True


def _mark_rounds(loop: nodes.For) -> None:
    if not isinstance(loop.target, nodes.Name):
        raise _fault("a loop around blocks runs over one name, so that it has an id", loop)
    line = loop.lineno
    item = nodes.Name(loop.target.name, "load", lineno=line)
    enter = nodes.Filter(item, _ENTER, [], [], None, None, lineno=line)
    leave = nodes.TemplateData(LEAVE, lineno=line)
    loop.body = [
        nodes.Output([enter], lineno=line),
        *loop.body,
        nodes.Output([leave], lineno=line),
    ]


def _fault(message: str, node: nodes.Node) -> Exception:
    return TemplateAssertionError(message, node.lineno)
