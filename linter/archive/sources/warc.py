"""WARC files, as web crawlers write them: the pages that were answered, whole and in HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from linter.archive.sources.record import LARGEST, Record
from linter.messages import say

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

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
        from warcio.archiveiterator import ArchiveIterator

        number = 0
        with self.path.open("rb") as file:
            for found in ArchiveIterator(file):
                if _is_page(found):
                    number += 1
                    yield _record(number, file.tell(), found)


def _record(number: int, position: int, found: ArcWarcRecord) -> Record:
    values = {"url": found.rec_headers.get_header("WARC-Target-URI")}
    html = found.content_stream().read(LARGEST + 1)
    if len(html) > LARGEST:
        return Record(number, position, values, say("source.too-large", megabytes=LARGEST >> 20))
    return Record(number, position, values | {"html": html})


def _is_page(found: ArcWarcRecord) -> bool:
    head = found.http_headers
    if found.rec_type != "response" or head is None:
        return False
    kind = (head.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind in _PAGES and head.get_statuscode().startswith("2")
