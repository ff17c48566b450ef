"""An article of the archive in a line."""

from __future__ import annotations

from dataclasses import dataclass

from linter.archive.report.model import PageRow
from linter.wide_text import shortened

_WEB = ("https://", "http://")
_LONGEST_ADDRESS = 2000
_COLUMNS = 120


@dataclass(frozen=True, slots=True)
class PlaceView:
    """An article in a line; ``url`` is empty unless it is a web address."""

    title: str
    path: str
    url: str
    site: str
    published: str
    counts: tuple[int, ...]


def place_view(row: PageRow) -> PlaceView:
    """An article in a line: no longer than a page has room for."""
    url = row.url or ""
    return PlaceView(
        title=in_a_line(row.title or ""),
        path=in_a_line(row.url or row.path),
        url=url if url.startswith(_WEB) and len(url) <= _LONGEST_ADDRESS else "",
        site=in_a_line(row.site),
        published=row.published.isoformat() if row.published else "",
        counts=row.counts.each,
    )


def in_a_line(text: str) -> str:
    """As much of a name as a line of the page has room for."""
    return shortened(text, _COLUMNS)
