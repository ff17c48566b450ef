"""Numbers that belong together: the two ends of a range, and lists whose unit stands at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from linter.scan.measures import ONE, Measure
from linter.scan.tokens import Unit

_INCLUSIVE = r"(?: ?\(不?含[^()]{0,6}\))?"
_RANGE_GAP = re.compile(rf"{_INCLUSIVE} ?(?:[-—~]{{1,2}}|至|到|\\sim) ?(?:¥|人民币)?")
_BETWEEN_GAP = re.compile(r" ?[和与跟] ?")
_BETWEEN = re.compile(r" ?(?:之间|区间|间(?!隔))")
_LIST_GAP = re.compile(r" ?(?:、|/|或者|或|和|还是|及|与|以及) ?")
_DASH = re.compile("[-—]")
# A hyphen at the beginning of a line marks a list item.
_AFTER_OPERATOR = re.compile(r"[^\s|][ ]?[×÷*/+-][ (]*\Z")
_OPERATOR = re.compile(r"[ )\]]*[×÷*/+=^]")
# 26000-1000-800: nobody writes a range of three ends, and no range goes down twice.
_TAKES_MORE = re.compile(" ?[-—] ?[0-9]")
_LISTED = frozenset({Unit.AGE, Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS, Unit.YUAN, Unit.PERCENT, Unit.TIMES, Unit.COUNT})
# A chain of digits such as 二、五年 shares its unit only where a list can begin.
_LIST_STARTS = frozenset(" \n,;:。(满为缴按达过足于到至领的有是分交、")
_FURTHEST = Decimal(10)
# Nobody is older, in years: the 195 of 50岁195、55岁170 is no age.
_OLDEST = Decimal(120)


def join_ranges(text: str, measures: Sequence[Measure]) -> list[Measure]:
    """The measures with 60%-70%, 1800-20000元 and 2——3万 made into one each, the ends as written."""
    joined: list[Measure] = []
    for right in measures:
        left = joined[-1] if joined else None
        merged = None if left is None else _range(text, left, right)
        if merged is None:
            joined.append(right)
        else:
            joined[-1] = merged
    return joined


def _range(text: str, left: Measure, right: Measure) -> Measure | None:
    gap = text[left.end : right.start] if right.start - left.end <= 12 else ""
    if not gap or left.upper is not None or right.upper is not None or left.vague:
        return None
    if _RANGE_GAP.fullmatch(gap) is None and not (_BETWEEN_GAP.fullmatch(gap) and _BETWEEN.match(text, right.end)):
        return None
    if right.weak and text.startswith("百分之", left.start):
        right = _with_unit_of(right, left, left.factor)
    left = _lent(left, right)
    if left.unit is not right.unit or left.value == right.value or _is_subtraction(text, gap, left, right):
        return None
    between = _BETWEEN.match(text, right.end) is not None
    # 从20%到16% is a change; 9000-1200元 is a range written the wrong way round.
    if left.value > right.value and not between and not _DASH.search(gap):
        return None
    ends = (left.value, right.value)
    return right._replace(
        start=left.start,
        value=min(ends) if between else left.value,
        upper=max(ends) if between else right.value,
        step=min(left.step, right.step),
        numeral=left.numeral if left.numeral.decimals else right.numeral,
        per=right.per or left.per,
        per_head=left.per_head or right.per_head,
        weak=left.weak and right.weak,
    )


def _lent(left: Measure, right: Measure) -> Measure:
    """The left end with the unit, and the 万, of the right end: 2-3万元, 60-70%."""
    if left.unit is not Unit.NONE:
        return left
    factor = right.factor
    mantissa = right.numeral.value / right.numeral.scale
    if left.numeral.scale == ONE != right.numeral.scale and left.numeral.value < mantissa:
        factor *= right.numeral.scale
    return _with_unit_of(left, right, factor)


def _with_unit_of(bare: Measure, source: Measure, factor: Decimal) -> Measure:
    return bare._replace(
        unit=source.unit,
        value=bare.numeral.value * factor,
        step=bare.numeral.step * factor,
        factor=factor,
        classifier=source.classifier,
        per=source.per,
        per_head=source.per_head,
        weak=source.weak,
    )


def _is_subtraction(text: str, gap: str, left: Measure, right: Measure) -> bool:
    """A hyphen between two amounts is a minus where a calculation goes on around it: 5000-1800=3200."""
    if not _DASH.search(gap):
        return False
    return (
        _OPERATOR.match(text, right.end) is not None
        or (left.value > right.value and _TAKES_MORE.match(text, right.end) is not None)
        or _AFTER_OPERATOR.search(text, max(0, left.start - 6), left.start) is not None
    )


def share_units(text: str, measures: Sequence[Measure]) -> list[Measure]:
    """The measures with the unit of the last item of a list given to those before it: 60、55、50岁."""
    shared = list(measures)
    for index in range(len(shared) - 2, -1, -1):
        left, right = shared[index], shared[index + 1]
        if left.unit is Unit.NONE and right.unit in _LISTED and _in_one_list(text, left, right):
            shared[index] = _with_unit_of(left, right, right.factor * _borrowed_scale(left, right))
    return shared


def _in_one_list(text: str, left: Measure, right: Measure) -> bool:
    if right.start - left.end > 4 or _LIST_GAP.fullmatch(text, left.end, right.start) is None:
        return False
    if left.numeral.upper is not None or left.vague or left.upper is not None:
        return False
    if right.unit is Unit.AGE and left.numeral.value > _OLDEST:
        return False
    if left.weak and left.start and text[left.start - 1] not in _LIST_STARTS:
        return False
    mine, other = left.numeral.value * _borrowed_scale(left, right), right.value / right.factor
    return bool(mine and other) and mine / other <= _FURTHEST and other / mine <= _FURTHEST


def _borrowed_scale(left: Measure, right: Measure) -> Decimal:
    """万 belongs to the whole list in 2、3万元, but not in 5000、1万元."""
    scale = right.numeral.scale
    if left.numeral.scale != ONE or scale == ONE or left.numeral.value >= 100:
        return ONE
    return scale
