"""Amounts listed by scheme and payer, where the rates stand in a list of their own further up.

缴费比例:养老 个人8% 单位16%,失业 个人0.5% … 按4300元算:养老 个人344元 单位688元. Most amounts must be right on one
base: only then is one that is not the product of its rate and that base a mistake of the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.bases import is_base
from linter.claims.context.frame import SENTENCE
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.contributions.products import is_rate, product_claim
from linter.claims.contributions.voted_bases import LEAST_BASE, Pair, right, votes
from linter.claims.model import ProductClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_Key = tuple[str, str]
_PAYERS = ("employer", "employee")
_OTHER_MEASURES = frozenset({"net_pay", "tax", "wage", "average_wage", "deductible", "ceiling"})
# 失业35元,三项735元: the sum of as many as are counted.
_COUNTED = re.compile(
    "[两二三四五六2-6](?:大?项|险|样|者|笔|份|块)(?:钱|保险)?(?:一共|合计|总共|共计|共|是|为|就是|:)*$"
)
_COUNT_REACH = 10
_PLUS = ("+", "加")
# So many different rates must give their amounts on the base.
_MANY = 3
# A wrong amount that is right on another figure of the text rests on that one; one so far off is of something else.
_NEAR, _FARTHEST = 1, 2


def extract(reading: Reading) -> Iterator[ProductClaim]:
    """Every amount of a list with its rate, on the one base that most amounts of the list speak for."""
    explained = figures_explained(reading)
    for section in reading.document.sections:
        figures = reading.quantities_in(section.span)
        pairs = list(_pairs(reading, figures, explained))
        base = _base(figures, pairs)
        for pair in pairs if base is not None else ():
            meant = base is not None and _is_about(base, pair) and not _on_another(figures, pair)
            if base is not None and (meant or right(base, pair)):
                yield product_claim(reading, pair.sentence, base, pair.rate, pair.amount)


def _pairs(reading: Reading, figures: Sequence[Quantity], explained: frozenset[int]) -> Iterator[Pair]:
    rates: dict[_Key, list[Quantity]] = {}
    for token in figures:
        keys = _keys(reading, token)
        if is_rate(reading, token):
            for key in keys:
                rates.setdefault(key, []).append(token)
        elif len(keys) == 1 and token.span.start not in explained and _is_paid(reading, token):
            known, sentence = rates.get(keys[0], []), reading.sentence_at(token.span)
            if sentence is not None and len({rate.values for rate in known}) == 1 and _alone(reading, known):
                yield Pair(sentence, known[0], token)


def _keys(reading: Reading, token: Quantity) -> Sequence[_Key]:
    """The one scheme, with the payer or both payers, that a figure is of, by the words near it."""
    frame = reading.frame(token.span)
    scheme, payer = frame.get("scheme"), frame.get("payer")
    if scheme is None or payer is None or max(scheme.level, payer.level) > SENTENCE:
        return ()
    payers = _PAYERS if payer.value == "both" else (payer.value,)
    return [(scheme.value, each) for each in payers if each in _PAYERS and "+" not in scheme.value]


def _is_paid(reading: Reading, token: Quantity) -> bool:
    if token.unit is not Unit.YUAN or token.is_range or token.bound is not None or token.per == "year":
        return False
    measure = reading.frame(token.span).get("measure")
    other = measure is not None and measure.level <= SENTENCE and measure.value in _OTHER_MEASURES
    counted = _COUNTED.search(reading.text, max(0, token.span.start - _COUNT_REACH), token.span.start)
    return token.value > 0 and not other and not counted and not is_base(reading, token)


def _alone(reading: Reading, rates: Sequence[Quantity]) -> bool:
    """False for 2%+3元 and for 0.2%-0.5%."""
    after = (reading.text[rate.span.end : rate.span.end + 2].strip() for rate in rates)
    return not any(rate.is_range for rate in rates) and not any(said.startswith(_PLUS) for said in after)


def _base(figures: Sequence[Quantity], pairs: Sequence[Pair]) -> Quantity | None:
    """The only figure before the amounts on which most of them are right."""
    if len(pairs) < _MANY:
        return None
    before = Span(figures[0].span.start, pairs[0].amount.span.start)
    money = {
        token.value: token
        for token in figures
        if token.unit is Unit.YUAN and not token.is_range and token.value >= LEAST_BASE and before.contains(token.span)
    }
    voted = [token for token in money.values() if votes(token, pairs) >= _MANY]
    correct = sum(right(voted[0], pair) for pair in pairs) if len(voted) == 1 else 0
    return voted[0] if correct > len(pairs) - correct else None


def _is_about(base: Quantity, pair: Pair) -> bool:
    """True when the amount is of the size of the product."""
    product = base.value * pair.rate.value / 100
    return product / _FARTHEST <= pair.amount.value <= product * _FARTHEST


def _on_another(figures: Sequence[Quantity], pair: Pair) -> bool:
    """True when the amount is the product of its rate and some other figure of the section."""
    if not pair.rate.value:
        return False
    implied = pair.amount.value * 100 / pair.rate.value
    return any(token.unit is Unit.YUAN and abs(token.value - implied) <= _NEAR for token in figures)
