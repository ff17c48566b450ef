"""Facets read from patterns instead of words: grades, bands of years, stages of a benefit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.scan.tokens import Term
from linter.text import Span
from reference.vocabulary import load_json, worded

_DIGITS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2}


def cues(text: str) -> Iterator[Term]:
    """Every cue of ``vocabulary/cues.json`` in ``text``, as a term with one facet; facet by facet in text order."""
    for facet, pattern, values in _patterns():
        for match in pattern.finditer(text):
            value = _value(match, values)
            # A blank before it is none of its: in a table it stands outside the cell.
            start = match.end() - len(match.group().lstrip())
            yield Term(Span(start, match.end()), f"{facet}.{value}", {facet: value})


def series(text: str) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
    """Every range of ordered values written by its ends (一级至四级): where, its facet, all its values."""
    for facet, pattern, names, values in _series():
        for match in pattern.finditer(text):
            first, last = names.index(match["first"]), names.index(match["last"])
            if first < last:
                yield Span(*match.span()), facet, values[first : last + 1]


def _value(match: re.Match[str], values: tuple[str, ...]) -> str:
    """The value of the group that matched; of two ends (一年以上不满五年) the band between them."""
    found = match.groupdict()
    if "low" in found:
        return "-".join(str(_DIGITS.get(found[end], found[end])) for end in ("low", "high"))
    if "value" in found:
        return _in_digits(found["value"])
    return values[int(str(match.lastgroup)[1:])]


def _in_digits(value: str) -> str:
    """五十五 as 55; everything else as it stands."""
    tens, ten, ones = value.partition("十")
    if not ten or not set(tens + ones) <= _DIGITS.keys():
        return value
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0))


@worded
def _patterns() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """Facet, pattern (one group a value: v0, v1, …; or a group named value), values."""
    compiled: list[tuple[str, re.Pattern[str], tuple[str, ...]]] = []
    for cue in load_json("cues.json")["cues"]:
        values: dict[str, str] = cue.get("values", {})
        # The empty group behind each alternative tells it as well as one around it would, and does not hide its first
        # character from the search.
        alternatives = "|".join(f"(?:{pattern})(?P<v{index}>)" for index, pattern in enumerate(values.values()))
        pattern = re.compile(str(cue["pattern"]).replace("{}", alternatives))
        compiled.append((cue["facet"], pattern, tuple(values)))
    return tuple(compiled)


@worded
def _series() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (
            entry["facet"],
            re.compile(str(entry["pattern"]).replace("{}", "".join(entry["names"]))),
            tuple(entry["names"]),
            tuple(entry["values"]),
        )
        for entry in load_json("cues.json")["series"]
    )
