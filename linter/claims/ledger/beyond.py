"""What a total may hold beyond the insurances: the housing fund, and dues that only some places raise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from linter.claims.calculations.consistency import INCONSISTENT, compare, tolerance
from linter.claims.context.frame import SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.payers import SCHEMES
from linter.claims.context.reading import Reading
from linter.claims.contributions.voted_bases import LEAST_BASE
from linter.claims.ledger.entries import FUND
from linter.claims.ledger.sums import ledger_sum, part_value
from linter.claims.model import LedgerClaim, Part
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval

_MAY_BE_MORE = ("公积金", "一金", "另", "不含", "大病", "附加", "补充", "年金", "个税")
_FURTHER_DUES = re.compile("大额|大病|附加|补充(?:医疗|保险|养老)|年金|长护|长期护理|采暖|个税")
_NAMES_BEHIND = re.compile(r"(?:/月|每月|左右)?\s*\((?:仅|只|含|包括|即)?(?P<names>[\u4e00-\u9fff+、和与]{4,40})\)")
_NAMES_ADDED = re.compile(
    r"(?P<names>(?:养老|医疗|医保|失业|工伤|生育)(?:保险)?(?:(?:、|[+和与及]|加上?)(?:养老|医疗|医保|失业|工伤|生育)(?:保险)?)*"
    r"(?:\+|加上?)(?:养老|医疗|医保|失业|工伤|生育)(?:保险)?)"
    r"(?:[两二三四]项|一共|总共|合计|共计|总计|共|每个?月|一个月|要|需|应|就|缴纳|缴费|缴|交|扣|大?约|为|是|:|,|\s)*$"
)
_ADDED_REACH = 40
_FUND_WORD = "公积金"


def schemes_named_behind(reading: Reading, sentence: Sentence, total: Quantity) -> frozenset[str]:
    """The schemes that a bracket behind a total names, without figures: 每月约1392元(养老+医疗+失业)."""
    bracket = _NAMES_BEHIND.match(reading.text, total.span.end, sentence.span.end)
    if bracket is None:
        return frozenset()
    area = Span(*bracket.span("names"))
    return _schemes_in(reading, area)


def schemes_added_before(reading: Reading, sentence: Sentence, total: Quantity) -> frozenset[str]:
    """The schemes whose names are added right before a total: 个人每月的养老加医疗约560元."""
    added = _NAMES_ADDED.search(
        reading.text[max(sentence.span.start, total.span.start - _ADDED_REACH) : total.span.start]
    )
    if added is None:
        return frozenset()
    end = total.span.start - len(added[0]) + added.end("names") - added.start()
    return _schemes_in(reading, Span(total.span.start - len(added[0]), end))


def _schemes_in(reading: Reading, area: Span) -> frozenset[str]:
    """The schemes that a stretch of text names, where it names no other."""
    named = {value for term in reading.terms_in(area) for value in term.facets.get("scheme", "").split("+")} - {""}
    return frozenset(named) if named <= SCHEMES else frozenset()


def fund_before(reading: Reading, sentence: Sentence, total: Quantity) -> Quantity | None:
    """The only figure of the housing fund that a sentence gives before its total, and says the total holds."""
    figures = [
        token
        for token in reading.quantities_in(Span(sentence.span.start, total.span.start))
        if not token.is_range and _is_of_fund(reading, token)
    ]
    amounts = [token for token in figures if token.unit is Unit.YUAN]
    rates = [token for token in figures if token.unit is Unit.PERCENT]
    told: Sequence[Quantity] = amounts or rates
    return told[0] if len({token.value for token in told}) == 1 else None


def beyond_schemes(reading: Reading, claim: LedgerClaim, sentence: Sentence, base: Quantity | None) -> bool:
    """True when the total may hold more than its parts: by the words around it, or by how much it is more."""
    said = sentence.span.cut(reading.text)
    if any(word in said for word in _MAY_BE_MORE):
        return True
    most = ledger_sum(claim)[1]
    section = reading.document.sections[sentence.section].span
    if max(claim.total.values) - tolerance(claim.total) <= most:
        return False
    by_rate = any(part.token.unit is Unit.PERCENT for part in claim.parts)
    if by_rate and _FURTHER_DUES.search(reading.text, section.start, section.end):
        return True
    return _FUND_WORD in section.cut(reading.text) and _is_with_fund(reading, replace(claim, base=base), section, most)


def on_another_base(reading: Reading, claim: LedgerClaim) -> bool:
    """True when rates of another figure of the section, as high as a wage, come to just this total."""
    least, most = ledger_sum(claim)
    if claim.base is None or not claim.base.value or least != most:
        return False  # rates between two ends come near everything
    section = reading.document.sections[claim.scope.section].span
    others = {token.value for token in reading.quantities_in(section) if token.unit is Unit.YUAN} - {claim.base.value}
    sums = (Interval(least, most) * Interval.point(other / claim.base.value) for other in others if other >= LEAST_BASE)
    return any(compare(one, claim.total) != INCONSISTENT for one in sums)


def _is_with_fund(reading: Reading, claim: LedgerClaim, section: Span, most: Decimal) -> bool:
    """True when what a total is more than its parts is what the text says goes into the fund, or it says nothing."""
    told = [token for token in reading.quantities_in(section) if _is_of_fund(reading, token)]
    more = Interval.hull(Interval.point(value - most) for value in claim.total.values).widened(tolerance(claim.total))
    shares = [part_value(claim, Part(token, "")) for token in told]
    return not told or any(share.overlaps(more) for share in shares)


def _is_of_fund(reading: Reading, token: Quantity) -> bool:
    scheme = reading.frame(token.span).get("scheme")
    in_kind = token.unit in (Unit.YUAN, Unit.PERCENT) and token.bound is None
    return in_kind and scheme is not None and scheme.value == FUND and scheme.level <= SENTENCE
