"""The index of a pension as base by average wage, where the text ties it to its base or to the share that this is.

指数为0.6(对应基数4600元) · 指数1.0(即按100%缴费) · 一直按60%档缴费,指数就是0.6
"""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.context.frame import SEGMENT
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_TIED = re.compile(r"\s*(?:\(|,)?(?:即|也就是)?(?:对应|相当于)(?:的)?(?:月)?(?:缴费)?基数(?:为|是|约|:)*\s*")
# 指数1.2(对应120%基数) · 指数1.0,即按100%缴费
_TIED_TO_SHARE = re.compile(
    r"\s*(?:\(|,)?(?:也就是|就是|相当于|对应|即)(?:一直|始终|都|每年)*(?:按照?|以)?(?:着|的|社平|平均|工资|最低|最高|档次?|基数)*$"
)
_SHARE_THEN_INDEX = re.compile(
    r"的?(?:档次?|基数|标准|比例|水平)*(?:来|去)?(?:缴费|缴纳|缴|交|参保)(?:的人|的话|的|了)?[,:]?\s*(?:那么|那|则|他的|她的|你的)?"
    r"(?:本人|个人|月|平均|历年|缴费|工资)*指数(?:就|则|才|只|也|大约|约|是|为|等于|有|:)*"
)
_INDEX = re.compile(r"指数[^,;。0-9]{0,6}$")
_REACH = 12
_WAGES = frozenset({"average_wage", "calc_base"})
_NEAR = 20
_MOST_INDEX = 4


def index_of_base(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The base that stands behind the index, by the only average wage of the section; ``None`` where they are close."""
    said = reading.text[max(sentence.span.start, result.span.start - _REACH) : result.span.start]
    if result.unit not in (Unit.NONE, Unit.TIMES) or result.value > _MOST_INDEX or not _INDEX.search(said):
        return None
    tied = _TIED.match(reading.text, result.span.end, sentence.span.end)
    behind = [token for token in reading.quantities_in(sentence.span) if tied and token.span.start == tied.end()]
    wages = {token.value: token for token in _wages(reading, sentence)}
    if not behind or behind[0].unit is not Unit.YUAN or len(wages) != 1 or 0 in wages:
        return None
    index = Calculation("divide", (behind[0], *wages.values()))
    return index if abs(index.value - result.value) * _NEAR > result.value else None


def index_of_share(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The only share of the average wage that the sentence names, tied to the index by words."""
    said = reading.text[max(sentence.span.start, result.span.start - _REACH) : result.span.start]
    shares = [token for token in reading.quantities_in(sentence.span) if token.unit is Unit.PERCENT]
    if result.unit not in (Unit.NONE, Unit.TIMES) or not _INDEX.search(said) or len(shares) != 1:
        return None
    (share,) = shares
    if share.is_range or share.bound is not None:
        return None
    tied = _TIED_TO_SHARE.fullmatch(reading.text, result.span.end, max(result.span.end, share.span.start))
    led = _SHARE_THEN_INDEX.fullmatch(reading.text, share.span.end, max(share.span.end, result.span.start))
    return Calculation("multiply", (share, Decimal(1))) if tied or led else None


def _wages(reading: Reading, sentence: Sentence) -> list[Quantity]:
    """The figures of the section that are named an average wage."""
    section = reading.document.sections[sentence.section].span
    found = []
    for token in reading.quantities_in(section):
        measure = reading.frame(token.span).get("measure")
        named = measure is not None and measure.level == SEGMENT and measure.value in _WAGES
        if token.unit is Unit.YUAN and named and not token.is_range:
            found.append(token)
    return found
