"""What two pay alike, and both together: 单位和个人各缴600元,合计1200元."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.payers import BOTH
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_EACH = re.compile(
    rf"(?:{BOTH}|夫妻[两二]人|[两二]人)"
    r"(?:每月)?(?:都|均)?各(?:自)?(?:按[^,;。]{0,8})?(?:缴纳|缴存|缴|交|存|承担|出|付)?(?:每月)?(?:约)?$"
)
_TOGETHER = re.compile(
    r"(?:/月|每月)?\s*[,;]?\s*(?:每月|一个月|两边|双方|二者|两者)*(?:合计|共计|总计|一共|总共|加起来|合起来|共)"
    r"(?:每月|是|为|就是|有|缴存|缴纳|存入|缴|存|进账|大?约|:|\s)*"
)
_REACH = 24
_TWO = Decimal(2)


def double(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """Twice the amount that each of the two pays, where it stands just before what both pay."""
    if result.unit is not Unit.YUAN or result.per == "year":
        return None
    back = reversed(reading.quantities_in(Span(sentence.span.start, result.span.start)))
    each = next((token for token in back if token.span.end <= result.span.start), None)
    if each is None or each.unit is not Unit.YUAN or not is_exact(each):
        return None
    said = reading.text[max(sentence.span.start, each.span.start - _REACH) : each.span.start]
    told = _TOGETHER.fullmatch(reading.text, each.span.end, result.span.start)
    return Calculation("multiply", (each, _TWO)) if told and _EACH.search(said) else None
