"""Columns of a terminal: Chinese characters take two, combining marks none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

# Closing marks must not begin a line; opening marks must not end one.
_NO_START = frozenset("，。、；：！？）〕】》」』”’…—％%‰,.;:!?)]}")
_NO_END = frozenset("（〔【《「『“‘([{")
_ELLIPSIS = "…"


def width(text: str) -> int:
    """The columns a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def padded(text: str, columns: int) -> str:
    """The text with blanks added up to ``columns``."""
    return text + " " * max(columns - width(text), 0)


def shortened(text: str, columns: int) -> str:
    """The text, or as much of its beginning as fits with a mark that more follows."""
    if width(text) <= columns:
        return text
    return text[: _fit(text, columns - 1)].rstrip() + _ELLIPSIS


# Reports say the same of thousands of findings: the rule and its source, the verdict.
@lru_cache(maxsize=4096)
def wrapped(text: str, columns: int) -> tuple[str, ...]:
    """The text in lines of at most ``columns``; words and numbers stay whole where they fit. 0 never wraps."""
    if columns <= 0 or width(text) <= columns:
        return (text,)
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text):
        added = width(piece)
        if line and used + added > columns and used + width(piece.rstrip()) > columns:
            lines.append(line)
            line, used = "", 0
        if not line:
            piece = piece.lstrip()
            added = width(piece)
        line += piece
        used += added
    return tuple(part for each in (*lines, line) for part in _chopped(each.rstrip(), columns))


def window(text: str, start: int, end: int, columns: int) -> tuple[str, int, int]:
    """A part of ``text`` of at most about ``columns`` that shows ``start:end``, and where that is in the part."""
    if columns <= 0 or width(text) <= columns:
        return text, start, end
    room = max(columns - width(text[start:end]) - 2, 0)
    left = _fit(text[:start][::-1], room // 2)
    right = _fit(text[end:], room - width(text[start - left : start]))
    head = _ELLIPSIS if left < start else ""
    tail = _ELLIPSIS if end + right < len(text) else ""
    begin = len(head) + left
    return head + text[start - left : end + right] + tail, begin, begin + end - start


@cache
def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _fit(text: str, columns: int) -> int:
    used = 0
    for index, char in enumerate(text):
        used += _columns(char)
        if used > columns:
            return index
    return len(text)


def _pieces(text: str) -> Iterator[str]:
    """The parts a line may be broken between."""
    start = 0
    for index in range(1, len(text)):
        if _may_break(text[index - 1], text[index]):
            yield text[start:index]
            start = index
    yield text[start:]


def _may_break(before: str, after: str) -> bool:
    if after in _NO_START or before in _NO_END or after == " " or _columns(after) == 0:
        return False
    return before == " " or _columns(before) == 2 or _columns(after) == 2


def _chopped(line: str, columns: int) -> Iterator[str]:
    while width(line) > columns:
        cut = max(_fit(line, columns), 1)
        yield line[:cut]
        line = line[cut:]
    yield line
