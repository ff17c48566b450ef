"""Amounts of money with their period: 元/月, 元/人/年, 每人每月5元."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.scan.measures import Measure, scaled
from linter.scan.numbers import Number
from linter.scan.numerals import parse_numeral
from linter.scan.patterns import CN_DIGITS, CN_NUMERALS, MASK, alternation
from linter.scan.tokens import Unit
from reference.vocabulary import load_json

STARTS = "元块圆人Rrc Cy"
_PER: dict[str, list[str]] = {
    period: words for period, words in load_json("number_words.json")["per"].items() if period != "about"
}
_YUAN = re.compile(r"元(?:整|人民币)?(?![旦素件老宝宵])|块钱|圆整?|人民币|RMB|rmb|CNY|yuan")
_PIECES = re.compile(r"块(?![状块茎地区])")
_SMALL = re.compile(
    rf"零?(?:([0-9{CN_DIGITS}])[角毛](?:([0-9{CN_DIGITS}])分)?|([0-9{CN_DIGITS}]{{1,2}})分(?![之别档为成]))"
)
_UNIT_OF_PER = r"(?:个?月|年度?|学年|[天日次]|人次|小时|人|户|名)"
_WHOLE_PERIOD = rf"(?:[/·・] ?(?:每|一)?个?|每个?){_UNIT_OF_PER}(?![0-9])(?:[./·・和]?每?{_UNIT_OF_PER}){{0,3}}"
_AFTER = re.compile(
    rf" ?(?:{_WHOLE_PERIOD}|\((?:{_WHOLE_PERIOD}|{_UNIT_OF_PER}(?:[/·]{_UNIT_OF_PER})+)\))"
    r"|一个月(?![后内以多之前])|一年(?![后内以多之前度半])|一次(?!性)|一人(?!一)"
)
_PERIODS = {"月": "month", "年": "year", "天": "day", "日": "day", "次": "time", "时": "hour"}
# 6个月缴 is no monthly payment, 当年缴 no yearly one.
_NO_PERIOD_BEFORE = f"(?<![个当同本次上该{CN_NUMERALS}半几多](?=[月年]))"
_BEFORE = re.compile(f"{_NO_PERIOD_BEFORE}(?:{alternation(word for words in _PER.values() for word in words)})")
_PERIOD_OF = {word: period for period, words in _PER.items() for word in words}
_CLAUSE_ENDS = frozenset(",;。、!?\n\r\t|0123456789%“”" + MASK)
_REACH = 16


def read_money(text: str, at: int, number: Number) -> Measure | None:
    """The amount whose 元 or 块 stands at ``at``, with what is said after it of its period."""
    match = _YUAN.match(text, at)
    if match is None:
        match = _PIECES.match(text, at)
        if match is None or (_counts_pieces(number) and not _SMALL.match(text, match.end())):
            return None
    end, extra = _with_small_change(text, match.end())
    measure = scaled(number, end, Unit.YUAN)
    if extra:
        measure = measure._replace(
            value=measure.value + extra, step=Decimal("0.1") if extra * 10 % 1 == 0 else Decimal("0.01")
        )
    return with_period_after(text, measure)


def _counts_pieces(number: Number) -> bool:
    """两块 counts pieces more often than yuan; 五十块, 5块 and 三块钱 are money."""
    return number.kind == "chinese" and number.numeral.value < 10


def _with_small_change(text: str, at: int) -> tuple[int, Decimal]:
    match = _SMALL.match(text, at)
    if match is None:
        return at, Decimal(0)
    tenths, hundredths, cents = (parse_numeral(part) if part else None for part in match.groups())
    amount = Decimal(0)
    for part, worth in ((tenths, "0.1"), (hundredths, "0.01"), (cents, "0.01")):
        if part is not None:
            amount += part.value * Decimal(worth)
    return match.end(), amount


def with_period_after(text: str, measure: Measure) -> Measure:
    """The amount with /月, 每年, (每人每年) behind it taken in."""
    match = _AFTER.match(text, measure.end)
    if match is None:
        return measure
    written = match.group()
    per = next((period for char, period in _PERIODS.items() if char in written.replace("人次", "次")), None)
    return measure._replace(end=match.end(), per=per, per_head=any(char in written for char in "人名"))


def period_before(text: str, at: int) -> tuple[str | None, bool]:
    """Period and 每人 said before an amount in its clause: 每人每月补贴5元, 月均6000元, 年缴405元."""
    start = at
    while start and at - start < _REACH and text[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    per, per_head = None, False
    for match in _BEFORE.finditer(text, start, at):
        period = _PERIOD_OF[match.group()]
        if period == "head":
            per_head = True
        else:
            per = period
    return per, per_head
