"""Which elements of a web page are no part of its articles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from linter.normalise import normalise
from linter.readers.furniture import furniture
from linter.readers.html_names import NEVER_SHOWN
from linter.readers.html_tree import Node

_SITE_PARTS = frozenset({"nav", "footer", "header", "aside"})
_ARTICLE_PARTS = frozenset({"article", "main"})
_LANDMARKS = frozenset({"h1", "article", "main", "body"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FOOTNOTE_MARK = re.compile(r"\s*[\[(（【〔]?[0-9]{1,3}[\])）】〕]?\s*")
# What holds more of the page's text than this is the article, whatever its class is called.
_MAIN_SHARE = 0.4


class Chrome:
    """Judges the elements of one page. Counts are prefix sums, so each judgement is cheap."""

    def __init__(self, source: str, nodes: Sequence[Node]) -> None:
        self._source = source
        self._nodes = nodes
        self._text_before = [0, *accumulate(_text_length(node) for node in nodes)]
        self._landmarks = [index for index, node in enumerate(nodes) if node.name in _LANDMARKS]
        self._teasers: list[int] = []
        self._trails: set[int] = set()
        for index, node in enumerate(nodes):
            if not node.name and node.end - node.start < 200:
                self._note_text(index, normalise(source[node.start : node.end].strip()))

    def hides(self, index: int) -> bool:
        """True when a reader of the articles should not see the element."""
        node = self._nodes[index]
        if node.name in NEVER_SHOWN or _is_hidden(node):
            return True
        if node.name == "sup":
            return bool(_FOOTNOTE_MARK.fullmatch(self._text(index)))
        if not (self._is_furniture(index) or index in self._trails):
            return False
        return not (self._holds(self._landmarks, index) or self._holds(self._teasers, index) or self._is_main(index))

    def _note_text(self, index: int, text: str) -> None:
        words = furniture()
        if words.heads_teasers(text):
            self._teasers.append(index)
        elif words.is_breadcrumb(text) and self._nodes[index].parent >= 0:
            self._trails.add(self._nodes[index].parent)

    def _is_furniture(self, index: int) -> bool:
        node = self._nodes[index]
        if node.name in _SITE_PARTS:
            return node.name in ("nav", "footer") or not self._inside_article(index)
        names = f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}".lower().split()
        return not furniture().chrome_names.isdisjoint(names)

    def _inside_article(self, index: int) -> bool:
        parent = self._nodes[index].parent
        while parent >= 0:
            if self._nodes[parent].name in _ARTICLE_PARTS:
                return True
            parent = self._nodes[parent].parent
        return False

    def _holds(self, places: Sequence[int], index: int) -> bool:
        at = bisect_left(places, index)
        return at < len(places) and places[at] < self._nodes[index].after

    def _is_main(self, index: int) -> bool:
        inside = self._text_before[self._nodes[index].after] - self._text_before[index]
        return inside > _MAIN_SHARE * self._text_before[-1]

    def _text(self, index: int) -> str:
        inner = self._nodes[index + 1 : self._nodes[index].after]
        return "".join(self._source[node.start : node.end] for node in inner if not node.name)


def _text_length(node: Node) -> int:
    return 0 if node.name else node.end - node.start


def _is_hidden(node: Node) -> bool:
    attributes = node.attributes
    return bool(attributes) and ("hidden" in attributes or bool(_HIDDEN_STYLE.search(attributes.get("style", ""))))
