"""Words that narrow a figure to a group of people, a level of government or a case: 特殊工种, 省直, 满5年不满10年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reference.vocabulary import load_json, worded

# 累计缴费满1年不满5年的, 45周岁以下: a line of hardly more than bounds names the case of what stands below it.
_BOUND = re.compile(
    r"[满超]过?\s*[0-9.]+\s*(?:周?岁|年|个?月|万?元)|[0-9.]+\s*(?:周?岁|年|个?月|万?元)\s*(?:及其?|\()?(?:以[上下内]|之内|[<≤])"
)
_LONGEST_CASE = 24


def case(line: str) -> str | None:
    """The marker "only …" of the bounds that a short line is about."""
    bounds = _BOUND.findall(line) if len(line.strip()) <= _LONGEST_CASE else []
    return f"only {','.join(bounds)}" if bounds else None


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
