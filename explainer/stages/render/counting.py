"""Templates rewritten so that the sandbox is told what they go through."""

from collections.abc import Iterable
from typing import Any, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

COUNTED, TAKEN = "counted", "taken"
"""The filters that tell it: of what is gone through or put together, and of what begins."""
_OF_THEIR_OWN = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)
"""Parts of a template that may be gone through more often than what is around them."""


class Counting(NodeTransformer):
    """Has the sandbox count what a template goes through, and what it puts together."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        weight = _weight(node.body)
        self.generic_visit(node)
        node.iter = _filtered(node.iter, COUNTED, nodes.Const(weight))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(node, COUNTED, nodes.Const(1))

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        return self._begun(node)

    visit_CallBlock = visit_Block = visit_Template = visit_Macro  # noqa: N815

    def _begun(self, node: Any) -> nodes.Node:
        """`node` with its weight told as its body begins."""
        weight = nodes.Const(_weight(node.body))
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(_filtered(weight, TAKEN), lineno=node.lineno))
        return cast(nodes.Node, node)


def _weight(body: Iterable[nodes.Node]) -> int:
    """How much there is to do in `body`, once."""
    inside = [one for one in body if not isinstance(one, _OF_THEIR_OWN)]
    return 1 + sum(_weight(one.iter_child_nodes()) for one in inside)


def _filtered(node: nodes.Node, name: str, *given: nodes.Expr) -> nodes.Filter:
    expression = cast(nodes.Expr, node)
    return nodes.Filter(expression, name, list(given), [], None, None, lineno=node.lineno)
