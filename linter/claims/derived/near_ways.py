"""What the words before a result say it was made by: a sum, a difference, a rest, so many times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.change_words import any_of
from linter.claims.calculations.slips import significant
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.roles import role_of
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from reference.vocabulary import worded

_PAIR, _LONGEST_RUN = 2, 6
_MANY = 4
_NEAR = 8
_TWELVE, _THIRTY = Decimal(12), Decimal(30)
_YEARLY = re.compile("(?:一|全|每|整|满)年|年(?:度)?(?:合计|共|总|累计|下来)|12个月|十二个月")
_YEAR = re.compile("[一全整]年")
# 后来涨了两次, 各加20元: what is told is not all that makes the sum.
_MORE = re.compile("后来|随后|之后又|[各每][次年加涨增提]+|再[补加]|另|加上|不含|以外")
_COUNTS = frozenset({Unit.MONTHS, Unit.DAYS, Unit.COUNT})
_YEARS = "年"
_THRESHOLD = re.compile("起付|门槛")
_TOGETHER = re.compile(
    "总|小计|进账|双方|夫妻|夫妇|两口|老两口|小两口|俩|一家|全家|两头|两边|两方"
    "|[两二三四五六七八]个?(?:人|口|项|段|笔|类|次|部分|档|地|年|种|家|样|者)|单位[^,;。0-9]{0,4}(?:出|缴|交|掏)|个人[^,;。0-9]{0,4}(?:缴|交|扣|掏)"
)
_REST = re.compile("到手|实发|实得|剩|余|自付|自己|个人|其余|另外|自掏|承担|净")
_REACHED = re.compile("(?:到|至|为|成)了?(?:每[月年人])*[^,;。:0-9]{0,4}$")
_COMPARED = re.compile("一比|比下来|比起来|对比")
_WITHIN = re.compile("其中|里|中|包括|含|分别")
_TAXED = re.compile("(?:应纳?税|计税|所得额)[^。;\n]*(?:剩|余|是|为|得|=)[^,;。:0-9]{0,6}$")
_TAXED_REACH = 48


@dataclass(frozen=True, slots=True)
class Told:
    """The figures before a result, those of its kind, those worked out; the words since the last, and the sentence."""

    everything: tuple[Quantity, ...]
    alike: tuple[Quantity, ...]
    results: tuple[Quantity, ...]
    led: str
    sentence: str

    @property
    def sums_up(self) -> bool:
        """True where the words since the last figure say that something is added up."""
        return words("added").search(self.led) is not None

    @property
    def of_a_year(self) -> bool:
        """True where they name a year."""
        return _YEAR.search(self.led) is not None


def ways(reading: Reading, told: Told, result: Quantity) -> Iterator[Calculation]:
    """The calculations that the words speak of, over the figures told just before."""
    summed = told.sums_up or _TOGETHER.search(told.led) is not None
    apart = _apart().search(told.led) is not None
    if summed:
        yield from (way for way in _sums(told, result) if not _is_of_more(reading, way, result))
    if apart:
        yield from _differences(reading, told, result)
    yield from _rests(reading, told, result)
    if result.unit in (Unit.YUAN, Unit.NONE):
        yield from _times(reading, told, summed)
        yield from _above_threshold(reading, told)


def _is_of_more(reading: Reading, way: Calculation, result: Quantity) -> bool:
    first = next(way.tokens())
    return _MORE.search(reading.text, first.span.end, result.span.start) is not None


def _sums(told: Told, result: Quantity) -> Iterator[Calculation]:
    alike = told.alike
    for length in range(_PAIR, min(_LONGEST_RUN, len(alike)) + 1):
        yield Calculation("add", alike[-length:])
    if _PAIR <= len(told.results) <= _LONGEST_RUN:
        yield Calculation("add", told.results)
    if significant(result.value) >= _MANY:
        for pair in combinations(alike[-_LONGEST_RUN:], _PAIR):
            yield Calculation("add", pair)


def _differences(reading: Reading, told: Told, result: Quantity) -> Iterator[Calculation]:
    alike = told.alike
    if _REACHED.search(told.led):
        return  # what it has become is no difference
    # 标准高了20元,总数多了…: a step is no side of another
    alike = tuple(token for token in alike if role_of(reading, token) != "step")
    if _COMPARED.search(told.led):
        alike = told.results  # 这样一比,少报5470元: two outcomes are compared, not what they were made of
    pairs: set[tuple[Quantity, ...]] = {(alike[-2], alike[-1]), (alike[0], alike[-1])} if len(alike) >= _PAIR else set()
    if significant(result.value) >= _MANY:
        pairs |= {*combinations(alike[-_LONGEST_RUN:], _PAIR)}
    for pair in pairs:
        higher, lower = sorted(pair, key=_value, reverse=True)
        yield Calculation("subtract", (higher, lower))


def _rests(reading: Reading, told: Told, result: Quantity) -> Iterator[Calculation]:
    """The whole told first, less all told behind it, or less the last of them."""
    for start in range(len(told.alike) - 1):
        whole, *parts = told.alike[start:]
        if _TAXED.search(reading.text, max(0, whole.span.start - _TAXED_REACH), whole.span.start):
            continue  # 剩2348元,按3%交税: of what is taxed nothing is left to anybody
        far = "。" in reading.text[parts[-1].span.end : result.span.start]
        between = "" if far else reading.text[whole.span.end : parts[0].span.start]
        for taken in (parts, parts[-1:]):
            less = sum(part.value for part in taken) < whole.value
            if less and (_REST.search(told.led) or _WITHIN.search(between)):
                yield Calculation("subtract", (whole, *taken))


def _times(reading: Reading, told: Told, summed: bool) -> Iterator[Calculation]:
    one = told.alike[-1]
    if _YEARLY.search(told.sentence):
        monthly = (each for each in told.alike if each is one or _of_a_month(reading, each))
        yield from (Calculation("multiply", (each, _TWELVE)) for each in monthly)
    counts = [token for token in told.everything if token.unit in _COUNTS and token.value > 1 and not token.approximate]
    for count in counts[-1:] if summed or told.everything[-1] in counts else ():
        if count.unit is Unit.MONTHS and _YEARS in count.span.cut(reading.text):
            years = count.value / _TWELVE
            yield Calculation("multiply", (one, years))
            yield Calculation("multiply", (one, years, _TWELVE))
            yield from (Calculation("multiply", (one, rate, years, _TWELVE)) for rate in _rates(told)[-1:])
        else:
            yield Calculation("multiply", (one, count))
            wages = (wage for wage in told.alike if count.unit is Unit.DAYS and _of_a_month(reading, wage))
            yield from (Calculation("multiply", (Calculation("divide", (wage, _THIRTY)), count)) for wage in wages)


def _above_threshold(reading: Reading, told: Told) -> Iterator[Calculation]:
    """费用26000元,起付线800元,报85%: the rate of what the bill is more than the threshold."""
    for bill, threshold in combinations(told.alike, _PAIR):
        named = _THRESHOLD.search(reading.text, max(0, threshold.span.start - _NEAR), threshold.span.start)
        if named is not None and bill.value > threshold.value:
            above = Calculation("subtract", (bill, threshold))
            yield from (Calculation("multiply", (above, rate)) for rate in _rates(told)[-1:])


def _of_a_month(reading: Reading, token: Quantity) -> bool:
    return token.per == "month" or "月" in reading.text[max(0, token.span.start - _NEAR) : token.span.start]


def _rates(told: Told) -> list[Quantity]:
    return [token for token in told.everything if token.unit is Unit.PERCENT]


def _value(token: Quantity) -> Decimal:
    return token.value


@worded
def _apart() -> re.Pattern[str]:
    return re.compile(f"{any_of('apart_by', 'up', 'down')}|结余|结存|上年|去年|原来|原先")
