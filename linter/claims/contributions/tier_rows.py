"""Lists of tiers, each with its base and what is paid on it: 下限(4800元):养老960元 · 上限(24000元):养老4800元."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from linter.claims.context.frame import SEGMENT
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.contributions.products import is_rate
from linter.claims.model import ColumnClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_TIER = re.compile(
    r"(?:下限|上限|最低|最高|中间|中等|低|中|高|[一二三四五]|[0-9]{2,3}%)(?:缴费)?(?:档次?|基数|标准)?"
    r"(?:\((?:假设|按|如|即)?(?:月|缴费)*(?:基数)?(?:为|是|:|约)?)\s*$"
)
_CLOSES = re.compile(r"(?:/月)?\)")
_REACH = 18
_SCHEMES = frozenset({"pension", "medical", "unemployment"})
_ENOUGH = 3
_PARTS_OF_A_RATE = Decimal("0.0005")


@dataclass(frozen=True, slots=True)
class _Row:
    sentence: Sentence
    base: Quantity
    amounts: Mapping[str, Quantity]


def extract(reading: Reading) -> Iterator[ColumnClaim]:
    """The amounts of a list that should be the same share of their tier's base as the others are."""
    rows = [row for sentence in reading.sentences for row in _row(reading, sentence)]
    for section in sorted({row.sentence.section for row in rows}):
        mine = [row for row in rows if row.sentence.section == section]
        for scheme in sorted(_SCHEMES):
            yield from _column(reading, [row for row in mine if scheme in row.amounts], scheme)


def _row(reading: Reading, sentence: Sentence) -> Iterator[_Row]:
    figures = [token for token in reading.quantities_in(sentence.span) if token.unit is Unit.YUAN]
    if len(figures) < 2 or not _is_tier(reading, figures[0]) or any(_is_tier(reading, each) for each in figures[1:]):
        return
    amounts: dict[str, Quantity] = {}
    for token in figures[1:]:
        scheme = reading.frame(token.span).get("scheme")
        if scheme is not None and scheme.level == SEGMENT and scheme.value in _SCHEMES and not token.is_range:
            amounts.setdefault(scheme.value, token)
    yield _Row(sentence, figures[0], amounts)


def _is_tier(reading: Reading, token: Quantity) -> bool:
    """True for the base of a tier: 下限(4800元)."""
    led = _TIER.search(reading.text, max(0, token.span.start - _REACH), token.span.start)
    closed = _CLOSES.match(reading.text, token.span.end) is not None
    return led is not None and closed and not token.is_range and token.value > 0


def _column(reading: Reading, rows: Sequence[_Row], scheme: str) -> Iterator[ColumnClaim]:
    """Every row's amount, where the one rate of the text, or all rows but one, tell the share."""
    shares = [row.amounts[scheme].value / row.base.value for row in rows]
    share = _stated(reading, rows, scheme) or _usual(shares)
    agreeing = 0 if share is None else sum(abs(each - share) < _PARTS_OF_A_RATE for each in shares)
    if share is None or not agreeing or len(rows) - agreeing > 1:
        return
    for row in rows:
        result = row.amounts[scheme]
        scope = reading.scope(result.span, row.sentence)
        yield ColumnClaim(result.span, row.sentence.span, scope, (row.base,), result, share, agreeing)


def _stated(reading: Reading, rows: Sequence[_Row], scheme: str) -> Decimal | None:
    """The only rate that the section gives for the scheme."""
    if not rows:
        return None
    section = reading.document.sections[rows[0].sentence.section].span
    before = Span(section.start, rows[0].sentence.span.start)
    rates = {
        token.values
        for token in reading.quantities_in(before)
        if is_rate(reading, token) and reading.frame(token.span)["scheme"].value == scheme
        if not _is_part(reading, token)
    }
    only = rates.pop() if len(rates) == 1 else ()
    return only[0] / 100 if len(only) == 1 else None


def _is_part(reading: Reading, token: Quantity) -> bool:
    """True for 8% in 20%,其中8%进个人账户: where a part of the rate goes."""
    home = reading.sentence_at(token.span)
    return home is not None and "其中" in reading.text[home.span.start : token.span.start]


def _usual(shares: Sequence[Decimal]) -> Decimal | None:
    """The share of enough rows, as a plain rate."""
    rounded = Counter(round(share, 3) for share in shares)
    usual, agreeing = rounded.most_common(1)[0] if rounded else (None, 0)
    return usual if agreeing >= _ENOUGH else None
