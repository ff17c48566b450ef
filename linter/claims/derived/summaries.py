"""A pension told as a range, where the text works out just one: 每月约3300-4500元 … 1920+1450=3370元."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.calculation import Calculation
from linter.claims.equations import extract as extract_equations
from linter.claims.layout import Sentence
from linter.claims.model import EquationClaim
from linter.claims.reading import Reading
from linter.scan.tokens import Quantity, Unit

_PENSION = re.compile(
    "(?:养老金|退休金|退休工资)[^,;。0-9]{0,8}$|(?:能|可|可以)领(?:取|到)?(?:养老金|退休金)?[^,;。0-9]{0,6}$"
)
_OTHERS = re.compile("其他|其它|别的|普遍|各地|平均|基础|账户|过渡|不等|差距|以上|增加|多")
_REACH = 20
# A summary rounds its figures.
_NEAR = Decimal("0.03")


def summary(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The only pension of the section that is added up from parts it has worked out, where the range leaves it out."""
    before = reading.text[max(sentence.span.start, result.span.start - _REACH) : result.span.start]
    if result.unit is not Unit.YUAN or not result.is_range or not _PENSION.search(before):
        return None
    if result.per == "year" or _OTHERS.search(reading.text, sentence.span.start, sentence.span.end):
        return None
    claims = [claim for claim in reading.once(extract_equations) if claim.scope.section == sentence.section]
    totals = {claim.stated.value: claim for claim in claims if _is_total(claim, claims)}
    if len(totals) != 1:
        return None
    (value, claim), low, high = next(iter(totals.items())), min(result.values), max(result.values)
    if low * (1 - _NEAR) <= value <= high * (1 + _NEAR):
        return None
    parts = [number for number in _numbers(claim) if number is not None]
    return Calculation("add", tuple(parts))


def _is_total(claim: EquationClaim, claims: list[EquationClaim]) -> bool:
    """True for a sum of figures that other calculations of the section have given."""
    results = {other.stated.value for other in claims if other is not claim and other.left.op != "+"}
    numbers = _numbers(claim)
    return len(numbers) > 1 and all(number is not None and number.value in results for number in numbers)


def _numbers(claim: EquationClaim) -> list[Quantity | None]:
    """The summands of a plain sum; nothing for anything else."""
    found: list[Quantity | None] = []
    left = claim.left
    while left.op == "+":
        left, last = left.operands
        found.append(last.number)
    return [left.number, *reversed(found)] if found else []
