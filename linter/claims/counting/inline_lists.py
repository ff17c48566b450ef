"""Lists within a sentence, right behind the count of their items or right before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.claims.counting.count_mentions import Mention, all_are_needed
from linter.text import Span

_BEHIND = re.compile("[^,;。:!?\n、]{0,8}(?::|,?(?:分别|也)?(?:就?是|即|为|包括)[:]?|—+)\\s*(?P<list>[^。:!?\n]+)")
_ITEM = "[^,;。:、!?()\n]{1,16}"
_BEFORE = re.compile(f"(?:^|[,;。:\n])(?P<list>{_ITEM}(?:、{_ITEM})+)[,;—-]+\\s*(?P<back>这|以上)?$")
_OPEN = re.compile("等|其中|例如|比如|之类|…|\\.\\.\\.|及其他|其他情形")
_BRACKETS = re.compile("\\([^()]*\\)")
_CLAUSE = re.compile("[,。!?:\n]")
_JOIN = re.compile("、|以及|和|与|及|或者?")
_LONGEST = 160


def listed_inline(text: str, sentence: Span, mention: Mention) -> Sequence[Span]:
    """The items of a closed list beside a count, as many of them as the count has where 和 can be read so."""
    return _behind(text, sentence, mention) or _before(text, sentence, mention)


def _behind(text: str, sentence: Span, mention: Mention) -> Sequence[Span]:
    found = _BEHIND.match(text, mention.span.end, sentence.end)
    if found is None:
        return ()
    area = Span(*found.span("list"))
    if ";" in found["list"]:
        return () if _OPEN.search(found["list"]) else split_outside_brackets(text, area, re.compile(";"))
    return _told(text, Span(area.start, area.start + len(_first_clause(text, area))), mention)


def _first_clause(text: str, area: Span) -> str:
    closed = [Span(*found.span()) for found in _BRACKETS.finditer(text, area.start, area.end)]
    marks = _CLAUSE.finditer(text, area.start, area.end)
    ends = (mark.start() for mark in marks if not any(_holds(bracket, mark.start()) for bracket in closed))
    return text[area.start : next(ends, area.end)]


def _before(text: str, sentence: Span, mention: Mention) -> Sequence[Span]:
    """户口簿、银行卡、照片,三样都得带."""
    found = _BEFORE.search(text, max(sentence.start, mention.span.start - _LONGEST), mention.span.start)
    if found is None or not (found["back"] or all_are_needed(text[mention.span.end : sentence.end])):
        return ()
    return _told(text, Span(*found.span("list")), mention)


def _told(text: str, area: Span, mention: Mention) -> Sequence[Span]:
    listed = area.cut(text)
    if "、" not in listed or _OPEN.search(listed):
        return ()
    fewest, most = (split_outside_brackets(text, area, mark) for mark in (re.compile("、"), _JOIN))
    if len(fewest) <= mention.number <= len(most):
        return most[: mention.number]
    return fewest if mention.number < len(fewest) else most


def split_outside_brackets(text: str, area: Span, mark: re.Pattern[str]) -> list[Span]:
    """The parts of a list between its marks, without empty ones; a mark in brackets parts nothing."""
    closed = [Span(*found.span()) for found in _BRACKETS.finditer(text, area.start, area.end)]
    cuts = [
        found.span()
        for found in mark.finditer(text, area.start, area.end)
        if not any(_holds(bracket, found.start()) for bracket in closed)
    ]
    starts, ends = [area.start, *(end for _, end in cuts)], [*(start for start, _ in cuts), area.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip("。 \n")]


def _holds(bracket: Span, place: int) -> bool:
    return bracket.start < place < bracket.end
