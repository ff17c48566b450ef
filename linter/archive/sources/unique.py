"""Names of documents, made unique; millions of them are remembered in sixteen to thirty-two bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from hashlib import blake2b

_FIRST_SIZE = 1 << 10


class UniqueNames:
    """Gives every name once: the second of a name is called ``name#2``, the third ``name#3``.

    Remembered are digests of 64 bits. Two names that share one cost the later its bare name, never its uniqueness.
    """

    def __init__(self) -> None:
        self._places = array("Q", bytes(8 * _FIRST_SIZE))
        self._kept = 0
        self._repeated: dict[int, int] = {}

    def unique(self, name: str) -> str:
        """The name itself, or with the first number that nobody has."""
        digest = _digest(name)
        if self._remember(digest):
            return name
        number = self._repeated.get(digest, 1) + 1
        while not self._remember(_digest(f"{name}#{number}")):
            number += 1
        self._repeated[digest] = number
        return f"{name}#{number}"

    def _remember(self, digest: int) -> bool:
        """Keep the digest; false when it was there."""
        place = self._place(digest)
        if self._places[place]:
            return False
        self._places[place] = digest
        self._kept += 1
        if 2 * self._kept > len(self._places):
            self._grow()
        return True

    def _place(self, digest: int) -> int:
        """Where the digest stands, or the free place for it: open addressing."""
        last = len(self._places) - 1
        place = digest & last
        while self._places[place] not in (0, digest):
            place = (place + 1) & last
        return place

    def _grow(self) -> None:
        old = self._places
        self._places = array("Q", bytes(16 * len(old)))
        for digest in _taken(old):
            self._places[self._place(digest)] = digest


def _taken(places: array[int]) -> Iterator[int]:
    return (digest for digest in places if digest)


def _digest(name: str) -> int:
    # Zero stands for a free place.
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()) or 1
