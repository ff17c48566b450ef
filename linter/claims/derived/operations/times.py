"""Times added up, held against each other, or still missing: 缴了8年3个月,又缴6年10个月,累计15年1个月; 还差2年6个月."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import clause, is_exact, under_heading
from linter.claims.derived.naming import names_somebody_new
from linter.claims.derived.operations.told import Told, paragraph
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_UNITS = frozenset({Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS, Unit.COUNT})
_FEWEST, _MOST = 2, 6
_NOT_ADDED = re.compile(
    "其中|包括|含|扣除|减去|重[复叠]|折算|同时|期间|满|最[低快短]|至少|以[内上]|之内|标准|取消|减少|分别|每"
)
_STAGES = re.compile("环节|步|阶段|流程|程序|关|手续|节点|岗位")
_NO_STAGES = re.compile("最快|最短|至少|以上|约|左右|其中|其余|同[时步]|并行|平行|不含|除外|除了|压缩|缩短|提速|延长")
_WHOLE = re.compile("最低|最少|至少|满|够|要求|规定|须|需要|应缴|年限(?:是|为|要)|得缴")
_DONE = re.compile("已|才(?![满够到能])|只|缴了|交了|缴过|缴费(?!年限)|缴满|累计|干了|攒|存了|实际|目前|现在")
_OTHER = re.compile("每|最[多长低少]|至少|不超过|不足|未满|平均|已|如果|假如|若是|或|万一")


def added_up(told: Told) -> Iterator[Calculation]:
    """All times of the sentence, or of the stages under the heading; a count, and as many more of its kind."""
    parts = _added(told) if told.result.unit in _UNITS and not told.result.approximate else ()
    if _FEWEST <= len(parts) <= _MOST and not _is_some(parts, told.result):
        yield Calculation("add", tuple(parts))


def _added(told: Told) -> Sequence[Quantity]:
    reading, result = told.reading, told.result
    own = Span(told.sentence.span.start, result.span.start)
    here = reading.quantities_in(own)
    alike = [token for token in here if token.unit is result.unit and token.classifier == result.classifier]
    counts = [token for token in here if token not in alike]
    if result.unit is Unit.COUNT:
        grew = len(alike) == _FEWEST and words("raise").search(clause(reading, told.sentence, alike[-1].span))
        named = bool(grew and words("added", "reached").search(told.clause))
    else:
        *before, behind = words("added").split(told.clause)
        named = bool(before) and not names_somebody_new(behind, reading.text[own.start : own.end - len(behind)])
    if not named or any(token.unit is not Unit.COUNT for token in counts):
        return ()
    if not alike and len(counts) == 1 and _STAGES.search(reading.text, own.start, own.end):
        return _of_stages(told, counts[0])
    plain = all(token.value == len(alike) for token in counts) and not any(token.is_range for token in alike)
    return alike if plain and not _NOT_ADDED.search(reading.text, own.start, own.end) else ()


def _of_stages(told: Told, count: Quantity) -> Sequence[Quantity]:
    """The times told since the heading, where they are as many as the stages that are added up."""
    area = under_heading(told.reading, told.sentence, told.sentence.span.start)
    times = [token for token in told.reading.quantities_in(area) if token.unit is told.result.unit]
    plain = all(not (token.is_range or token.approximate) and token.bound in (None, "max") for token in times)
    apart = _NO_STAGES.search(told.reading.text, area.start, told.result.span.start) is None
    return times if plain and apart and len(times) == count.value else ()


def _is_some(parts: Sequence[Quantity], total: Quantity) -> bool:
    """True when some of the parts, but not all, already make the total."""
    some = (each for size in range(1, len(parts)) for each in combinations(parts, size))
    return any(sum((part.value for part in each), Decimal(0)) == total.value for each in some)


def missing(told: Told) -> Iterator[Calculation]:
    """What is demanded less what is done, the only two times of the paragraph; the years between its only two ages."""
    result, area = told.result, paragraph(told)
    if result.unit not in _UNITS or result.approximate or not words("missing", "apart_by", "added").search(told.clause):
        return
    figures = told.reading.quantities_in(area)
    times = [token for token in figures if token.unit is result.unit and not token.is_range]
    if any(abs(one.value - other.value) == result.value for one, other in combinations(times, 2)):
        return
    yield from _between_ages(told, figures) if result.unit is Unit.MONTHS else ()
    # 缴了11年8个月,还差3年4个月才满15年: what is demanded may be told last.
    behind = told.reading.quantities_in(Span(result.span.end, told.sentence.span.end))
    times += [token for token in behind if token.unit is result.unit and not token.is_range][:1]
    if len(times) == len(("done", "whole")) and words("missing").search(told.clause):
        done, whole = sorted(times, key=lambda token: token.value)
        demanded, paid = (clause(told.reading, told.sentence, token.span) for token in (whole, done))
        if _WHOLE.search(demanded) and _DONE.search(paid) and whole.value > done.value:
            yield Calculation("subtract", (whole, done))


def _between_ages(told: Told, figures: Sequence[Quantity]) -> Iterator[Calculation]:
    ages = [token for token in figures if token.unit is Unit.AGE]
    own = [token for token in ages if told.sentence.span.contains(token.span)]
    ages = own if len(own) >= _FEWEST else ages
    if len({token.value for token in ages}) != _FEWEST or not all(map(is_exact, ages)) or figures[-1] is not ages[-1]:
        return
    led = told.reading.text[max(told.sentence.span.start, ages[-1].span.end) : told.result.span.start]
    if _apart().search(led) and not _OTHER.search(led):
        lower, higher = sorted(ages[-_FEWEST:], key=lambda token: token.value)
        if lower.value < higher.value and told.result.value not in [t.value for t in figures if t.unit is Unit.MONTHS]:
            yield Calculation("subtract", (higher, lower))


@worded
def _apart() -> re.Pattern[str]:
    ends = "(?:了|整整|着|足足|约|上|工作|上班|退休?)*$"
    return re.compile(f"{any_of('missing', 'apart_by', 'added')}(?:要|得)?{any_of('acts')}?{ends}")
