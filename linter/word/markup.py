"""The WordprocessingML that is written into a file: comments and tracked changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from linter.control_characters import without_controls
from linter.readers.docx_text import W

_NAMESPACE = W.strip("{}")
# Allowed in no XML, whatever stands for it.
_NEVER = str.maketrans("", "", "\ufffe\uffff")


def safe(text: str) -> str:
    """Text on one line as it may stand in an element, its control characters made visible."""
    return escape(without_controls(text).translate(_NEVER))


@dataclass(frozen=True, slots=True)
class Markup:
    """Writes for the part under ``root``, by an author on a day."""

    root: etree._Element
    author: str
    day: date

    def comment(self, number: int, paragraphs: Iterable[str]) -> str:
        """A comment of these paragraphs."""
        initials = quoteattr(without_controls(self.author)[:1])
        body = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{safe(paragraph)}</w:t></w:r></w:p>' for paragraph in paragraphs
        )
        return f"<w:comment{self._declared} {self._by(number)} w:initials={initials}>{body}</w:comment>"

    def comment_begin(self, number: int) -> str:
        """Where the words commented on begin."""
        return f'<w:commentRangeStart{self._declared} w:id="{number}"/>'

    def comment_end(self, number: int) -> str:
        """Where they end, with the comment's mark."""
        mark = f'<w:r{self._declared}><w:commentReference w:id="{number}"/></w:r>'
        return f'<w:commentRangeEnd{self._declared} w:id="{number}"/>{mark}'

    def deleted(self, number: int, run_begin: str, run_end: str, raw: str) -> str:
        """A tracked deletion of text, given as it is written."""
        text = f'<w:delText xml:space="preserve">{raw}</w:delText>'
        return f"<w:del{self._declared} {self._by(number)}>{run_begin}{text}{run_end}</w:del>"

    def inserted(self, number: int, run_begin: str, run_end: str, text: str) -> str:
        """A tracked insertion of text."""
        body = f'<w:t xml:space="preserve">{safe(text)}</w:t>'
        return f"<w:ins{self._declared} {self._by(number)}>{run_begin}{body}{run_end}</w:ins>"

    def _by(self, number: int) -> str:
        author = quoteattr(without_controls(self.author).translate(_NEVER))
        return f'w:id="{number}" w:author={author} w:date="{self.day.isoformat()}T00:00:00Z"'

    @property
    def _declared(self) -> str:
        """What binds the prefix where the part binds it to nothing, or to something else."""
        return "" if self.root.nsmap.get("w") == _NAMESPACE else f' xmlns:w="{_NAMESPACE}"'
