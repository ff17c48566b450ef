"""What is left of a wage, told with about: 工资3900元,五险一金个人部分约585元,到手3415元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.derived.operations.told import is_wage
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_LEFT = re.compile("(?:到手|实发|实得|实领|税后|卡里|剩下?|打卡)[^,;。:0-9]{0,10}$")
# Everything that is taken off, by its name: one of several deductions leaves more.
_ALL = re.compile(
    "(?:(?:[三四五六]险(?:[一二]金)?|社保[和加、]?公积金)[^,;。:0-9]{0,10}|(?:扣除|扣款|扣掉|扣|代扣|缴费|个人)[^,;。:0-9]{0,4}"
    "(?:合计|共计|总计|一共|总共|总额|共))[^,;。:0-9]{0,8}$"
)
_MORE = re.compile(
    "税(?!后|前)|补[贴助]|津贴|奖|另|加班|绩效|提成|假[设如]|如果|若|单位|企业|公司|报销|年薪|全年|一年|每年|公积金后|左右浮动"
)
_TO_RESULT = re.compile("[^,;。:0-9]{0,4}[,;。][^,;。:0-9]{0,14}")
_REACH, _MOST_WAGES = 26, 1
_SLACK, _WITHIN = Decimal("0.015"), Decimal("1.5")


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """Net pay right behind a total of deductions, more than the only wage of the section leaves, one of them about."""
    for sentence in reading.sentences:
        if not is_question(reading, sentence):
            for result in reading.quantities_in(sentence.span):
                way = _way(reading, sentence, result)
                if way is not None:
                    scope = reading.scope(result.span, sentence)
                    yield DerivedClaim(result.span, sentence.span, scope, result, way, False)


def _way(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    if not _is_money(result) or _LEFT.search(_led(reading, sentence, result)) is None:
        return None
    before = [token for token in _before(reading, sentence, result) if _is_money(token)]
    taken = before[-1] if before else None
    if taken is None or not (taken.approximate or result.approximate) or is_wage(reading, taken):
        return None
    if not _ALL.search(reading.text, max(0, taken.span.start - _REACH), taken.span.start):
        return None
    if not _TO_RESULT.fullmatch(reading.text, taken.span.end, result.span.start):
        return None
    wages = {token.value: token for token in before if token.value > taken.value and is_wage(reading, token)}
    if len(wages) != _MOST_WAGES or result.span.start in figures_explained(reading):
        return None
    (wage,) = wages.values()
    if _MORE.search(reading.text, max(0, taken.span.start - _REACH), result.span.start):
        return None
    way = Calculation("subtract", (wage, taken))
    return way if way.value * (1 + _SLACK) < result.value < way.value * _WITHIN else None


def _before(reading: Reading, sentence: Sentence, result: Quantity) -> Sequence[Quantity]:
    start = reading.document.sections[sentence.section].span.start
    return reading.quantities_in(Span(start, max(start, result.span.start)))


def _is_money(token: Quantity) -> bool:
    return token.unit in (Unit.YUAN, Unit.NONE) and is_exact(token)


def _led(reading: Reading, sentence: Sentence, token: Quantity) -> str:
    return reading.text[max(sentence.span.start, token.span.start - _REACH) : token.span.start]
