"""The parts of a Word file: unzipped within limits, parsed without entities or network."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from linter.readers.unreadable import UnreadableError

# A manuscript of a million characters unzips to a few megabytes; pictures are never unzipped.
_MOST_BYTES = 100_000_000
_MOST_RATIO = 400
# What the standard library raises for archives that are cut off, encrypted or packed by unknown methods.
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def looks_like_docx(data: bytes) -> bool:
    """True for a ZIP archive that holds a Word document."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False


def read_parts(data: bytes, names: tuple[str, ...]) -> dict[str, etree._Element]:
    """The root elements of the named XML parts that exist. Raises UnreadableError for damaged or oversized files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            wanted = [info for info in archive.infolist() if info.filename in names]
            return {info.filename: _parse(_content(archive, info)) for info in wanted}
    except _ZIP_ERRORS as error:
        raise _damaged(str(error)) from error
    except etree.XMLSyntaxError as error:
        raise _damaged(error.msg or "XML") from error


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.file_size > _MOST_BYTES or info.file_size > _MOST_RATIO * max(info.compress_size, 1000):
        raise UnreadableError("Word 文件解压后过大", "the Word file unzips to an unreasonable size")
    with archive.open(info) as part:
        # The declared size can lie: read no further than the limit.
        content = part.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise UnreadableError("Word 文件解压后过大", "the Word file unzips to an unreasonable size")
    return content


def _parse(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def _damaged(detail: str) -> UnreadableError:
    return UnreadableError(f"Word 文件已损坏:{detail}", f"the Word file is damaged: {detail}")


def heading_levels(styles: etree._Element | None) -> dict[str, int]:
    """Style id → heading level, 0 for the title style. Reads names and outline levels: ids are localised."""
    levels: dict[str, int] = {}
    for style in () if styles is None else styles.iter(f"{_W}style"):
        identifier = style.get(f"{_W}styleId") or ""
        named = style.find(f"{_W}name")
        name = (named.get(f"{_W}val") or "").lower() if named is not None else ""
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        if name in ("title", "标题"):
            levels[identifier] = 0
        elif name.startswith("heading ") and name[8:].isdigit():
            levels[identifier] = int(name[8:])
        elif outline is not None and (outline.get(f"{_W}val") or "").isdigit():
            levels[identifier] = min(9, int(outline.get(f"{_W}val") or 0)) + 1
    return {identifier: level for identifier, level in levels.items() if level <= 9}
