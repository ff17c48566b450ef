"""By how much the figures of two years differ that the text told earlier: 从2022年到2025年,降幅为4.62个百分点."""

from __future__ import annotations

import re

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import is_exact, under_heading
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_FROM_TO = re.compile(
    r"(?:从|由|自)?(?P<first>(?:19|20)[0-9]{2})年?[^,;。:0-9]{0,4}(?:到|至|[-~～—–])(?P<last>(?:19|20)[0-9]{2})年?"
)
_NAME = "年?度?[^0-9,;。、]{0,8}$"
_LED = 16
_OF = {Unit.POINTS: Unit.PERCENT, Unit.YUAN: Unit.YUAN}
_OTHER = re.compile("每|年均|平均|分别|累计(?!下|上|涨|降|提)|以上|不到|不足|人均")


def between_years(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The difference of the only figures told under the heading for the two years that the sentence names."""
    unit = _OF.get(result.unit)
    said = reading.text[sentence.span.start : result.span.start]
    years = [*_FROM_TO.finditer(said)]
    if unit is None or len(years) != 1 or not is_exact(result) or result.approximate:
        return None
    led = said[years[0].end() :]
    if not _apart().search(led) or _OTHER.search(led) or re.search("[0-9]", led):
        return None
    area = Span(under_heading(reading, sentence, result.span.start).start, sentence.span.start)
    first, last = (_of_year(reading, area, year, unit) for year in years[0].group("first", "last"))
    if first is None or last is None or first.value == last.value:
        return None
    lower, higher = sorted((first, last), key=lambda token: token.value)
    apart = Calculation("subtract", (higher, lower))
    return Calculation("multiply", (apart, HUNDRED)) if unit is Unit.PERCENT else apart


def _of_year(reading: Reading, area: Span, year: str, unit: Unit) -> Quantity | None:
    """The figure right behind the year, where it is the only one of its kind that is."""
    named = re.compile(year + _NAME)
    found = [
        token
        for token in reading.quantities_in(area)
        if token.unit is unit
        and is_exact(token)
        and named.search(reading.text, max(area.start, token.span.start - _LED), token.span.start)
    ]
    return found[0] if len(found) == 1 else None


@worded
def _apart() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('apart_by', 'up', 'down')}|[涨升增降跌]幅)(?:了|约|为|是|达到?|有|整整|近)*$")
