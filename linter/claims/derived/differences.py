"""By how much two amounts differ: 单位1280元,个人640元,单位多掏640元; 甲地比乙地高360元."""

from __future__ import annotations

import re
from itertools import combinations

from linter.claims.calculations.change_words import any_of
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.amounts import is_plain_sum
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.derived.naming import names_somebody_new
from linter.claims.derived.rises import of_a_base
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_OTHER = re.compile("每[^月个]|再|另|又|各|最|每|其中|分别|起付|封顶|平均|人均|不超|至少|差不多|将近|近")
_EACH_MONTH = re.compile("每个?月|一个月")
_A_YEAR = re.compile("年|季|家|口")
_ENDS = re.compile(r"\s*(?:/月|/年)?\s*(?:[,;。)!~]|$|呢|吧|左右)")


def difference(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The difference of the only two amounts of the sentence, where the words behind them name nobody else."""
    told = reading.quantities_in(Span(sentence.span.start, result.span.start))
    operands = [claim.left_span for claim in reading.once(extract_equations) if sentence.span.contains(claim.span)]
    money = [
        token
        for token in told
        if is_plain_sum(reading, token) and not any(span.contains(token.span) for span in operands)
    ]
    if result.unit is not Unit.YUAN or result.approximate or len(money) != 2 or money[-1] not in told[-2:]:
        return None
    first, second = money
    led = reading.text[second.span.end : result.span.start]
    if first.per == second.per:
        led = _EACH_MONTH.sub("", led)
    if not _told().fullmatch(led) or _OTHER.search(led) or _A_YEAR.search(led):
        return None
    if first.value == second.value or len({token.per for token in (first, second, result)} - {None}) > 1:
        return None
    named = names_somebody_new(_verb().sub("", led), reading.text[sentence.span.start : second.span.end])
    if named or of_a_base(reading, sentence, first, result) or not _ENDS.match(reading.text, result.span.end):
        return None
    if _follows_elsewhere(reading, sentence, result):
        return None
    higher, lower = sorted((first, second), key=lambda token: token.value, reverse=True)
    return Calculation("subtract", (higher, lower))


def _follows_elsewhere(reading: Reading, sentence: Sentence, result: Quantity) -> bool:
    """True where two other amounts of the paragraph differ by just that: 每人400元,1600元。要是450元,1800元,多200元."""
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    before = reading.quantities_in(Span(block.start, max(block.start, result.span.start)))
    amounts = [token.value for token in before if token.unit is Unit.YUAN]
    return any(abs(one - other) == result.value for one, other in combinations(amounts, 2))


@worded
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('apart_by')}){any_of('handed')}*")


@worded
def _told() -> re.Pattern[str]:
    return re.compile(
        rf"(?:/月|每月)?[,;。][^,;。:()0-9]{{0,12}}?(?:{any_of('apart_by')}){any_of('handed')}*(?:了|约|为|是|达|有|整整|出|:)*"
    )
