"""Digits that are no quantity: list numbers, ordinals, addresses, times of day, enumerations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.scan.patterns import CN_NUMERALS

Place = tuple[int, int]

_ADDRESS = re.compile(r"https?://[!-~]+|www\.[!-~]+|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z.]{2,20}")
_CN_SMALL = "[一二三四五六七八九十]{1,3}"
_SMALL = rf"(?:[0-9]{{1,2}}|{_CN_SMALL})"
# 1、60岁… is an item, 6、12、18个月 and 50、55岁 are lists of their own.
_LIST_NUMBER = (
    rf"[ \t>#*·•-]*(?:([0-9])、(?![0-9]+、)|([0-9]{{2}})、(?![0-9])|({_CN_SMALL})、"
    rf"|({_SMALL})[.](?![0-9])|[(\[]({_SMALL})[)\]]|({_SMALL})\))"
)
_FIRST_LIST_NUMBER = re.compile(_LIST_NUMBER)
_NEXT_LIST_NUMBER = re.compile(rf"[\n\r。;!?]{_LIST_NUMBER}")
# Chinese sentences end in 。, so a small number with a plain stop behind it is a list number wherever it stands.
_INLINE_LIST_NUMBER = re.compile(r"(?<![0-9.A-Za-z-])([0-9]{1,2})\.(?![0-9])|(?<=[: ])([0-9]{1,2})、(?![0-9])")
_ENUMERATOR = re.compile(rf"\({_SMALL}\)(?![ ]?[×÷*/+=^-])")
_LINK = "[-—~至到、和或及]"
_ORDINAL = re.compile(rf"第 ?(?:[0-9]+(?:{_LINK}—? ?第?[0-9]+)*|[{CN_NUMERALS}]+(?:{_LINK}第?[{CN_NUMERALS}]+)*)")
# 中间每10%一档: the width of a step.
_STEP = re.compile("每(?:隔|增加)?[0-9]{1,2}%(?:为|算|是)?[一1]个?[档级]")
_CLOCK = re.compile(
    r"(?<![0-9.])(?<![0-9]:)(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:.%])"
    r"|(?<![0-9.])(?:[01]?[0-9]|2[0-4])(?:时(?![候段间长])|点(?![0-9一二三四五六七八九五建注要点]))(?:[0-5]?[0-9]分)?"
    rf"|(?<![{CN_NUMERALS}个])(?:[一二两三四五六七八九]|十[一二]?)点(?=[半钟整前后起到至])半?"
)


def before_dates(text: str) -> Iterator[Place]:
    """What must be hidden before dates are read: addresses and list numbers (3、4月起…)."""
    yield from (match.span() for match in _ADDRESS.finditer(text))
    first = _FIRST_LIST_NUMBER.match(text)
    if first is not None:
        yield first.span(first.lastindex or 0)
    yield from (match.span(match.lastindex or 0) for match in _NEXT_LIST_NUMBER.finditer(text))
    yield from (match.span(match.lastindex or 0) for match in _INLINE_LIST_NUMBER.finditer(text))


def before_numbers(text: str) -> Iterator[Place]:
    """What must be hidden once dates are read: ordinals (第一季度 is a date), times of day, (1)."""
    for pattern in (_ORDINAL, _CLOCK, _STEP):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _ENUMERATOR.finditer(text):
        if text[match.start() - 1 : match.start()] not in tuple("×÷*/+-=^"):
            yield match.span()
