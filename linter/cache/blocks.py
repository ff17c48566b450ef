"""Blocks of restored documents, as numbers until somebody looks at them: a report rarely does."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from linter.document import Block, BlockKind
from linter.text import Span

_KINDS = tuple(BlockKind)
_NUMBERS = 4


class PackedBlocks(Sequence[Block]):
    """A sequence of blocks, equal to any other sequence of the same ones."""

    __slots__ = ("_numbers",)

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = array("I", numbers)
        kinds = self._numbers[2::_NUMBERS]
        if len(self._numbers) % _NUMBERS or any(kind >= len(_KINDS) for kind in kinds):
            raise ValueError("not the numbers of blocks")

    def __len__(self) -> int:
        return len(self._numbers) // _NUMBERS

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...

    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return tuple(self)[index]
        at = range(len(self))[index] * _NUMBERS
        start, end, kind, level = self._numbers[at : at + _NUMBERS]
        return Block(Span(start, end), _KINDS[kind], level)

    def __iter__(self) -> Iterator[Block]:
        return (self[index] for index in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


def numbers_of(blocks: Iterable[Block]) -> list[int]:
    """What ``PackedBlocks`` takes: start, end, kind and level of each block."""
    return [
        number
        for block in blocks
        for number in (block.span.start, block.span.end, _KINDS.index(block.kind), block.level)
    ]
