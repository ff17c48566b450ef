"""Words that narrow a figure to a group of people or to a level of government: 特殊工种, 市区, 省直."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reference.vocabulary import load_json, worded


def groups(text: str) -> Iterator[str]:
    """The markers "only …" of the special groups that a text names."""
    yield from (f"only {name}" for name, pattern in _patterns("groups") if pattern.search(text))


def level(text: str) -> str | None:
    """The marker "level …" of the level of government that a text names last."""
    found = [(match.start(), name) for name, pattern in _patterns("levels") for match in pattern.finditer(text)]
    return f"level {max(found)[1]}" if found else None


@worded
def _patterns(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words: dict[str, list[str]] = load_json("scope_words.json")[kind]
    return tuple((name, re.compile("|".join(alternatives))) for name, alternatives in words.items())
