"""Bytes made smaller and back: quickly, and never into more than a machine holds."""

from __future__ import annotations

import zlib

_LONGEST = 1 << 28
_QUICK = 1


class UnusableError(ValueError):
    """The bytes are not what they are taken for, or they rest on other rules."""


def folded(plain: bytes) -> bytes:
    """The bytes made smaller."""
    return zlib.compress(plain, _QUICK)


def unfolded(data: bytes) -> bytes:
    """The bytes of ``folded``. Raises ``UnusableError`` for others, and where few hold very many."""
    unfolding = zlib.decompressobj()
    try:
        plain = unfolding.decompress(data, _LONGEST)
    except zlib.error as error:
        raise UnusableError(str(error)) from error
    if not unfolding.eof:
        raise UnusableError("cut off, or too long")
    return plain
