"""What two payers pay together, from what each is said to pay: 单位每月1500元,个人每月600元。双方合计2100元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.bases import is_base
from linter.claims.context.frame import SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.payers import BOTH
from linter.claims.context.reading import Reading
from linter.claims.sums.total_groups import TotalGroup
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_BOTH = re.compile(
    f"{BOTH}(?:部分|每个?月|一个月|社保|缴费|缴纳|两边|两头|,|的)*"
    "(?:合计|总计|共计|一共|总共|加起来|合起来|合在一起|加在一起|共)"
    "(?:每个?月|一个月|合计|共计|一共|总共|共|需要|要|需|应|缴纳|缴费|缴|交|承担|支出|大?约|为|是|:|,|\\s)*$"
)
_REACH = 36
# What may be in the total and in neither part, or in one of them and not in the total.
_OPEN = re.compile(
    "另|还|公积金|年|补贴|补助|税|其中|不含|不算|除|服务费|上限|下限|最低|最高|比如|例如|若|如果|[两二三四五六几各全](?:市|地|省|城|人|名|家|类|档|个)"
)
_YEAR = re.compile("年")
_WAGES = frozenset({"wage", "average_wage", "base", "net_pay", "calc_base", "min_wage"})
# 他自己每月交656元: whose share it is, in a sentence that goes on to both.
_SELF = re.compile("自己[^,;。0-9]{0,8}$")
_SELF_REACH = 12
_ALL = "social"
_TWO = {"employer", "employee"}


def of_payers(reading: Reading, sentence: Sentence) -> Iterator[TotalGroup]:
    """A total of both payers, with the only two figures of its unit before it: one of each payer.

    They stand in its sentence, or in the one or two sentences right before where it has none.
    """
    for total in reading.quantities_in(sentence.span):
        if total.unit not in (Unit.YUAN, Unit.PERCENT) or total.is_range or total.bound is not None:
            continue
        led = reading.text[max(sentence.span.start, total.span.start - _REACH) : total.span.start]
        told = _BOTH.search(led)
        if told is None or _YEAR.search(told[0]):
            continue
        parts = _parts(reading, sentence, total)
        between = reading.text[parts[0].span.end : sentence.span.end] if parts else ""
        if len(parts) == len(_TWO) and _of_each(reading, parts, total) and not _OPEN.search(between):
            yield TotalGroup(total, tuple(parts), True, laid_out=True)


def _parts(reading: Reading, sentence: Sentence, total: Quantity) -> Sequence[Quantity]:
    start, found = sentence.span.start, _figures(reading, Span(sentence.span.start, total.span.start), total.unit)
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    for _ in range(0 if found else len(_TWO)):
        before = reading.sentence_at(Span(start - 1, start)) if start > block.start else None
        if before is None or len(found) >= len(_TWO):
            break
        start, found = before.span.start, [*_figures(reading, before.span, total.unit), *found]
    return found


def _figures(reading: Reading, area: Span, unit: Unit) -> Sequence[Quantity]:
    return [
        token
        for token in reading.quantities_in(area)
        if token.unit is unit and not is_base(reading, token) and not _is_wage(reading, token)
    ]


def _is_wage(reading: Reading, token: Quantity) -> bool:
    measure = reading.frame(token.span).get("measure")
    return measure is not None and measure.level <= SENTENCE and measure.value in _WAGES


def _of_each(reading: Reading, parts: Sequence[Quantity], total: Quantity) -> bool:
    """True for two exact figures of the same period, one of the employer and one of the employee."""
    if any(part.is_range or part.bound is not None for part in parts):
        return False
    if len({part.per for part in parts}) != 1 or "year" in {total.per, *(part.per for part in parts)}:
        return False
    if any(not _of_one_scheme(reading, part, total) for part in parts):
        return False
    return {_payer(reading, part) for part in parts} == _TWO


def _of_one_scheme(reading: Reading, part: Quantity, total: Quantity) -> bool:
    """False for a part of one insurance beside a total that is not told to be of that one alone."""
    one, whole = _scheme(reading, part), _scheme(reading, total)
    return one in (None, _ALL, whole)


def _scheme(reading: Reading, token: Quantity) -> str | None:
    slot = reading.frame(token.span).get("scheme")
    return slot.value if slot is not None and slot.level <= SENTENCE else None


def _payer(reading: Reading, part: Quantity) -> str | None:
    if _SELF.search(reading.text, max(0, part.span.start - _SELF_REACH), part.span.start):
        return "employee"
    slot = reading.frame(part.span).get("payer")
    return slot.value if slot is not None and slot.level <= SENTENCE else None
