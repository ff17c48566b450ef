"""A limit of the base as the share of an average wage: 平均工资的300%…平均工资7200元,上限即为21600元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import islice, pairwise

from linter.claims.context.amounts import block_of, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_LIMIT = re.compile(r"(上限|最高|封顶)|(下限|最低|保底)")
_IS_LIMIT = re.compile(
    r"(?:上限|最高|封顶|下限|最低|保底)(?:缴费|缴纳)?(?:基数|标准|额|线)?(?:即为|也就是|就是|即|则|是|为|约|=|:|\s)*$"
)
_WAGE = re.compile(r"(?:平均工资|社平工资|社平|月均工资)(?:标准)?(?:为|是|:|\(|约|达到?|\s)*$")
_OF_WAGE = re.compile(r"(?:平均工资|社平工资|社平|月均工资)的?\s*$")
_REACH = 14
_HALF = Decimal("0.5")
# A place may raise its limits step by step, or take the wage of another year: only a near miss is a slip of the pen.
_NEAR_MISS = Decimal("0.01")
# 300%(如21600元), 60%即4320元.
_COMES_TO = re.compile(r"\s*[(,]?\s*(?:如|即|也就是|就是|为|是|约|计)*\s*")
_AND_OTHER = re.compile(
    r"(?:/月)?\s*\)?\s*[,;、]?(?:缴费|缴纳)?(?:基数)?(?:的)?(?:下限|上限|最低|最高)(?:缴费|缴纳)?(?:基数)?[^,;。()0-9]{0,12}"
)
_TWO_LIMITS = 4
# Places round a limit to the yuan or to five.
_ROUNDED_UP = Decimal(15)


def limit(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The share of the average wage just before it, where the paragraph gives one share for such a limit."""
    said = _before(reading, sentence.span.start, result)
    named = _LIMIT.search(said)
    if result.unit is not Unit.YUAN or named is None or not _IS_LIMIT.search(said):
        return None
    wages = [token for token in _figures(reading, sentence, result) if _is_wage(reading, sentence, token)]
    shares = [token for token in _figures(reading, sentence, result) if _is_share(reading, token)]
    told = [share for share in shares if (share.value > HUNDRED) == (named.group(1) is not None)]
    if len({wage.value for wage in wages}) != 1 or len({share.value for share in told}) != 1:
        return None
    calculation = Calculation("multiply", (wages[-1], told[-1]))
    off = abs(calculation.value - result.value)
    rounding = told[-1].value / HUNDRED * _HALF + _HALF if wages[-1].step >= 1 else _HALF
    return calculation if off == 0 or rounding <= off <= calculation.value * _NEAR_MISS else None


def _figures(reading: Reading, sentence: Sentence, result: Quantity) -> Sequence[Quantity]:
    """The exact figures of the paragraph before the limit."""
    area = Span(block_of(reading, sentence).start, result.span.start)
    return [token for token in reading.quantities_in(area) if is_exact(token) and not token.approximate]


def _is_wage(reading: Reading, sentence: Sentence, token: Quantity) -> bool:
    if token.unit is not Unit.YUAN or token.per == "year" or not sentence.span.contains(token.span):
        return False
    return _WAGE.search(_before(reading, sentence.span.start, token)) is not None


def _is_share(reading: Reading, token: Quantity) -> bool:
    return token.unit is Unit.PERCENT and _OF_WAGE.search(_before(reading, 0, token)) is not None


def _before(reading: Reading, start: int, token: Quantity) -> str:
    return reading.text[max(start, token.span.start - _REACH) : token.span.start]


def other_limit(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """上限为社平工资的300%(21600元),下限为60%(4320元): the second limit by the wage that the first one gives."""
    back = reversed(reading.quantities_in(Span(sentence.span.start, result.span.end)))
    figures = [*islice((token for token in back if token.span.end <= result.span.end), _TWO_LIMITS)][::-1]
    if len(figures) != _TWO_LIMITS or figures[-1] is not result or not all(is_exact(token) for token in figures):
        return None
    share, amount, other, _ = figures
    gaps = [reading.text[one.span.end : next_.span.start] for one, next_ in pairwise(figures)]
    units = [token.unit for token in figures] == [Unit.PERCENT, Unit.YUAN] * 2
    shaped = _COMES_TO.fullmatch(gaps[0]) and _AND_OTHER.fullmatch(gaps[1]) and _COMES_TO.fullmatch(gaps[2])
    if (
        not units
        or not shaped
        or not share.value
        or not _is_share(reading, share)
        or (share.value > HUNDRED) == (other.value > HUNDRED)
    ):
        return None
    calculation = Calculation("multiply", (Calculation("divide", (amount, share)), other))
    off = abs(calculation.value - result.value)
    return calculation if off == 0 or off > _ROUNDED_UP else None
