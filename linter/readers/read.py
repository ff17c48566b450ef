"""The one way from bytes to a Document."""

from __future__ import annotations

import hashlib
import re

from linter.document import Document, ReadContent
from linter.messages import say
from linter.normalise import normalise
from linter.readers.decoding import decode
from linter.readers.moving import joined
from linter.readers.naming import naming
from linter.readers.offered import HTML, MARKDOWN, offered_readers, read_offered
from linter.readers.page import Page
from linter.readers.portions import in_pieces
from linter.readers.sections import document_title, split
from linter.readers.titled import titled
from linter.readers.unreadable import UnreadableError

_LOOKS_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:[^\r\n]*\r?\n){0,60}?---[ \t]*\r?$", re.M)
_MARKDOWN_SIGN = re.compile(r"^(?:#{1,6} \S|\s*[-*] \S.*\n\s*[-*] \S|\|?[ :-]+\|[ :|-]+$|```)|\*\*[^*\n]+\*\*", re.M)


def read_document(data: bytes, path: str, title: str | None = None) -> Document:
    """The document of a file's bytes. ``path`` chooses the reader by its suffix; content does for other names ("-").

    ``title``, told beside the text, is shown above a text without one: see ``titled``. Raises UnreadableError when the
    bytes are no text, or no text of theirs is visible.
    """
    source_format, pages, encoding = _read(data, path)
    shown = [page for page in pages if page.visible.strip()]
    if not shown:
        raise UnreadableError(say("unreadable.nothing-visible"))
    if title is not None:
        shown[0] = titled(shown[0], title)
    contents = [_content(page, path) for page in shown]
    return Document(
        path=path,
        format=source_format,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        title=document_title(shown[0], contents[0].sections),
        content=joined(contents),
    )


def _content(page: Page, path: str) -> ReadContent:
    page, text = in_pieces(page, normalise(page.visible))
    return ReadContent(page.source, page.visible, text, page.source_map, split(page, text, path))


def looks_like_markdown(source: str) -> bool:
    """True when a text without a format has front matter or the marks of Markdown."""
    return bool(_FRONT_MATTER.match(source) or _MARKDOWN_SIGN.search(source[:20_000]))


def _read(data: bytes, path: str) -> tuple[str, tuple[Page, ...], str]:
    """The format, the pages and the encoding. Readers are imported when a file asks for them: start-up stays short."""
    suffix = naming(path).suffix
    if suffix == ".docx" or data.startswith(b"PK\x03\x04"):
        from linter.readers.docx import read_docx
        from linter.readers.docx_package import looks_like_docx

        if suffix == ".docx" or looks_like_docx(data):
            return "docx", (read_docx(data),), "utf-8"
    source, encoding = decode(data)
    if offer := offered_readers().get(suffix):
        return offer.name, read_offered(offer, source), encoding
    source_format = _format(source, suffix)
    if source_format == "html":
        from linter.readers.html import read_html

        return source_format, (read_html(source),), encoding
    if source_format == "markdown":
        from linter.readers.markdown import read_markdown

        return source_format, (read_markdown(source),), encoding
    from linter.readers.plain import read_plain

    return source_format, (read_plain(source),), encoding


def _format(source: str, suffix: str) -> str:
    if suffix in MARKDOWN:
        return "markdown"
    if suffix in HTML or _LOOKS_HTML.match(source):
        return "html"
    if suffix == "" and looks_like_markdown(source):
        return "markdown"
    return "text"
