"""A line of loosely marked-up text, cut into pieces: what shows, what stands for something else, what marks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from linter.readers.html_names import BOLD, LOOSE_BLOCKS, LOOSE_INLINE, STRUCK
from reference.vocabulary import load_json


class PieceKind(Enum):
    """What a piece does. TEXT shows its source, PUT shows ``text``, the others mark up their neighbours."""

    TEXT = auto()
    PUT = auto()
    NOTHING = auto()
    BREAK = auto()
    BOLD = auto()
    STAR = auto()
    UNDERSCORE = auto()
    STRIKE = auto()
    DOLLAR = auto()
    OPEN = auto()
    CLOSE = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece at ``start``..``end`` of the source."""

    kind: PieceKind
    start: int
    end: int
    text: str = ""


# Every repetition is bounded: a hostile line must not be scanned to its end from each of its characters.
_BRACED = r"\{((?:[^{}]|\{[^{}]{0,80}\}){0,200})\}"
_ANYWHERE = rf"""
    (?P<comment><!--.{{0,2000}}?-->)
  | <(?P<tag>/?[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]{{0,2000}})?/?>
  | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
  | \\(?P<fraction>[a-z]?frac)\s*{_BRACED}\s*{_BRACED}
  | \\(?P<wrapper>[a-z]{{3,12}})\s*{_BRACED}
  | (?P<thousands>\{{,\}})
  | \\(?P<symbol>[A-Za-z]{{2,12}})
  | (?P<percent>\\[%\[\]()])
  | (?P<dollar>\$\$?)
  | (?P<strong>\*{{2,}})
  | (?P<code>(?P<ticks>`+)(?!`).{{1,1000}}?(?<!`)(?P=ticks)(?!`))
"""
_LINKS = r"""
  | (?P<open>!?\[(?!\^)){reference}
  | (?P<link>\]\(\s*(?:<[^<>]{0,500}>|{target}(?:\([^\s()]{0,200}\)[^\s()]{0,200}){0,5})
      (?:\s+(?:"[^"]{0,200}"|'[^']{0,200}'))?\s*\))
  | (?P<close>\])
"""
_PLAIN = re.compile(
    _ANYWHERE + _LINKS.replace("{reference}", "").replace("{target}", r"(?:https?://|/|\#|\./|www\.)[^\s()]{0,1000}"),
    re.X,
)
_MARKDOWN = re.compile(
    _ANYWHERE
    + r"""
  | (?P<escape>\\[!-/:-@\[-`{-~])
  | <(?P<autolink>(?:https?://|mailto:)[^<>\s]{0,1000})>
  | (?P<footnote>\[\^[^\]\s]{1,50}\]:?)
  | (?P<star>\*)
  | (?P<underscore>_+)
  | (?P<strike>~~)
"""
    + _LINKS.replace("{reference}", r" | (?P<reference>\]\[[^\]]{0,200}\])").replace("{target}", r"[^\s()<>]{0,1000}"),
    re.X,
)
_MARKS = {
    "open": PieceKind.OPEN,
    "close": PieceKind.CLOSE,
    "link": PieceKind.LINK,
    "reference": PieceKind.LINK,
    "star": PieceKind.STAR,
    "strong": PieceKind.BOLD,
    "underscore": PieceKind.UNDERSCORE,
    "strike": PieceKind.STRIKE,
    "dollar": PieceKind.DOLLAR,
    "comment": PieceKind.NOTHING,
    "footnote": PieceKind.NOTHING,
}


def pieces(source: str, start: int, end: int, *, markdown: bool) -> Iterator[Piece]:
    """The pieces of ``source[start:end]``, one line, in order and without gaps."""
    at = start
    for match in (_MARKDOWN if markdown else _PLAIN).finditer(source, start, end):
        if match.start() > at:
            yield Piece(PieceKind.TEXT, at, match.start())
        yield from _of_match(source, match, markdown)
        at = match.end()
    if at < end:
        yield Piece(PieceKind.TEXT, at, end)


def _of_match(source: str, match: re.Match[str], markdown: bool) -> Iterator[Piece]:
    group = match.lastgroup or ""
    start, end = match.span()
    if match["fraction"] or match["wrapper"]:
        yield from _latex_group(source, match, markdown)
    elif match["tag"]:
        yield _tag(match)
    elif group in _MARKS:
        yield Piece(_MARKS[group], start, end)
    elif group == "entity":
        yield _entity(match)
    elif group == "symbol":
        shown = _latex().symbols.get(match["symbol"])
        yield Piece(PieceKind.TEXT, start, end) if shown is None else Piece(PieceKind.PUT, start, end, shown)
    elif group in ("percent", "escape"):
        yield Piece(PieceKind.NOTHING, start, start + 1)
        yield Piece(PieceKind.TEXT, start + 1, end)
    elif group == "thousands":
        yield Piece(PieceKind.PUT, start, end, ",")
    else:
        yield from _inner(match)


def _inner(match: re.Match[str]) -> Iterator[Piece]:
    """A code span or an autolink: its marks show nothing, what stands between them shows."""
    width = len(match["ticks"]) if match.lastgroup in ("code", "ticks") else 1
    start, end = match.span()
    yield Piece(PieceKind.NOTHING, start, start + width)
    yield Piece(PieceKind.TEXT, start + width, end - width)
    yield Piece(PieceKind.NOTHING, end - width, end)


def _entity(match: re.Match[str]) -> Piece:
    shown = html.unescape(match[0])
    if shown == match[0]:
        return Piece(PieceKind.TEXT, match.start(), match.end())
    return Piece(PieceKind.PUT, match.start(), match.end(), shown)


def _tag(match: re.Match[str]) -> Piece:
    """A tag by its HTML name; anything else in angle brackets is text (修改<…法>的决定)."""
    name = match["tag"].lower().lstrip("/")
    if name in LOOSE_BLOCKS:
        kind = PieceKind.BREAK
    elif name in BOLD:
        kind = PieceKind.BOLD
    elif name in STRUCK:
        kind = PieceKind.STRIKE
    else:
        kind = PieceKind.NOTHING if name in LOOSE_INLINE else PieceKind.TEXT
    return Piece(kind, match.start(), match.end())


@dataclass(frozen=True, slots=True)
class _Latex:
    symbols: dict[str, str]
    wrappers: frozenset[str]
    fractions: frozenset[str]


@cache
def _latex() -> _Latex:
    data = load_json("latex_symbols.json")
    return _Latex(data["symbols"], frozenset(data["wrappers"]), frozenset(data["fractions"]))


def _latex_group(source: str, match: re.Match[str], markdown: bool) -> Iterator[Piece]:
    r"""``\frac{a}{b}`` shows (a)/(b), ``\text{a}`` shows a; an unknown command shows as it is written."""
    name = match["fraction"] or match["wrapper"]
    groups = [match.span(g) for g in range(1, (match.re.groups or 0) + 1) if _is_argument(match, g)]
    known = name in (_latex().fractions if match["fraction"] else _latex().wrappers)
    if not known:
        yield Piece(PieceKind.TEXT, match.start(), match.end())
        return
    marks = ("(", ")/(", ")") if match["fraction"] else ("", "")
    at = match.start()
    for mark, (start, end) in zip(marks, groups, strict=False):
        yield Piece(PieceKind.PUT, at, start, mark)
        yield from pieces(source, start, end, markdown=markdown)
        at = end
    yield Piece(PieceKind.PUT, at, match.end(), marks[-1])


def _is_argument(match: re.Match[str], group: int) -> bool:
    return match[group] is not None and group not in match.re.groupindex.values()
