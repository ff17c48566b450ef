"""By how much two figures of one kind differ: 单位1280元,个人640元,单位多掏640元; 先3.8%,后3%,低了0.8个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import is_plain_sum, under_heading
from linter.claims.derived.naming import names_somebody_new
from linter.claims.derived.operations.roles import apart
from linter.claims.derived.operations.told import Told, paragraph
from linter.claims.derived.operations.words import words
from linter.claims.derived.rises import of_a_base
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_Pair = tuple[Quantity, Quantity]
_RATES = frozenset({Unit.PERCENT, Unit.POINTS})
_PAIR, _FEWEST_OF_ROW, _REACH = 2, 3, 16
_OTHER = re.compile(
    "每[^月个]|再|另|又|各|最|每|其中|分别|起付|封顶|平均|人均|不[超到足]|至少|差不多|近|累计|连续|年均|以[上下内]|合计|共|家|口|季"
)
_EACH_MONTH = re.compile("每个?月|一个月")
_OF_A_YEAR = re.compile("年")
_FROM_TO = re.compile(
    r"(?P<first>(?:19|20)[0-9]{2})年?[^,;。:0-9]{0,4}(?:到|至|[-~～—–])(?P<last>(?:19|20)[0-9]{2})年?"
)
_NAME = "年?度?[^0-9,;。、]{0,8}$"
_ENDS = re.compile(r"\s*(?:/月|/年)?\s*(?:[,;。)!~]|$|呢|吧|左右)")


def differences(told: Told) -> Iterator[Calculation]:
    """The difference of the only two figures of the sentence, or else of the paragraph; of two years; in a row."""
    if told.result.approximate:
        return
    pair = _two(told) or _of_years(told) or _in_row(told)
    if pair is not None and pair[0].unit is pair[1].unit:
        yield from apart(*pair)


def _two(told: Told) -> _Pair | None:
    """The only two, where the words behind them name nobody else."""
    reading, start, result = told.reading, told.sentence.span.start, told.result
    found = _alike(told, Span(start, result.span.start))
    if len(found) < _PAIR and result.unit is Unit.POINTS:
        found = _alike(told, paragraph(told))
    if len(found) != _PAIR:
        return None
    led = reading.text[max(start, found[-1].span.end) : result.span.start]
    if result.unit is not Unit.POINTS:
        led = _EACH_MONTH.sub("", led) if found[0].per == found[1].per else led
        if _OF_A_YEAR.search(led) or not _is_of_money(told, found):
            return None
    named = _apart().fullmatch(led)
    if named is None or _OTHER.search(led) or "半" in "".join(token.span.cut(reading.text) for token in found):
        return None
    if names_somebody_new(words("apart_by").sub("", named["of"]), reading.text[start : found[-1].span.end]):
        return None  # 在职70%、退休80%,异地就医的低20个百分点: than somebody untold
    return found[0], found[1]


def _alike(told: Told, area: Span) -> Sequence[Quantity]:
    """The figures of a stretch that the result may be the difference of."""
    figures = told.reading.quantities_in(area)
    if told.result.unit is Unit.POINTS:
        return [token for token in figures if token.unit in _RATES]
    return [token for token in figures if is_plain_sum(told.reading, token) and token in told.figures]


def _is_of_money(told: Told, found: Sequence[Quantity]) -> bool:
    """True for two amounts of the same time, told last, that no rise of a base and no other two explain."""
    reading, result = told.reading, told.result
    one_time = len({token.per for token in (*found, result)} - {None}) <= 1
    last = found[-1] in reading.quantities_in(Span(told.sentence.span.start, result.span.start))[-_PAIR:]
    amounts = [token.value for token in reading.quantities_in(paragraph(told)) if token.unit is Unit.YUAN]
    elsewhere = any(abs(one - other) == result.value for one, other in combinations(amounts, 2))
    based = of_a_base(reading, told.sentence, found[0], result)
    return one_time and last and not elsewhere and not based and _ENDS.match(reading.text, result.span.end) is not None


def _of_years(told: Told) -> _Pair | None:
    """从2022年到2025年,降幅为…: the only figures under the heading right behind the two years."""
    said = told.reading.text[told.sentence.span.start : told.result.span.start]
    years = [*_FROM_TO.finditer(said)]
    if (
        len(years) != 1
        or _apart().search(said[years[0].end() :]) is None
        or re.search("[0-9]|每", said[years[0].end() :])
    ):
        return None
    area = Span(under_heading(told.reading, told.sentence, told.sentence.span.start).start, told.sentence.span.start)
    first, last = (_of_year(told, area, year) for year in years[0].group("first", "last"))
    return (first[0], last[0]) if len(first) == len(last) == 1 else None


def _of_year(told: Told, area: Span, year: str) -> Sequence[Quantity]:
    named = re.compile(year + _NAME)
    text = told.reading.text
    return [t for t in _alike(told, area) if named.search(text, max(area.start, t.span.start - _REACH), t.span.start)]


def _in_row(told: Told) -> _Pair | None:
    """92%、88%、84%,每升一级降低4个百分点: of at least three of the paragraph that are equally far apart."""
    found = _alike(told, paragraph(told))
    steps = {other.value - one.value for one, other in pairwise(found)}
    led = told.reading.text[told.sentence.span.start : told.result.span.start]
    return (found[0], found[1]) if len(found) >= _FEWEST_OF_ROW and len(steps) == 1 and _each().search(led) else None


@worded
def _apart() -> re.Pattern[str]:
    ends = f"(?:{any_of('handed')}|报|补|约|整整|是|为|有|达|下来?|去|:|[幅度])*"
    return re.compile(rf"(?P<of>\)?(?:/月|每月)?[,;。]?[^,;。:()0-9]{{0,14}}?){any_of('apart_by')}{ends}")


@worded
def _each() -> re.Pattern[str]:
    each = "(?:每[^,;。:()0-9每]{0,4}[一1个]?(?:级|档|年|挡|层|类)|逐[级档年]|一[级档年]比一[级档年])"
    return re.compile(f"{each}[^;。:()0-9]{{0,14}}{any_of('apart_by', 'up', 'down')}(?:了|约|缴|交|领|拿)*$")
