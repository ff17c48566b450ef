"""Figures made of others that stand before them, with nothing written out: 一个月1260元,交三个月就是3780元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from linter.claims.bases import is_base
from linter.claims.comparisons import extract as extract_comparisons
from linter.claims.equations import extract as extract_equations
from linter.claims.explained import figures_explained
from linter.claims.frame import SEGMENT
from linter.claims.layout import Sentence
from linter.claims.manner import is_question
from linter.claims.model import AnnualClaim, DerivedClaim
from linter.claims.reading import Reading
from linter.claims.slipped_figures import Derivation, slipped
from linter.claims.slips import transposed
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# 交三个月就是3780元 · 3个人一共1200元: what may stand between the count and the sum.
_MAKES = re.compile(
    r"(?:一年|全年|每年|人|孩子|老人|的话|的|下来|算下来|加起来|合计|总计|总共|一共|共计|共|合|就|是|要|得|需|约|大约|可|能|领|拿|交|缴|扣|付|出|花|发|到|费用|养老金|失业金|津贴|=|:|,|\s)*"
)
_SUMS = re.compile("是|共|合|=|总|下来|加起来|要|得|需")
# What a count may be of, and how the amount of one is worded.
_ONE = {
    Unit.MONTHS: re.compile(r"(?:每个?|一个?|单|月)月?[^,;。0-9]{0,12}$"),
    Unit.DAYS: re.compile(r"(?:每|一)(?:天|日)[^,;。0-9]{0,8}$|日(?:津贴|工资|标准)[^,;。0-9]{0,4}$"),
    Unit.COUNT: re.compile(r"(?:[每一]个?(?:人|孩子|老人)|人均|一口人)[^,;。0-9]{0,10}$"),
}
_PER = {Unit.MONTHS: "month", Unit.DAYS: "day"}
_PEOPLE = re.compile("人|口|个(?:人|孩子|老人)")
_OTHER_MONEY = re.compile("另|补贴|滞纳|利息|不含|除了|以外|优惠|减免|累计|至少|最多|左右|起(?!来)")
_MOST_MONTHS = 60


@dataclass(frozen=True, slots=True)
class _Rest:
    """Whole, part and what is left of it, each by its words in the figure's clause."""

    whole: re.Pattern[str]
    part: re.Pattern[str]
    left: re.Pattern[str]


_RESTS = (
    _Rest(
        re.compile("总费用|费用(?:总额|总计|合计)?(?:共|为|是|:)?|总共?花|一共花|花了|花费|账单|医疗费|医药费|住院费"),
        re.compile("报销|报了|基金(?:支付|付|出)|统筹(?:支付|付|出)|医保(?:支付|付|出|报)"),
        re.compile(
            "(?:自己|个人|本人|患者|他|她|家里|[老小][\u4e00-\u9fff])[^,;。0-9]{0,4}(?:承担|负担|掏|付|出|支付)|自付|自掏|自负"
        ),
    ),
    _Rest(
        re.compile("限额|额度|封顶|余额"),
        re.compile("已(?:经)?(?:用|报|花|支)|用了|用掉|报了|报销|花了|花掉"),
        re.compile("剩|余(?:下|额)"),
    ),
)
_RISE = re.compile(
    r"(?:/月|每月|/年)?(?:统一|再|又|逐步|直接)?(?:提高|上调|涨|增加|调整|上涨|提|升|降|下调|减少?|下降|降低)(?:到|至|为)[^0-9,;。]{0,8}"
)
_RAISED_BY = re.compile(
    r"(?:/月|每月|/年|左右)?[,;(]\s*[^0-9,;。]{0,6}(?:多|涨|增加|提高|上调|上涨|增|降|少|减少|下调|下降|降低|涨幅为|差额)(?:了|缴|交|领|拿|出|扣)*(?:约)?"
)


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """Products with a count, rests, rises, and results whose digits changed places."""
    years = {claim.annual.span.start for claim in reading.once(extract_comparisons) if isinstance(claim, AnnualClaim)}
    explained = figures_explained(reading) | years
    formulas = {claim.stated.span.start: claim.left_span for claim in reading.once(extract_equations)}
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            continue
        for result in reading.quantities_in(sentence.span):
            if not _is_sum(reading, result) or result.span.start in explained:
                continue
            found = (
                _multiple(reading, sentence, result)
                or _rise(reading, sentence, result)
                or _rest(reading, sentence, result, formulas)
                or slipped(reading, sentence, result)
            )
            if found is not None:
                span, scope = result.span, reading.scope(result.span, sentence)
                yield DerivedClaim(span, sentence.span, scope, result, found.op, found.operands, found.months)


def _is_sum(reading: Reading, token: Quantity) -> bool:
    plain = token.unit is Unit.YUAN and not token.is_range and token.bound is None
    return plain and not is_base(reading, token)


