"""So much for each year, and what that makes of several: 每提前1年减6%,提前3年减18%."""

from __future__ import annotations

import re
from itertools import islice

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_EACH = re.compile(r"每(?P<act>[\u4e00-\u9fff]{1,4})$")
_LEADS = re.compile(r"[,;(]\s*(?:例如|比如|如|即|那么|若|如果|按此计算)?(?P<act>[\u4e00-\u9fff]{1,4})$")
_TELLS = re.compile(r"(?:就|则|可|会|的|养老金|待遇|基础|合计|总共|一共|共)*[\u4e00-\u9fff]{0,6}")
_YEAR = 12
_THREE = 3


def step_by_step(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The share of one year, times the years of an example of the same act right behind it."""
    if result.unit is not Unit.PERCENT:
        return None
    back = reversed(reading.quantities_in(Span(sentence.span.start, result.span.start)))
    earlier = [*islice((token for token in back if token.unit in (Unit.MONTHS, Unit.PERCENT)), _THREE)][::-1]
    if len(earlier) != _THREE:
        return None
    one, share, years = earlier
    kinds = [token.unit for token in earlier]
    if kinds != [Unit.MONTHS, Unit.PERCENT, Unit.MONTHS] or one.value != _YEAR or years.value % _YEAR:
        return None
    text = reading.text
    each = _EACH.search(text[sentence.span.start : one.span.start])
    led = _LEADS.fullmatch(text, share.span.end, years.span.start)
    told = _TELLS.fullmatch(text, years.span.end, result.span.start)
    if each is None or led is None or told is None or each["act"] != led["act"]:
        return None
    exact = not any(token.is_range or token.approximate or token.bound for token in (share, years, result))
    return Calculation("multiply", (share, years.value / _YEAR, HUNDRED)) if exact else None
