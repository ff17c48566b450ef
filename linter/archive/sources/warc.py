"""WARC files, as web crawlers write them: the pages that were answered, whole and in HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from linter.archive.sources.record import LARGEST, Record
from linter.messages import say

_PIECE = 1 << 16
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True)
class Warc:
    """A WARC file, plain or packed record by record. When a page was fetched says nothing of its publication."""

    path: Path

    @property
    def names(self) -> tuple[str, ...]:
        """What is told of each page."""
        return ("url", "html")

    @property
    def count(self) -> None:
        """Nobody knows before the end."""
        return

    def records(self, used: tuple[str, ...]) -> Iterator[Record]:
        """A record for each successful HTML response. Raises what warcio raises where the file is damaged."""
        number = 0
        with self.path.open("rb") as file:
            for found in ArchiveIterator(file):
                record = _record(number + 1, file.tell(), found) if _is_page(found) else None
                _refuse_torn(found)
                if record is not None:
                    number += 1
                    yield record


def _record(number: int, position: int, found: Any) -> Record:
    values = {"url": found.rec_headers.get_header("WARC-Target-URI")}
    html = found.content_stream().read(LARGEST + 1)
    if len(html) > LARGEST:
        return Record(number, position, values, say("source.too-large", megabytes=LARGEST >> 20))
    return Record(number, position, values | {"html": html})


def _refuse_torn(found: Any) -> None:
    """Raise ``EOFError`` when the file ends before the record does: warcio takes what there is."""
    stream = found.raw_stream
    while stream.read(_PIECE):
        pass
    if getattr(stream, "limit", 0) > 0:
        raise EOFError("the file ends in the middle of a record")


def _is_page(found: Any) -> bool:
    head = found.http_headers
    if found.rec_type != "response" or head is None:
        return False
    kind = (head.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind in _PAGES and head.get_statuscode().startswith("2")
