"""A yearly figure told with the one it replaced: 由350元增至400元; 670元,去年为620元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from linter.claims.calculations.change_words import any_of
from linter.claims.changes.changes import Change, figures_changed
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import RiseClaim, ValueClaim
from linter.claims.quantities.values import extract as extract_values
from linter.scan.tokens import Unit
from linter.text import Span
from reference.period import Period
from reference.quantities import quantity_spec
from reference.vocabulary import worded

# 从最初的10元涨到400元, 几年间由280元增至400元: not what it was the year before.
_LONG_AGO = re.compile(
    "最初|起初|最早|当初|刚|开始|早期|早年|过去|以前|从前|历史|建立|启动|诞生|[0-9几多两三四五六七八九十]+年(?:来|间|前|里|时间)"
    "|逐年|历年|连年|连续|一路|累计|先后|近年|翻|逐步|多次"
)
_YEAR = re.compile("([12][0-9]{3})年度?的?[^0-9]{0,10}$")
_LED = 20
_A_YEAR = timedelta(days=366)


def extract(reading: Reading) -> Iterator[RiseClaim]:
    """Every change of a yearly figure beside which the text gives the figure that was before."""
    known = {claim.token.span: claim for claim in reading.once(extract_values) if isinstance(claim, ValueClaim)}
    for sentence in reading.sentences:
        if is_question(reading, sentence) or _LONG_AGO.search(reading.text, sentence.span.start, sentence.span.end):
            continue
        for change in figures_changed(reading, sentence):
            now = known.get(change.after.span)
            if now is not None and _is_set_anew(now) and _is_free(known.get(change.before.span), now):
                now = _of_the_year_after(reading, sentence.span, change, now)
                if _within_a_year(now.scope.period):
                    yield RiseClaim(change.before.span, sentence.span, now.scope, now, change.before, "from")


def _is_free(before: ValueClaim | None, now: ValueClaim) -> bool:
    """True for a figure that is not judged by itself: bound to nothing, or told as what the same thing once was."""
    return before is None or (before.quantity == now.quantity and before.scope.has("history"))


def _is_set_anew(claim: ValueClaim) -> bool:
    """True for what is set each year, and for amounts: of a rate places may have come from different ones."""
    spec = quantity_spec(claim.quantity)
    return spec is not None and (spec.yearly or claim.token.unit is Unit.YUAN)


def _within_a_year(period: Period | None) -> bool:
    """False for 2021年至2025年: what was before that is not what was the year before."""
    if period is None or period.start is None or period.end is None:
        return True
    return period.end - period.start <= _A_YEAR


def _of_the_year_after(reading: Reading, within: Span, change: Change, now: ValueClaim) -> ValueClaim:
    """2024年的610元提高到670元, 从去年的380元: the time is that of the figure before, what it became is of a later."""
    start = max(within.start, change.before.span.start - _LED)
    told = _YEAR.search(reading.text, start, change.before.span.start)
    scope = now.scope
    if told is not None:
        scope = replace(scope, period=Period.year(int(told[1]) + 1), period_from="stated")
    elif _last_year().search(reading.text, start, change.before.span.start):
        scope = replace(scope.without_dates(), markers=scope.markers - {"history"})
    return replace(now, scope=scope)


@worded
def _last_year() -> re.Pattern[str]:
    return re.compile(rf"{any_of('last_year')}[^,;。:()0-9]{{0,8}}$")
