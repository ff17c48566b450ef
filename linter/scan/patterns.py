"""Pieces of regular expressions that several scanners share, and the masking of text already read."""

from __future__ import annotations

import re
from collections.abc import Iterable

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
CN_DIGITS = "零〇一二两三四五六七八九"
CN_UNITS = "十百千万亿"
CN_NUMERALS = CN_DIGITS + CN_UNITS
# What joins the two ends of a range: 60-70%, 2——3万, 6至24个月.
RANGE_SIGN = r"(?:[-—~]{1,2}|至|到)"

MASK = "\uffff"


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text``, as long as before, with everything under the spans hidden from later scanners."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        start = max(start, done)
        parts += (text[done:start], MASK * (end - start))
        done = end
    return "".join((*parts, text[done:])) if parts else text


class Affixes:
    """Words looked up by the text right before or right after a place, the longest first."""

    __slots__ = ("_after", "_before")

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        """Words with what each of them means."""
        self._before: dict[str, list[tuple[str, str]]] = {}
        self._after: dict[str, list[tuple[str, str]]] = {}
        for word, meaning in sorted(words, key=lambda pair: -len(pair[0])):
            self._before.setdefault(word[-1], []).append((word, meaning))
            self._after.setdefault(word[0], []).append((word, meaning))

    def before(self, text: str, at: int) -> tuple[str, str] | None:
        """The longest word that ends at ``at``, with its meaning."""
        if at == 0:
            return None
        for pair in self._before.get(text[at - 1], ()):
            if text.endswith(pair[0], 0, at):
                return pair
        return None

    def after(self, text: str, at: int) -> tuple[str, str] | None:
        """The longest word that begins at ``at``, with its meaning."""
        for pair in self._after.get(text[at : at + 1], ()):
            if text.startswith(pair[0], at):
                return pair
        return None
