"""A text as the editor has it, kept up to date by its changes."""

from __future__ import annotations

from lsprotocol import types
from pygls.workspace import TextDocument

from linter.lsp.positions import Positions


class SyncedText(TextDocument):
    """Counts lines as the protocol does.

    The library's own text also ends lines at form feeds and at U+2028, which pasted articles contain, and then puts
    changes into wrong places.
    """

    @classmethod
    def opened(cls, item: types.TextDocumentItem, encoding: str) -> SyncedText:
        """The text of an editor that just opened it."""
        made = cls(item.uri, source=item.text, version=item.version, language_id=item.language_id)
        made.encoding = encoding
        return made

    encoding = "utf-16"

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Put new words in the place of a range, or of all."""
        if isinstance(change, types.TextDocumentContentChangePartial):
            span = Positions(self.source, self.encoding).span(change.range)
            self._source = self.source[: span.start] + change.text + self.source[span.end :]
        else:
            self._source = change.text
