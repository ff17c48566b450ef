"""Counts told behind the closed list they count: 境内、境外、第三人负担的费用,一共三类."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.counting.counted_parts import split_list
from linter.claims.counting.counts import is_of_kinds
from linter.claims.model import CountClaim
from linter.scan.tokens import Quantity
from linter.text import Span

_ITEM = r"[^,;。:、()\"“”「」0-9]{1,16}"
# What stands behind the list says that all of it is counted, or that it is told once more: 一共三类, 这四种人.
_LIST = re.compile(
    rf"(?:^|[,;。:\n]|指的?是?|包括了?|包含了?|分别是|分为|[有是为即])(?P<list>{_ITEM}(?:、{_ITEM}){{2,}})"
    r"\s*[,;—-]+\s*(?:总共|一共|共计|合计|统共|加起来|以上|上述|总计)(?:是|有|为|就|这|分)*(?:[大个])?\s*$"
)
_JOIN = re.compile("、|以及|和|与|及|或者?")
_MARK = re.compile("、")
_OPEN = re.compile("等|其中|例如|比如|之类|…|不含|除了?|另")
_LONGEST = 160


def extract(reading: Reading) -> Iterator[CountClaim]:
    """Counts of kinds with the items before them, as many as 、 alone or 和 as well can make of the list."""
    for sentence in reading.sentences:
        counted = [token for token in reading.quantities_in(sentence.span) if is_of_kinds(token)]
        if not counted or is_question(reading, sentence):
            continue
        for stated in counted:
            items = _items(reading, sentence, stated)
            if len(items) > 1:
                place = items[0].joined(stated.span)
                yield CountClaim(stated.span, sentence.span, reading.scope(place, sentence), stated, tuple(items))


def _items(reading: Reading, sentence: Sentence, stated: Quantity) -> Sequence[Span]:
    start = max(sentence.span.start, stated.span.start - _LONGEST)
    found = _LIST.search(reading.text, start, stated.span.start)
    if found is None or _OPEN.search(found["list"]):
        return ()
    area = Span(*found.span("list"))
    fewest, most = (split_list(reading.text, area, mark) for mark in (_MARK, _JOIN))
    if len(fewest) <= stated.value <= len(most):
        return most[: int(stated.value)]
    return fewest if stated.value < len(fewest) else most
