"""The figure a change began with is none of today: 从去年的380元提高到400元 says what held before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.claims.changes.changes import figures_changed
from linter.claims.context.reading import Reading
from linter.claims.model import ValueClaim
from linter.text import Span

# 由2024年的610元: its own year stands beside it.
_OWN_YEAR = re.compile("[12][0-9]{3}年度?的?[^,;。:()0-9]{0,10}$")
# 比上一期(下限6821元)略有上涨: what a bracket behind the last time holds was then.
_LAST_TIME = re.compile(
    "(?:上一?(?:期|轮|周期|版|次调整)|(?:上|前)一?个?(?:缴费|社保|医保|结算|基数|参保)?年度?|去年|上回|调整前|改革前|调整之前"
    "|原标准|旧标准|老标准)(?:的|度|同期|标准|水平|基数|时)*[(](?![^()]*(?:平均工资|社平|可支配))[^()。;\n]{0,24}$"
)
_LED = 20
_BRACKET = 40


def told_before(claims: Iterable[ValueClaim], reading: Reading) -> Iterator[ValueClaim]:
    """The claims, those of figures that became others marked as history, of no time unless their own is told."""
    earlier = frozenset(reading.once(_earlier))
    for claim in claims:
        before = claim.token.span in earlier or _in_bracket_of_last_time(claim, reading.text)
        yield _of_before(claim, reading) if before else claim


def _earlier(reading: Reading) -> Iterator[Span]:
    for sentence in reading.sentences:
        yield from (change.before.span for change in figures_changed(reading, sentence))


def _in_bracket_of_last_time(claim: ValueClaim, text: str) -> bool:
    start = max(claim.context.start, claim.span.start - _BRACKET)
    return _LAST_TIME.search(text, start, claim.span.start) is not None


def _of_before(claim: ValueClaim, reading: Reading) -> ValueClaim:
    start = max(claim.context.start, claim.span.start - _LED)
    own = _OWN_YEAR.search(reading.text, start, claim.span.start) is not None
    scope = claim.scope if own else claim.scope.without_dates()
    return replace(claim, scope=replace(scope, markers=scope.markers | {"history"}))
