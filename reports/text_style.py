"""Terminal dress: colours when allowed, labels in one column, lines of one width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from linter.control_characters import without_controls
from linter.wide_text import padded, width, wrapped
from reports.wording import Wording

INDENT = "    "
_COLORS = {"error": "1;31", "warning": "33", "info": "36"}


@dataclass(frozen=True, slots=True)
class Style:
    """The words, and whether and how wide to paint them.

    Every method takes plain text and shows its control characters by name: only the colours reach the terminal.
    """

    wording: Wording
    color: bool
    columns: int

    def severity(self, severity: str, text: str) -> str:
        """The text in the colour of a severity."""
        return self._painted(_COLORS[severity], text)

    def severe(self, text: str) -> str:
        """The text in the colour of an error."""
        return self._painted(_COLORS["error"], text)

    def bold(self, text: str) -> str:
        """The text in bold."""
        return self._painted("1", text)

    def dim(self, text: str) -> str:
        """The text in the background."""
        return self._painted("2", text)

    def wrap(self, text: str, indent: str = "") -> Iterator[str]:
        """Lines of a text behind an indent."""
        for line in wrapped(without_controls(text), self.room(indent)):
            yield indent + line

    def room(self, indent: str) -> int:
        """The columns left beside an indent; 0 when lines have no end."""
        return max(self.columns - width(indent), 20) if self.columns > 0 else 0

    def labelled(self, key: str, *texts: str) -> Iterator[str]:
        """Lines of the texts beside their label; the texts of all labels begin in the same column."""
        label = _label(self.wording.lang, key)
        gap = INDENT + " " * (self._label_columns + 2)
        lines = [line for text in texts for line in self.wrap(text, gap)]
        if lines:
            yield f"{INDENT}{self.dim(label)}  {lines[0].removeprefix(gap)}"
            yield from lines[1:]

    def unbroken(self, text: str) -> str:
        """A line below a labelled text that must stay whole, such as an address."""
        return INDENT + " " * (self._label_columns + 2) + self.dim(text)

    @property
    def _label_columns(self) -> int:
        return _label_columns(self.wording.lang)

    def _painted(self, code: str, text: str) -> str:
        plain = without_controls(text)
        return f"\x1b[{code}m{plain}\x1b[0m" if self.color and plain else plain


LABELS = ("proof", "verdict", "rule", "source", "cause", "suggestion", "evidence", "copies", "repeated")


@cache
def _label(lang: str, key: str) -> str:
    return padded(Wording(lang)(f"text.{key}"), _label_columns(lang))


@cache
def _label_columns(lang: str) -> int:
    return max(width(Wording(lang)(f"text.{key}")) for key in LABELS)
