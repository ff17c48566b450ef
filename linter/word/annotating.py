"""Findings as comments in the Word file they were found in, and suggestions as tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from linter.document import Document
from linter.finding import Finding, Suggestion
from linter.text import Span
from linter.word.comment_text import comment_text
from linter.word.comments_part import CommentsPart
from linter.word.markup import Markup
from linter.word.opened import OpenedWord
from linter.word.places import Point, commented
from linter.word.replacing import Piece, replaceable

# At one place: what was inserted, then ends of comments, then beginnings.
_INSERTED, _END, _BEGIN = range(3)


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
    changed = _track(word, [each.suggestion for each in findings if each.suggestion], markup) if tracked else []
    written = Markup(comments.root, author, day)
    text = ""
    for finding in findings:
        number = word.numbering.give()
        points = commented(word.text, _widened(finding.span, changed))
        if points is not None:
            _comment(word, points, number, markup)
            text += written.comment(number, comment_text(finding, lang))
    return word.written(comments.with_comments(text))


def _comment(word: OpenedWord, points: tuple[Point, Point], number: int, markup: Markup) -> None:
    begin, end = points
    edits = word.edits_of(begin.node)
    edits.put(begin, markup.comment_begin(number), rank=_BEGIN)
    edits.put(end, markup.comment_end(number), rank=_END)


def _track(word: OpenedWord, suggestions: Iterable[Suggestion], markup: Markup) -> list[Span]:
    """Write tracked changes; gives the spans that were changed, in order."""
    changed = []
    for suggestion, pieces in replaceable(word.text, suggestions, word.plain):
        for piece in pieces:
            _delete(word, piece, markup)
        _insert(word, pieces, suggestion.replacement, markup)
        changed.append(suggestion.span)
    return changed


def _delete(word: OpenedWord, piece: Piece, markup: Markup) -> None:
    edits = word.edits_of(piece.node)
    cutter = edits.cutter
    start, end = (cutter.byte_of(piece.node, at) for at in (piece.start, piece.end))
    raw = cutter.part.raw(start, end)
    run = piece.node.getparent()
    assert run is not None
    own = replace(markup, root=cutter.part.root)
    edits.replace_runs(piece, own.deleted(word.numbering.give(), cutter.run_begin(run), cutter.run_end(run), raw))


def _insert(word: OpenedWord, pieces: Sequence[Piece], text: str, markup: Markup) -> None:
    """Behind the last piece, in the look of the first."""
    if not text:
        return
    edits = word.edits_of(pieces[-1].node)
    cutter = edits.cutter
    run = pieces[0].node.getparent()
    assert run is not None
    own = replace(markup, root=cutter.part.root)
    inserted = own.inserted(word.numbering.give(), cutter.run_begin(run), cutter.run_end(run), text)
    edits.put(pieces[-1].last, inserted, rank=_INSERTED)


def _widened(span: Span, changed: Iterable[Span]) -> Span:
    """The span with the whole of each change it shares a character with: what is replaced is not parted again."""
    for each in changed:
        span = span.joined(each) if span.overlaps(each) else span
    return span
