"""A sum written with plus signs, its result told in words: 基础1460元+账户512元+过渡233元,每月领2205元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.derived.worked.steps import Worked, results_between
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# What may stand between two summands: a plus sign and a name.
_PLUS = re.compile(r"(?:/月|每月)?\s*\+\s*[^,;。:0-9+×÷*/=()-]{0,14}")
_TOLD = re.compile(
    r"(?:/月|每月)?[,;]?\s*(?:所以|那么?|这样|就|每个?月|一个月|合计|总计|共计|一共|总共|加起来|到手|能|可以?|大概|大?约|差不多"
    "|领取?|拿到?|发|交|缴|扣|要|是|为|共|有|得|等于|:)+"
)
_FEWEST, _WITHIN = 2, 2


def plus_told(reading: Reading) -> Iterator[Worked]:
    """Each sum of money behind the last summand that has its own words and no equals sign."""
    for sentence in reading.sentences:
        if "+" not in sentence.span.cut(reading.text) or is_question(reading, sentence):
            continue
        money = results_between(reading, sentence.span.start, sentence.span.end)
        for at in range(_FEWEST, len(money)):
            parts = _run(reading, money[:at])
            result = money[at]
            if len(parts) < _FEWEST or not _TOLD.fullmatch(reading.text, parts[-1].span.end, result.span.start):
                continue
            way = Calculation("add", tuple(parts))
            alike = len({token.per for token in (*parts, result)} - {None}) <= 1 and result.unit is Unit.YUAN
            if alike and max(part.value for part in parts) < result.value < way.value * _WITHIN:
                yield result, way


def _run(reading: Reading, money: list[Quantity]) -> list[Quantity]:
    """The last of the sums that plus signs join, all of them read as figures."""
    run = money[-1:]
    for one, other in reversed([*pairwise(money)]):
        between = Span(one.span.end, other.span.start)
        if not _PLUS.fullmatch(reading.text, between.start, between.end):
            break
        run.insert(0, one)
    led = reading.text[max(0, run[0].span.start - 2) : run[0].span.start] if run else ""
    return [] if any(sign in led for sign in "+×*-") or any(part.unit is not Unit.YUAN for part in run) else run
