"""Proof steps as a person would write them down."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from linter.finding import Finding, Step
from reports.citation import rule_title
from reports.wording import Wording

_SIGNS = {"add": "+", "sum": "+", "subtract": "−", "multiply": "×", "divide": "÷", "scale": "×"}
_NAMED = frozenset({"lookup", "member", "not_member", "count", "compare", "add_months", "months_between"})
# A quotient has no end; nobody reads past four decimals.
_PLACES_SHOWN = 4
_PLACES = Decimal(1).scaleb(-_PLACES_SHOWN)
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def proof_lines(finding: Finding, wording: Wording) -> tuple[str, ...]:
    """The steps of a finding's proof; the rule it cites stands there by its title, not by its id."""
    names = {finding.rule.rule.id: rule_title(finding.rule.rule, wording)} if finding.rule else {}
    return tuple(readable(step, wording, names) for step in finding.proof)


def readable(step: Step, wording: Wording, names: Mapping[str, str] = _NO_NAMES) -> str:
    """A step on one line: 「3920 × 0.08 = 313.60」, 「20 ≠ 16」, 「|980 − 1980| > 0.5」, 「查规定 …」.

    ``names`` says ids in words.
    """
    inputs, held = tuple(_short(each) for each in step.inputs), step.out == "true"
    if step.op in _SIGNS and len(inputs) > 1:
        return f"{f' {_SIGNS[step.op]} '.join(inputs)} = {_short(step.out)}"
    if step.op == "differ" and len(inputs) == 3:
        return _apart(*inputs, held=held)
    if step.op == "exceed" and len(inputs) == 2:
        return f"{inputs[0]} {'>' if held else '≤'} {inputs[1]}"
    if step.op == "evaluate" and len(inputs) == 1:
        return f"{inputs[0]} = {_short(step.out)}"
    if step.op in _NAMED:
        listed = wording("list.separator").join(names.get(each) or wording.label("kin", each) for each in step.inputs)
        out = names.get(step.out) or wording.label("outcome", step.out)
        return wording(f"proof.{step.op}", inputs=listed, out=out)
    return f"{step.op}({', '.join(inputs)}) = {_short(step.out)}"


def _apart(one: str, other: str, tolerance: str, *, held: bool) -> str:
    if not Decimal(tolerance):
        return f"{one} {'≠' if held else '='} {other}"
    return f"|{one} − {other}| {'>' if held else '≤'} {tolerance}"


def _short(number: str) -> str:
    """A decimal with at most four places; anything else as it is."""
    try:
        exact = Decimal(number)
    except InvalidOperation:
        return number
    exponent = exact.as_tuple().exponent
    long = isinstance(exponent, int) and -exponent > _PLACES_SHOWN
    return format(exact.quantize(_PLACES), "f") if long else number
