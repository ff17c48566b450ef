"""Numbers of comments and tracked changes, each given once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from linter.readers.docx_text import W

_ID = re.compile(r'(?<=[\w:]id=")-?[0-9]+(?=")')


class Numbering:
    """Gives numbers, from 0 on, that none of the roots uses."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._used: set[str | None] = set()
        self._next = 0
        for root in roots:
            self.avoid(root)

    def avoid(self, root: etree._Element) -> None:
        """Give no number that is used under this root."""
        self._used.update(element.get(f"{W}id") for element in root.iter("*"))

    def give(self) -> int:
        """A number nobody has."""
        while str(self._next) in self._used:
            self._next += 1
        self._next += 1
        return self._next - 1

    def renumbered(self, markup: str) -> str:
        """Mark-up that is written a second time, its tracked changes with numbers of their own."""
        return _ID.sub(lambda _: str(self.give()), markup)
