"""HTML tokens to a flat tree: elements and text in document order, each element knowing where its content ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from linter.readers.html_names import ENDS_PARAGRAPH, TABLE_PARTS, VOID
from linter.readers.html_tokens import HtmlToken, TokenKind, attributes, html_tokens

# An element that begins ends these, up to the container that it belongs to.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tbody": (frozenset({"tr", "td", "th", "tbody", "thead", "tfoot"}), frozenset({"table"})),
    "thead": (frozenset({"tr", "td", "th", "tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tr", "td", "th", "tbody", "thead", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "rt": (frozenset({"rt", "rp"}), frozenset({"ruby"})),
    "rp": (frozenset({"rt", "rp"}), frozenset({"ruby"})),
}
# How far up an implied end tag is looked for: deeper nesting than this between two list items is an attack.
_LOOK_UP = 64
# Elements nested deeper than this are kept as siblings, as browsers do.
_DEEPEST = 200


@dataclass(slots=True)
class Node:
    """An element, or (``name`` empty) a stretch of text at ``start``..``end`` of the source.

    ``after`` is the index after the last node inside. ``parent`` is an index, -1 at the top.
    """

    name: str
    start: int
    end: int
    parent: int
    after: int = 0
    attributes: Mapping[str, str] = field(default_factory=dict)


def html_tree(source: str, start: int = 0, end: int | None = None) -> list[Node]:
    """The nodes of ``source[start:end]`` in document order. Raw elements (script, style, title) hold their text."""
    tree = _Tree(source)
    for token in html_tokens(source, start, end):
        tree.take(token)
    tree.close_down_to(0)
    return tree.nodes


def inside(nodes: Sequence[Node], index: int) -> Iterator[int]:
    """The indexes of all nodes inside the element at ``index``."""
    return iter(range(index + 1, nodes[index].after))


class _Tree:
    def __init__(self, source: str) -> None:
        self.nodes: list[Node] = []
        self._source = source
        self._open: list[int] = []
        self._names: Counter[str] = Counter()

    def take(self, token: HtmlToken) -> None:
        if token.kind is TokenKind.CLOSE:
            self._close(token.name)
        elif token.kind is TokenKind.OPEN:
            self._begin(token)
        else:
            self._append(Node("", token.start, token.end, self._parent()))

    def close_down_to(self, depth: int) -> None:
        """End the open elements above ``depth``."""
        while len(self._open) > depth:
            node = self.nodes[self._open.pop()]
            node.after = len(self.nodes)
            self._names[node.name] -= 1

    def _parent(self) -> int:
        return self._open[-1] if self._open else -1

    def _append(self, node: Node) -> None:
        self.nodes.append(node)
        node.after = len(self.nodes)

    def _begin(self, token: HtmlToken) -> None:
        self._end_implied(token.name)
        self._append(Node(token.name, token.start, token.end, self._parent(), 0, attributes(self._source, token)))
        # Browsers honour "/>" only on void elements, but XHTML writers use it to mean what it says.
        self_closed = self._source[token.end - 2 : token.end] == "/>"
        if token.name not in VOID and not self_closed and len(self._open) < _DEEPEST:
            self._open.append(len(self.nodes) - 1)
            self._names[token.name] += 1

    def _end_implied(self, name: str) -> None:
        if name in ENDS_PARAGRAPH and self._names["p"] > 0:
            self._end_up_to(frozenset({"p"}), ENDS_PARAGRAPH - {"p"} | TABLE_PARTS | {"li", "dd", "body"})
        if name in _ENDS:
            self._end_up_to(*_ENDS[name])

    def _end_up_to(self, ended: frozenset[str], container: frozenset[str]) -> None:
        """End the outermost element of ``ended`` that is open inside the nearest ``container``."""
        outermost: int | None = None
        for depth in range(len(self._open) - 1, max(-1, len(self._open) - 1 - _LOOK_UP), -1):
            name = self.nodes[self._open[depth]].name
            if name in container:
                break
            if name in ended:
                outermost = depth
        if outermost is not None:
            self.close_down_to(outermost)

    def _close(self, name: str) -> None:
        if self._names[name] <= 0:
            return
        for depth in range(len(self._open) - 1, -1, -1):
            opened = self.nodes[self._open[depth]].name
            if opened == name:
                self.close_down_to(depth)
                return
            if opened in TABLE_PARTS and name not in TABLE_PARTS:
                # A stray end tag inside a cell ends nothing outside of it.
                return
