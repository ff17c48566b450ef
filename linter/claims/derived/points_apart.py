"""By how many percentage points two rates differ: 2023年3.8%,2024年3%,低了0.8个百分点."""

from __future__ import annotations

import re

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import before, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.derived.naming import names_somebody_new
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_RATES = frozenset({Unit.PERCENT, Unit.POINTS})
_OTHER = re.compile("每|分别|再|累计|其中|平均|最多|最低|至少|又|连续|各|年均|不到|不足|以[上下内]|合计|共")


def points_apart(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The difference of the only two rates of the sentence, or of the paragraph, that stand before it."""
    if not is_exact(result) or result.approximate:
        return None
    own = Span(sentence.span.start, result.span.start)
    rates = [token for token in reading.quantities_in(own) if token.unit in _RATES]
    if len(rates) < 2:
        rates = [token for token in reading.quantities_in(before(reading, sentence, result)) if token.unit in _RATES]
    if len(rates) != 2 or rates[0].unit is not rates[1].unit or rates[0].value == rates[1].value:
        return None
    led = reading.text[max(own.start, rates[1].span.end) : result.span.start]
    plain = all(is_exact(token) and not token.approximate and _is_rate(reading, token) for token in rates)
    differ = _differ().fullmatch(led)
    if not plain or differ is None or _OTHER.search(led):
        return None
    if names_somebody_new(differ["of"], reading.text[own.start : rates[1].span.start]):
        return None  # 在职70%、退休80%,异地就医的低20个百分点: than somebody untold
    higher, lower = sorted(rates, key=lambda token: token.value, reverse=True)
    apart = Calculation("subtract", (higher, lower))
    return Calculation("multiply", (apart, HUNDRED)) if higher.unit is Unit.PERCENT else apart


def _is_rate(reading: Reading, token: Quantity) -> bool:
    """False for 减一半: a part that is taken of something else."""
    return "半" not in token.span.cut(reading.text)


@worded
def _differ() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<of>\)?[,;。]?[^,;。:()0-9]{{0,14}}?){any_of('apart_by')}(?:了|出|报|补|交|缴|拿|领|约|整整|是|为|有|下来?|去)*"
    )
