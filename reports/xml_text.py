"""XML that every parser takes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from linter.control_characters import label, without_controls

# Allowed in Python's strings, in no XML document.
_NO_CHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


def xml_text(root: ElementTree.Element) -> str:
    """The document with its declaration, indented."""
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def clean(text: str) -> str:
    """The text on one line, with what XML cannot hold shown by name."""
    return _NO_CHARACTER.sub(lambda match: f"<{label(match[0])}>", without_controls(text))


def clean_lines(lines: list[str]) -> str:
    """The same for several lines."""
    return "\n".join(clean(line) for line in lines)
