"""Formulas of benefits, held as rules: ``(average_wage + indexed_wage) / 2 * years / 100`` over named quantities.

A rule of kind "schedule" whose quantity starts with "formula." holds the formula in words, and every accepted way to
write it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from decimal import Decimal, localcontext
from functools import cache

from reference.model import Reference, Rule

FAMILY = "formula."
RESULT = "result"
_PRECISION = 50
_OPERATIONS: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: Decimal.__add__,
    ast.Sub: Decimal.__sub__,
    ast.Mult: Decimal.__mul__,
    ast.Div: Decimal.__truediv__,
}


def variables(expression: str) -> frozenset[str]:
    """The names in an expression."""
    return frozenset(node.id for node in ast.walk(_parsed(expression)) if isinstance(node, ast.Name))


def evaluate(expression: str, values: Mapping[str, Decimal]) -> Decimal:
    """What an expression comes to. Raises ValueError for anything but numbers, known names and + - * /."""
    with localcontext() as exact:
        exact.prec = _PRECISION
        return _value(_parsed(expression), values)


def formula_rules(reference: Reference) -> tuple[Rule, ...]:
    """All rules that are formulas."""
    return tuple(rule for rule in reference.rules if rule.quantity.startswith(FAMILY))


def accepted(rule: Rule) -> tuple[str, ...]:
    """Every way to write the formula of a rule, the usual one first."""
    details = rule.values[-1].details
    return tuple(details[name] for name in sorted(details) if name != RESULT)


@cache
def _parsed(expression: str) -> ast.expr:
    return ast.parse(expression, mode="eval").body


def _value(node: ast.expr, values: Mapping[str, Decimal]) -> Decimal:
    if isinstance(node, ast.Name) and node.id in values:
        return values[node.id]
    if isinstance(node, ast.Constant) and not isinstance(node.value, bool | str | bytes):
        return Decimal(str(node.value))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_value(node.left, values), _value(node.right, values))
    raise ValueError(ast.dump(node))
