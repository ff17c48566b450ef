"""A sum and, right behind it, the calculation that is to show it and shows another: 约有9400元(500×15+60×15=8400元)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.told import is_wage
from linter.claims.derived.worked.steps import Worked, agrees, as_calculation, clause_before, is_money
from linter.claims.model import EquationClaim, Expression
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_UNIT = r"[^\S\n]*(?:左右|上下)?(?:/[年月])?[^\S\n]*"
_BRACKET = re.compile(rf"{_UNIT}\((?:即|也就是|算法|计算|公式|具体|按|就|是|为|约|[:,=])*")
_HOW = "(?:具体)?(?:算法|算式|计算(?:方法|公式|过程|方式|依据)?|公式|算下来)"
_BEHIND = re.compile(rf"{_UNIT}[,;。:]?\n?(?:{_HOW}(?:如下|就|是|为|即|:)+|(?:即|也就是)(?:是|:)?)")
# The sum is of a part, of another time or of another case.
_OF_ANOTHER = re.compile("比|多|少|差|原|去年|上年|上限|下限|起付|封顶|最[高低]|其中|每人|如果|若|超|不[到足]")
_WITHIN = 2
_REACH, _REST = 20, re.compile(r"[^()0-9\n]*\)")
_GOES_ON = re.compile(r"\s*[-+×*/÷=≈]")


def shown_apart(reading: Reading) -> Iterator[Worked]:
    """Each such sum, where the calculation is right and nothing else on the page makes the sum."""
    claims = reading.once(extract_equations)
    made = {value for claim in claims for value in claim.stated.values}
    for claim in claims:
        told = _told_before(reading, claim)
        way = as_calculation(claim.left)
        if told is None or way is None or _is_wrong(claim) or told.value in made:
            continue
        near = way.value / _WITHIN < told.value < way.value * _WITHIN
        if near and told.value not in _numbers(claim.left) and not agrees(told, way) and not _differs(told, claim):
            yield told, way


def _told_before(reading: Reading, claim: EquationClaim) -> Quantity | None:
    """The sum that the bracket, or the words behind the sum, say is shown."""
    home = reading.sentence_at(claim.left_span)
    start = max(0, claim.left_span.start - _REACH)
    before = reading.quantities_in(Span(start, claim.left_span.start))
    if home is None or not before or is_question(reading, home):
        return None
    told = before[-1]
    between = reading.text[told.span.end : claim.left_span.start]
    if not (_BRACKET.fullmatch(between) or _BEHIND.fullmatch(between)) or _GOES_ON.match(
        reading.text, claim.stated.span.end
    ):
        return None
    alone = not _BRACKET.fullmatch(between) or _REST.match(reading.text, claim.stated.span.end)
    plain = is_money(told) and told.unit is Unit.YUAN and not is_wage(reading, told)
    return told if alone and plain and not _OF_ANOTHER.search(clause_before(reading, told, _REACH)) else None


def _is_wrong(claim: EquationClaim) -> bool:
    return compare(evaluate(claim.left), claim.stated) == INCONSISTENT


def _differs(told: Quantity, claim: EquationClaim) -> bool:
    """True where the two are of another time: a month and a year."""
    return len({told.per, claim.stated.per} - {None}) > 1 or claim.stated.unit not in (Unit.YUAN, Unit.NONE)


def _numbers(expression: Expression) -> set[object]:
    if expression.number is not None:
        return {expression.number.value}
    return {number for each in expression.operands for number in _numbers(each)}
