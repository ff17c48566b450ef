"""Small Word files written by hand, and what can be seen of comments and tracked changes in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from linter.finding import Confidence, Finding, Message, Severity, Suggestion
from linter.readers import read_document
from linter.text import Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MARKS = re.compile("[【】]")


def word_file(body: str, **parts: str) -> bytes:
    """A complete file with this body; ``parts`` (footnotes, endnotes, comments, styles) are the insides of others."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((name, name) for name in parts))
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts, start=1)
    )
    written = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        **{f"word/{name}.xml": f"<w:{name} {_NAMESPACES}>{inside}</w:{name}>" for name, inside in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in written.items():
            archive.writestr(zipfile.ZipInfo(name), _HEAD + content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def without_marks(text: str) -> str:
    """The text without 【】."""
    return _MARKS.sub("", text)


def marked_spans(visible: str) -> Iterator[Span]:
    """The spans between 【】, in the text without them."""
    for number, found in enumerate(re.finditer("【([^】]*)】", visible)):
        start = found.start() - 2 * number
        yield Span(start, start + len(found.group(1)))


def part(data: bytes, name: str) -> str:
    """A part of a file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def body(data: bytes) -> str:
    """What is between the tags of the body, but for the properties of its section."""
    return part(data, "word/document.xml").split("<w:body>")[1].split("<w:sectPr")[0]


def visible(data: bytes) -> str:
    """The text a reader sees."""
    return read_document(data, "a.docx").visible


def finding(span: Span, replacement: str | None = None, message: str = "与规定不符。") -> Finding:
    """A finding there, with a suggestion when there is a replacement."""
    return Finding(
        code="RF101",
        name="value-conflict",
        family="reference",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=Message(message, "Not what the rule says."),
        span=span,
        context=span,
        suggestion=None if replacement is None else Suggestion(span, replacement),
    )


def commented_words(data: bytes) -> list[tuple[str, str]]:
    """Each comment's text and the words between its range marks, as the XML has them."""
    root = etree.fromstring(part(data, "word/document.xml").encode())
    comments = etree.fromstring(part(data, "word/comments.xml").encode())
    said = {each.get(f"{W}id"): "\n".join(_text(line) for line in each.iter(f"{W}p")) for each in comments}
    return [(said[start.get(f"{W}id")], _between(root, start)) for start in root.iter(f"{W}commentRangeStart")]


def _between(root: etree._Element, start: etree._Element) -> str:
    inside, words = False, ""
    for element in root.iter(f"{W}*"):
        if element is start:
            inside = True
        elif element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == start.get(f"{W}id"):
            return words
        elif inside and element.tag in (f"{W}t", f"{W}delText"):
            words += element.text or ""
    raise AssertionError("the range has no end behind its beginning")


def _text(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
