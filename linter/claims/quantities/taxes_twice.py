"""The tax of one taxable income worked out twice, otherwise: 7000×3%=210元 … (12000-5000)×10%-210=490元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate, tolerance
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.reading import Reading
from linter.claims.model import EquationClaim, Expression, ToldTwiceClaim
from linter.scan.tokens import Unit
from reference.interval import Interval

_NAMED = re.compile("个税|个人所得税|税[额款]?(?:=|为|是|:)")
# By the year, and month after month on all that was earned so far, the first steps are lower.
_OTHERWISE = re.compile("累计|预扣|预缴|首月|第一个月|年终|全年|一年|年度|旧|以前|调整前|错|误")
_REACH, _FEWEST = 14, 2


def extract(reading: Reading) -> Iterator[ToldTwiceClaim]:
    """Both, told at the one that takes nothing off behind its rate, else at the later one."""
    for section in reading.document.sections:
        claims = [claim for claim in reading.once(extract_equations) if section.span.contains(claim.span)]
        taxes = [claim for claim in claims if _is_tax(reading, claim)]
        if len(taxes) < _FEWEST or _OTHERWISE.search(section.span.cut(reading.text)):
            continue
        for one, other in combinations(taxes, 2):
            apart = abs(one.stated.value - other.stated.value) > tolerance(one.stated) + tolerance(other.stated)
            if apart and _income(one.left) == _income(other.left):
                again, first = (one, other) if other.left.op == "-" and one.left.op == "*" else (other, one)
                yield ToldTwiceClaim(again.stated.span, again.context, again.scope, first.stated, again.stated)
                break


def _is_tax(reading: Reading, claim: EquationClaim) -> bool:
    led = reading.text[max(claim.context.start, claim.left_span.start - _REACH) : claim.left_span.start]
    right = compare(evaluate(claim.left), claim.stated) != INCONSISTENT
    return right and _NAMED.search(led) is not None and _income(claim.left) is not None


def _income(expression: Expression) -> Interval | None:
    """What the rate is of, in income × rate and income × rate - deduction."""
    product = expression.operands[0] if expression.op == "-" else expression
    if product.op != "*":
        return None
    income, rate = product.operands
    of_rate = rate.number is not None and rate.number.unit is Unit.PERCENT
    return evaluate(income) if of_rate else None
