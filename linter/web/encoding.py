"""A text written back in the encoding of the file it came from."""

from __future__ import annotations

import codecs

from linter.document import Document
from linter.web.refusal import RefusedError

# The longer mark first: UTF-32-LE begins with the mark of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def encoded(text: str, document: Document, data: bytes) -> bytes:
    """The text as bytes like ``data``, from which the document was read: same encoding, same byte order mark.

    Raises ``RefusedError`` when the encoding lacks one of the characters.
    """
    marked = (each for each in _MARKS if data.startswith(each[0]))
    mark, codec = next(marked, (b"", document.encoding))
    try:
        return mark + text.encode(codec)
    except UnicodeEncodeError as error:
        raise RefusedError.of(422, "no-letter", encoding=document.encoding, letter=error.object[error.start]) from error
