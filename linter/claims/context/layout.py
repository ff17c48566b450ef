"""Sentences and segments: the units within which a word can speak for a number."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from linter.document import Block, BlockKind, Document
from linter.text import Span

_SENTENCE_END = re.compile("[。!?\n]")
# 【员工扣款】 is a label, not a remark in brackets.
_SEPARATORS = ",、;:+=≈→|\t•●*×÷<>《》【】\"“”「」'"
# 单位:16% / 个人:8%: a slash between figures with their labels, not that of 元/月.
_SLASH = r"(?<=[\s%])/(?!\s*[年月日天人次档户])(?:(?=\s)|(?=[\u4e00-\u9fff]))"
# No text that was written to be read has sentences of so many characters.
_LONGEST = 2000
_NO_WORD = re.compile(r"\W")
_BRACKET_REACH = 6
_LABEL = re.compile(r"[0-9%元年月日岁次](?P<gap>[\s/])[\s/]*[^\s0-9/]{1,12}\s*\Z")
_OPENING = {"(": ")", "[": "]", "{": "}", "〔": "〕"}
_CLOSING = frozenset(_OPENING.values())
_MARK = re.compile(f"[{re.escape(''.join((_SEPARATORS, *_OPENING, *_CLOSING)))}]|{_SLASH}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch without separators. ``opened_by`` is the separator before it ("" at the start of a sentence).

    ``depth`` counts open brackets; ``host`` is the index (in the sentence) of the segment a bracket hangs on.
    """

    span: Span
    depth: int
    opened_by: str
    closed_by: str
    host: int | None


def _start(segment: Segment) -> int:
    return segment.span.start


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside one block. ``section`` and ``block`` are indexes into the document.

    ``heading`` is the nearest heading above it in its section.
    """

    span: Span
    section: int
    block: int
    heading: Span | None
    segments: tuple[Segment, ...]

    def segment_at(self, offset: int) -> int:
        """The index of the segment that holds ``offset`` (the last one that starts at or before it)."""
        return max(0, bisect_right(self.segments, offset, key=_start) - 1)


def sentences(document: Document, figures: Iterable[Span]) -> tuple[Sentence, ...]:
    """All sentences in text order; a separator inside a figure (43,520) or a closed quotation ends nothing."""
    protected = _covered(figures)
    return tuple(
        Sentence(span, section_index, block_index, heading, _segments(document.text, span, protected))
        for section_index, section in enumerate(document.sections)
        for block_index, (heading, block) in enumerate(_with_headings(section.blocks))
        for span in _sentence_spans(document.text, block, protected)
    )


def _with_headings(blocks: Iterable[Block]) -> Iterator[tuple[Span | None, Block]]:
    """Each block with the nearest heading before it."""
    heading: Span | None = None
    for block in blocks:
        yield heading, block
        if block.kind is BlockKind.HEADING:
            heading = block.span


def with_closing_bracket(text: str, span: Span) -> Span:
    """The span, extended to the bracket that closes one opened inside it when that stands within a few characters."""
    inside = span.cut(text)
    closing = text.find(")", span.end, span.end + _BRACKET_REACH)
    if inside.count("(") <= inside.count(")") or closing < 0 or "\n" in text[span.end : closing]:
        return span
    return Span(span.start, closing + 1)


def _covered(figures: Iterable[Span]) -> frozenset[int]:
    return frozenset(offset for span in figures for offset in range(span.start, span.end))


def _sentence_spans(text: str, block: Block, protected: frozenset[int]) -> Iterator[Span]:
    start = block.span.start
    for match in _SENTENCE_END.finditer(text, block.span.start, block.span.end):
        if match.start() not in protected:
            if match.start() > start:
                yield from _pieces(text, Span(start, match.end()), protected)
            start = match.end()
    if block.span.end > start:
        yield from _pieces(text, Span(start, block.span.end), protected)


def _pieces(text: str, sentence: Span, protected: frozenset[int]) -> Iterator[Span]:
    """The sentence, cut where no word is if nobody could read it in one breath."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        gaps = _NO_WORD.finditer(text, start + _LONGEST, sentence.end - 1)
        end = next((gap.end() for gap in gaps if gap.start() not in protected), sentence.end)
        yield Span(start, end)
        start = end
    if start < sentence.end:
        yield Span(start, sentence.end)


def _segments(text: str, sentence: Span, protected: frozenset[int]) -> tuple[Segment, ...]:
    marks = _MARK.finditer(text, sentence.start, sentence.end)
    cuts = [(mark.start(), mark.group()) for mark in marks if mark.start() not in protected]
    cuts = sorted([*cuts, *_before_labels(text, sentence.start, cuts)])
    found: list[Segment] = []
    hosts: list[int | None] = []
    # At each depth of brackets the last segment that is not empty: what the next bracket hangs on.
    nearest: dict[int, int] = {}
    start, opened_by = sentence.start, ""
    for offset, char in [*cuts, (sentence.end, "")]:
        if offset > start:
            nearest[len(hosts)] = len(found)
        found.append(Segment(Span(start, offset), len(hosts), opened_by, char, hosts[-1] if hosts else None))
        if char in _OPENING:
            hosts.append(nearest.get(len(hosts)))
        elif char in _CLOSING and hosts:
            hosts.pop()
        start, opened_by = offset + 1, char
    return tuple(found)


def _before_labels(text: str, start: int, cuts: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The blank or stroke before a label with no line break: 满25年 女性:满20年 and 16% / 个人:8% cut before it."""
    for offset, char in cuts:
        label = _LABEL.search(text, start, offset) if char == ":" else None
        if label is not None:
            yield label.start("gap"), " "
        start = offset + 1
