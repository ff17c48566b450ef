"""A pension as the sum of its parts, each worked out before it: 基础养老金…1280元, 个人账户养老金…564.71元, 合起来…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.context.amounts import amounts_in, under_heading
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_PARTS = re.compile(
    "(?P<basic>基础养老金)|(?P<account>(?:个人)?账户养老金|个人账户(?=[:=]))|(?P<transition>过渡性?养老金)"
)
_ADDED = re.compile("合起来|加起来|加在一起|合在一起|相加|合计|总计|一共|总共|共计|[两三二]项|总额|养老金总")
_ALSO = re.compile("涨|调整|后来|如今|上调|加上|再加|另外|扣")
_MOST_AMOUNTS = 16
# 基础养老金每月约1280元: a part with its amount. 每月养老金合计1844元: the whole.
_NAMED = re.compile(
    r"(?:基础养老金|(?P<account>(?:个人)?账户养老金))(?:部分)?(?:每个?月|月|大?约|为|是|可领|能领|有|:|=|\s)*$"
)
_WHOLE = re.compile(
    r"(?:合计|总计|一共|总共|共|加起来|合起来|总额)(?:每个?月|月|养老金|退休金|大?约|为|是|可领|能领|到手|领|:|\s)*$"
    r"|每个?月(?:养老金|退休金)(?:合计|总共|一共|总计)(?:大?约|为|是|:|\s)*$"
)
_MORE = re.compile("过渡|补贴|增发|奖励|高龄|调整|上调|涨|职业年金|企业年金|其他|另外|取暖|加发|倾斜|如果|假如|若")
_NAME_REACH = 20
_MOST_A_MONTH = 30000
_NEXT_YUAN = Decimal(1)


def pension_sum(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The last amounts told of each part under the heading, where what is written is a slip of their sum."""
    if result.unit is not Unit.YUAN or not _ADDED.search(reading.text, sentence.span.start, result.span.start):
        return None
    more = _ALSO.search(reading.text, sentence.span.start, result.span.start)
    if more is not None or len(amounts_in(reading, sentence.span)) != 1:
        return None
    area = under_heading(reading, sentence, sentence.span.start)
    parts = list(_parts(reading, area))
    if len(parts) < 2 or _explained(amounts_in(reading, area), result):
        return None
    sums = Calculation("add", tuple(parts))
    slip = transposed(result.value, sums.value) or one_digit_off(result.value, sums.value)
    return sums if slip else None


def pension_total(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The only amounts told of the basic and of the account part, where nothing else is said to be paid."""
    led = reading.text[max(sentence.span.start, result.span.start - _NAME_REACH) : result.span.start]
    if result.unit is not Unit.YUAN or not _WHOLE.search(led) or len(amounts_in(reading, sentence.span)) != 1:
        return None
    area = under_heading(reading, sentence, sentence.span.start)
    if _MORE.search(reading.text, area.start, sentence.span.end):
        return None
    told = {name: {token.value: token for token in found} for name, found in _told(reading, area).items()}
    if told.keys() != {"basic", "account"} or any(len(values) != 1 for values in told.values()):
        return None
    parts = tuple(token for values in told.values() for token in values.values())
    if any(part.per == "year" or part.value > _MOST_A_MONTH for part in (*parts, result)):
        return None
    return None if _explained(amounts_in(reading, area), result) else Calculation("add", parts)


def _told(reading: Reading, area: Span) -> Mapping[str, list[Quantity]]:
    """The amounts that stand right behind the name of each part: 基础养老金约1280元."""
    found: dict[str, list[Quantity]] = {}
    for start, name, token in reading.once(_named):
        if area.start <= start and area.contains(token.span):
            found.setdefault(name, []).append(token)
    return found


def _named(reading: Reading) -> Iterator[tuple[int, str, Quantity]]:
    """Every amount behind the name of a part, with the name and where it starts."""
    for token in amounts_in(reading, Span(0, len(reading.text))):
        name = _NAMED.search(reading.text, max(0, token.span.start - _NAME_REACH), token.span.start)
        if name is not None:
            yield name.start(), "account" if name["account"] else "basic", token


def _parts(reading: Reading, area: Span) -> Iterator[Quantity]:
    """The amount each part comes to: the last one after its name, before the next part's."""
    names = list(_PARTS.finditer(reading.text, area.start, area.end))
    ends = [*(name.start() for name in names[1:]), area.end]
    told: dict[str, Quantity] = {}
    for name, end in zip(names, ends, strict=False):
        amounts = amounts_in(reading, Span(name.end(), end))
        if amounts:
            told[str(name.lastgroup)] = amounts[-1]
    yield from told.values()


def _explained(money: list[Quantity], result: Quantity) -> bool:
    """True when two or three amounts before it make what is written."""
    recent = [token.value for token in money[-_MOST_AMOUNTS:]]
    sums = (sum(some, Decimal(0)) for size in (1, 2, 3) for some in combinations(recent, size))
    return any(abs(each - result.value) <= _NEXT_YUAN for each in sums)
