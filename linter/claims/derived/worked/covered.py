"""What is paid of what remains to be paid for: 自付4.2万元,起付线1.2万元,报60%; 报2.6万元(1.4万-5.4万部分报65%)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.amounts import block_of
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.derived.worked.steps import Worked, agrees, clause_before, is_money, results_between
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_PAID = re.compile(
    "(?:报销?了?|报掉|报回|补偿|赔付?|支付|给付|医保付|基金付|统筹付|到账|补回)(?:金额?|款|额)?(?:大?约|为|是|了|能|有|:)*$"
)
_LEFT = re.compile(
    "(?:剩下?的?|余下?的?|其余|自付|自己(?:负担|承担|要?付)|个人(?:负担|承担|合规)|合规|政策范围内|目录内|可报|医保内|报销范围内|保内)[^,;。:0-9]{0,12}$"
)
_LEFT_BEHIND = re.compile("(?:元)?(?:是|为|属于|属|才是)?(?:医保)?(?:政策范围内|合规|目录内|可报|报销范围)")
_THRESHOLD = re.compile("(?:起付[线标准金额]*|门槛费?)[^,;。:0-9]{0,6}$")
_CAP = re.compile("封顶|限额|最[高多]|上限|分段|分别|各|另|救助|先自付|先行自付|其中|再扣|乙类")
_OFF = re.compile("扣|减|除|去掉|剩|余")
_BAND = re.compile(r"[^\S\n]*\((?:其中|即|按|对|就|是)?[^()0-9\n]{0,8}")
_BAND_END = re.compile(r"[^()0-9\n]*\)")
_BETWEEN = re.compile("[^()0-9,;。\n]{0,10}")
_SCALE = frozenset({Unit.YUAN, Unit.COUNT, Unit.NONE})
_REACH, _WITHIN = 24, 4
_BAND_AND_RATE = 2


def covered(reading: Reading) -> Iterator[Worked]:
    """Each payment that a sentence or a bracket shows the base, the threshold and the rate of."""
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            continue
        for result in results_between(reading, sentence.span.start, sentence.span.end):
            way = _of_band(reading, result) or _above_threshold(reading, sentence, result)
            paid = way is not None and _PAID.search(clause_before(reading, result, _REACH))
            if way is not None and paid and way.value / _WITHIN < result.value < way.value * _WITHIN:
                yield result, way


def _of_band(reading: Reading, result: Quantity) -> Calculation | None:
    """报2.6万元(1.4万-5.4万部分按65%报): the rate of what lies between the two ends."""
    opened = _BAND.match(reading.text, result.span.end)
    inside = reading.quantities_in(Span(result.span.end, result.span.end + _REACH * 2)) if opened else ()
    if opened is None or len(inside) < _BAND_AND_RATE:
        return None
    band, rate = inside[:2]
    starts = band.span.start == opened.end() and band.is_range and band.unit in _SCALE
    plain = rate.unit is Unit.PERCENT and not rate.is_range
    if not (starts and plain and _BETWEEN.fullmatch(reading.text, band.span.end, rate.span.start)):
        return None
    if _BAND_END.match(reading.text, rate.span.end) is None:
        return None
    low, high = sorted(band.values)
    return Calculation("multiply", (Calculation("subtract", (high, low)), rate))


def _above_threshold(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The rate of what the last sum called so is more than the threshold told behind it, or before it."""
    start = block_of(reading, sentence).start
    money = results_between(reading, start, result.span.start)
    at = next((at for at, token in enumerate(money) if _THRESHOLD.search(_led(reading, token))), None)
    if at is None or sum(_THRESHOLD.search(_led(reading, token)) is not None for token in money) > 1:
        return None
    threshold, others = money[at], [token for token in money if token is not money[at]]
    base = others[-1] if others else None
    if base is None or not _is_left(reading, base) or base.value <= threshold.value:
        return None
    since = min(base.span.start, threshold.span.start)
    said = reading.text[since : result.span.start]
    rates = [each for each in reading.quantities_in(Span(since, result.span.start)) if each.unit is Unit.PERCENT]
    if len(rates) != 1 or rates[0].is_range or rates[0].span.end < threshold.span.start or _CAP.search(said):
        return None
    if threshold.span.end < base.span.start and _OFF.search(
        reading.text, max(start, threshold.span.start - _REACH), base.span.start
    ):
        return None  # 扣除起付线800元,剩下3200元: the threshold is off already
    if "后" in _led(reading, base) and agrees(result, Calculation("multiply", (base, rates[0]))):
        return None
    return Calculation("multiply", (Calculation("subtract", (base, threshold)), rates[0]))


def _is_left(reading: Reading, token: Quantity) -> bool:
    """True for what is left of a bill, or what of it counts."""
    behind = _LEFT_BEHIND.match(reading.text, token.span.end)
    return is_money(token) and (behind is not None or _LEFT.search(_led(reading, token)) is not None)


def _led(reading: Reading, token: Quantity) -> str:
    return clause_before(reading, token, _REACH)
