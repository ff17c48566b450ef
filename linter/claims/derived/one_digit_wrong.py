"""Results with one digit wrong, in whatever words: 收入3.86亿元,支出3.12亿元,结余0.84亿元 for 0.74.

What the words before a figure say it is (a sum, a difference, so many times) is worked out from the figures told just
before it. Only a slip is believed: the figure is right up to one digit or two changed places, and nothing that the
paragraph tells makes what is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.calculation import Calculation, number
from linter.claims.change_words import any_of
from linter.claims.derived.amounts import before, is_exact, is_plain_sum
from linter.claims.layout import Sentence
from linter.claims.reading import Reading
from linter.claims.slips import digit_off, transposed
from linter.scan.tokens import Quantity, Unit
from reference.vocabulary import worded

_MOST = 10
_LONGEST_RUN = 6
_MARKS = re.compile("[,;。:(|]")
_LED = 20
_NO_RESULT = re.compile("其中|封顶|上限|下限|最高|最低|至少|最多|起付|限额|如果|假如|若|不低于|不超过|每增|每多|再缴|标准")
_TWELVE = Decimal(12)
_YEARLY = re.compile("(?:一|全|每|整)年|年(?:度)?(?:合计|共|总|累计|下来)|12个月|十二个月")
_COUNTS = frozenset({Unit.MONTHS, Unit.DAYS, Unit.COUNT})
_KINDS = frozenset({Unit.YUAN, Unit.NONE, Unit.COUNT, Unit.POINTS, Unit.PERCENT})
_OF_MONEY = frozenset({Unit.YUAN, Unit.NONE})
_YEARS = "年"
_PAIR = 2


def one_digit_wrong(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The only way to work it out as the words say, where that is a slip away from what is written."""
    if result.unit not in _KINDS or not is_exact(result) or result.approximate or result.value <= 0:
        return None
    area = before(reading, sentence, result)
    told = [token for token in reading.quantities_in(area) if is_exact(token)][-_MOST:]
    alike = [token for token in told if _is_alike(reading, token, result)]
    said = _MARKS.split(reading.text[max(area.start, result.span.start - _LED) : result.span.start])[-1]
    if not alike or _NO_RESULT.search(said) or _is_told(result, alike) or _explained(told, alike, result):
        return None
    slips = {way.value: way for way in _ways(reading, told, alike, result, said) if _is_slip(result, way.value, alike)}
    return next(iter(slips.values())) if len(slips) == 1 else None


def _is_alike(reading: Reading, token: Quantity, result: Quantity) -> bool:
    if result.unit in _OF_MONEY:
        return is_plain_sum(reading, token) and is_plain_sum(reading, result)
    if result.unit is Unit.POINTS:
        return token.unit is Unit.PERCENT
    return token.unit is result.unit and token.classifier == result.classifier


def _is_told(result: Quantity, alike: Sequence[Quantity]) -> bool:
    return any(token.value == result.value for token in alike)


def _is_slip(result: Quantity, right: Decimal, alike: Sequence[Quantity]) -> bool:
    """One digit off or two changed places; a figure of two digits only where two figures make it."""
    if right <= 0 or abs(right - result.value) < result.step:
        return False
    return transposed(result.value, right) or digit_off(result.value, right, fewest=2 if len(alike) == _PAIR else 3)


def _ways(
    reading: Reading, told: Sequence[Quantity], alike: Sequence[Quantity], result: Quantity, said: str
) -> Iterator[Calculation]:
    """The sums, differences and products that the words before the result speak of, of the figures just before it."""
    if _added().search(said):
        for length in range(_PAIR, min(_LONGEST_RUN, len(alike)) + 1):
            yield Calculation("add", tuple(alike[-length:]))
        yield from _times(reading, told, alike, said)
    if _apart().search(said) and len(alike) >= _PAIR:
        pairs = {(alike[-2], alike[-1]), (alike[0], alike[-1])}
        for pair in pairs:
            higher, lower = sorted(pair, key=_value, reverse=True)
            yield Calculation("subtract", (higher, lower))


def _times(
    reading: Reading, told: Sequence[Quantity], alike: Sequence[Quantity], said: str
) -> Iterator[Calculation]:
    if _YEARLY.search(said):
        yield Calculation("multiply", (alike[-1], _TWELVE))
    counts = [token for token in told if token.unit in _COUNTS and token.value > 1 and not token.approximate]
    for count in counts[-1:]:
        yield Calculation("multiply", (alike[-1], _in_years(reading, count)))


def _in_years(reading: Reading, count: Quantity) -> Quantity | Decimal:
    in_years = count.unit is Unit.MONTHS and _YEARS in count.span.cut(reading.text)
    return count.value / _TWELVE if in_years else count


def _explained(told: Sequence[Quantity], alike: Sequence[Quantity], result: Quantity) -> bool:
    """True where some of the figures make what is written: a sum, a difference, a product, a share."""
    values = [token.value for token in alike]
    sums = {sum(some, Decimal(0)) for size in range(1, len(values) + 1) for some in combinations(values, size)}
    others = {number(token) for token in told} | {_TWELVE} | {token.value / _TWELVE for token in told}
    made = sums | {abs(one - other) for one, other in combinations(sums, 2)} if len(sums) <= 200 else sums
    made |= {one * other for one in sums for other in others} | {one / other for one in values for other in others if other}
    made |= {one * other * third for one in values for other, third in combinations(others, 2)}
    return any(abs(one - result.value) < result.step for one in made)


def _value(token: Quantity) -> Decimal:
    return token.value


@worded
def _added() -> re.Pattern[str]:
    return re.compile(any_of("added"))


@worded
def _apart() -> re.Pattern[str]:
    return re.compile(rf"{any_of('apart_by', 'up', 'down')}|结余|结存|剩|余")
