"""What insurance pays, worked out in numbers: 8000×85%-500=6300元, where 500元 is the deductible of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.frame import SENTENCE
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import surroundings
from linter.claims.model import EquationClaim, Expression, FormulaClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_QUANTITY = "formula.reimbursement"
_PAID = re.compile("报销|支付")
_NOT_PAID = re.compile("自付|自负|个人承担|个人负担|二次|大病")
_LED_REACH = 40


def extract(reading: Reading) -> Iterator[FormulaClaim]:
    """Calculations of a share of the cost that take off the deductible, with what they take it off."""
    for claim in reading.once(extract_equations):
        written = _written(reading, claim)
        if written is not None and _is_paid(reading, claim):
            span = claim.left_span
            yield FormulaClaim(span, claim.context, claim.scope, _QUANTITY, {_QUANTITY: written})


def _written(reading: Reading, claim: EquationClaim) -> str | None:
    """``cost * share - deductible`` or ``(cost - deductible) * share``, by the numbers and what the text calls them."""
    left = claim.left
    if left.op == "-" and _is_share(left.operands[0]) and _is_deductible(reading, claim, left.operands[1]):
        return "cost * share - deductible"
    if left.op != "*" or left.operands[1].number is None:
        return None
    inner, share = left.operands[0], left.operands[1].number
    taken = inner.op == "-" and share.unit is Unit.PERCENT and _is_deductible(reading, claim, inner.operands[1])
    return "(cost - deductible) * share" if taken else None


def _is_share(expression: Expression) -> bool:
    numbers = [operand.number for operand in expression.operands]
    units = [number.unit for number in numbers if number is not None]
    return expression.op == "*" and len(units) == 2 and units.count(Unit.PERCENT) == 1


def _is_deductible(reading: Reading, claim: EquationClaim, expression: Expression) -> bool:
    """True for a number that the section calls the deductible, and nothing else."""
    section = reading.document.sections[claim.scope.section].span
    named = [token for token in reading.quantities_in(section) if _same(token, expression.number)]
    measures = [reading.frame(token.span).get("measure") for token in named]
    return any(
        measure is not None and measure.level <= SENTENCE and measure.value == "deductible" for measure in measures
    )


def _same(token: Quantity, number: Quantity | None) -> bool:
    return number is not None and token.unit is Unit.YUAN and token.span != number.span and token.value == number.value


def _is_paid(reading: Reading, claim: EquationClaim) -> bool:
    """True where what insurance pays is worked out, not what the patient bears."""
    sentence = reading.sentence_at(claim.span)
    if sentence is None:
        return False
    led = Span(max(0, claim.left_span.start - _LED_REACH), claim.left_span.start).cut(reading.text)
    return _PAID.search(surroundings(reading, sentence)) is not None and _NOT_PAID.search(led) is None
