"""Offsets of a text as the positions of the protocol: lines, and in them units of the encoding that was agreed on."""

from __future__ import annotations

from lsprotocol import types

from linter.text import LineIndex, Span

# Python's name of the encoding, and the bytes of a unit.
_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Positions:
    """Leads from code points to positions and back. ``encoding`` is utf-8, utf-16 or utf-32."""

    def __init__(self, text: str, encoding: str) -> None:
        self.encoding = encoding
        self._text = text
        self._lines = LineIndex(text)
        self._codec, self._bytes = _UNITS[encoding]

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        line, column = self._lines.position(offset)
        return types.Position(line - 1, self._width(self._text[offset - column + 1 : offset]))

    def span(self, places: types.Range) -> Span:
        """The span of a range."""
        start, end = self.offset(places.start), self.offset(places.end)
        return Span(min(start, end), max(start, end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position: the end of the line, or of the text, for one behind it.

        One inside a character means the place before it.
        """
        start = self._lines.start(position.line + 1)
        if start is None:
            return len(self._text)
        behind = self._lines.start(position.line + 2)
        line = self._text[start:behind].rstrip("\r\n")
        units = 0
        for index, char in enumerate(line):
            units += self._width(char)
            if units > position.character:
                return start + index
        return start + len(line)

    def _width(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._bytes
