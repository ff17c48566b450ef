"""Proof steps as a person would write them down."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from linter.finding import Step
from reports.wording import Wording

_SIGNS = {"add": "+", "sum": "+", "subtract": "−", "multiply": "×", "divide": "÷", "scale": "×"}
_NAMED = frozenset({"lookup", "member", "not_member", "count", "compare", "add_months", "months_between"})
# A quotient has no end; nobody reads past four decimals.
_PLACES_SHOWN = 4
_PLACES = Decimal(1).scaleb(-_PLACES_SHOWN)


def readable(step: Step, wording: Wording) -> str:
    """A step on one line: 「3920 × 0.08 = 313.60」, 「|980 − 1980| > 0.5」, 「查规定 …」."""
    inputs, held = tuple(_short(each) for each in step.inputs), step.out == "true"
    if step.op in _SIGNS and len(inputs) > 1:
        return f"{f' {_SIGNS[step.op]} '.join(inputs)} = {_short(step.out)}"
    if step.op == "differ" and len(inputs) == 3:
        return f"|{inputs[0]} − {inputs[1]}| {'>' if held else '≤'} {inputs[2]}"
    if step.op == "exceed" and len(inputs) == 2:
        return f"{inputs[0]} {'>' if held else '≤'} {inputs[1]}"
    if step.op == "evaluate" and len(inputs) == 1:
        return f"{inputs[0]} = {_short(step.out)}"
    if step.op in _NAMED:
        listed = wording("list.separator").join(wording.label("kin", each) for each in step.inputs)
        return wording(f"proof.{step.op}", inputs=listed, out=wording.label("outcome", step.out))
    return f"{step.op}({', '.join(inputs)}) = {_short(step.out)}"


def _short(number: str) -> str:
    """A decimal with at most four places; anything else as it is."""
    try:
        exact = Decimal(number)
    except InvalidOperation:
        return number
    exponent = exact.as_tuple().exponent
    long = isinstance(exponent, int) and -exponent > _PLACES_SHOWN
    return format(exact.quantize(_PLACES), "f") if long else number
