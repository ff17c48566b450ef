"""The year of a tier that the lines or the table above tell by the month: 60%档814.40元/月 … 最低档一年9772.80元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.derived.operations.told import Told
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.claims.tables.rate_lines import RateLine, rate_lines
from linter.scan.tokens import Unit

_TWELVE = Decimal(12)
_LOWEST, _HIGHEST = re.compile("最低那?一?档|保底档?"), re.compile("最高那?一?档|顶格档?|封顶档?")
_FEWEST_ROWS, _MOST_ROWS = 2, 12
# Near enough to be meant, and not just rounded.
_MEANT, _ROUNDED = Decimal("0.05"), Decimal(12)


def year_of_tier(told: Told) -> Iterator[Calculation]:
    """Twelve times the only amount near it of the row that the words name, where the row has none of which it is."""
    result = told.result
    said = told.reading.text[told.sentence.span.start : result.span.start]
    if result.unit is not Unit.YUAN or result.approximate or not words("a_year").search(said):
        return
    row = _named(told, _rows(told))
    if row is None:
        return
    yearly = [(abs(amount.value * _TWELVE - result.value), amount) for amount in row.amounts]
    if any(off <= _ROUNDED or amount.value == result.value for off, amount in yearly):
        return
    near = {amount.value: amount for off, amount in yearly if off <= result.value * _MEANT}
    if len(near) == 1:
        yield Calculation("multiply", (next(iter(near.values())), _TWELVE))


def _named(told: Told, rows: Sequence[RateLine]) -> RateLine | None:
    """The row of the rate that the clause tells, or of the lowest or highest tier."""
    if len(rows) < _FEWEST_ROWS or len({row.rate for row in rows}) < len(rows):
        return None
    by_rate = sorted(rows, key=lambda row: row.rate)
    if _LOWEST.search(told.clause):
        return by_rate[0]
    if _HIGHEST.search(told.clause):
        return by_rate[-1]
    rates = [token.value for token in told.here if token.unit is Unit.PERCENT]
    return next((row for row in rows if len(rates) == 1 and row.rate == rates[0]), None)


def _rows(told: Told) -> Sequence[RateLine]:
    """The last lines of the section above the sentence that begin with a rate."""
    section = told.reading.document.sections[told.sentence.section]
    return [*rate_lines(told.reading, section, told.sentence.span.start)][-_MOST_ROWS:]
