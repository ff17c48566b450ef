"""HTML to tokens with exact source offsets. Takes any input in linear time; nothing is ever an error."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class TokenKind(Enum):
    """What stands at a place of the source."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    RAW = auto()


@dataclass(frozen=True, slots=True)
class HtmlToken:
    """A stretch of text, a tag, or the content of a raw element (script, style, title, textarea).

    ``start``..``end`` is the token's place; ``name`` the lower-case element name.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""


_TAG_NAME = re.compile(r"</?([a-zA-Z][^\s/>\x00]*)")
# A quote opens a value only behind "=", as in browsers; possessive, so that a broken tag is scanned once.
_TAG_REST = re.compile(r"""(?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*+>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "noembed", "noframes"})


class _Scanner:
    """Remembers what the rest of a broken file does not hold, so that nothing is searched for twice in vain."""

    def __init__(self, source: str, end: int) -> None:
        self.source = source
        self.end = end
        self._missing: set[str] = set()

    def find(self, needle: str, start: int) -> int:
        """The place of ``needle`` at or after ``start``; -1 when there is none."""
        if needle in self._missing:
            return -1
        at = self.source.find(needle, start, self.end)
        if at < 0:
            self._missing.add(needle)
        return at

    def tag_end(self, start: int) -> int:
        """The place after the ``>`` that closes the tag whose attributes begin at ``start``."""
        rest = _TAG_REST.match(self.source, start, self.end)
        return rest.end() if rest else self.end


def html_tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[HtmlToken]:
    """The tokens of ``source[start:end]``, in order. Comments, declarations and instructions are left out."""
    stop = len(source) if end is None else end
    scanner = _Scanner(source, stop)
    text, at = start, start
    while (at := scanner.find("<", at)) >= 0:
        tag = _TAG_NAME.match(source, at, stop)
        after = scanner.tag_end(tag.end()) if tag else _after_markup(scanner, at)
        if after is None:
            at += 1
            continue
        if at > text:
            yield HtmlToken(TokenKind.TEXT, text, at)
        if tag:
            name, closes = tag.group(1).lower(), source[at + 1] == "/"
            yield HtmlToken(TokenKind.CLOSE if closes else TokenKind.OPEN, at, after, name)
            if name in _RAW and not closes and source[after - 2] != "/":
                raw = _raw_end(source, name, after, stop)
                yield HtmlToken(TokenKind.RAW, after, raw, name)
                after = raw
        text = at = after
    if text < stop:
        yield HtmlToken(TokenKind.TEXT, text, stop)


def _after_markup(scanner: _Scanner, at: int) -> int | None:
    """The place after a comment, CDATA mark, declaration or instruction; ``None`` when ``<`` is only a character."""
    source = scanner.source
    if source.startswith("<!--", at):
        closing = scanner.find("-->", at + 2)
        if closing >= 0:
            return closing + 3
    elif source.startswith("<![CDATA[", at):
        return at + len("<![CDATA[")
    elif not source.startswith(("<!", "<?", "</"), at):
        return None
    closing = scanner.find(">", at)
    return scanner.end if closing < 0 else closing + 1


def _raw_end(source: str, name: str, start: int, stop: int) -> int:
    closing = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.I).search(source, start, stop)
    return closing.start() if closing else stop


def attributes(source: str, token: HtmlToken) -> dict[str, str]:
    """The attributes of an opening tag, names in lower case, entities decoded; the first of a name counts."""
    found: dict[str, str] = {}
    inside = source[token.start + 1 + len(token.name) : token.end - 1]
    for match in _ATTRIBUTE.finditer(inside):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match.group(1).lower(), html.unescape(value))
    return found
