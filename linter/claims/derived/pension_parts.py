"""A pension told first and its parts item by item behind it: 每月约3300-4500元, 基础:3300元, 个人账户:每月2280元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.context.amounts import block_of
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_PENSION = re.compile(
    r"(?:养老金|退休金|退休工资)[^,;。0-9]{0,8}$|(?:能|可|可以|预计每月)领(?:取|到)?(?:养老金|退休金)?[^,;。0-9]{0,6}$"
)
_OTHERS = re.compile("其他|其它|别的|普遍|各地|平均|基础|账户|过渡|不等|差距|以上|增加|多|低保|居民")
_A_CASE = re.compile("[0-9]年|若|如果|假设|假如|岁")
_ITEM = re.compile(
    r"[\s·•*-]*(?:[0-9一二三]{1,2}[.、])?\s*(?P<name>基础|(?:个人)?账户|过渡性?)(?:养老金)?(?:部分|计算)?\s*:"
)
_A_MONTH = re.compile(r"(?:每个?月|月领?)[^,;。0-9]{0,6}$")
_KINDS = {"基": "basic", "个": "account", "账": "account", "过": "transition"}
_REACH, _PENSION_REACH = 12, 20
_NEAR = Decimal("0.03")


def sum_of_items(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The sum of the items that comes nearest to the pension told before them, where none comes near."""
    if result.unit is not Unit.YUAN or result.per == "year" or not _sums_up(reading, sentence, result):
        return None
    section = reading.document.sections[sentence.section]
    told: dict[str, list[Quantity | None]] = {}
    for block in section.blocks[sentence.block + 1 :]:
        item = _ITEM.match(reading.text, block.span.start, block.span.end)
        if item is not None:
            told.setdefault(_KINDS[item["name"][0]], []).append(_monthly(reading, block.span))
    if not {"basic", "account"} <= told.keys() or any(len(found) != 1 or found[0] is None for found in told.values()):
        return None
    parts = {kind: found[0] for kind, found in told.items() if found[0] is not None}
    sums = list(_sums(parts))
    if any(_is_near(calculation.value, result) for calculation in sums):
        return None
    if _goes_on(reading, sentence, result, [*parts.values()]):
        return None
    return min(sums, key=lambda calculation: min(abs(calculation.value - value) for value in result.values))


def _sums(parts: dict[str, Quantity]) -> Iterator[Calculation]:
    """Basic and account part, without and with what else is told."""
    core = (parts["basic"], parts["account"])
    others = [part for kind, part in parts.items() if kind not in ("basic", "account")]
    for size in range(len(others) + 1):
        yield from (Calculation("add", (*core, *some)) for some in combinations(others, size))


def _is_near(value: Decimal, result: Quantity) -> bool:
    return min(result.values) * (1 - _NEAR) <= value <= max(result.values) * (1 + _NEAR)


def _monthly(reading: Reading, block: Span) -> Quantity | None:
    """The only amount of a block that is said to be a month's."""
    found = {
        token.value: token
        for token in reading.quantities_in(block)
        if token.unit is Unit.YUAN and not token.is_range and (token.per == "month" or _is_monthly(reading, token))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_monthly(reading: Reading, token: Quantity) -> bool:
    return _A_MONTH.search(reading.text, max(0, token.span.start - _REACH), token.span.start) is not None


def _goes_on(reading: Reading, sentence: Sentence, result: Quantity, parts: Sequence[Quantity]) -> bool:
    """True where the paragraph goes on with other money than the parts: it tells a story of its own."""
    rest = Span(result.span.end, max(result.span.end, block_of(reading, sentence).end))
    values = {part.value for part in parts}
    return any(token.unit is Unit.YUAN and token.value not in values for token in reading.quantities_in(rest))


def _sums_up(reading: Reading, sentence: Sentence, result: Quantity) -> bool:
    """True for a range of pensions, and for a pension told without any condition."""
    segment = sentence.segments[sentence.segment_at(result.span.start)].span
    until = reading.text[sentence.span.start : segment.end]
    before = reading.text[max(sentence.span.start, result.span.start - _PENSION_REACH) : result.span.start]
    if not _PENSION.search(before) or _OTHERS.search(segment.cut(reading.text)) or result.bound is not None:
        return False
    return result.is_range or _A_CASE.search(until) is None
