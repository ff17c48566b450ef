"""By how much one named sum is more than another named one: 生育津贴50560元。…工资44240元,津贴比工资高6320元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.amounts import block_of
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.derived.worked.steps import Worked, results_between
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit

_COMPARED = re.compile(
    "(?P<one>[\u4e00-\u9fff]{2,8}?)(?:要|还|又)?比(?P<other>[\u4e00-\u9fff]{2,8}?)(?:要|还|又|整整|足足|每月|一共)?"
    "(?P<way>多|高|少|低|便宜|贵)(?:出来?|了|交|缴|领|拿|报|花|付|发|出|:)*(?:大?约)?$"
)
_MORE = frozenset("多高贵")
_ELSEWHEN = re.compile("[去前今明上]年|原来|以前|之前|现在|平均|全国|[12][0-9]{3}")
_CLAUSE = re.compile("[,;。:\n]")
_REACH, _NAME, _BACK, _WITHIN = 30, 24, 2, 4


def names_apart(reading: Reading) -> Iterator[Worked]:
    """Each difference of two sums of the last paragraphs that its words name, each told once under its name."""
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            continue
        for result in results_between(reading, sentence.span.start, sentence.span.end):
            led = _CLAUSE.split(reading.text[max(sentence.span.start, result.span.start - _REACH) : result.span.start])
            found = _COMPARED.search(led[-1])
            if found is None or _ELSEWHEN.search(led[-1]) or result.unit is not Unit.YUAN:
                continue
            one, other = (_named(reading, sentence, result, found[name][-2:]) for name in ("one", "other"))
            if one is None or other is None or one.span == other.span or one.per != other.per:
                continue
            high, low = (one, other) if found["way"] in _MORE else (other, one)
            way = Calculation("subtract", (high, low))
            if way.value > 0 and way.value / _WITHIN < result.value < way.value * _WITHIN:
                yield result, way


def _named(reading: Reading, sentence: Sentence, result: Quantity, name: str) -> Quantity | None:
    """The sum of the last paragraphs whose own words hold the name: the only one, or the one told last."""
    blocks = reading.document.sections[sentence.section].blocks
    start = blocks[max(0, sentence.block - _BACK)].span.start
    money = results_between(reading, start, result.span.start)
    found = [token for token in money if name in _own_words(reading, token)]
    here = [token for token in found if token.span.start >= block_of(reading, sentence).start]
    told = here or found
    one = len({token.value for token in told}) == 1 or (bool(told) and told[-1] is money[-1])
    return told[-1] if one else None


def _own_words(reading: Reading, token: Quantity) -> str:
    """The words of a clause before a sum since the last sum that is told, calculations and all."""
    clause = _CLAUSE.split(reading.text[max(0, token.span.start - _NAME) : token.span.start])[-1]
    start = token.span.start - len(clause)
    before = results_between(reading, start, token.span.start)
    return reading.text[before[-1].span.end if before else start : token.span.start]
