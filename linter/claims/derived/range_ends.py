"""Ranges that follow from others: 3至5口之家,每人400元,合计1200至2000元; 二倍以上五倍以下,按3万元算是6万至15万元."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.derived.households import household
from linter.claims.derived.times_between import times_between
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_Ends = tuple[Calculation, Calculation]
_Way = Callable[[Reading, Sentence, Quantity], _Ends | None]
_WAYS: tuple[_Way, ...] = (household, times_between)


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """The end of each such range that is further from what it must be."""
    explained = figures_explained(reading)
    for sentence in reading.sentences:
        for result in reading.quantities_in(sentence.span):
            may_follow = result.unit is Unit.YUAN and result.is_range and result.bound is None
            if may_follow and result.span.start not in explained and not is_question(reading, sentence):
                ends = next((found for way in _WAYS if (found := way(reading, sentence, result))), None)
                if ends is not None:
                    scope = reading.scope(result.span, sentence)
                    yield DerivedClaim(result.span, sentence.span, scope, *_further_off(result, ends))


def _further_off(result: Quantity, ends: _Ends) -> tuple[Quantity, Calculation]:
    """The written end and the calculated one that are further apart."""
    pairs = zip(sorted(result.values), ends, strict=True)
    written, right = max(pairs, key=lambda pair: abs(pair[0] - pair[1].value))
    return replace(result, values=(written,)), right
