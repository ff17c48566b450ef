"""Stages one after the other, each with its time: 15个工作日内审核 … 15个工作日内转出 … 两个环节加起来30个工作日."""

from __future__ import annotations

import re

from linter.claims.context.amounts import is_exact, under_heading
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_TIMES = frozenset({Unit.WORKDAYS, Unit.DAYS})
_STAGES = re.compile("个?(?:环节|步骤|阶段|流程|程序|步|关|手续|节点|岗位)")
_ADDED = re.compile(
    r"(?:全部|都|时间|时限|用时)*(?:加起来|加在一起|合起来|合在一起|合计|总共|一共|共计|总计|相加|走完|全办完|办完)[^,;。0-9]{0,8}"
)
_NOT_ALL = re.compile("最快|最短|至少|以上|约|左右|其中|其余|同时|并行|平行|不含|除外|除了")
_NO_SUM = re.compile("同时|并行|同步|压缩|缩短|提速|可延长|延长")
_FEWEST, _MOST = 2, 6


def stages(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The sum of the times told since the heading, where they are as many as the stages that are added up."""
    if result.unit not in _TIMES or not is_exact(result) or result.approximate:
        return None
    told = reading.quantities_in(Span(sentence.span.start, result.span.start))
    if len(told) != 1 or told[0].unit is not Unit.COUNT or not _FEWEST <= told[0].value <= _MOST:
        return None
    counted = told[0]
    said = reading.text[counted.span.end : result.span.start]
    named = _STAGES.search(reading.text, counted.span.start, result.span.start)
    until = max(counted.span.end, named.end()) if named is not None else counted.span.end
    if named is None or not _ADDED.fullmatch(reading.text, until, result.span.start) or _NOT_ALL.search(said):
        return None
    area = under_heading(reading, sentence, sentence.span.start)
    times = [token for token in reading.quantities_in(area) if token.unit is result.unit]
    fit = len(times) == counted.value and all(_is_limit(token) for token in times)
    if not fit or _NO_SUM.search(reading.text, area.start, sentence.span.end):
        return None
    return Calculation("add", tuple(times))


def _is_limit(token: Quantity) -> bool:
    return not token.is_range and not token.approximate and token.bound in (None, "max")
