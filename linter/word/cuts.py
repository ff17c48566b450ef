"""How to part the runs of a Word paragraph at a place, so that something can stand there between two runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree

from linter.readers.docx_text import W
from linter.word.numbering import Numbering
from linter.word.part_text import PartText, tag_name
from linter.word.places import Point

# Where comments and tracked changes may stand between runs.
_PARENTS = frozenset(
    f"{W}{name}"
    for name in ("p", "hyperlink", "smartTag", "sdtContent", "fldSimple", "customXml", "bdo", "dir", "ins", "moveTo")
)
_CHARACTER = re.compile(r"&[^;]*;|\r\n|.", re.S)
_BEHIND_RUN, _INSIDE, _BEFORE_RUN = range(3)
KEPT_BLANKS = ' xml:space="preserve"'


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A byte offset of a part, and what ends the run before it and begins one behind it; empty between two runs.

    ``rank`` orders cuts at the same offset.
    """

    byte: int
    rank: int
    closing: str = field(compare=False)
    opening: str = field(compare=False)


class Cutter:
    """Finds the cuts of one part. Numbers that must be unique are given anew in what is written twice."""

    def __init__(self, part: PartText, numbering: Numbering) -> None:
        self.part = part
        self._numbering = numbering
        self._offsets: dict[etree._Element, list[int]] = {}

    def cut(self, point: Point) -> Cut:
        """The cut at a point; beside the whole element where that cannot be parted (a formula, a tab, a symbol)."""
        anchor, item = _anchor(point.node)
        run = anchor if anchor.tag == f"{W}r" else None
        if run is not None and 0 < point.at < point.length and self.divisible(point.node, item):
            return self._inside(point, run)
        extent = self.part.extent(anchor)
        if run is None or (item is _last(run) if point.ends else item is _first(run)):
            byte = extent.end if point.ends else extent.start
            return Cut(byte, _BEHIND_RUN if point.ends else _BEFORE_RUN, "", "")
        around = self.part.extent(item)
        return Cut(around.end if point.ends else around.start, _INSIDE, self._run_end(run), self._run_begin(run))

    def divisible(self, node: etree._Element, item: etree._Element | None = None) -> bool:
        """True for plain text: no mark-up inside, and directly in its run."""
        item = _anchor(node)[1] if item is None else item
        extent = self.part.extent(node)
        return item is node and node.tag == f"{W}t" and "<" not in self.part.raw(extent.inner, extent.close)

    def byte_of(self, node: etree._Element, at: int) -> int:
        """The byte offset of a character of plain text."""
        if node not in self._offsets:
            extent = self.part.extent(node)
            characters = _CHARACTER.findall(self.part.raw(extent.inner, extent.close))
            lengths = (len(character.encode("utf-8")) for character in characters)
            self._offsets[node] = list(accumulate(lengths, initial=extent.inner))
        return self._offsets[node][at]

    def run_like(self, node: etree._Element, inside: str) -> str:
        """A run that looks like the one plain text is in, with something else inside."""
        run = _anchor(node)[0]
        return f"{self._run_begin(run)}{inside}{self._run_end(run)}"

    def _inside(self, point: Point, run: etree._Element) -> Cut:
        tag = self.part.start_tag(point.node)
        again = tag if "xml:space" in tag else tag.removesuffix(">") + KEPT_BLANKS + ">"
        closing = f"</{tag_name(tag)}>{self._run_end(run)}"
        return Cut(self.byte_of(point.node, point.at), _INSIDE, closing, self._run_begin(run) + again)

    def _run_begin(self, run: etree._Element) -> str:
        properties = run.find(f"{W}rPr")
        look = "" if properties is None else self._numbering.renumbered(self.part.element(properties))
        return self.part.start_tag(run) + look

    def _run_end(self, run: etree._Element) -> str:
        return f"</{tag_name(self.part.start_tag(run))}>"


def _anchor(node: etree._Element) -> tuple[etree._Element, etree._Element]:
    """The element around a node, or itself, beside which something may stand; and, where it is a run, its child."""
    item = anchor = node
    while (parent := anchor.getparent()) is not None and parent.tag not in _PARENTS:
        item, anchor = anchor, parent
    return anchor, item if anchor.tag == f"{W}r" else anchor


def _first(run: etree._Element) -> etree._Element:
    return next(child for child in run.iterchildren("*") if child.tag != f"{W}rPr")


def _last(run: etree._Element) -> etree._Element:
    return next(run.iterchildren("*", reversed=True))
