"""Lines with their places, and whether they were broken by a typewriter or by an author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.text import Span

_BREAK = re.compile(r"\r\n|\r|\n")
_BLANKS = " \t\u3000\xa0\u200b\ufeff"
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff“”‘’…—]")
# A text counts as wrapped when this share of its inner lines ends within a character of the margin.
_WRAPPED_SHARE = 0.7
# A typewriter breaks a line anywhere; where half of the lines end like a statement, an author ended them.
_NATURAL_ENDS = frozenset("。;；!！?？:：.…元%％)）】")
_NARROWEST = 36
_SLACK = 3


def lines(source: str, start: int = 0) -> Iterator[Span]:
    """The lines of ``source`` from ``start``, without their ends and without blanks at either side; empty ones too."""
    while True:
        ending = _BREAK.search(source, start)
        yield trimmed(source, Span(start, ending.start() if ending else len(source)))
        if ending is None:
            return
        start = ending.end()


def trimmed(source: str, span: Span) -> Span:
    """``span`` without blanks at either side."""
    text = span.cut(source)
    left = len(text) - len(text.lstrip(_BLANKS))
    return Span(span.start + left, max(span.start + left, span.start + len(text.rstrip(_BLANKS))))


def paragraphs(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Runs of lines that are not empty."""
    run: list[Span] = []
    for span in spans:
        if len(span):
            run.append(span)
        elif run:
            yield run
            run = []
    if run:
        yield run


def wrap_width(source: str, runs: Sequence[Sequence[Span]]) -> int | None:
    """The column at which the lines of a hard-wrapped text end; ``None`` when line ends are the author's own."""
    inner = [_columns(span.cut(source)) for run in runs for span in run[:-1]]
    if len(inner) < 2:
        return None
    ends = [span.cut(source)[-1:] for run in runs for span in run[:-1]]
    if sum(end in _NATURAL_ENDS for end in ends) * 2 >= len(ends):
        return None
    margin = max(inner)
    full = sum(width >= margin - _SLACK for width in inner)
    return margin if margin >= _NARROWEST and full >= _WRAPPED_SHARE * len(inner) else None


def runs_on(source: str, line: Span, margin: int | None) -> bool:
    """True when ``line`` was broken by the margin, so the next one continues it."""
    return margin is not None and _columns(line.cut(source)) >= margin - _SLACK


def _columns(text: str) -> int:
    return len(text) + len(_WIDE.findall(text))
