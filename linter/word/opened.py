"""A Word file while it is edited: its text with places, and the edits of each of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from linter.document import Document
from linter.readers.docx import WordText, read_placed
from linter.readers.docx_package import read_part
from linter.word.archive import with_parts
from linter.word.cuts import Cutter
from linter.word.numbering import Numbering
from linter.word.part_edits import PartEdits
from linter.word.part_text import PartText


class OpenedWord:
    """The file that ``document`` was read from."""

    def __init__(self, data: bytes, document: Document) -> None:
        """Raises UnreadableError, and ValueError when the document is that of another file."""
        self.text: WordText = read_placed(data)
        if self.text.page.visible != document.visible:
            raise ValueError(f"{document.path} was read from another file")
        self.numbering = Numbering(self.text.parts.roots.values())
        self._data = data
        self._edits: dict[etree._Element, tuple[str, PartEdits]] = {}

    def edits_of(self, node: etree._Element) -> PartEdits:
        """The edits of the part a node is in."""
        root = node.getroottree().getroot()
        if root not in self._edits:
            name = next(name for name, each in self.text.parts.roots.items() if each is root)
            cutter = Cutter(PartText(self.part(name) or b"", root), self.numbering)
            self._edits[root] = name, PartEdits(cutter)
        return self._edits[root][1]

    def plain(self, node: etree._Element) -> bool:
        """True for a node whose text can be replaced in part."""
        return self.edits_of(node).cutter.divisible(node)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part as they were; ``None`` when there is none."""
        return read_part(self._data, name)

    def written(self, others: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
        """The file with all edits made, and with ``others``: parts by name."""
        edited = {name: edits.content() for name, edits in self._edits.values()}
        return with_parts(self._data, {**edited, **others})
