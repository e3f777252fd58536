"""The tree of a template made ready for its code: rounds marked, what is left out refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from jinja2 import TemplateAssertionError, nodes

from drafter.composition.templating.compiler import LEAVE

if TYPE_CHECKING:
    from jinja2 import Environment

ENTER = "\x02item\x03"
"""Name of the filter call that begins a round; no template can write it."""
RAW = "\x02raw\x03"
"""Name of the filter call around a field that a condition asks for."""
_CHECKED = (
    *(nodes.Name, nodes.If, nodes.CondExpr, nodes.For),
    *(nodes.Import, nodes.FromImport, nodes.Include),
)


def prepare(tree: nodes.Template, loops: set[int], environment: Environment) -> None:
    """Mark the rounds of the loops on lines ``loops``, and give imports their context.

    Raises TemplateAssertionError for what the language leaves out.
    """
    for fault in faults_of(tree, loops):
        raise fault
    for node in list(tree.find_all(_CHECKED)):
        if isinstance(node, (nodes.If, nodes.CondExpr)):
            node.test = _test(cast("nodes.Expr", node.test))
        elif isinstance(node, (nodes.Import, nodes.FromImport, nodes.Include)):
            node.with_context = True
        elif isinstance(node, nodes.For) and node.lineno in loops:
            _mark_rounds(node)
    tree.set_environment(environment)


def faults_of(tree: nodes.Template, loops: set[int]) -> Iterator[TemplateAssertionError]:
    """What a template uses and the language leaves out."""
    for node in tree.find_all(_CHECKED):
        if isinstance(node, nodes.Name) and node.name.startswith("_"):
            yield _fault(f"there is no name `{node.name}`", node)
        elif isinstance(node, nodes.CondExpr) and node.expr2 is None:
            yield _fault("an `if` inside an expression needs its `else`", node)
        elif isinstance(node, (nodes.Import, nodes.FromImport, nodes.Include)):
            if not isinstance(node.template, nodes.Const) or getattr(node, "ignore_missing", False):
                yield _fault("name the template in quotation marks, and nothing more", node)
        elif isinstance(node, nodes.For):
            if node.recursive:
                yield _fault("a loop cannot call itself", node)
            if node.lineno in loops and not isinstance(node.target, nodes.Name):
                yield _fault("a loop around blocks runs over one name, so that it has an id", node)


def _test(node: nodes.Expr) -> nodes.Expr:
    """A condition in which a field need only be true or not."""
    match node:
        case nodes.Getattr():
            return nodes.Filter(node, RAW, [], [], None, None, lineno=node.lineno)
        case nodes.Not():
            node.node = _test(node.node)
        case nodes.And() | nodes.Or():
            node.left, node.right = _test(node.left), _test(node.right)
    return node


def _mark_rounds(loop: nodes.For) -> None:
    line = loop.lineno
    item = nodes.Name(cast("nodes.Name", loop.target).name, "load", lineno=line)
    enter = nodes.Filter(item, ENTER, [], [], None, None, lineno=line)
    leave = nodes.TemplateData(LEAVE, lineno=line)
    loop.body = _joined(
        nodes.Output([enter], lineno=line),
        *loop.body,
        nodes.Output([leave], lineno=line),
    )


def _joined(*body: nodes.Node) -> list[nodes.Node]:
    """Outputs that follow each other as one, so that their text is one literal."""
    joined: list[nodes.Node] = []
    for node in body:
        if isinstance(node, nodes.Output) and joined and isinstance(joined[-1], nodes.Output):
            joined[-1].nodes += node.nodes
        else:
            joined.append(node)
    return joined


def _fault(message: str, node: nodes.Node) -> TemplateAssertionError:
    return TemplateAssertionError(message, node.lineno)
