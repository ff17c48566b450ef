"""A pension told in a headline or a summary, where the text works out just one: 每月约3300元 … 1920+1450=3370元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.amounts import block_of
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import EquationClaim
from linter.claims.model.calculation import Calculation
from linter.claims.sums.totals import extract as extract_totals
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_PENSION = re.compile(
    r"(?:养老金|退休金|退休工资)[^,;。0-9]{0,8}$|(?:能|可|可以|预计每月)领(?:取|到)?(?:养老金|退休金)?[^,;。0-9]{0,6}$"
)
# A page that answers its title in its first line: 每月约1362元.
_HEADLINE = re.compile(r"[\s*]*(?:大约|每个?月|月领|可领|约|为)*[0-9][0-9,.]*元(?:/月|每月|左右)?[\s*。]*")
_OTHERS = re.compile("其他|其它|别的|普遍|各地|平均|基础|账户|过渡|不等|差距|以上|增加|多|低保|居民")
_A_CASE = re.compile("[0-9]年|若|如果|假设|假如|岁")
_NAMED_TOTAL = re.compile(
    r"(?:总养老金|养老金总额|每月养老金|个人账户养老金)[^0-9,;。=]{0,6}=[^=;。]*$|合计[^0-9,;。=]{0,6}$"
    r"|(?<!基础)(?<!账户)(?:退休金|养老金)(?:大?约|为|是)*$"
)
_NAME_REACH = 60
_REACH = 20
# A summary rounds its figures.
_NEAR = Decimal("0.03")


def summary(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The only pension of the section that is added up from its parts, where the summary tells another."""
    if result.unit is not Unit.YUAN or result.per == "year" or not sums_up(reading, sentence, result):
        return None
    claims = [claim for claim in reading.once(extract_equations) if claim.scope.section == sentence.section]
    totals = dict(_totals(reading, claims, sentence.section))
    if len(totals) != 1 or any(claim.stated.value in result.values for claim in claims):
        return None
    (value, parts), low, high = next(iter(totals.items())), min(result.values), max(result.values)
    if any(part.value in result.values for part in parts):
        return None
    if low * (1 - _NEAR) <= value <= high * (1 + _NEAR) or goes_on(reading, sentence, result, parts):
        return None
    return Calculation("add", parts)


def goes_on(reading: Reading, sentence: Sentence, result: Quantity, parts: Sequence[Quantity]) -> bool:
    """True where the paragraph goes on with other money than the parts: it tells a story of its own."""
    rest = Span(result.span.end, max(result.span.end, block_of(reading, sentence).end))
    values = {part.value for part in parts}
    return any(token.unit is Unit.YUAN and token.value not in values for token in reading.quantities_in(rest))


def _totals(
    reading: Reading, claims: Sequence[EquationClaim], section: int
) -> Iterator[tuple[Decimal, tuple[Quantity, ...]]]:
    """The sums that are whole pensions, with their parts: calculations, and totals of what calculations gave."""
    for claim in claims:
        if _is_total(reading, claim, claims):
            yield claim.stated.value, tuple(number for number in _numbers(claim) if number is not None)
    results = {claim.stated.span for claim in claims if _is_pension(reading, claim)}
    for total in reading.once(extract_totals):
        parts = tuple(part.token for part in total.parts)
        if total.scope.section == section and results.issuperset(part.span for part in parts):
            yield total.total.value, parts


def sums_up(reading: Reading, sentence: Sentence, result: Quantity) -> bool:
    """True for a headline, for a range of pensions, and for a pension told without any condition."""
    section = reading.document.sections[sentence.section]
    if sentence.block == 0 and section.blocks and _HEADLINE.fullmatch(block_of(reading, sentence).cut(reading.text)):
        return True
    segment = sentence.segments[sentence.segment_at(result.span.start)].span
    until = reading.text[sentence.span.start : segment.end]
    before = reading.text[max(sentence.span.start, result.span.start - _REACH) : result.span.start]
    if not _PENSION.search(before) or _OTHERS.search(segment.cut(reading.text)) or result.bound is not None:
        return False
    return result.is_range or _A_CASE.search(until) is None


def _is_total(reading: Reading, claim: EquationClaim, claims: Sequence[EquationClaim]) -> bool:
    """True for a sum that is named the whole pension, or of figures that other calculations of the section gave."""
    numbers = _numbers(claim)
    if len(numbers) < 2 or any(number is None or number.unit is Unit.PERCENT for number in numbers):
        return False
    led = reading.text[max(claim.context.start, claim.left_span.start - _NAME_REACH) : claim.left_span.start]
    results = {
        other.stated.value
        for other in claims
        if other is not claim and other.left.op != "+" and _is_pension(reading, other)
    }
    given = all(number is not None and number.value in results for number in numbers)
    return given or _NAMED_TOTAL.search(led) is not None


def _is_pension(reading: Reading, claim: EquationClaim) -> bool:
    """True for the result of a calculation that is named a pension, or stands under such a name."""
    sentence = reading.sentence_at(claim.left_span)
    led = reading.text[max(claim.context.start, claim.left_span.start - _NAME_REACH) : claim.left_span.start]
    above = () if sentence is None else reading.framer.headings_above(sentence)[:1]
    return any("养老金" in said for said in (led, *(span.cut(reading.text) for span in above)))


def _numbers(claim: EquationClaim) -> list[Quantity | None]:
    """The summands of a plain sum; nothing for anything else."""
    found: list[Quantity | None] = []
    left = claim.left
    while left.op == "+":
        left, last = left.operands
        found.append(last.number)
    return [left.number, *reversed(found)] if found else []
