"""Cuts what nobody reads in one piece: a paragraph of pages, an article of a hundred pages.

What a figure means is sought in its paragraph and in its article. Where a file has lost its line breaks, or is a book,
that would take time with the square of its length; in pieces that are longer than any paragraph or article it does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from linter.document import BlockKind
from linter.readers.page import Page, RawBlock
from linter.text import Span

LONGEST_BLOCK = 2_000
LONGEST_PORTION = 30_000
# Where a paragraph is cut rather: behind a sentence, behind a clause, between words.
_ENDS = ("。!?", ";", ",、:", " \t|")


def in_pieces(page: Page, text: str) -> tuple[Page, str]:
    """The page with blocks of at most ``LONGEST_BLOCK`` characters, a heading longer than that is none, and its text.

    In the text, a line ends where a block was cut: no word or figure goes on in the next one.
    """
    if all(len(block.span) <= LONGEST_BLOCK for block in page.blocks):
        return page, text
    blocks: list[RawBlock] = []
    places: list[int] = []
    line_ends: list[int] = []
    for block in page.blocks:
        places.append(len(blocks))
        pieces = list(_pieces(block, text))
        line_ends += [piece.span.end - 1 for piece in pieces[:-1]]
        blocks += pieces
    places.append(len(blocks))
    ends = {places[first]: places[after] for first, after in page.zone_ends.items()}
    return replace(page, blocks=tuple(blocks), zone_ends=ends), _with_line_ends(text, line_ends)


def portions(stretch: range, blocks: Sequence[RawBlock]) -> Iterator[range]:
    """A stretch of blocks in parts of half to all of ``LONGEST_PORTION`` characters, cut at their highest headings.

    A table marked up as one stays whole.
    """
    start = stretch.start
    for at in stretch:
        if blocks[at].span.end - blocks[start].span.start <= LONGEST_PORTION or _in_table(blocks, at):
            continue
        half = blocks[start].span.start + LONGEST_PORTION // 2
        far = [each for each in range(start + 1, at + 1) if blocks[each].span.start >= half]
        if far:
            cut = max(far, key=lambda each: (-_rank(blocks[each]), each))
            yield range(start, cut)
            start = cut
    yield range(start, stretch.stop)


def _in_table(blocks: Sequence[RawBlock], at: int) -> bool:
    return at > 0 and blocks[at].kind is blocks[at - 1].kind is BlockKind.ROW


def _rank(block: RawBlock) -> int:
    return block.level if block.kind is BlockKind.HEADING else 100


def _with_line_ends(text: str, places: Sequence[int]) -> str:
    """The text with line ends at these places, in order, instead of what stands there; a stop stays, it ends enough."""
    starts = [0, *(place + 1 for place in places)]
    parts = [
        text[start:place] + (text[place] if text[place] in _ENDS[0] else "\n")
        for start, place in zip(starts, places, strict=False)
    ]
    return "".join([*parts, text[starts[-1] :]])


def _pieces(block: RawBlock, text: str) -> Iterator[RawBlock]:
    kind = BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING and len(block.span) > LONGEST_BLOCK else block.kind
    start = block.span.start
    while block.span.end - start > LONGEST_BLOCK:
        end = _cut(text, start, start + LONGEST_BLOCK)
        yield replace(block, span=Span(start, end), kind=kind)
        start = end
    yield replace(block, span=Span(start, block.span.end), kind=kind)


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut, in the second half of the stretch if there is any such place."""
    for marks in _ENDS:
        found = max(text.rfind(mark, (start + end) // 2, end) for mark in marks)
        if found >= 0:
            return found + 1
    return end
