"""Files as streams of bytes, unpacked on the way; how far one was read is known, for progress."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa

_CODECS: Mapping[str, Literal["gzip", "zstd", "bz2"]] = {".gz": "gzip", ".zst": "zstd", ".zstd": "zstd", ".bz2": "bz2"}
# Where a packed file is damaged, so many bytes before the damage are lost.
_BUFFER = 1 << 13


@dataclass(frozen=True, slots=True)
class Stream:
    """The bytes of a file, unpacked. Reading raises ``OSError`` where the file is damaged."""

    bytes: io.BufferedReader[Any]
    _file: pa.NativeFile

    @property
    def position(self) -> int:
        """How many bytes of the file itself were read."""
        position: int = self._file.tell()
        return position


@contextmanager
def opened(path: Path) -> Iterator[Stream]:
    """The stream of a file; its suffix says how it is packed (.gz, .zst, .bz2). Raises ``OSError``."""
    codec = _CODECS.get(path.suffix.lower())
    with pa.OSFile(str(path), "rb") as file:
        # They are raw streams to Python in all but their declared type.
        unpacked: Any = file if codec is None else pa.CompressedInputStream(file, codec)
        with io.BufferedReader(unpacked, _BUFFER) as stream:
            yield Stream(stream, file)


def beginning(path: Path, size: int) -> bytes:
    """The first bytes, unpacked: at least ``size`` of them, or all that can be read.

    Raises ``OSError`` when there is no such file.
    """
    pieces = bytearray()
    with opened(path) as stream, suppress(OSError):
        while len(pieces) < size and (piece := stream.bytes.read(_BUFFER)):
            pieces += piece
    return bytes(pieces)
