"""From the runs of Word paragraphs to lines of text. Every character keeps its run, so that its place stays known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from linter.readers.docx_text import Run

_WIDTHLESS = "\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f"
_PIECES = re.compile(f"\n|[^\n{_WIDTHLESS}]+")
_WORDS = re.compile(f"[ \t\r\n]+|[^ \t\r\n{_WIDTHLESS}]+")
_BLANKS = " \t\r\n"
_END = Run(" ", None)


def lines(found: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of a paragraph, cut at its line breaks, without characters that have no width."""
    line: list[Run] = []
    for run in found:
        for piece in _PIECES.finditer(run.text):
            if piece.group() == "\n":
                yield line
                line = []
            else:
                line.append(run.part(*piece.span()))
    yield line


def cell_line(paragraphs: Iterable[Iterable[Run]]) -> list[Run]:
    """The paragraphs of a table cell on one line: blanks, and the ends of paragraphs, become one blank."""
    line: list[Run] = []
    blank: Run | None = None
    for word in (word for found in paragraphs for run in (*found, _END) for word in _words(run)):
        if word.text[0] in _BLANKS:
            blank = blank or replace(word, text=" ")
        else:
            line += [word] if blank is None else [blank, word]
            blank = None
    return stripped(line)


def stripped(line: Sequence[Run], blanks: str | None = None, *, left: bool = True) -> list[Run]:
    """The line without blanks at its ends, or (``left`` false) at its right end."""
    kept = list(line)
    while kept and not kept[-1].text.rstrip(blanks):
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(blanks))
    while left and kept and not kept[0].text.lstrip(blanks):
        kept.pop(0)
    if left and kept:
        first = kept[0]
        kept[0] = first.part(len(first.text) - len(first.text.lstrip(blanks)), len(first.text))
    return kept


def text_of(line: Iterable[Run]) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line)


def _words(run: Run) -> Iterator[Run]:
    return (run.part(*word.span()) for word in _WORDS.finditer(run.text))
