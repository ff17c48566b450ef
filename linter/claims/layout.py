"""Sentences and segments: the units within which a word can speak for a number."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from linter.document import Block, BlockKind, Document
from linter.text import Span

_SENTENCE_ENDS = frozenset("。!?\n")
# 【员工扣款】 is a label, not a remark in brackets.
_SEPARATORS = frozenset(",、;:+=≈→|\t•●*×÷<>《》【】\"“”「」'")
# 单位:16% / 个人:8%: a slash between figures with their labels, not that of 元/月.
_SLASH = re.compile(r"[\s%]/(?!\s*[年月日天人次档户])(?:\s+|(?=[\u4e00-\u9fff]))")
_BRACKET_REACH = 6
_LABEL = re.compile(r"[0-9%元年月日岁次](?P<gap>\s)\s*[^\s0-9]{1,12}\s*\Z")
_OPENING = {"(": ")", "[": "]", "{": "}", "〔": "〕"}
_CLOSING = frozenset(_OPENING.values())


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
    """A sentence inside one block. ``section`` and ``block`` are indexes into the document."""

    span: Span
    section: int
    block: int
    segments: tuple[Segment, ...]

    def segment_at(self, offset: int) -> int:
        """The index of the segment that holds ``offset`` (the last one that starts at or before it)."""
        return max(0, bisect_right(self.segments, offset, key=_start) - 1)


def sentences(document: Document, figures: Iterable[Span]) -> tuple[Sentence, ...]:
    """All sentences in text order; a separator inside a figure (43,520) or a closed quotation ends nothing."""
    protected = _covered(figures)
    return tuple(
        Sentence(span, section_index, block_index, _segments(document.text, span, protected))
        for section_index, section in enumerate(document.sections)
        for block_index, block in enumerate(section.blocks)
        for span in _sentence_spans(document.text, block, protected)
    )


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
    for offset in range(block.span.start, block.span.end):
        if text[offset] in _SENTENCE_ENDS and offset not in protected:
            if offset > start:
                yield Span(start, offset + 1)
            start = offset + 1
    if block.span.end > start:
        yield Span(start, block.span.end)


def _segments(text: str, sentence: Span, protected: frozenset[int]) -> tuple[Segment, ...]:
    cuts: list[tuple[int, str]] = [
        (offset, text[offset])
        for offset in range(sentence.start, sentence.end)
        if offset not in protected
        and (
            text[offset] in _SEPARATORS
            or text[offset] in _OPENING
            or text[offset] in _CLOSING
            or (text[offset] == "/" and _SLASH.match(text, offset - 1))
        )
    ]
    cuts = sorted([*cuts, *_before_labels(text, sentence.start, cuts)])
    found: list[Segment] = []
    hosts: list[int | None] = []
    start, opened_by = sentence.start, ""
    for offset, char in [*cuts, (sentence.end, "")]:
        found.append(Segment(Span(start, offset), len(hosts), opened_by, char, hosts[-1] if hosts else None))
        if char in _OPENING:
            hosts.append(_host(found, len(hosts)))
        elif char in _CLOSING and hosts:
            hosts.pop()
        start, opened_by = offset + 1, char
    return tuple(found)


def _before_labels(text: str, start: int, cuts: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The blank before a label whose line break was lost: 满25年 女性:满20年 cuts before 女性."""
    for offset, char in cuts:
        label = _LABEL.search(text, start, offset) if char == ":" else None
        if label is not None:
            yield label.start("gap"), " "
        start = offset + 1


def _host(found: Sequence[Segment], depth: int) -> int | None:
    """The nearest segment before a bracket, at the bracket's own depth, that is not empty."""
    for index in range(len(found) - 1, -1, -1):
        if found[index].depth == depth and len(found[index].span):
            return index
    return None


def heading_above(document: Document, sentence: Sentence) -> tuple[Span, ...]:
    """The nearest heading above a sentence in its section, or nothing."""
    blocks = document.sections[sentence.section].blocks[: sentence.block]
    nearest = next((block.span for block in reversed(blocks) if block.kind is BlockKind.HEADING), None)
    return () if nearest is None else (nearest,)
