"""Lists of a section: lines with labels that count up, items without any, rows of tables that are named by a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.claims.context.reading import Reading
from linter.claims.counting.numbered_lists import label_of
from linter.document import Block, BlockKind, Section
from linter.text import Span


class Run(NamedTuple):
    """A list: the indexes of its first and last block in the section, its items, and whether they are numbered."""

    first: int
    last: int
    items: tuple[Span, ...]
    numbered: bool


def runs(reading: Reading, section: Section) -> Iterator[Run]:
    """Every list of two items or more whose numbers, where it has any, count up from one to the last."""
    blocks = section.blocks
    taken = -1
    for index, block in enumerate(blocks):
        label = label_of(reading, block)
        if label is not None and label[0] == 1:
            found = _numbered(reading, blocks, index, label[1])
        elif label is None and block.kind is BlockKind.ITEM and index > taken:
            found = _unnumbered(reading, blocks, index)
        else:
            continue
        if found is not None:
            taken = taken if found.numbered else found.last
            yield found


def _numbered(reading: Reading, blocks: Sequence[Block], first: int, kind: str) -> Run | None:
    """The lines that go on counting; ``None`` where a number is missing or the list ends with its first."""
    items, last = [first], first
    for index in range(first + 1, len(blocks)):
        block, label = blocks[index], label_of(reading, blocks[index])
        if label is not None and label[1] == kind:
            if label[0] == 1:
                break
            if label[0] != len(items) + 1:
                return None
            items.append(index)
            last = index
        elif block.kind is BlockKind.HEADING and not _is_below(block, blocks[first]):
            break
    return Run(first, last, tuple(blocks[item].span for item in items), True) if len(items) > 1 else None


def _is_below(block: Block, item: Block) -> bool:
    return item.kind is BlockKind.HEADING and block.level > item.level


def _unnumbered(reading: Reading, blocks: Sequence[Block], first: int) -> Run | None:
    last = first
    while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.ITEM:
        last += 1
    items = [block for block in blocks[first : last + 1] if block.level == blocks[first].level]
    if len(items) < 2 or any(label_of(reading, block) is not None for block in items):
        return None
    return Run(first, last, tuple(block.span for block in items), False)
