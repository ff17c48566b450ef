"""Records to articles: which value is the name, the text, the date, and in which format the text is written."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from datetime import date

from linter.archive.sources.columns import Layout, suffix_named
from linter.archive.sources.days import read_day
from linter.archive.sources.record import LARGEST, Record, Row
from linter.messages import Message, say
from linter.readers.bylines import url_day
from linter.readers.read import looks_like_markdown

# The text of a column is often a piece of a page: it begins with an element.
_ELEMENT = re.compile(
    r"\s*<(?:!--|!doctype\b|(?:html|head|body|div|p|h[1-6]|section|article|table|ul|ol|span|strong|blockquote|figure|img|br)\b)",
    re.I,
)
_ZIP = b"PK\x03\x04"
_LOOKED_AT = 1 << 16
_UNTOLD = "article"


class _FaultError(Exception):
    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


def row_of(record: Record, layout: Layout, place: str) -> Row:
    """The article of a record. ``place`` (file and number) is its name when the record has neither id nor address."""
    values = record.values
    url = _text(values, layout.url)
    name = _text(values, layout.id) or url or place
    if record.fault is not None:
        return Row(name, name, record.position, fault=record.fault)
    try:
        suffix, data = _content(values, layout)
    except _FaultError as error:
        return Row(name, name, record.position, fault=error.reason)
    written = None if layout.published is None else values.get(layout.published)
    day = read_day(written)
    return Row(
        id=name,
        path=_path(name, suffix),
        position=record.position,
        data=data,
        title=_text(values, layout.title),
        published=day or url_day(url or "") or _day_in(name),
        region=_text(values, layout.region),
        url=url,
        unread_day=str(written) if day is None and written not in (None, "") else None,
    )


def _content(values: Mapping[str, object], layout: Layout) -> tuple[str, bytes]:
    """The suffix and the bytes of the text."""
    content = values.get(layout.text)
    if content in (None, "", b""):
        raise _FaultError(say("source.no-text", column=layout.text))
    if not isinstance(content, (str, bytes)):
        raise _FaultError(say("source.other-than-text", column=layout.text))
    suffix = layout.suffix or _told_suffix(values, layout) or _suffix_of(content)
    data = _word_file(content, layout) if suffix == ".docx" else _bytes(content)
    if len(data) > LARGEST:
        raise _FaultError(say("source.too-large", megabytes=LARGEST >> 20))
    return suffix, data


def _told_suffix(values: Mapping[str, object], layout: Layout) -> str | None:
    written = _text(values, layout.format)
    if written is None:
        return None
    suffix = suffix_named(written)
    if suffix is None:
        raise _FaultError(say("source.unknown-format", column=layout.format or "", written=written))
    return suffix


def _suffix_of(content: str | bytes) -> str:
    """The format by the look of the text."""
    if isinstance(content, bytes):
        if content.startswith(_ZIP):
            return ".docx"
        content = content[:_LOOKED_AT].decode("utf-8", "ignore")
    if _ELEMENT.match(content):
        return ".html"
    return ".md" if looks_like_markdown(content) else ".txt"


def _word_file(content: str | bytes, layout: Layout) -> bytes:
    try:
        return content if isinstance(content, bytes) else base64.b64decode(content, validate=True)
    except ValueError:
        raise _FaultError(say("source.no-base64", column=layout.text)) from None


def _bytes(content: str | bytes) -> bytes:
    # Half a character, which no UTF-8 holds, is replaced by one sign: every place stays what it is.
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def _text(values: Mapping[str, object], column: str | None) -> str | None:
    """The value as text; ``None`` for nothing and for blanks."""
    value = None if column is None else values.get(column)
    if value is None or isinstance(value, (list, dict, bytes)):
        return None
    return str(value).strip().encode("utf-8", "replace").decode() or None


def _path(name: str, suffix: str) -> str:
    """The name with the suffix of its format. A day in it would be taken before that of the date's column."""
    return (_UNTOLD if url_day(name) else name) + suffix


def _day_in(name: str) -> date | None:
    """The day in a name that is more than one number: eight digits alone are rather a count."""
    return None if name.isdigit() else url_day(name)
