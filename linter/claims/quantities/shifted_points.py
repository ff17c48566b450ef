"""One thing told in two magnitudes, digit for digit: 起付线1200元 … 起付线1.2万元."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.model import ToldTwiceClaim
from linter.scan.tokens import Quantity, Unit

# What the figure is of, by the words that lead to it with no other between.
_NAMED = re.compile(
    "(?P<name>起付(?:线|标准|金)?|门槛费?|封顶线?|(?:最高)?支付限额|年度限额|限额|额度|基数(?:上限|下限)?|上限|下限|(?:月?平均|社平|月)工资|月薪"
    "|计发基数|基础养老金|一次性[\u4e00-\u9fff]{2,5}(?:金|补助|补贴)|(?:财政|政府|缴费|生活|生育|失业|丧葬|培训|稳岗|住房)(?:补助|补贴)|津贴|奖励"
    "|失业金|抚恤金|养老金|个人缴费|缴费标准)(?:金额|标准|费用)?[为是约达有设定于到至按的:\\s]{0,4}$"
)
_OTHER = re.compile(
    "乡镇|社区|[一二三]级|居民|职工|退休|在职|门诊|住院|特药|大病|儿童|学生|本地|省外|市外|异地|转诊|首次|第二次|每[天日次年月]|全年|一年|累计|人均"
)
_REACH, _FEWEST_DIGITS = 16, 2
_SHIFTS = frozenset(Decimal(10) ** power for power in (1, 2, 3, 4))


class _Told(NamedTuple):
    token: Quantity
    sentence: Sentence
    case: frozenset[str]


def extract(reading: Reading) -> Iterator[ToldTwiceClaim]:
    """A figure that stands once, where its name has the same digits elsewhere, with the point at another place."""
    groups: dict[tuple[int, str], list[_Told]] = defaultdict(list)
    for name, told in _told(reading):
        groups[told.sentence.section, name].append(told)
    for group in groups.values():
        for told in group:
            others = [each for each in group if _is_shifted(reading, told, each)]
            if len({each.token.value for each in others}) == 1 and _is_odd(reading, told, others[0]):
                scope = reading.scope(told.token.span, told.sentence)
                yield ToldTwiceClaim(told.token.span, told.sentence.span, scope, others[0].token, told.token)


def _is_odd(reading: Reading, told: _Told, other: _Told) -> bool:
    """True where a section has one figure nowhere else, and the other again."""
    section = reading.document.sections[told.sentence.section].span
    values = [value for token in reading.quantities_in(section) for value in token.values]
    return values.count(told.token.value) == 1 and values.count(other.token.value) > 1


def _told(reading: Reading) -> Iterator[tuple[str, _Told]]:
    for token in reading.tokens.quantities:
        sentence = reading.sentence_at(token.span)
        if token.unit is not Unit.YUAN or not is_exact(token) or not token.value or sentence is None:
            continue
        said = reading.text[max(sentence.span.start, token.span.start - _REACH) : token.span.start]
        named = _NAMED.search(said)
        section = reading.document.sections[sentence.section]
        if named is None or is_question(reading, sentence) or is_law_text(reading.document, section):
            continue
        if not is_reported(reading, sentence, token.span):
            yield named["name"], _Told(token, sentence, frozenset(_OTHER.findall(_own(reading, sentence, token))))


def _own(reading: Reading, sentence: Sentence, token: Quantity) -> str:
    """The sentence up to a figure, since the figure before it."""
    before = [other.span.end for other in reading.quantities_in(sentence.span) if other.span.end <= token.span.start]
    return reading.text[max(before, default=sentence.span.start) : token.span.start]


def _is_shifted(reading: Reading, one: _Told, other: _Told) -> bool:
    """True for the same digits, of the same case and period, with the point moved."""
    factor = max(one.token.value, other.token.value) / min(one.token.value, other.token.value)
    digits = len(one.token.value.normalize().as_tuple().digits)
    alike = one.token.per == other.token.per and (one.case == other.case or not (one.case and other.case))
    return (
        factor in _SHIFTS
        and digits >= _FEWEST_DIGITS
        and alike
        and not of_another(reading, one.sentence, other.sentence)
    )
