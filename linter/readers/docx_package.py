"""The parts of a Word file: unzipped within limits, parsed without entities or network."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from posixpath import dirname, join

from lxml import etree

from linter.messages import say
from linter.readers.unreadable import UnreadableError

# A manuscript of a million characters unzips to a few megabytes; pictures are never unzipped.
_MOST_BYTES = 100_000_000
_MOST_RATIO = 400
# What the standard library raises for archives that are cut off, encrypted or packed by unknown methods.
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_USUAL = "word/document.xml"
_STRICT = "{http://purl.oclc.org/ooxml/"


@dataclass(frozen=True, slots=True)
class WordParts:
    """The XML parts of a Word file that were asked for: ``name`` is that of the main one, ``roots`` are all by name."""

    name: str
    roots: Mapping[str, etree._Element]

    @property
    def document(self) -> etree._Element:
        """The root of the main part."""
        return self.roots[self.name]

    def beside(self, name: str) -> etree._Element | None:
        """The root of a part in the folder of the main one; ``None`` when the file has none."""
        return self.roots.get(join(dirname(self.name), name))


def looks_like_docx(data: bytes) -> bool:
    """True for a ZIP archive that holds a Word document."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with _readable(data) as archive:
            return main_part(archive).startswith("word/")
    except UnreadableError:
        return False


def main_part(archive: zipfile.ZipFile) -> str:
    """The name of the part with the text: what the package says, or the usual one. Empty when there is none."""
    names = set(archive.namelist())
    if "_rels/.rels" in names:
        for relationship in parsed(_content(archive, "_rels/.rels")):
            target = (relationship.get("Target") or "").lstrip("/")
            if (relationship.get("Type") or "").endswith("/officeDocument") and target in names:
                return target
    return _USUAL if _USUAL in names else ""


def read_parts(data: bytes, beside: Iterable[str]) -> WordParts:
    """The main part, and those of the named ones beside it that exist.

    Raises UnreadableError for damaged, foreign or oversized files.
    """
    with _readable(data) as archive:
        main = main_part(archive)
        if not main:
            raise _damaged("word/document.xml")
        wanted = [main, *(join(dirname(main), name) for name in beside)]
        present = set(archive.namelist())
        parts = {name: parsed(_content(archive, name)) for name in wanted if name in present}
    if str(parts[main].tag).startswith(_STRICT):
        raise UnreadableError(say("unreadable.word-strict"))
    return WordParts(main, parts)


def read_part(data: bytes, name: str) -> bytes | None:
    """The bytes of a part; ``None`` when there is none. Raises UnreadableError as ``read_parts``."""
    with _readable(data) as archive:
        return _content(archive, name) if name in archive.namelist() else None


@contextmanager
def _readable(data: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except _ZIP_ERRORS as error:
        raise _damaged(str(error)) from error


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    if info.file_size > _MOST_BYTES or info.file_size > _MOST_RATIO * max(info.compress_size, 1000):
        raise _too_large()
    with archive.open(info) as part:
        # The declared size can lie: read no further than the limit.
        content = part.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise _too_large()
    return content


def parsed(content: bytes) -> etree._Element:
    """The root of a part. Entities stay unresolved, nothing is loaded. Raises UnreadableError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _damaged(error.msg or "XML") from error


def _too_large() -> UnreadableError:
    return UnreadableError(say("unreadable.word-too-large"))


def _damaged(detail: str) -> UnreadableError:
    return UnreadableError(say("unreadable.word-damaged", detail=detail))
