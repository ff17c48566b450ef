"""Counts behind the parts they count: 养老金由基础养老金和个人账户养老金两部分构成."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.counting.counts import is_of_kinds
from linter.claims.model import CountClaim
from linter.scan.tokens import Quantity
from linter.text import Span

_PARTS = re.compile(
    r'(?:由|包括了?|包含了?|分为|分成)(?P<parts>[^,;。:()"“”「」0-9]{2,60}?)(?:这|共|一共|总共)?(?:[大个])?\s*$'
)
# 和 joins two parts, or two words of one part (工资和奖金): with it a list may have more parts or fewer.
_MARK, _JOIN = re.compile("、"), re.compile("、|以及|和|与|及")
_OPEN = re.compile("等等?$|其中")


def extract(reading: Reading) -> Iterator[CountClaim]:
    """Counts right behind a closed list. A list may group its parts, so more of them than are counted prove nothing."""
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            continue
        for stated in reading.quantities_in(sentence.span):
            items = _items(reading, sentence, stated) if is_of_kinds(stated) else ()
            if 1 < len(items) <= stated.value:
                place = items[0].joined(stated.span)
                yield CountClaim(place, sentence.span, reading.scope(place, sentence), stated, tuple(items))


def _items(reading: Reading, sentence: Sentence, stated: Quantity) -> Sequence[Span]:
    """The parts as the count has them where 和 can be read so, else as many as there can be."""
    found = _PARTS.search(reading.text, sentence.span.start, stated.span.start)
    if found is None or found.end() != stated.span.start or _OPEN.search(found["parts"]):
        return ()
    area = Span(*found.span("parts"))
    fewest, most = (split_list(reading.text, area, mark) for mark in (_MARK, _JOIN))
    if len(fewest) <= stated.value <= len(most):
        return most[: int(stated.value)]
    return most


def split_list(text: str, area: Span, mark: re.Pattern[str]) -> list[Span]:
    """The items of a list between its marks, without empty ones."""
    marks = [found.span() for found in mark.finditer(text, area.start, area.end)]
    starts, ends = [area.start, *(end for _, end in marks)], [*(start for start, _ in marks), area.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]
