"""Findings as comments in the Word file they were found in, and suggestions as tracked changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce

from linter.document import Document
from linter.finding import Finding
from linter.text import Span
from linter.word.comment_text import comment_text
from linter.word.comments_part import CommentsPart
from linter.word.markup import Markup
from linter.word.opened import OpenedWord
from linter.word.places import Point, commented
from linter.word.tracking import INSERTED, track

# At one place what was inserted comes first, then ends of comments, then beginnings.
_END, _BEGIN = INSERTED + 1, INSERTED + 2


def annotated(
    data: bytes,
    document: Document,
    findings: Iterable[Finding],
    *,
    lang: str,
    author: str,
    day: date,
    tracked: bool = False,
) -> bytes:
    """The Word file with a comment for each finding at its words; everything else keeps its bytes.

    ``lang`` is "zh" or "en"; ``author`` and ``day`` sign the comments. With ``tracked``, suggestions are written as
    tracked changes too where they replace plain text; of those that overlap the first. Raises UnreadableError, and
    ValueError when ``document`` was not read from ``data``.
    """
    findings = tuple(findings)
    if not findings:
        return data
    word = OpenedWord(data, document)
    comments = CommentsPart(word.part, word.text.parts.name)
    word.numbering.avoid(comments.root)
    markup = Markup(word.text.parts.document, author, day)
    changed = track(word, [each.suggestion for each in findings if each.suggestion], markup) if tracked else []
    written = Markup(comments.root, author, day)
    told = []
    for finding in findings:
        number = word.numbering.give()
        points = commented(word.text, _widened(finding.span, changed))
        if points is not None:
            _comment(word, points, number, markup)
            told.append(written.comment(number, comment_text(finding, lang)))
    return word.written(comments.with_comments("".join(told)))


def _comment(word: OpenedWord, points: tuple[Point, Point], number: int, markup: Markup) -> None:
    begin, end = points
    edits = word.edits_of(begin.node)
    edits.put(begin, markup.comment_begin(number), rank=_BEGIN)
    edits.put(end, markup.comment_end(number), rank=_END)


def _widened(span: Span, changed: Sequence[Span]) -> Span:
    """The span with the whole of each change it shares a character with: what is replaced is not parted again."""
    first = bisect_right(changed, span.start, key=lambda each: each.end)
    after = bisect_left(changed, span.end, key=lambda each: each.start)
    return reduce(Span.joined, changed[first:after], span)
