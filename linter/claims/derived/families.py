"""What a family pays, told away from what each of it pays: 个人每年420元。…一家四口都参保,就是1780元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.derived.operations.extract import extract as extract_operations
from linter.claims.derived.operations.told import is_people
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_FAMILY = re.compile("[一全这我他她你咱]家|家里|家庭")
# The words that lead from the number of heads to the sum.
_TO_SUM = re.compile(
    "(?:[口人个的]|都|全|一起|在|老家|村里|家|参保|参加|居民医保|医保|合作医疗|缴费?|交|的话|[,:]|那|一年|每年|一共|总共|合计|共|就|得|要|需|是|花|准备|掏|下来|约)*"
)
_OTHER = re.compile("档|学生|儿童|孩子|老人|减|免|资助|补贴|低保|特困|其中|如果|若|除|每人|每个人|月")
_EACH = re.compile(
    "(?:个人|每人|人均|一个人|每个人|自己|参保人)(?:缴费|每年|一年|交|缴|要|标准|还是|只|得|为|是|:|\\s)*$"
)
_REACH, _MOST, _WITHIN = 14, 12, 2


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """The sums of families where the section before tells one amount of a head, and nothing else makes the sum."""
    for sentence in reading.sentences:
        if is_question(reading, sentence) or not _FAMILY.search(sentence.span.cut(reading.text)):
            continue
        figures = reading.quantities_in(sentence.span)
        heads = [token for token in figures if is_people(reading, token) and 1 < token.value <= _MOST]
        money = [token for token in figures if token.unit is Unit.YUAN]
        if len(heads) != 1 or len(money) != 1 or heads[0].span.end > money[0].span.start:
            continue
        way = _way(reading, sentence, heads[0], money[0])
        if way is not None:
            scope = reading.scope(money[0].span, sentence)
            yield DerivedClaim(money[0].span, sentence.span, scope, money[0], way, False)


def _way(reading: Reading, sentence: Sentence, heads: Quantity, total: Quantity) -> Calculation | None:
    led = reading.text[heads.span.end : total.span.start]
    exact = not (total.is_range or total.approximate or total.bound) and total.per != "month"
    if not exact or not _TO_SUM.fullmatch(led) or _OTHER.search(reading.text, sentence.span.start, total.span.start):
        return None
    start = reading.document.sections[sentence.section].span.start
    before = [token for token in reading.quantities_in(Span(start, sentence.span.start)) if token.unit is Unit.YUAN]
    each = {token.value: token for token in before if _is_each(reading, token)}
    made = any(value * heads.value == total.value for token in before for value in token.values)
    if len(each) != 1 or made or is_reported(reading, sentence, total.span) or _is_told(reading, total):
        return None
    way = Calculation("multiply", (next(iter(each.values())), heads))
    return way if way.value / _WITHIN < total.value < way.value * _WITHIN else None


def _is_each(reading: Reading, token: Quantity) -> bool:
    home = reading.sentence_at(token.span)
    start = max(token.span.start - _REACH, home.span.start if home is not None else 0)
    plain = not (token.is_range or token.approximate or token.bound)
    return plain and token.per != "month" and _EACH.search(reading.text[start : token.span.start]) is not None


def _is_told(reading: Reading, total: Quantity) -> bool:
    operations = {claim.result.span.start for claim in reading.once(extract_operations)}
    return total.span.start in operations or total.span.start in figures_explained(reading)
