"""A total under a list whose items each end with their amount: 护理费:2400元 / 补助金:6000×7=42000元 / 合计44400元."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import EquationClaim
from linter.claims.sums.counted_totals import counted, ends_with_amount, is_part
from linter.claims.sums.total_groups import TotalGroup
from linter.document import Block, BlockKind
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_LEADS = re.compile(
    r"[\s·•*-]*(?:因此|所以|综上|这样|那么)?,?(?:每个?月|个人|单位|企业|公司|职工|以上|社保|各项)*(?:合计|总计|共计|小计|总共|一共)"
    r"(?:每个?月|个人|单位|企业|公司|职工|需|要|应|缴纳|缴费|缴|交|扣除|扣|为|是|大?约|金额|费用|:|\s)*"
)
_OPEN = re.compile("另|还|补贴|公积金|大病|大额|起")
_NEXT_YUAN = Decimal(1)
_YEAR = re.compile("年")
_MOST = 8
# One item may be a part of another, or is paid instead of it.
_NO_LIST = re.compile("其中|或者|二选一|任选|档|方案|如果|若|上限|下限|限额|封顶|最高|最低|基数")


def of_list(reading: Reading, sentence: Sentence, equations: Sequence[EquationClaim]) -> Iterator[TotalGroup]:
    """The first amount of a sentence that calls it the total of all items, of the list right above it."""
    items = counted(sentence.span.cut(reading.text))
    money = [token for token in reading.quantities_in(sentence.span) if token.unit is Unit.YUAN]
    if not money or money[0].is_range or money[0].bound is not None:
        return
    if items is None and (len(money) > 1 or not _leads(reading, sentence, money[0]) or _second(reading, sentence)):
        return
    results = {claim.stated.span.start for claim in equations}
    ends = is_part if items is None else ends_with_amount
    parts = [_amount(reading, block, results, ends) for block in _list_above(reading, sentence)]
    found = [part for part in parts if part is not None]
    if not 1 < len(found) <= _MOST or len(found) != len(parts) or items not in (None, len(found)):
        return
    by_the_year = _YEAR.search(reading.text, sentence.span.start, money[0].span.start) is not None
    if by_the_year or len({part.per for part in (*found, money[0])} - {None}) > 1:
        return
    if len({part.per for part in found}) == 1 and (items is not None or not _explained(money[0], found)):
        yield TotalGroup(money[0], tuple(found), True, laid_out=True)


def _list_above(reading: Reading, sentence: Sentence) -> Sequence[Block]:
    """The items that stand without a break right above the block of a sentence that starts it."""
    blocks = reading.document.sections[sentence.section].blocks
    if reading.text[blocks[sentence.block].span.start : sentence.span.start].strip():
        return ()
    end = start = sentence.block
    while start and end - start <= _MOST and blocks[start - 1].kind is BlockKind.ITEM:
        start -= 1
    return blocks[start:end]


def _second(reading: Reading, sentence: Sentence) -> bool:
    """True under the second of two lists that only a line parts: the total may be that of both."""
    blocks = reading.document.sections[sentence.section].blocks
    first = sentence.block - len(_list_above(reading, sentence))
    return first > 1 and blocks[first - 2].kind is BlockKind.ITEM


def _amount(
    reading: Reading, block: Block, results: set[int], ends: Callable[[Reading, Span], bool]
) -> Quantity | None:
    """The amount that an item ends with: its only figure, or the result of its calculation."""
    figures = reading.quantities_in(block.span)
    if not figures or _NO_LIST.search(block.span.cut(reading.text)) or not ends(reading, block.span):
        return None
    last = figures[-1]
    return last if len(figures) == 1 or last.span.start in results else None


def _leads(reading: Reading, sentence: Sentence, total: Quantity) -> bool:
    """True when a sentence calls its amount the total, and says nothing else before it."""
    tail = reading.text[total.span.end : sentence.span.end]
    led = _LEADS.fullmatch(reading.text, sentence.span.start, total.span.start)
    return led is not None and not _OPEN.search(tail)


def _explained(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """True when some of the parts, but not all, make the total."""
    some = (each for size in range(2, len(parts)) for each in combinations(parts, size))
    return any(abs(sum((part.value for part in each), Decimal(0)) - total.value) < _NEXT_YUAN for each in some)
