"""Where numbers stand in a text, before anything is known of their units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from linter.scan.numerals import Numeral, parse_numeral
from linter.scan.patterns import ARABIC, CN_DIGITS, CN_NUMERALS
from reference.vocabulary import load_json

_WORDS = load_json("number_words.json")
_VAGUE: dict[str, str] = _WORDS["vague_prefixes"]
_NO_AMOUNT: str = _WORDS["counting_prefixes_blocked"]["characters"]
# Longer digit strings are account and serial numbers.
_MOST_DIGITS = 14

_MULTIPLIER = r"(?:[百千](?=[万亿])(?:万亿|万|亿)|万亿|[万亿]|千(?![克米瓦卡帕])|百(?!分))"
# What may follow 万 without a unit of its own: 3万5千, 1万2000元, 2万五; not the 5 of 2万5%.
_REST = (
    r"零?(?:[0-9一二两三四五六七八九][百千](?:[0-9]百)?|[0-9]{1,4}万|[0-9]{3,4}(?=[元块圆])"
    r"|[1-9一二三四五六七八九](?![0-9.%‰月日号年岁天个人]))"
)
_SHARE = rf"(?:{ARABIC}|[{CN_DIGITS}十百][{CN_NUMERALS}]*(?:点[{CN_DIGITS}]+)?)"
_CAPITAL = "[壹贰叁肆伍陆柒捌玖拾]"
_NUMBER = re.compile(
    rf"""
      (?P<version> [0-9]+(?:\.[0-9]+){{2,}} )
    | (?P<arabic> {ARABIC} (?: [wWkK](?![A-Za-z0-9]) | [ ]?{_MULTIPLIER}(?:{_REST})? )? )
    | (?P<share> (?: 一?(?:[百千]?万|[百佰千仟]|十万) | [{CN_DIGITS[2:]}十]+ ) 分之 [ ]?(?: {_SHARE} | {_CAPITAL}+ ) )
    | (?P<discount> [{CN_DIGITS[2:]}]{{2}} (?=折) )
    | (?P<even> 对折 | 一半 (?![天年]) )
    | (?P<chinese> (?: [{CN_DIGITS}十][{CN_NUMERALS}]* (?: 点[{CN_DIGITS}]+[万亿]* )?
                     | {_CAPITAL}(?=[拾佰仟百千万亿元圆])[壹贰叁肆伍陆柒捌玖拾佰仟{CN_NUMERALS}]* ) )
    | (?P<half> 半 (?= [年月天日周] | 个 (?:月|小时|学年|工作日) | 小时 | 成 (?!品|年|型|熟|立) ) )
    | (?P<whole> 百分百 )
    | (?P<fold> 翻 了? (?: [一二两三]番 | 番 | 倍 ) )
    """,
    re.VERBOSE,
)


class Number(NamedTuple):
    """A numeral at its place. ``kind`` is the alternative of the pattern that found it."""

    start: int
    end: int
    numeral: Numeral
    kind: str


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers of ``text`` in order, without those that are part of a word, a code or an ordinal."""
    for match in _NUMBER.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind == "arabic":
            if end - start <= 2 * _MOST_DIGITS and _stands_alone(text, start, end):
                numeral = parse_numeral(match.group())
                if numeral is not None:
                    yield Number(start, end, numeral, kind)
        elif kind == "chinese":
            if not _part_of_word(text, start, end):
                numeral = parse_numeral(match.group())
                if numeral is not None:
                    yield Number(start, end, numeral, kind)
        elif kind != "version":
            yield from _special(text, match)


def _special(text: str, match: re.Match[str]) -> Iterator[Number]:
    kind, written = match.lastgroup or "", match.group()
    numeral = _SPECIAL[kind](written)
    if numeral is None or (kind == "half" and text[match.start() - 1 : match.start()] in tuple("上下前后大多过")):
        return
    yield Number(match.start(), match.end(), numeral, kind)


def _half(_: str) -> Numeral:
    return Numeral(Decimal("0.5"), Decimal("0.5"))


