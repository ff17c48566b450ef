"""The WordprocessingML that is written into a file: comments and tracked changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
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


def text_element(text: str) -> str:
    """The text of a run, blanks kept."""
    return f'<w:t xml:space="preserve">{safe(text)}</w:t>'


@dataclass(frozen=True, slots=True)
class Markup:
    """Writes for the part under ``root``, by an author on a day."""

    root: etree._Element
    author: str
    day: date

    def comment(self, number: int, paragraphs: Iterable[str]) -> str:
        """A comment of these paragraphs."""
        initials = quoteattr(without_controls(self.author)[:1])
        body = "".join(f"<w:p><w:r>{text_element(paragraph)}</w:r></w:p>" for paragraph in paragraphs)
        return f"<w:comment{self._declared} {self._by(number)} w:initials={initials}>{body}</w:comment>"

    def comment_begin(self, number: int) -> str:
        """Where the words commented on begin."""
        return f'<w:commentRangeStart{self._declared} w:id="{number}"/>'

    def comment_end(self, number: int) -> str:
        """Where they end, with the comment's mark."""
        mark = f'<w:r{self._declared}><w:commentReference w:id="{number}"/></w:r>'
        return f'<w:commentRangeEnd{self._declared} w:id="{number}"/>{mark}'

    def deleted(self, number: int, run: str) -> str:
        """A tracked deletion of a run, whose text stands in ``w:delText``."""
        return f"<w:del{self._declared} {self._by(number)}>{run}</w:del>"

    def inserted(self, number: int, run: str) -> str:
        """A tracked insertion of a run."""
        return f"<w:ins{self._declared} {self._by(number)}>{run}</w:ins>"

    def within(self, root: etree._Element) -> Markup:
        """The same hand, writing for another part."""
        return replace(self, root=root)

    def _by(self, number: int) -> str:
        author = quoteattr(without_controls(self.author).translate(_NEVER))
        return f'w:id="{number}" w:author={author} w:date="{self.day.isoformat()}T00:00:00Z"'

    @property
    def _declared(self) -> str:
        """What binds the prefix where the part binds it to nothing, or to something else."""
        return "" if self.root.nsmap.get("w") == _NAMESPACE else f' xmlns:w="{_NAMESPACE}"'
