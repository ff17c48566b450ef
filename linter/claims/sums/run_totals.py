"""A total as a line of its own, below the lines whose calculations it adds: …=648元 / …=162元 / 合计:810元."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.context.bases import is_base
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import EquationClaim
from linter.claims.sums.total_groups import TotalGroup
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_LEADS = re.compile(
    r"[\s·•*-]*(?:因此|所以|综上|这样|那么)?,?(?:每个?月|个人|单位|企业|公司|职工|以上|社保|各项)*(?:合计|总计|共计|小计|总共|一共)"
    r"(?:每个?月|个人|单位|企业|公司|职工|需要|需|要|应|缴纳|缴费|缴|交|扣除|扣|为|是|大?约|金额|费用|:|\s)*"
)
_OPEN = re.compile("另|还|补贴|公积金|大病|大额|起")
_NEXT_YUAN = Decimal(1)
_MOST = 8


def of_lines(reading: Reading, sentence: Sentence, equations: Sequence[EquationClaim]) -> Iterator[TotalGroup]:
    """The one amount of a line that calls it the total, with the results of the lines right above it."""
    money = [token for token in reading.quantities_in(sentence.span) if token.unit is Unit.YUAN]
    if len(money) != 1 or money[0].is_range or money[0].bound is not None:
        return
    total = money[0]
    if not leads(reading, sentence, total):
        return
    parts = _results_above(reading, sentence, equations)
    if 2 <= len(parts) <= _MOST and _of_one_payer(reading, [total, *parts]) and not explained(total, parts):
        yield TotalGroup(total, tuple(parts), True, laid_out=True)


def leads(reading: Reading, sentence: Sentence, total: Quantity) -> bool:
    """True when a sentence calls its amount the total, and says nothing else before it."""
    tail = reading.text[total.span.end : sentence.span.end]
    led = _LEADS.fullmatch(reading.text, sentence.span.start, total.span.start)
    return led is not None and not _OPEN.search(tail)


def _results_above(reading: Reading, sentence: Sentence, equations: Sequence[EquationClaim]) -> list[Quantity]:
    """The results of the sentences up to the total, as far as these have no other money in them; bases are no money."""
    at = bisect_left(reading.sentences, sentence.span.start, key=_start)
    found: list[Quantity] = []
    for above in reversed(reading.sentences[:at]):
        own = [claim for claim in equations if above.span.contains(claim.span)]
        if above.section != sentence.section or _ends_run(reading, above, [claim.span for claim in own]):
            break
        results = [claim.stated for claim in own if claim.stated.unit is Unit.YUAN]
        if len(results) > 1:
            return []
        found += results
    return found[::-1]


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _ends_run(reading: Reading, above: Sentence, explained: Sequence[Span]) -> bool:
    """True for a heading, and for a sentence with money that no calculation of it explains."""
    block = reading.document.sections[above.section].blocks[above.block]
    money = [token for token in reading.quantities_in(above.span) if token.unit is Unit.YUAN]
    return block.kind is BlockKind.HEADING or any(
        not any(span.contains(token.span) for span in explained) for token in money if not is_base(reading, token)
    )


def _of_one_payer(reading: Reading, figures: Sequence[Quantity]) -> bool:
    slots = [reading.frame(token.span).get("payer") for token in figures]
    return (
        len({slot.value for slot in slots if slot is not None}) <= 1 and len({token.per for token in figures[1:]}) == 1
    )


def explained(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """True when some of the parts, but not all, make the total."""
    some = (each for size in range(2, len(parts)) for each in combinations(parts, size))
    return any(abs(sum((part.value for part in each), Decimal(0)) - total.value) < _NEXT_YUAN for each in some)
