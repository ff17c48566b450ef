"""Dates that look like the end of a stretch and are the time that is meant: 到2039年提到20年, 要到2038年才退休."""

from __future__ import annotations

import re
from dataclasses import replace

from linter.scan.tokens import DateToken

_REACHES = re.compile(r"[^,;。:0-9]{0,6}(?:提|达|升|涨|增|延|调|过渡|变|为(?!止))")
# 2030年前为15年: all the time before it.
_BEFORE = re.compile(r"\s*(?:之|以)?前")
_UP_TO = re.compile("[到至]")
_RETIRES = re.compile("(?:才|方|再|就)?(?:能|可以|可|够)?(?:正式)?(?:办理?)?(?:退休|到龄|退(?=[,。的]))")
# 截至2024年9月16日,11个省份已…: how things stood on that day.
_STOOD = re.compile("(?:截至|截止到?|截止至)$")


def reached(token: DateToken, text: str) -> DateToken:
    """到2039年提到20年 speaks of that year, and 截至9月16日, of that day, not of all the time up to it."""
    if token.relation != "until":
        return token
    end = token.span.end
    if _BEFORE.match(text, end):
        return token
    retires = _UP_TO.search(text, max(0, token.span.start - 1), end) and _RETIRES.match(text, end)
    return replace(token, relation="at") if retires or _REACHES.match(text, end) or stood(token, text) else token


def stood(token: DateToken, text: str) -> bool:
    """True for the day of a tally: 截至9月16日,已有…."""
    before = text[max(0, token.span.start - 3) : token.span.start]
    return text.startswith(",", token.span.end) and _STOOD.search(before) is not None
