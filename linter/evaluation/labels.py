"""Labels of articles: one JSON object a line, either one label or one article with all of its labels.

The formats and every key are described in ``docs/evaluation.md``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reference.json_in import read_json

_FAMILIES = {
    "arithmetic": "arithmetic",
    "contradiction": "contradiction",
    "reference": "reference",
    "stale": "staleness",
}
_CONFIDENCES = ("high", "medium")
# Keys that hold more places of the same error; a hit on any of them finds it.
_MORE_PLACES = ("also", "pair", "alt_quotes")
_MORE_KINDS = ("alt_kinds", "accept_kinds")


class LabelError(ValueError):
    """A line of a label file cannot be understood."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of an article: its words with, where given, the code points they span in the decoded file,
    or which of their occurrences in the visible text is meant (from 1; ``None``: any)."""

    words: str
    occurrence: int | None = None
    offsets: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """An error that stands in an article: ``families`` are those of findings that count, its own first.

    A "high" one must be found; a "medium" one may be.
    """

    quotes: tuple[Quote, ...]
    families: tuple[str, ...]
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What is known of one article. ``traps`` look wrong and are right; on ``neutral`` places either is fine."""

    errors: tuple[Label, ...] = ()
    traps: tuple[Quote, ...] = ()
    neutral: tuple[Quote, ...] = ()


@dataclass(slots=True)
class _Sheet:
    errors: list[Label] = field(default_factory=list)
    traps: list[Quote] = field(default_factory=list)
    neutral: list[Quote] = field(default_factory=list)


def read_labels(path: Path) -> dict[str, Labels]:
    """The labels by file name. Raises ``LabelError`` with the line, or ``OSError``."""
    sheets: dict[str, _Sheet] = defaultdict(_Sheet)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = read_json(line)
            _add(entry, sheets[entry["file"]])
        except (ValueError, KeyError, TypeError) as error:
            raise LabelError(f"{path}:{number}: {type(error).__name__}: {error}") from error
    return {
        name: Labels(tuple(sheet.errors), tuple(sheet.traps), tuple(sheet.neutral)) for name, sheet in sheets.items()
    }


def _add(entry: Mapping[str, Any], sheet: _Sheet) -> None:
    if "quote" in entry:
        sheet.errors.append(_label(entry))
        return
    sheet.errors += [_label(each) for each in entry["findings"]]
    sheet.traps += [_quote(each) for each in entry.get("traps", ())]
    sheet.neutral += [_quote(each) for each in entry.get("neutral", ())]


def _label(entry: Mapping[str, Any]) -> Label:
    kinds = [entry["kind"], *(kind for key in _MORE_KINDS for kind in entry.get(key, ()))]
    if entry["confidence"] not in _CONFIDENCES:
        raise ValueError(f"confidence {entry['confidence']!r} is none of {', '.join(_CONFIDENCES)}")
    return Label(
        quotes=(_quote(entry), *_more(entry)),
        families=tuple(dict.fromkeys(_FAMILIES[kind] for kind in kinds)),
        confidence=entry["confidence"],
        why=entry.get("explanation") or entry.get("why", ""),
    )


def _more(entry: Mapping[str, Any]) -> Iterator[Quote]:
    places: Iterable[Any] = (place for key in _MORE_PLACES for place in entry.get(key, ()))
    return (Quote(place) if isinstance(place, str) else _quote(place) for place in places)


def _quote(entry: Mapping[str, Any]) -> Quote:
    offsets = (entry["start"], entry["end"]) if "start" in entry else None
    return Quote(entry["quote"], entry.get("occurrence"), offsets)
