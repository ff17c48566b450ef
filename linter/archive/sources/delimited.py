"""CSV as RFC 4180 has it, with commas, semicolons or tabs, in UTF-8, UTF-16 or GB18030."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from linter.archive.sources.record import Record
from linter.archive.sources.streams import Stream, beginning, opened
from linter.messages import Message, say

_LOOKED_AT = 1 << 20
_DELIMITERS = ",\t;"
# A quote that is never closed would swallow the file; beyond this, reading goes on with the next line.
_LONGEST_FIELD = 8 << 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# So many characters are not by chance both GB18030 and UTF-8.
_CHANCE = 8
_UNDECODED = re.compile("[\udc80-\udcff]")


class _Reader(Protocol):
    """What ``csv.reader`` gives."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


@dataclass(frozen=True)
class Delimited:
    """A CSV file; its first line names the columns."""

    path: Path

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns of the head line."""
        with self._reader() as (reader, _):
            head = next(_rows(reader), [])
            return () if isinstance(head, csv.Error) else tuple(head)

    @property
    def count(self) -> None:
        """Nobody knows before the end: fields hold line ends."""
        return

    def records(self, used: tuple[str, ...]) -> Iterator[Record]:
        """A record for each row that is not blank. Raises ``OSError`` where a packed file is damaged."""
        with self._reader() as (reader, stream):
            next(reader, None)
            number = 0
            for fields in _rows(reader):
                if fields:
                    number += 1
                    yield self._record(number, stream.position, fields, reader.line_num)

    def _record(self, number: int, position: int, fields: list[str] | csv.Error, line: int) -> Record:
        if isinstance(fields, csv.Error):
            return Record(number, position, {}, say("source.broken-record", line=line, detail=str(fields)))
        fault = self._fault(fields, line)
        return Record(number, position, {} if fault else dict(zip(self.names, fields, strict=True)), fault)

    def _fault(self, fields: Sequence[str], line: int) -> Message | None:
        if len(fields) != len(self.names):
            return say("source.field-count", line=line, found=len(fields), expected=len(self.names))
        if any(map(_UNDECODED.search, fields)):
            return say("source.broken-encoding", line=line, encoding=self._encoding)
        return None

    @cached_property
    def _encoding(self) -> str:
        return _encoding_of(self._beginning)

    @cached_property
    def _delimiter(self) -> str:
        """The one of the delimiters that the head line has most of."""
        head = (self._beginning.decode(self._encoding, "ignore").splitlines() or [""])[0]
        return max(_DELIMITERS, key=head.count)

    @cached_property
    def _beginning(self) -> bytes:
        return beginning(self.path, _LOOKED_AT)

    @contextmanager
    def _reader(self) -> Iterator[tuple[_Reader, Stream]]:
        csv.field_size_limit(_LONGEST_FIELD)
        with (
            opened(self.path) as stream,
            io.TextIOWrapper(stream.bytes, self._encoding, "surrogateescape", newline="") as text,
        ):
            yield csv.reader(text, delimiter=self._delimiter), stream


def _rows(reader: _Reader) -> Iterator[list[str] | csv.Error]:
    """The rows; the error where one cannot be told. The reader goes on in the next line."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield error


def _encoding_of(beginning: bytes) -> str:
    """UTF-8 (with its mark or without) or UTF-16 where the bytes say so, else GB18030."""
    if beginning.startswith(_UTF16):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError as error:
        # One damaged byte far behind others that are right does not make a file Chinese of another kind.
        return "utf-8-sig" if _has_utf8(beginning[: error.start]) else "gb18030"
    return "utf-8-sig"


def _has_utf8(right: bytes) -> bool:
    """True when the bytes before the first damage hold more than a few characters outside ASCII."""
    return sum(byte >= 0xC0 for byte in right) > _CHANCE
