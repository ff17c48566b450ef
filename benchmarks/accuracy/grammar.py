"""Texts from a grammar, with the place of every value that a topic put into them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

_SYMBOL = re.compile(r"\{(\w+)\}")
_FILE = Path(__file__).parent / "grammar.yml"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``slot`` names the value it is, if it is one."""

    text: str
    slot: str | None = None


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Symbols and the templates each may become."""

    templates: Mapping[str, Sequence[str]]

    @classmethod
    def load(cls) -> Grammar:
        """The grammar beside this file."""
        return cls(yaml.safe_load(_FILE.read_text(encoding="utf-8")))

    def expand(self, symbol: str, values: Mapping[str, str], rng: random.Random) -> Pieces:
        """One text for a symbol: values as given, everything else chosen by ``rng``."""
        template = rng.choice(self.templates[symbol])
        pieces: list[Piece] = []
        done = 0
        for match in _SYMBOL.finditer(template):
            pieces.append(Piece(template[done : match.start()]))
            name = match[1]
            pieces += [Piece(values[name], name)] if name in values else self.expand(name, values, rng)
            done = match.end()
        return (*pieces, Piece(template[done:]))


def changed(pieces: Pieces, slots: Mapping[str, str]) -> Pieces:
    """The same text with other values in some slots."""
    return tuple(Piece(slots.get(piece.slot or "", piece.text), piece.slot) for piece in pieces)


def text_of(pieces: Iterable[Piece]) -> str:
    """The text of the pieces."""
    return "".join(piece.text for piece in pieces)


def spans_of(pieces: Iterable[Piece], slots: Iterable[str]) -> list[tuple[int, int]]:
    """Where the values of these slots stand in the text of the pieces."""
    wanted, at, found = set(slots), 0, []
    for piece in pieces:
        if piece.slot in wanted:
            found.append((at, at + len(piece.text)))
        at += len(piece.text)
    return found
