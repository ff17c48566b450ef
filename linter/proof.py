"""The operations a proof may use, and a verifier that re-checks them without knowing any check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext

from linter.finding import Step

_PRECISION = 50


def verify(steps: Sequence[Step]) -> str | None:
    """``None`` when every calculating step of a proof holds, else what is wrong with it.

    Calculating operations: add, subtract, multiply, divide, scale (all inputs to one output), differ (the two numbers
    are further apart than the third), exceed (the first is greater than the second). Others quote what was looked up.
    """
    with localcontext() as exact:
        exact.prec = _PRECISION
        for step in steps:
            rule = _OPERATIONS.get(step.op)
            if rule is not None and not rule([Decimal(number) for number in step.inputs], step.out):
                return f"{step.op}({', '.join(step.inputs)}) is not {step.out}"
    return None


def calculate(op: str, *inputs: Decimal) -> Step:
    """A step that holds by construction."""
    with localcontext() as exact:
        exact.prec = _PRECISION
        return Step(op, tuple(format(number, "f") for number in inputs), format(_CALCULATIONS[op](inputs), "f"))


def decide(op: str, *inputs: Decimal) -> Step:
    """A comparing step (differ, exceed) with its outcome, "true" or "false"."""
    return Step(op, tuple(format(number, "f") for number in inputs), "true" if _COMPARISONS[op](inputs) else "false")


def _sum(numbers: Sequence[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0))


def _product(numbers: Sequence[Decimal]) -> Decimal:
    result = Decimal(1)
    for number in numbers:
        result *= number
    return result


_CALCULATIONS: dict[str, Callable[[Sequence[Decimal]], Decimal]] = {
    "add": _sum,
    "subtract": lambda numbers: numbers[0] - _sum(numbers[1:]),
    "multiply": _product,
    "divide": lambda numbers: numbers[0] / _product(numbers[1:]),
}
_COMPARISONS: dict[str, Callable[[Sequence[Decimal]], bool]] = {
    "differ": lambda numbers: abs(numbers[0] - numbers[1]) > numbers[2],
    "exceed": lambda numbers: numbers[0] > numbers[1],
}


def _calculation_holds(op: str) -> Callable[[list[Decimal], str], bool]:
    return lambda numbers, out: _CALCULATIONS[op](numbers) == Decimal(out)


def _comparison_holds(op: str) -> Callable[[list[Decimal], str], bool]:
    return lambda numbers, out: _COMPARISONS[op](numbers) == (out == "true")


_OPERATIONS: dict[str, Callable[[list[Decimal], str], bool]] = {
    **{op: _calculation_holds(op) for op in _CALCULATIONS},
    **{op: _comparison_holds(op) for op in _COMPARISONS},
}
