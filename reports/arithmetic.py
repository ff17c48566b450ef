"""Proof steps as arithmetic a person can follow."""

from __future__ import annotations

from linter.finding import Step

_SIGNS = {"add": "+", "sum": "+", "subtract": "−", "multiply": "×", "divide": "÷", "scale": "×"}
_MEMBERSHIP = {"member": "⊆", "not_member": "⊄"}


def readable(step: Step) -> str:
    """A step on one line: 「3920 × 0.08 = 313.60」, 「|980 − 1980| > 0.5」; others read 「op(a, b) = out」."""
    inputs, held = step.inputs, step.out == "true"
    if step.op in _SIGNS and len(inputs) > 1:
        return f"{f' {_SIGNS[step.op]} '.join(inputs)} = {step.out}"
    if step.op == "differ" and len(inputs) == 3:
        return f"|{inputs[0]} − {inputs[1]}| {'>' if held else '≤'} {inputs[2]}"
    if step.op == "exceed" and len(inputs) == 2:
        return f"{inputs[0]} {'>' if held else '≤'} {inputs[1]}"
    if step.op == "evaluate" and len(inputs) == 1:
        return f"{inputs[0]} = {step.out}"
    if step.op in _MEMBERSHIP:
        return f"{{{', '.join(inputs)}}} {_MEMBERSHIP[step.op]} {step.out}"
    if step.op == "look-up" and len(inputs) == 2:
        return f"{inputs[0]} @ {inputs[1]} = {step.out}"
    return f"{step.op}({', '.join(inputs)}) = {step.out}"
