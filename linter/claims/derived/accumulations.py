"""A figure that rose several times by as much: 2023年103元,2024、2025、2026每年各加20,累加到如今该是163元."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.calculations.change_words import any_of
from linter.claims.context.amounts import is_plain_sum
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity
from linter.text import Span
from reference.vocabulary import worded

_YEAR = r"(?:19|20)[0-9]{2}年?"
_NUMERAL = r"[两二三四五六七八九十]|[1-9][0-9]?"
_NUMERALS = {numeral: number for number, numeral in enumerate("二三四五六七八九十", 2)} | {"两": 2}
_MOST = 15
# 2024、2025、2026 · 2024年和2025年
_YEARS = re.compile(rf"{_YEAR}(?:\s*(?:、|,|和|与|及|跟)\s*{_YEAR})+")
# 2024年到2026年: both ends count.
_FROM_TO = re.compile(r"(?P<first>(?:19|20)[0-9]{2})年?(?:到|至|[-~～—–])(?P<last>(?:19|20)[0-9]{2})年?")
_TIMES = re.compile(
    rf"(?:连续?|连着|接连|先后|又|此后|之后|后来|随后|往后|后|这|接下来|过去|共|一共|总共|分|涨了?|提了?|加了?|调了?|[,;])(?P<count>{_NUMERAL})(?:年|次|回|轮|步)"
)
_YEAR_OF = re.compile("((?:19|20)[0-9]{2})年?[^,;。:()0-9]{0,10}$")
_REACHED_IN = re.compile("((?:19|20)[0-9]{2})年")
_YEARS_AFTER = re.compile(rf"(?P<count>{_NUMERAL})年(?:之?后|下来|过去|间|以后)")
_TOLD_YEAR = re.compile(rf"{_YEAR}|(?:{_NUMERAL})年(?:之?后|下来|过去|间|以后)")
# 每年涨30元,从280元涨了四年: the step is told before what it starts from.
_STEP_FIRST = re.compile("(?:每年|每次|年年|逐年)[^,;。:()0-9]{0,6}[0-9.]+元?[,;]?(?:从|由|自)$")
_LED = 16
_EACH = re.compile("每年|每次|每回|每轮|每步|年年|逐年|各|都|均|每一[年次回]|一年|一次|又|再")
# 加上今年这20元
_ONCE_MORE = re.compile(r"[,;](?:再)?(?:加上|算上|连同|外加|连上)[^,;。0-9]{1,8}$")
_OTHER = re.compile("加上|算上|连同|补|其中|平均|最高|以上|左右|比|%|另|至少|不低于|不等|[^各]地|高龄|缴费")


def accumulated(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The amount before, and as many rises of the same amount as the text tells years or times."""
    told = reading.quantities_in(Span(sentence.span.start, result.span.start))
    money = [token for token in told if is_plain_sum(reading, token)]
    if not is_plain_sum(reading, result) or len(money) < 2:
        return None
    again = _repeated(reading, money)
    money = money[:-1] if again else money
    if len(money) < 2:
        return None
    base, step = money[-2:]
    said, led = (
        reading.text[base.span.end : step.span.start],
        reading.text[(again or step).span.end : result.span.start],
    )
    if _STEP_FIRST.search(reading.text, sentence.span.start, base.span.start) and not again:
        base, step, said = step, base, reading.text[sentence.span.start : step.span.start] + led
        led = led[led.find(",") :]
    year = _YEAR_OF.search(reading.text[max(sentence.span.start, base.span.start - _LED) : base.span.start])
    times = _times(said, led, None if year is None else int(year[1]))
    if times is None or not _raised().search(said) or not _EACH.search(said):
        return None
    if not _to().fullmatch(_TOLD_YEAR.sub("到", led)) or _OTHER.search(said) or _OTHER.search(led):
        return None
    rise = Calculation("multiply", (step, Decimal(times)))
    down = _lowered().search(said)
    if down:
        return None if again else Calculation("subtract", (base, rise))
    return Calculation("add", (base, rise, again) if again else (base, rise))


def _repeated(reading: Reading, money: list[Quantity]) -> Quantity | None:
    """加上今年这20元: the same rise once more, told apart from the others."""
    if len(money) < 3 or money[-1].value != money[-2].value:
        return None
    led = reading.text[money[-2].span.end : money[-1].span.start]
    return money[-1] if _ONCE_MORE.fullmatch(led) else None


def _times(said: str, led: str, since: int | None) -> int | None:
    """How often: the years listed, those from one to another, or the number of them."""
    ways = []
    until = _REACHED_IN.search(led)
    if since is not None and until is not None:
        ways.append(int(until[1]) - since)
    if after := _YEARS_AFTER.search(led):
        ways.append(_counted(after["count"]))
    if listed := _YEARS.search(said):
        ways.append(len(re.findall(_YEAR, listed.group())))
    if spanned := _FROM_TO.search(said):
        ways.append(int(spanned["last"]) - int(spanned["first"]) + 1)
    if counted := _TIMES.search(said):
        ways.append(_counted(counted["count"]))
    times = set(ways)
    return ways[0] if len(times) == 1 and 1 < ways[0] <= _MOST else None


def _counted(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else _NUMERALS[numeral]


@worded
def _raised() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('raise')}|{any_of('down')})")


@worded
def _lowered() -> re.Pattern[str]:
    return re.compile(any_of("down"))


@worded
def _to() -> re.Pattern[str]:
    return re.compile(rf"[,;][^;。:()0-9]{{0,14}}?{any_of('came_to')}[^,;。:()0-9]{{0,12}}")
