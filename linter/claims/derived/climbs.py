"""In how many steps a figure gets from one mark to another: 每年提高6个月,从15年提到20年,一共提10次."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_STEPS = re.compile("次|步|回|轮|级|个?台阶|趟")
_EACH = re.compile(r"(?:每[一过隔]?(?:年|次|回|步|轮|个?月)?|逐年|年年|一(?:年|次|回|步|轮))[^,;。:()0-9]{0,8}$")
_FROM = re.compile(r"(?:从|由|自|打)[^,;。:()0-9]{0,10}$")
_TO = re.compile(r"[^,;。:()0-9]{0,10}(?:到|至|为|成)[^,;。:()0-9]{0,4}")
_IN_ALL = re.compile(
    r"[^;。:()0-9]{0,10}(?:一共|总共|共|要|得|需|分|经过|历经|前后|走|提|涨|升|加|降|减|调|就是|正好|恰好|刚好|合计)[^;。:()0-9]{0,4}"
)
_YEARS, _A_YEAR = "年", Decimal(12)
_EACH_YEAR = re.compile(r"(?:每一?年|逐年|年年)[^,;。:()0-9]{0,8}$")
_TAKES = re.compile("用|花|历时|耗时|需|要|得|走")
_NO_COUNT = re.compile("第|已|再|还|剩|最多|至少|头|前(?!后)")


def climb(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """(last - first) ÷ step, of the only such figures of the sentence before the number of steps."""
    in_years = result.unit is Unit.MONTHS and result.span.cut(reading.text).endswith(_YEARS)
    if not (in_years or _STEPS.match(result.classifier or "")) or not is_exact(result) or result.approximate:
        return None
    figures = reading.quantities_in(Span(sentence.span.start, result.span.start))
    found = _marks(reading, sentence, figures)
    if found is None:
        return None
    step, first, last = found
    led = reading.text[figures[-1].span.end : result.span.start]
    if not _IN_ALL.fullmatch(led) or _NO_COUNT.search(led) or not step.value:
        return None
    higher, lower = sorted((first, last), key=lambda token: token.value, reverse=True)
    way = Calculation("divide", (Calculation("subtract", (higher, lower)), step))
    if in_years:
        yearly = _EACH_YEAR.search(reading.text, sentence.span.start, step.span.start)
        return Calculation("multiply", (way, _A_YEAR)) if yearly and _TAKES.search(led) else None
    return way if way.value == int(way.value) and way.value > 0 else None


def _marks(
    reading: Reading, sentence: Sentence, figures: tuple[Quantity, ...]
) -> tuple[Quantity, Quantity, Quantity] | None:
    """The step and the two marks: three figures of one kind, of which two are told as from and to."""
    if len(figures) != 3 or len({token.unit for token in figures} - {Unit.NONE}) != 1:
        return None
    if not all(is_exact(token) and not token.approximate for token in figures):
        return None
    for one, other in pairwise(figures):
        led = reading.text[sentence.span.start : one.span.start]
        if _FROM.search(led) and _TO.fullmatch(reading.text, one.span.end, other.span.start):
            step = next(token for token in figures if token not in (one, other))
            each = _EACH.search(reading.text[sentence.span.start : step.span.start])
            return (step, one, other) if each else None
    return None
