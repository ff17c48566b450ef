"""Phone numbers: 12333, 010-12345678, 400-800-1234, 13800001111, and local hotlines next to a cue word."""

from __future__ import annotations

import re

from linter.scan.patterns import alternation
from linter.scan.tokens import Phone
from linter.text import Span
from reference.vocabulary import load_json

_WORDS = load_json("number_words.json")["phones"]
_CUES = re.compile(alternation(_WORDS["cues"]))
_CUE_AFTER = re.compile(rf"[ \"”')]*(?:政务服务)?(?:{alternation(_WORDS['cues_after'])})")
_CUE_REACH = 14
_SHORT: str = _WORDS["short"]
_PHONE = re.compile(
    rf"""
    (?<![0-9×*/÷=+¥A-Za-z]) (?<![0-9][.-]) (?:
      (?P<mobile> (?:\+?86[- ]?)? 1[3-9][0-9][- ]?[0-9]{{4}}[- ]?[0-9]{{4}} )
    | (?P<toll_free> [48]00 (?: [- ]?[0-9]{{3}}[- ]?[0-9]{{4}} | [- ]?[0-9]{{4}}[- ]?[0-9]{{3}} | - {_SHORT} ) )
    | (?P<land> \(?0(?:10|2[0-9]|[3-9][0-9]{{2}})\)? [- ]? (?: [2-8][0-9]{{6,7}} | {_SHORT} )
        (?: -[0-9]{{1,5}} (?![0-9]) )? )
    | (?P<short> {_SHORT} )
    | (?P<cued> {_WORDS["near_cue"]} )
    ) (?![0-9%‰万亿元×*÷=+]|\.[0-9]|,[0-9]{{3}}(?![0-9])|-[0-9]|[ ]?元|[ ]?[×÷*=])
    """,
    re.VERBOSE,
)
# 12345人 or 12320户 are counts.
_COUNTED = re.compile(r" ?[人名户家个种件份张次年月天日岁倍块]")
_LIST_GAP = re.compile(r"[、/,或和 ]{1,3}")


def scan_phones(text: str) -> tuple[Phone, ...]:
    """The phone numbers of a normalised text in order; ``digits`` are without separators and country code."""
    phones: list[Phone] = []
    for match in _PHONE.finditer(text):
        start, end = match.span()
        if match["cued"] and not (_is_cued(text, start, end) or _continues(text, phones, start)):
            continue
        if (match["short"] or match["cued"]) and _COUNTED.match(text, end):
            continue
        if text[start] == "(" and ")" not in match.group():
            start += 1
        phones.append(Phone(Span(start, end), _digits(text[start:end])))
    return tuple(phones)


def _is_cued(text: str, start: int, end: int) -> bool:
    """True when 电话, 热线 or the like stands shortly before or right behind."""
    reach = max(0, start - _CUE_REACH)
    line = max(reach, text.rfind("\n", reach, start) + 1, text.rfind("。", reach, start) + 1)
    return _CUES.search(text, line, start) is not None or _CUE_AFTER.match(text, end) is not None


def _continues(text: str, phones: list[Phone], start: int) -> bool:
    """True in a list of numbers after its first: 电话:88001234、88005678."""
    return bool(phones) and _LIST_GAP.fullmatch(text, phones[-1].span.end, start) is not None


def _digits(written: str) -> str:
    digits = re.sub(r"[^0-9]", "", written)
    return digits[2:] if len(digits) == 13 and digits.startswith("861") else digits
