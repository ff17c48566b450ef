"""Loosely marked-up lines to visible text: marks that work are dropped, stray ``**`` too, operators stay.

Struck-out text (``~~…~~``, ``<del>``) is not shown: the author has withdrawn it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from linter.readers.building import PageBuilder
from linter.readers.inline_pieces import Piece, PieceKind, pieces

_SPECIAL = re.compile(r"[\\`<&*_~$\[\]{]")
_FORMULA = re.compile(r"[\\=×^_+]")
_FIGURE = re.compile(r"[0-9０-９%％)）(（]")
_WORD = re.compile(r"[A-Za-z0-9]")


def show_line(builder: PageBuilder, start: int, end: int, *, markdown: bool) -> None:
    """Make one line of the builder's source visible, in the open block or the next one."""
    source = builder.source
    if not _SPECIAL.search(source, start, end):
        builder.copy(start, end)
        return
    found = list(pieces(source, start, end, markdown=markdown))
    found = _resolve_links(found)
    found = _resolve_pairs(found, PieceKind.DOLLAR, lambda a, b: bool(_FORMULA.search(source, a.end, b.start)))
    if markdown:
        found = _resolve_pairs(found, PieceKind.STAR, lambda a, b: _emphasises(source, a, b))
        found = _resolve_pairs(found, PieceKind.UNDERSCORE, lambda a, b: _underlines(source, a, b))
    _show(builder, _without_struck(found))


def _show(builder: PageBuilder, found: Sequence[Piece]) -> None:
    marks = sum(piece.kind is PieceKind.BOLD for piece in found)
    bold = False
    for piece in found:
        if piece.kind is PieceKind.BOLD:
            bold = not bold and marks > 1
        elif piece.kind is PieceKind.BREAK:
            builder.end()
        elif piece.kind is PieceKind.PUT:
            builder.put(piece.text, piece.start, piece.end, bold=bold)
        elif piece.kind is not PieceKind.NOTHING and not _is_lone_tag(builder.source, piece):
            builder.copy(piece.start, piece.end, bold=bold)


def _is_lone_tag(source: str, piece: Piece) -> bool:
    return piece.kind is PieceKind.STRIKE and source[piece.start] == "<"


def _resolve_links(found: Sequence[Piece]) -> list[Piece]:
    """Brackets of links vanish with their targets; brackets that are only brackets stay."""
    resolved = list(found)
    open_at: list[int] = []
    for index, piece in enumerate(found):
        if piece.kind is PieceKind.OPEN:
            open_at.append(index)
        elif piece.kind is PieceKind.CLOSE and open_at:
            open_at.pop()
        elif piece.kind is PieceKind.LINK and open_at:
            opening = open_at.pop()
            resolved[opening] = replace(found[opening], kind=PieceKind.NOTHING)
            resolved[index] = replace(piece, kind=PieceKind.NOTHING)
    return resolved


def _resolve_pairs(found: Sequence[Piece], kind: PieceKind, pairs: Callable[[Piece, Piece], bool]) -> list[Piece]:
    """Neighbouring marks of one kind vanish where they pair; the others are text."""
    resolved = list(found)
    opening: int | None = None
    for index, piece in enumerate(found):
        if piece.kind is not kind:
            continue
        if opening is not None and pairs(found[opening], piece):
            resolved[opening] = replace(found[opening], kind=PieceKind.NOTHING)
            resolved[index] = replace(piece, kind=PieceKind.NOTHING)
            opening = None
        else:
            opening = index
    return resolved


def _emphasises(source: str, opening: Piece, closing: Piece) -> bool:
    """An asterisk beside a figure or a bracket multiplies (基数*16%); one with a blank inside marks a note."""
    beside = (opening.start - 1, opening.end, closing.start - 1, closing.end)
    if any(0 <= at < len(source) and _FIGURE.match(source[at]) for at in beside):
        return False
    return not source[opening.end].isspace() and not source[closing.start - 1].isspace()


def _underlines(source: str, opening: Piece, closing: Piece) -> bool:
    outside = [at for at in (opening.start - 1, closing.end) if 0 <= at < len(source)]
    if opening.end - opening.start != closing.end - closing.start or any(_WORD.match(source[at]) for at in outside):
        return False
    return not source[opening.end].isspace() and not source[closing.start - 1].isspace()


def _without_struck(found: Sequence[Piece]) -> list[Piece]:
    marks = [index for index, piece in enumerate(found) if piece.kind is PieceKind.STRIKE]
    kept = list(found)
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        for index in range(opening, closing + 1):
            kept[index] = replace(found[index], kind=PieceKind.NOTHING)
    return kept
