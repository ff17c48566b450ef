"""Segments as HTML. Everything that comes from an article is escaped here, and its control characters are shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from linter.control_characters import is_control, label
from linter.finding import Severity
from reports.page.marks import Mark, Segment
from reports.wording import Wording

_LAYOUT = "\t\n"
_CARET = "‸"


def text_html(text: str) -> str:
    """Text with mark-up inert and control characters shown by their code point."""
    runs = groupby(text, key=lambda char: char if is_control(char) and char not in _LAYOUT else "")
    return "".join(_control(control) * len(list(run)) if control else escape("".join(run)) for control, run in runs)


def segments_html(segments: Iterable[Segment], visible: str, wording: Wording) -> str:
    """A leaf of the article with its marks as links to their cards."""
    return "".join(part for segment in segments for part in _segment(segment, visible, wording))


def _segment(segment: Segment, visible: str, wording: Wording) -> Iterator[str]:
    for mark in segment.opens:
        yield f'<span class="at" id="{escape(mark.anchor)}"></span>'
    yield _wrapped(segment, text_html(segment.span.cut(visible)))
    for mark in reversed(segment.closes):
        if mark.number:
            yield _reference(mark, wording)


def _wrapped(segment: Segment, inner: str) -> str:
    """The text inside one link, to the card of its narrowest finding; wider findings add a line beneath each."""
    if not segment.marks:
        return inner
    cards = escape(" ".join(dict.fromkeys(mark.card for mark in segment.marks)))
    findings = [mark for mark in segment.marks if mark.severity]
    if not findings:
        return f'<span class="evidence" data-cards="{cards}">{inner}</span>'
    for depth, mark in enumerate(sorted(findings[:-1], key=_worst_last)[-2:], start=1):
        inner = f'<span class="under under-{depth} {mark.severity}">{inner}</span>'
    if not len(segment.span):
        inner = f'<span aria-hidden="true">{_CARET}</span>'
    target = findings[-1]
    return f'<a class="mark {target.severity}" href="#{escape(target.card)}" data-cards="{cards}">{inner}</a>'


def _reference(mark: Mark, wording: Wording) -> str:
    name = escape(wording("html.finding", number=mark.number))
    return (
        f'<sup><a class="ref {mark.severity}" href="#{escape(mark.card)}" '
        f'data-cards="{escape(mark.card)}" aria-label="{name}">{mark.number}</a></sup>'
    )


def _worst_last(mark: Mark) -> int:
    return -Severity(mark.severity or "info").rank


def _control(char: str) -> str:
    name = unicodedata.name(char, "CONTROL CHARACTER")
    return f'<span class="control" title="{escape(name)}">{label(char)}</span>'
