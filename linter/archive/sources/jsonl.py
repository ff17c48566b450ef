"""JSON Lines: an object a line, which stands or falls alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

import msgspec

from linter.archive.sources.record import LARGEST, Record
from linter.archive.sources.streams import Stream, opened
from linter.messages import Message, say

_MARK = b"\xef\xbb\xbf"
_TRIED = 64


@dataclass(frozen=True)
class JsonLines:
    """A file of JSON lines. Its columns are the keys of its first objects."""

    path: Path

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The keys of the first objects, in order of appearance."""
        keys: dict[str, None] = {}
        with suppress(OSError):  # reading the records will say it, behind those before the damage
            for record in islice((record for record in self.records(()) if record.values), _TRIED):
                keys |= dict.fromkeys(record.values)
        return tuple(keys)

    @property
    def count(self) -> None:
        """Nobody knows before the end."""
        return

    def records(self, used: tuple[str, ...]) -> Iterator[Record]:
        """A record for each line that is not blank. Raises ``OSError`` where a packed file is damaged."""
        with opened(self.path) as stream:
            for number, line in enumerate(_lines(stream), start=1):
                if line is None:
                    yield Record(number, stream.position, {}, say("source.too-large", megabytes=LARGEST >> 20))
                elif line.strip():
                    yield _record(number, stream.position, line)


def _lines(stream: Stream) -> Iterator[bytes | None]:
    """The lines; ``None`` for one that is too long to be held."""
    first = True
    while line := stream.bytes.readline(LARGEST + 1):
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = stream.bytes.readline(LARGEST)
            yield None
        else:
            yield line.removeprefix(_MARK) if first else line
        first = False


def _record(number: int, position: int, line: bytes) -> Record:
    value = _parsed(number, line)
    if isinstance(value, Message):
        return Record(number, position, {}, value)
    if not isinstance(value, dict):
        return Record(number, position, {}, say("source.no-object", line=number))
    return Record(number, position, value)


def _parsed(number: int, line: bytes) -> object:
    """The value; a ``Message`` where the line is none."""
    try:
        return msgspec.json.decode(line)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(line)  # it knows what UTF-8 does not: halves of characters, which cut texts end with
    except (ValueError, RecursionError) as error:
        return say("source.no-json", line=number, detail=str(error))
