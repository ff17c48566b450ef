"""What a text works out of what its title tells: 最低每月805元起 … 下限4404元,一个月880.80元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.amounts import is_amount
from linter.claims.context.frame import SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.contributions.products import extract as extract_products
from linter.claims.sums.totals import extract as extract_totals
from linter.scan.tokens import Quantity

_LEAST, _MOST = re.compile("最低|最少|至少|最省|起步|元起|块起"), re.compile("最高|最多|封顶|顶格|至多")
_TOTAL = re.compile("(?:[合总共]计|一共|总共|加起来|相加|到手|实发|实领)[^,;。:0-9]{0,6}$")
_REACH = 12
# A result that much above the least of the title is still what is meant; any other must be nearer.
_OF_EXTREMES, _OF_RESULTS = Decimal("1.3"), Decimal("1.1")


def result_meant(reading: Reading, title: Sentence, told: Quantity, below: Sequence[Quantity]) -> Quantity | None:
    """The least of the results where the title tells less than the least, the most likewise, else the nearest."""
    amounts = [
        token for token in below if is_amount(reading, token) and token.value and _of_one_thing(reading, told, token)
    ]
    results = [token for token in amounts if _is_result(reading, token)]
    if not amounts or not told.value:
        return None
    said = reading.text[max(title.span.start, told.span.start - _REACH) : told.span.end + len("起")]
    alike = [token for token in amounts if token in results or _period(reading, token) is not None]
    least, most = (of(alike, key=_value, default=told) for of in (min, max))
    if _LEAST.search(said):
        return least if told.value < least.value <= told.value * _OF_EXTREMES else None
    if _MOST.search(said):
        return most if most.value < told.value <= most.value * _OF_EXTREMES else None
    return next((token for token in reversed(results) if _factor(told, token) <= _OF_RESULTS), None)


def _is_result(reading: Reading, token: Quantity) -> bool:
    (worked_out,) = reading.once(_worked_out)
    home = reading.sentence_at(token.span)
    start = max(home.span.start if home is not None else 0, token.span.start - _REACH)
    return token.span.start in worked_out or _TOTAL.search(reading.text[start : token.span.start]) is not None


def _worked_out(reading: Reading) -> Iterator[frozenset[int]]:
    """Once: where the amounts start that the text calculates."""
    results = [
        *(claim.stated for claim in reading.once(extract_equations)),
        *(claim.amount for claim in reading.once(extract_products)),
        *(claim.total for claim in reading.once(extract_totals)),
    ]
    yield frozenset(token.span.start for token in results)


def _of_one_thing(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """True where neither another period nor another scheme is named with the two."""
    schemes = [slot.value for token in (one, other) if (slot := reading.frame(token.span).get("scheme")) is not None]
    periods = {_period(reading, token) for token in (one, other)} - {None}
    return len(periods) <= 1 and len(set(schemes)) <= 1


def _period(reading: Reading, token: Quantity) -> str | None:
    slot = reading.frame(token.span).get("per")
    return token.per or (slot.value if slot is not None and slot.level <= SENTENCE else None)


def _factor(one: Quantity, other: Quantity) -> Decimal:
    return max(one.value, other.value) / min(one.value, other.value)


def _value(token: Quantity) -> Decimal:
    return token.value
