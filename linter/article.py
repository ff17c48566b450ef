"""An input of a run, before it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from linter.document import Document, Published
from linter.readers import read_document


@dataclass(frozen=True, slots=True)
class Article:
    """An input: ``path`` is its name in reports; ``data`` its bytes when they are not in the file at that path.

    ``region`` (a place name) and ``published`` are for sections that do not say these things themselves.
    ``title`` is for a text that has none: it is shown above it.
    """

    path: str
    data: bytes | None = None
    region: str | None = None
    published: date | None = None
    title: str | None = None

    @classmethod
    def at(cls, path: Path) -> Article:
        """The article in a file; its name has forward slashes everywhere."""
        return cls(path.as_posix())

    def content(self) -> bytes:
        """Its bytes. Raises ``OSError``."""
        return Path(self.path).read_bytes() if self.data is None else self.data

    def read(self) -> Document:
        """The document. Raises ``OSError`` or ``UnreadableError``."""
        return assuming(read_document(self.content(), self.path, self.title), self.region, self.published)


def assuming(document: Document, region: str | None, published: date | None) -> Document:
    """The document with a place and a day for the sections that name none. The day's source reads "given"."""
    given = None if published is None else Published(published, "given")
    sections = tuple(
        replace(section, region_hint=section.region_hint or region, published=section.published or given)
        for section in document.sections
    )
    return replace(document, sections=sections)