def _all(_: str) -> Numeral:
    return Numeral(Decimal(100), Decimal(1))


def _even(_: str) -> Numeral:
    return Numeral(Decimal(50), Decimal(10))


def _share(written: str) -> Numeral | None:
    """Percent: 百分之八点五 is 8.5, 千分之五 is 0.5, 四分之一 is 25."""
    below, _, above = written.translate(_CAPITAL_UNITS).replace(" ", "").partition("分之")
    parts = parse_numeral("一" + below if below[0] in "百千万" else below)
    amount = parse_numeral("一百" if above == "百" else above)
    if parts is None or amount is None or not parts.value:
        return None
    factor = 100 / parts.value
    upper = None if amount.upper is None else amount.upper * factor
    return Numeral(amount.value * factor, amount.step * factor, upper, decimals=amount.decimals)


def _discount(written: str) -> Numeral:
    """Two digits before 折 are read one by one: 八五折 is 85 percent."""
    tens, ones = (parse_numeral(digit) for digit in written)
    return Numeral((tens.value if tens else 0) * 10 + (ones.value if ones else Decimal(0)), Decimal(1))


def _fold(written: str) -> Numeral:
    """Times: 翻倍 and 翻一番 are 2, 翻两番 is 4."""
    doublings = {"二": 2, "两": 2, "三": 3}.get(written[-2], 1)
    return Numeral(Decimal(2**doublings), Decimal(1))


_CAPITAL_UNITS = str.maketrans("佰仟", "百千")
_SPECIAL = {"share": _share, "half": _half, "whole": _all, "even": _even, "fold": _fold, "discount": _discount}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """False for digits glued to Latin letters (MP3, A1, COVID-19, 3D) and for endless digit strings."""
    if end - start > _MOST_DIGITS and text[start:end].isdigit() and text[end : end + 1] != "元":
        return False
    before = text[start - 1] if start else ""
    if before == "-" or before == ".":
        before = text[start - 2] if start > 1 else ""
        if text[start - 1] == "." and before.isdigit():
            return False
    if _latin(before) and not (before in "xX" and text[start - 2 : start - 1] in _BEFORE_TIMES):
        return text.endswith(_MONEY_CODES, 0, start)
    after = text[end : end + 1]
    return (
        not _latin(after)
        or (after in "xX" and text[end + 1 : end + 2] in _AFTER_TIMES)
        or text.startswith(_MONEY_CODES, end)
    )


_BEFORE_TIMES = (*"0123456789)% 元倍", "")
_MONEY_CODES = ("RMB", "rmb", "CNY", "yuan")
_AFTER_TIMES = tuple("0123456789( ")


def _latin(char: str) -> bool:
    return "a" <= char <= "z" or "A" <= char <= "Z" or char == "_"


def _part_of_word(text: str, start: int, end: int) -> bool:
    """True for Chinese numerals inside a word (统一, 一次性) or after a word that takes the exactness away (几十)."""
    run = text[start:end]
    before = text[start - 1] if start else ""
    if before and (before in _VAGUE["characters"] or (run[0] == "十" and before in _VAGUE["before_ten"])):
        return True
    if before == _VAGUE["plural_word"] and text[start - 2 : start - 1] not in tuple(_VAGUE["nouns_ending_in_it"]):
        return True
    if run[0] in "零〇" and len(run) > 1 and run[1] != "点":
        return True
    if run == "一" and before and before in _NO_AMOUNT:
        return True
    return any(text.endswith(head, 0, start) and text.startswith(tail, end) for head, tail in _SHIELDS.get(run, ()))


def _shields() -> dict[str, list[tuple[str, str]]]:
    """For each numeral inside a shield, what stands before and after it in the word."""
    shields: dict[str, list[tuple[str, str]]] = {}
    for word in _WORDS["shields"]["words"]:
        for match in re.finditer(f"[{CN_NUMERALS}]+", word):
            shields.setdefault(match.group(), []).append((word[: match.start()], word[match.end() :]))
    return shields


_SHIELDS = _shields()