def _multiple(reading: Reading, sentence: Sentence, result: Quantity) -> Derivation | None:
    """一个月1260元,交三个月就是3780元: the amount of one, the count, and what they make."""
    counts = [
        token
        for token in reading.quantities_in(Span(sentence.span.start, result.span.start))
        if _is_count(reading, token)
    ]
    if not counts:
        return None
    count = counts[-1]
    between = reading.text[count.span.end : result.span.start]
    if not _MAKES.fullmatch(between) or not _SUMS.search(between) or result.per is not None:
        return None
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    before = Span(block.start, count.span.start)
    money = [token for token in reading.quantities_in(before) if _is_sum(reading, token)]
    ones = [token for token in money if _is_one(reading, token, count.unit)]
    clause = reading.text[ones[-1].span.end : count.span.start] if ones else ""
    if not ones or money[-1] is not ones[-1] or _OTHER_MONEY.search(clause) or _OTHER_MONEY.search(between):
        return None
    if any(one.value * count.value == result.value for one in money):
        return None
    same = [one for one in ones if one.value == ones[-1].value]
    # 养老560元、医疗140元,交3个月: the last of several amounts a month is not all that is paid.
    if len(same) < len(ones) and not _is_sum_of_ones(reading, ones[-1]):
        return None
    return Derivation("multiply", (ones[-1], count))


def _is_count(reading: Reading, token: Quantity) -> bool:
    if token.unit not in _ONE or token.is_range or token.bound is not None or token.value != int(token.value):
        return False
    written = token.span.cut(reading.text)
    if token.unit is Unit.MONTHS:
        return "月" in written and "年" not in written and 1 < token.value <= _MOST_MONTHS
    counted = (token.classifier or "") + reading.text[token.span.end : token.span.end + 2]
    return token.value > 1 and (token.unit is Unit.DAYS or _PEOPLE.match(counted) is not None)


def _is_one(reading: Reading, token: Quantity, unit: Unit) -> bool:
    if token.per is not None and unit in _PER:
        return token.per == _PER[unit]
    if unit is Unit.COUNT and token.per_head:
        return True
    return _ONE[unit].search(reading.text[max(0, token.span.start - 16) : token.span.start]) is not None


def _is_sum_of_ones(reading: Reading, token: Quantity) -> bool:
    slot = reading.frame(token.span).get("aggregate")
    return (slot is not None and slot.level == SEGMENT) or "一个月" in reading.text[
        max(0, token.span.start - 6) : token.span.start
    ]


def _rise(reading: Reading, sentence: Sentence, result: Quantity) -> Derivation | None:
    """从2305元提高到2340元,每月多了35元."""
    figures = [token for token in reading.quantities_in(sentence.span) if token.span.start < result.span.start]
    if len(figures) < 2 or not all(_is_sum(reading, token) for token in figures[-2:]):
        return None
    first, second = figures[-2:]
    risen = _RISE.fullmatch(reading.text[first.span.end : second.span.start])
    if risen is None or not _RAISED_BY.fullmatch(reading.text[second.span.end : result.span.start]):
        return None
    if first.approximate or second.approximate or result.approximate or result.per_head != second.per_head:
        return None
    higher, lower = (second, first) if second.value > first.value else (first, second)
    return None if higher.value - lower.value == result.value else Derivation("subtract", (higher, lower))


def _rest(reading: Reading, sentence: Sentence, result: Quantity, formulas: Mapping[int, Span]) -> Derivation | None:
    """总费用26000元…报销18020元…自己承担7980元."""
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    operands = [span for span in formulas.values() if block.contains(span)]
    before = [
        token
        for token in reading.quantities_in(Span(block.start, result.span.start))
        if _is_sum(reading, token) and not any(span.contains(token.span) for span in operands)
    ]
    clause = _clause(reading, sentence, result.span)
    for kind in _RESTS:
        if not kind.left.search(clause) or len(before) < 2:
            continue
        named = [(token, _clause(reading, sentence, formulas.get(token.span.start, token.span))) for token in before]
        wholes = [token for token, said in named if kind.whole.search(said) and not kind.part.search(said)]
        parts = [token for token, said in named if kind.part.search(said)]
        if any(one.value - other.value == result.value for one in before for other in before if one is not other):
            return None
        pairs = [(whole, part) for whole in wholes for part in parts if whole.value > part.value]
        slips = [(whole, part) for whole, part in pairs if transposed(result.value, whole.value - part.value)]
        # Anything else may be left out of it as well: only a text with these three figures decides, or a slip.
        decisive = slips if slips else pairs if len(before) == 2 else []
        if len(decisive) == 1:
            return Derivation("subtract", decisive[0])
    return None


def _clause(reading: Reading, sentence: Sentence, place: Span) -> str:
    """What stands before a figure since the figure before it, or since the last mark."""
    home = reading.sentence_at(place) or sentence
    earlier = [other.span.end for other in reading.quantities_in(Span(home.span.start, place.start))]
    said = reading.text[max([home.span.start, *earlier]) : place.start]
    return re.split("[,;。:]", said)[-1]
