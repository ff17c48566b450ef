"""From one amount to another: 去年380元,今年400元,涨了5.3%; 由350升到380元,多交30元; 翻了一番."""

from __future__ import annotations

import re

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import clause, is_plain_sum
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.derived.naming import names_somebody_new
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_FROM = re.compile(
    r"(?:从|由|自|打|原来?的?|原先的?|过去的?)[^,;。:()0-9]{0,10}(?:[12][0-9]{3}年度?的?[^,;。:()0-9]{0,6})?$"
)
_CHANGED = re.compile("[变调改换]")
_LED = 24
_TO = re.compile(
    r"(?:/月|每月|/年|一路|直接|统一|逐步|再)?[^,;。:()0-9]{0,6}?(?:到|至|为|成|变|→|->)了?(?:[12][0-9]{3}年度?的?|今年的?|现在的?)?[^,;。:()0-9]{0,6}"
)
_THEN = re.compile(r"(?:/月|每月|/年)?[^,;。:()0-9]{0,6}[,;、][^;。()%]{0,16}")
_EARLIER = re.compile(
    "去年|上一?年|前年|原来|原先|原本|以前|之前|过去|此前|当初|调整前|改革前|前些年|早先|老标准|旧标准"
)
_LATER = re.compile("今年|本年|现在|如今|眼下|目前|调整后|改革后|之后|新标准|明年")
_YEAR = re.compile("((?:19|20)[0-9]{2})年?")
_OTHER = re.compile("每[^月个]|分别|再|最|年均|不到|不足|合计共|各|另|第|逐年|以[上下内]")
# 一年多出2400元, 一家三口多交60元: of another time, or of several.
_OF_MORE = re.compile("(?<![去今上前每])年|家|[一两三四五六七八九十0-9](?:口|个人)|半年|季")
_TIMES_OF = re.compile(r"(?:原来|去年|上年|原先|以前|之前|前者|过去|起步时|最初|当初)(?:的)?(?:约|近|将近|整整)?$")
_RISEN_BY = re.compile("(?:涨|增|多|增加|增长|提高|上涨)了?(?:约|近|整整)?$")
# 下限从4200元提高到4410元,每月多缴22.05元: what is paid rises by a share of what the base does.
_BASES = re.compile("基数|下限|上限|工资|封顶|保底")
_PAID = re.compile("缴|交|扣")
_DOUBLED = "翻"
_NAMING = ("scheme", "payer", "population", "grade")


def rise(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """By how much, by what share, or how many times: the last two amounts, where words tell earlier and later."""
    told = reading.quantities_in(Span(sentence.span.start, result.span.start))
    money = [token for token in told if is_plain_sum(reading, token)]
    if len(money) < 2 or money[-1] not in told[-2:]:
        return None
    first, second = money[-2:]
    led = reading.text[second.span.end : result.span.start]
    if _is_compared(reading, first, second):
        first, second = second, first
    elif not _is_rise(reading, sentence, first, second):
        return None
    if not first.value or first.value == second.value:
        return None
    if _OTHER.search(led) or names_somebody_new(
        _verb().sub("", led), reading.text[sentence.span.start : money[-1].span.end]
    ):
        return None
    return _of_unit(reading, sentence, first, second, result, led)


def of_a_base(reading: Reading, sentence: Sentence, first: Quantity, result: Quantity) -> bool:
    """True where what is paid differs because a base does: 下限从4200元提高到4410元,每月多缴22.05元."""
    said, led = clause(reading, sentence, first.span), reading.text[first.span.end : result.span.start]
    return _BASES.search(said) is not None and _PAID.search(led) is not None


def _of_unit(
    reading: Reading, sentence: Sentence, first: Quantity, second: Quantity, result: Quantity, led: str
) -> Calculation | None:
    higher, lower = sorted((first, second), key=lambda token: token.value, reverse=True)
    apart = Calculation("subtract", (higher, lower))
    if result.unit is Unit.TIMES:
        written = result.span.cut(reading.text)
        if written.startswith(_DOUBLED) or _TIMES_OF.search(led):
            return Calculation("divide", (second, first))
        return Calculation("divide", (apart, first)) if _RISEN_BY.search(led) else None
    compared = second.span.start < first.span.start
    if not (_told_at_once() if compared else _told()).fullmatch(led):
        return None
    if result.unit is Unit.PERCENT:
        return Calculation("multiply", (Calculation("divide", (apart, first)), HUNDRED))
    if result.unit is not Unit.YUAN or result.approximate or _OF_MORE.search(led) or result.per_head:
        return None
    same = len({token.per for token in (first, second, result)} - {None}) <= 1
    return apart if same and not of_a_base(reading, sentence, first, result) else None


def _is_rise(reading: Reading, sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """True for 从380元涨到400元, 380元变400元, and 去年380元,今年400元: of one thing at two times."""
    between = reading.text[first.span.end : second.span.start]
    before = reading.text[max(sentence.span.start, first.span.start - _LED) : first.span.start]
    if len({first.per, second.per} - {None}) > 1:
        return False
    if _TO.fullmatch(between):
        return (
            _FROM.search(before) is not None
            or _verb().search(between) is not None
            or _CHANGED.search(between) is not None
        )
    if not _THEN.fullmatch(between):
        return False
    one, other = clause(reading, sentence, first.span), between
    return _earlier_then_later(one, other) and not _of_two_things(reading, first, second)


def _is_compared(reading: Reading, second: Quantity, first: Quantity) -> bool:
    """True for 4308元,比上年的4072元提高5.8%: the later one first."""
    return _than().fullmatch(reading.text, second.span.end, first.span.start) is not None and second.per in (
        None,
        first.per,
    )


def _earlier_then_later(one: str, other: str) -> bool:
    years = [_YEAR.search(said) for said in (one, other)]
    if years[0] is not None and years[1] is not None:
        return int(years[0][1]) + 1 == int(years[1][1])
    return _EARLIER.search(one) is not None and _LATER.search(other) is not None


def _of_two_things(reading: Reading, first: Quantity, second: Quantity) -> bool:
    frames = [reading.frame(token.span) for token in (first, second)]
    return any(
        name in frames[0] and name in frames[1] and frames[0][name].value != frames[1][name].value for name in _NAMING
    )


@worded
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('apart_by', 'up', 'down', 'raise')}){any_of('handed')}*")


@worded
def _than() -> re.Pattern[str]:
    before = f"(?:{any_of('last_year')}|{any_of('was')})"
    return re.compile(rf"(?:/月|每月)?[,;(]\s*{any_of('than')}{before}[^0-9,;。]{{0,6}}")


@worded
def _told_at_once() -> re.Pattern[str]:
    return re.compile(rf"(?:/月|每月)?的?{any_of('apart_by', 'up', 'down')}{any_of('handed')}*(?:了|约|大约)*")


@worded
def _told() -> re.Pattern[str]:
    went = rf"(?:{any_of('apart_by', 'up', 'down')}|[涨增升降跌]幅度?|幅度)+{any_of('handed')}*"
    ends = "(?:了|约|为|是|达到?|有|在|近|将近|整整|大约|差不多|出|下来|去|:)*"
    return re.compile(rf"(?:/月|每月|/年|左右)?[,;(。][^,;。:()0-9]{{0,12}}?{went}{ends}")
