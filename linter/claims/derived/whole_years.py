"""What is called the sum of years, and is calculated for one: 15年储存额8000×8%×12≈7680元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.reading import Reading
from linter.claims.model import DerivedClaim, EquationClaim
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_SUM_OF = re.compile(
    "(?:的|后|下来|里|间|期满|,)*(?:个人账户|账户|本金)?(?:储存额|累计|总额|本金|总共|一共|合计|共)"
    "(?:储存额|存入|存|缴费|缴纳|缴|交|积累|本金|总额|额|的|大?约|为|是|:|\\s)*"
)
_EACH_YEAR = re.compile("(?:/年|/月|每年|一年|每月)")
_A_YEAR = Decimal(12)
_MOST_YEARS = 50
_ORDINAL = "第"


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """Results of twelve months under the name of several years, whose number the calculation does not have."""
    for claim in reading.once(extract_equations):
        before = reading.quantities_in(Span(claim.context.start, claim.left_span.start))[-1:]
        years = _years(reading, before[0]) if before else None
        if years is None or claim.stated.unit is not Unit.YUAN or claim.stated.per is not None:
            continue
        if not _SUM_OF.fullmatch(reading.text, before[0].span.end, claim.left_span.start):
            continue
        if _is_of_one_year(reading, claim, years) and not _EACH_YEAR.match(reading.text, claim.stated.span.end):
            follows = Calculation("multiply", (claim.stated, before[0].value / _A_YEAR))
            yield DerivedClaim(claim.stated.span, claim.context, claim.scope, claim.stated, follows)


def _years(reading: Reading, token: Quantity) -> int | None:
    years = token.value / _A_YEAR
    written = token.unit is Unit.MONTHS and "年" in token.span.cut(reading.text) and not token.is_range
    plain = (
        written
        and reading.text[token.span.start - 1 : token.span.start] != _ORDINAL
        and token.bound is None
        and years == int(years)
        and 1 < years <= _MOST_YEARS
    )
    return int(years) if plain else None


def _is_of_one_year(reading: Reading, claim: EquationClaim, years: int) -> bool:
    """True for a right product with the months of one year, and with nothing that may stand for the years."""
    numbers = [token.value for token in reading.quantities_in(claim.left_span)]
    product = claim.left.op == "*" and numbers.count(_A_YEAR) == 1
    others = [value for value in numbers if value in (years, years * _A_YEAR) and value != _A_YEAR]
    right = compare(evaluate(claim.left), claim.stated) != INCONSISTENT
    return product and not others and right
