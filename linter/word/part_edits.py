"""Edits of one XML part, gathered and then made at once; every byte that no edit names stays as it was."""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from linter.word.cuts import KEPT_BLANKS, Cut, Cutter
from linter.word.part_text import edits_applied
from linter.word.places import Point
from linter.word.replacing import Piece

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class PartEdits:
    """What is put between characters, and what takes the place of characters."""

    def __init__(self, cutter: Cutter) -> None:
        self.cutter = cutter
        self._marks: dict[Cut, list[tuple[int, str]]] = defaultdict(list)
        self._replaced: dict[Cut, tuple[Cut, str]] = {}
        self._texts: list[tuple[int, int, str]] = []
        self._preserving: set[int] = set()

    def put(self, point: Point, markup: str, *, rank: int) -> Cut:
        """Put mark-up at a point; what has the lower rank stands before what is put at the same point."""
        cut = self.cutter.cut(point)
        self._marks[cut].append((rank, markup))
        if 0 < point.at < point.length and self.cutter.divisible(point.node):
            self._keep_blanks(point.node, (point.node.text or "")[: point.at])
        return cut

    def replace_runs(self, piece: Piece, markup: str) -> None:
        """Put mark-up between runs in the place of a piece of plain text."""
        first, last = (self.put(point, "", rank=0) for point in (piece.first, piece.last))
        self._replaced[first] = last, markup

    def replace_text(self, piece: Piece, text: str) -> None:
        """Put text (escaped) in the place of a piece of plain text, in its run."""
        start, end = (self.cutter.byte_of(piece.node, at) for at in (piece.start, piece.end))
        self._texts.append((start, end, text))
        whole = piece.node.text or ""
        self._keep_blanks(piece.node, whole[: piece.start] + text + whole[piece.end :])

    def content(self) -> bytes:
        """The part with all edits made."""
        behind = {last for last, _ in self._replaced.values()}
        edits = [(cut.byte, cut.rank, cut.byte, self._at(cut, behind)) for cut in self._marks]
        edits += [(first.byte, first.rank, last.byte, markup) for first, (last, markup) in self._replaced.items()]
        edits += [(start, 0, end, text) for start, end, text in self._texts]
        edits += [(at, 0, at, KEPT_BLANKS) for at in self._preserving]
        edits.sort(key=lambda edit: edit[:2])
        return edits_applied(self.cutter.part.content, ((start, end, text) for start, _, end, text in edits))

    def _at(self, cut: Cut, behind: set[Cut]) -> str:
        """What stands at a cut: where a replacement ends or begins, no run is ended or begun for it."""
        marks = "".join(markup for _, markup in sorted(self._marks[cut], key=lambda mark: mark[0]))
        closing = "" if cut in behind else cut.closing
        return f"{closing}{marks}{'' if cut in self._replaced else cut.opening}"

    def _keep_blanks(self, node: etree._Element, left: str) -> None:
        """Without the attribute a text loses the blanks at its ends; they may have stood inside before."""
        if left != left.strip() and _SPACE not in node.attrib:
            self._preserving.add(self.cutter.part.extent(node).inner - 1)
