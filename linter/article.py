"""An input of a run, before it is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from linter.document import Document, Published
from linter.readers import read_document
from linter.regular_file import content_of


@dataclass(frozen=True, slots=True)
class Article:
    """An input: ``path`` is its name in reports; ``data`` its bytes when they are not in the file at that path.

    ``region`` (a place name) and ``published`` are for sections that do not say these things themselves.
    ``title`` is for a text that has none: it is shown above it. ``sha256`` is the digest of its bytes where they were
    looked at before.
    """

    path: str
    data: bytes | None = None
    region: str | None = None
    published: date | None = None
    title: str | None = None
    sha256: str | None = None

    @classmethod
    def at(cls, path: Path) -> Article:
        """The article in a file; its name has forward slashes everywhere."""
        return cls(path.as_posix())

    def content(self) -> bytes:
        """Its bytes. Raises ``OSError``."""
        if self.data is not None:
            return self.data
        return content_of(self.path)

    def digest(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal. Raises ``OSError``."""
        known = self.sha256 if self.data is None else None
        return known or hashlib.sha256(self.content()).hexdigest()

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
    return document.with_sections(sections)
