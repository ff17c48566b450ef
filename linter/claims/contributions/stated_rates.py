"""An amount on a named base whose rate stands elsewhere: 缴费比例为20%。…按基数5000元计算,一年需缴纳12000元。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.changes.told_differences import is_difference
from linter.claims.context.bases import Bases
from linter.claims.context.frame import SEGMENT
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.contributions.bases_between import extract as extract_bases_between
from linter.claims.contributions.explained import figures_explained
from linter.claims.contributions.products import is_listed, is_rate
from linter.claims.contributions.several_people import is_of_several
from linter.claims.model import ProductClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_A_YEAR = 12
# 单位和个人均为5%,…,合计600元: what both pay together.
_OF_EACH = re.compile("(?:均|各|都|同)(?:为|是|按|缴|交)*\\s*$")


def extract(reading: Reading) -> Iterator[ProductClaim]:
    """Amounts paid on the base of their own sentence, where the block gives exactly one rate for their scheme."""
    between = frozenset(claim.amount.span.start for claim in reading.once(extract_bases_between))
    explained, bases_of = figures_explained(reading) | between, Bases(reading)
    for sentence in reading.sentences:
        figures = reading.quantities_in(sentence.span)
        bases = bases_of.within(sentence.span)
        if len({base.value for base in bases}) != 1:
            continue
        for amount in figures:
            if amount.span.start > bases[-1].span.end and amount.span.start not in explained:
                yield from _claim(reading, sentence, bases[0], amount)


def _claim(reading: Reading, sentence: Sentence, base: Quantity, amount: Quantity) -> Iterator[ProductClaim]:
    frame = reading.frame(amount.span)
    aspect, scheme = frame.get("aspect"), frame.get("scheme")
    if amount.unit is not Unit.YUAN or scheme is None or is_difference(reading.text, amount):
        return
    if aspect is None or aspect.level != SEGMENT or aspect.value != "contribution":
        return
    rate = _only_rate(reading, sentence, scheme.value)
    if rate is None or (sentence.span.contains(rate.span) and is_listed(reading.text, rate)):
        return
    aggregate = frame.get("aggregate")
    if aggregate is not None and aggregate.level == SEGMENT and _OF_EACH.search(reading.text, 0, rate.span.start):
        return
    per = frame.get("per")
    yearly = amount.per == "year" or (
        amount.per is None and per is not None and per.level == SEGMENT and per.value == "year"
    )
    span = base.span.joined(amount.span)
    scope = reading.scope(span, sentence)
    claim = ProductClaim(span, sentence.span, scope, base, rate, amount, _A_YEAR if yearly else 1)
    if not is_of_several(reading, claim):
        yield claim


def _only_rate(reading: Reading, sentence: Sentence, scheme: str) -> Quantity | None:
    """The only rate for a scheme that the block gives, or else the section before the sentence.

    A share in the sentence itself that is no plain rate (按20%全额自费) may be what the amount rests on.
    """
    own = [token for token in reading.quantities_in(sentence.span) if token.unit is Unit.PERCENT]
    if any(not token.is_range and not is_rate(reading, token) for token in own):
        return None
    section = reading.document.sections[sentence.section]
    for start in (section.blocks[sentence.block].span.start, section.span.start):
        rates = [
            token
            for token in reading.quantities_in(Span(start, sentence.span.end))
            if is_rate(reading, token) and reading.frame(token.span)["scheme"].value == scheme
        ]
        if rates:
            return rates[0] if len({rate.values for rate in rates}) == 1 else None
    return None
