"""Decisions drawn from the bytes of an input: the same bytes, the same thing made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Option = TypeVar("Option")


class Choices:
    """A byte or two a decision, from the front; behind the last byte every decision is the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> bool:
        """True while there are bytes."""
        return self._at < len(self._data)

    def number(self, below: int) -> int:
        """A number from 0 up to ``below``: of one byte where that reaches, else of two."""
        return int.from_bytes(self._taken(1 if below <= 256 else 2)) % below

    def of(self, options: Sequence[Option]) -> Option:
        """One of the options."""
        return options[self.number(len(options))]

    def raw(self, longest: int = 24) -> bytes:
        """Bytes as they are, at most so many."""
        return self._taken(self.number(longest + 1))

    def text(self, longest: int = 24) -> str:
        """The characters that such bytes hold."""
        return self.raw(longest).decode("utf-8", "ignore")

    def rest(self) -> bytes:
        """All bytes that are left."""
        return self._taken(len(self._data))

    def _taken(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        self._at += len(taken)
        return taken
