"""The ledger: which rules hold a fact, and its common wrong claims in words of our own. YAML, one file a subject.

    pension.employer_rate:
      rules: [national.pension.rate.employer]
      wrong:
      - 单位养老保险按【20%】缴纳。
      - {text: 单位养老保险按【19%】缴纳。, published: 2025-03-01}
      - {text: 单位缴费的一部分进了谁的账户说不清。, silent: why nothing can be found in it}
      - {not_checkable: names a figure that is left out, which no sentence shows}
    pension.something_else:
      reason: why no rule holds it

``wrong`` has one item for each claim of the fact, in its order. What must be found stands in 【】.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from linter.casefile import marked_articles
from linter.text import Span

LEDGER = Path(__file__).parent / "ledger"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong claim, worded as an article would. ``silent`` and ``not_checkable`` say why it is not found."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    region: str | None = None
    published: date | None = None
    silent: str | None = None
    not_checkable: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a fact: the ids of its ``rules``, or the ``reason`` why there are none."""

    rules: tuple[str, ...]
    wrong: tuple[Wrong, ...]
    reason: str | None = None


def read_ledger(folder: Path = LEDGER) -> dict[str, Entry]:
    """All entries by the id of their fact. Raises ``ValueError`` for a fact that stands twice."""
    entries: dict[str, Entry] = {}
    for file in sorted(folder.glob("*.yml")):
        for fact, raw in (yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or {}).items():
            if fact in entries:
                raise ValueError(f"{file}: {fact} stands twice")
            wrong = tuple(_wrong(one) for one in raw.get("wrong", ()))
            entries[fact] = Entry(tuple(raw.get("rules", ())), wrong, raw.get("reason"))
    return entries


def _wrong(raw: Any) -> Wrong:
    slots: Mapping[str, Any] = {"text": raw} if isinstance(raw, str) else raw
    own = dict(slots)
    if "published" in own:
        own["published"] = date.fromisoformat(own["published"])
    (article,) = marked_articles(own.pop("text", ""))
    return Wrong(article.text, article.spans, **own)
