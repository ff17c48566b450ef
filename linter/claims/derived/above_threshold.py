"""What is paid of a bill above its threshold: 花了2万元,起付线800元,剩下的按70%报,能报14000元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.context.amounts import block_of, is_plain_sum
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.derived.operations.extract import extract as extract_operations
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_BILL = re.compile("(?:花[了费]?|费用|总共|一共|账单|总额|医疗费|住院费|发票)[^,;。:0-9]{0,10}$")
_THRESHOLD = re.compile("(?:起付[线标准金]*|门槛费?)[^,;。:0-9]{0,6}$")
_ABOVE = re.compile("剩下|剩余|余下|其余|超过|超出|以上|扣掉|扣除|减去|减掉|去掉|之外")
_PAID = re.compile("(?:能报销?|可报销?|报销?了?|报掉|统筹支付|医保支付|基金支付|医保付|到账|报回)[^,;。:0-9]{0,6}$")
_OTHER = re.compile("自费|乙类|丙类|目录外|大病|二次|补充|先自付|封顶|限额|门诊|分段|救助|比例分别|剔除|范围外")
_REACH = 16
_LOW, _HIGH = Decimal("0.5"), Decimal(2)


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """The payments of a paragraph that tells one bill, one threshold, one rate, and nothing else that is left out."""
    taken: frozenset[int] | None = None
    for sentence in reading.sentences:
        if is_question(reading, sentence) or not _ABOVE.search(reading.text, *_paragraph(reading, sentence)):
            continue
        for result in reading.quantities_in(sentence.span):
            way = _way(reading, sentence, result)
            if way is None or is_reported(reading, sentence, result.span):
                continue
            taken = taken if taken is not None else _taken(reading)
            if result.span.start not in taken:
                scope = reading.scope(result.span, sentence)
                yield DerivedClaim(result.span, sentence.span, scope, result, way, False)


def _taken(reading: Reading) -> frozenset[int]:
    return figures_explained(reading) | {claim.result.span.start for claim in reading.once(extract_operations)}


def _paragraph(reading: Reading, sentence: Sentence) -> tuple[int, int]:
    block = block_of(reading, sentence)
    return block.start, block.end


def _way(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    start = block_of(reading, sentence).start
    if not is_plain_sum(reading, result) or not _PAID.search(_led(reading, start, result)):
        return None
    before = reading.quantities_in(Span(start, result.span.start))
    money = [token for token in before if is_plain_sum(reading, token)]
    rates = [token for token in before if token.unit is Unit.PERCENT]
    thresholds = [token for token in money if _THRESHOLD.search(_led(reading, start, token))]
    bills = [token for token in money if _BILL.search(_led(reading, start, token))]
    alone = len(money) == len(("bill", "threshold")) and len(rates) == len(thresholds) == len(bills) == 1
    said = reading.text[start : max(result.span.end, sentence.span.end)]
    if not alone or bills == thresholds or rates[0].is_range or _OTHER.search(said):
        return None
    way = Calculation("multiply", (Calculation("subtract", (bills[0], thresholds[0])), rates[0]))
    return way if way.value * _LOW < result.value < way.value * _HIGH else None


def _led(reading: Reading, start: int, token: Quantity) -> str:
    return reading.text[max(start, token.span.start - _REACH) : token.span.start]
