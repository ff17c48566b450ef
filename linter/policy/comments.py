"""Suppressions written into Markdown and HTML as comments.

    <!-- factlint-disable-next AR101 until=2027-01-31 owner=王敏: 例题沿用教材的算法 -->

``disable-next`` reaches over the next paragraph, heading, list item or table row; ``disable`` to the next ``enable``
of the same checks or the end of the file; ``disable-file`` over the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from linter.document import ADDRESS, Document
from linter.policy.suppression import Malformed, Suppression
from linter.text import Span

FORMATS = frozenset({"markdown", "html"})
_COMMENT = re.compile(r"<!--\s*" + ADDRESS + r"(?P<word>[a-z-]{1,40})(?P<rest>[^>]{0,2000}?)-->")
_DISABLE = ("disable-next", "disable", "disable-file")
_ENABLE = "enable"
_OPTIONS = {"until": "expires", "owner": "owner", "rests-on": "rests_on"}
_HEAD_ENDS = re.compile(r"[:：]")


def suppressions_in(document: Document) -> Iterator[Suppression | Malformed]:
    """The suppressions in an article's own comments, in order; those shown as text (in code) are none."""
    if document.format not in FORMATS or not document.content.addressed:
        return
    for match in _COMMENT.finditer(document.source):
        at, end = (document.source_map.to_visible(offset) for offset in match.span())
        if at == end:
            yield from _read(document, match, Span(at, at))


def _read(document: Document, match: re.Match[str], at: Span) -> Iterator[Suppression | Malformed]:
    word = match["word"]
    if word not in _DISABLE:
        if word != _ENABLE:
            yield Malformed(at, f"factlint-{word}")
        return
    head, *reason = _HEAD_ENDS.split(match["rest"], maxsplit=1)
    try:
        selectors, options = _head(head)
    except ValueError as error:
        yield Malformed(at, str(error))
        return
    yield Suppression(
        written=at,
        selectors=selectors,
        reach=_reach(document, match, selectors),
        reason=" ".join("".join(reason).split()) or None,
        **options,
    )


def _head(written: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    """The selectors and the options before the reason. Raises ``ValueError``."""
    options: dict[str, Any] = {}
    selectors: list[str] = []
    for word in written.replace(",", " ").split():
        name, equals, value = word.partition("=")
        if not equals:
            selectors.append(word)
        elif name in _OPTIONS:
            options[_OPTIONS[name]] = date.fromisoformat(value) if name == "until" else value
        else:
            raise ValueError(f"{name}=")
    if not selectors:
        raise ValueError("AR101, …?")
    return tuple(selectors), options


def _reach(document: Document, match: re.Match[str], selectors: tuple[str, ...]) -> Span:
    """What the comment reaches over, in the visible text."""
    whole = len(document.visible)
    if match["word"] == "disable-file":
        return Span(0, whole)
    start = document.source_map.to_visible(match.end())
    if match["word"] == "disable-next":
        blocks = (block.span for section in document.sections for block in section.blocks)
        return next((span for span in blocks if span.end > start), Span(start, start))
    return Span(start, _enabled_again(document, match.end(), selectors))


def _enabled_again(document: Document, start: int, selectors: tuple[str, ...]) -> int:
    for match in _COMMENT.finditer(document.source, start):
        if match["word"] == _ENABLE and _names(match) in ((), selectors):
            return document.source_map.to_visible(match.start())
    return len(document.visible)


def _names(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(_HEAD_ENDS.split(match["rest"])[0].replace(",", " ").split())


def comment(code: str, reason: str) -> str:
    """The comment that suppresses the findings of a check in the block that follows."""
    # Neither a reason nor anything else may end the comment.
    return f"<!-- factlint-disable-next {code}: {' '.join(reason.replace('>', '›').split())} -->"
