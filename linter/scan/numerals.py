"""What a written numeral is worth: 43,520 · 17.6万 · 1万5 · 三万五 · 两千六 · 三四百 · 八点五."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from linter.scan.patterns import ARABIC, CN_DIGITS, CN_NUMERALS

_ONE = Decimal(1)
_LONGEST = 32
_DIGIT = {char: index for index, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_WORTH = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "亿": 100_000_000,
    "w": 10_000,
    "W": 10_000,
    "k": 1000,
    "K": 1000,
}
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_ARABIC = re.compile(rf"({ARABIC}) ?([十百千万亿wWkK]*)(.*)")
_REST = re.compile(r"(零?)([0-9]+|[一二两三四五六七八九])([百千万]?)")
_SECTION = re.compile(
    rf"(?:([{CN_DIGITS}])千)?(零)?(?:([{CN_DIGITS}])百)?(零)?(?:([{CN_DIGITS}])?(十))?(零)?([{CN_DIGITS}])?"
)
_NEIGHBOURS = re.compile("一二|一两|[二两]三|三四|三五|四五|五六|六七|七八|八九")


class Numeral(NamedTuple):
    """A number as written.

    ``upper`` is set where two neighbouring digits give a range (三四百: 300 and 400). ``step`` is the worth of the last
    written digit, ``scale`` the multiplier at the end (万 in 2-3万), which the left end of a range may borrow.
    """

    value: Decimal
    step: Decimal
    upper: Decimal | None = None
    scale: Decimal = _ONE
    decimals: bool = False

    def times(self, factor: int) -> Numeral:
        """The numeral with a multiplier that stands apart from it: the 万 of 十几万."""
        return self._replace(value=self.value * factor, step=self.step * factor, scale=self.scale * factor)

    @property
    def magnitude(self) -> Decimal:
        """The worth of the last digit that is not 0: 1000 for 2000, 100 for 2600."""
        exponent = self.value.normalize().as_tuple().exponent
        return Decimal((0, (1,), exponent)) if isinstance(exponent, int) and self.value else self.step


def plain(number: Decimal) -> Decimal:
    """A whole number without decimal zeros (35000, not 35000.0); others as they are."""
    whole = number.to_integral_value()
    return whole if whole == number else number


def parse_numeral(text: str) -> Numeral | None:
    """The number ``text`` writes, in Arabic or Chinese numerals or both; ``None`` when it writes none."""
    return _parsed(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Numeral | None:
    return _arabic(text) if "0" <= text[:1] <= "9" else _chinese(text.translate(_CAPITALS))


def _arabic(text: str) -> Numeral | None:
    match = _ARABIC.fullmatch(text)
    if match is None:
        return None
    digits, multipliers, rest = match.groups()
    point = digits.find(".")
    places = len(digits) - point - 1 if point >= 0 else 0
    step = _ONE.scaleb(-places)
    value = Decimal(digits.replace(",", ""))
    if not multipliers:
        return None if rest else Numeral(value, step, decimals=places > 0)
    scale = _product(multipliers)
    value, step = plain(value * scale), plain(step * scale)
    return _with_rest(value, scale, rest) if rest else Numeral(value, step, scale=scale, decimals=places > 0)


def _with_rest(value: Decimal, scale: Decimal, rest: str) -> Numeral | None:
    """The smaller parts after 万: 1万5 is 15000, 3万5千 is 35000, 1万2000 is 12000."""
    worth = int(scale)
    for match in _REST.finditer(rest):
        zero, digits, unit = match.groups()
        number = int(digits) if digits.isascii() else _DIGIT[digits]
        worth = _WORTH[unit] if unit else _short_worth(worth, zero + digits)
        value += number * worth
    return Numeral(value, Decimal(worth))


def _short_worth(worth: int, written: str) -> int:
    """The 5 of 1万5 counts thousands; 1万05 and 1万500 are read as written."""
    return worth // 10 if len(written) == 1 else 1


def _product(multipliers: str) -> Decimal:
    product = 1
    for char in multipliers:
        product *= _WORTH[char]
    return Decimal(product)


def _chinese(text: str) -> Numeral | None:
    whole, point, fraction = text.partition("点")
    if point:
        return _with_fraction(whole, fraction)
    pair = _NEIGHBOURS.search(text)
    if pair is not None:
        low = _whole(text[: pair.start() + 1] + text[pair.end() :])
        high = _whole(text[: pair.start()] + text[pair.end() - 1 :])
        return None if low is None or high is None else Numeral(low[0], low[1], upper=high[0])
    parsed = _whole(text)
    if parsed is None:
        return None
    scale = _product(text[len(text.rstrip("万亿")) :])
    return Numeral(parsed[0], parsed[1], scale=scale)


def _with_fraction(whole: str, fraction: str) -> Numeral | None:
    digits = fraction.rstrip("万亿")
    scale = _product(fraction[len(digits) :])
    parsed = _whole(whole)
    if parsed is None or not digits or any(char not in _DIGIT for char in digits):
        return None
    tail = Decimal("".join(str(_DIGIT[char]) for char in digits)).scaleb(-len(digits))
    step = plain(_ONE.scaleb(-len(digits)) * scale)
    return Numeral(plain((parsed[0] + tail) * scale), step, scale=scale, decimals=True)


def _whole(text: str) -> tuple[Decimal, Decimal] | None:
    """Value and step of a whole Chinese numeral without 点."""
    if not text or any(char not in CN_NUMERALS for char in text):
        return None
    for unit in "亿万":
        if unit in text:
            head, _, tail = text.rpartition(unit)
            return _joined(head, Decimal(_WORTH[unit]), tail)
    return _section(text)


def _joined(head: str, worth: Decimal, tail: str) -> tuple[Decimal, Decimal] | None:
    front = _whole(head)
    if front is None:
        return None
    if not tail:
        return front[0] * worth, front[1] * worth
    if len(tail) == 1 and tail in _DIGIT and tail not in "零〇":
        return front[0] * worth + _DIGIT[tail] * worth / 10, worth / 10
    back = _whole(tail)
    return None if back is None else (front[0] * worth + back[0], back[1])


def _section(text: str) -> tuple[Decimal, Decimal] | None:
    """A numeral below ten thousand; a digit right after 千 or 百 counts the next lower unit (两千六, 一百二)."""
    match = _SECTION.fullmatch(text.replace("〇", "零"))
    if match is None:
        return None
    thousands, _, hundreds, _, tens, ten, zero, ones = match.groups()
    value, step = 0, 1
    for digit, worth in ((thousands, 1000), (hundreds, 100)):
        if digit is not None:
            value, step = value + _DIGIT[digit] * worth, worth
    if ten is not None:
        value, step = value + (_DIGIT[tens] if tens is not None else 1) * 10, 10
    if ones is not None:
        short = step // 10 if step > 10 and zero is None and match.group(4) is None and match.group(2) is None else 1
        value, step = value + _DIGIT[ones] * short, short
    return Decimal(value), Decimal(step)
