"""The sentences of ``<subject>.json``: text with named places, such as ``{written}``, in both languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import TypeAlias

Piece: TypeAlias = tuple[str, str | None]
"""Text, and the name of the place behind it; ``None`` at the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """An entry of the catalogue, taken apart. Both languages have the same places, in the order of their own."""

    zh: tuple[Piece, ...]
    en: tuple[Piece, ...]

    @property
    def places(self) -> frozenset[str]:
        """The names of what fills the sentence."""
        return frozenset(name for _, name in (*self.zh, *self.en) if name is not None)


@cache
def sentence(key: str) -> Sentence:
    """The entry ``<subject>.<name>``. Raises KeyError for an unknown one."""
    subject, _, name = key.partition(".")
    try:
        entry = subject_texts(subject)[name]
    except (FileNotFoundError, KeyError):
        raise KeyError(f"no message is called {key}") from None
    return Sentence(_pieces(key, entry["zh"]), _pieces(key, entry["en"]))


@cache
def subject_texts(subject: str) -> Mapping[str, Mapping[str, str]]:
    """The texts of a subject by name and language. Raises FileNotFoundError for an unknown one."""
    # A file each: who reports a wrong total need not read what is said of an edit.
    loaded: Mapping[str, Mapping[str, str]] = json.loads((files(__package__) / f"{subject}.json").read_text("utf-8"))
    return loaded


def _pieces(key: str, text: str) -> tuple[Piece, ...]:
    """The text cut at its places. Raises ValueError for one that is no plain name: ``{}``, ``{a.b}``, ``{a!r}``."""
    pieces = []
    for literal, name, spec, conversion in Formatter().parse(text):
        if name is not None and (spec or conversion or not name.isidentifier()):
            raise ValueError(f"{key} may only hold plain names in braces, not {{{name}}}")
        pieces.append((literal, name))
    return tuple(pieces)
