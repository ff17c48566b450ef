"""Words and what they contribute to a claim, as data. Loaded once, frozen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A vocabulary entry: ``names`` are its spellings; ``facets`` what a hit contributes. No facets: a shield.

    A shield is a longer word that only looks like a term (养老院, 个人所得税): it is matched and then ignored.
    """

    id: str
    names: tuple[str, ...]
    facets: Mapping[str, str] = field(default_factory=dict)


@cache
def load_json(name: str) -> Any:
    """The parsed vocabulary file of that name, read once. Raises OSError or ValueError when the package is damaged."""
    return json.loads((_HERE / name).read_text(encoding="utf-8"))


@cache
def load_entries(name: str) -> tuple[dict[str, Any], ...]:
    """The entries of the folder of that name ("quantities", "statements"): one file a subject, in order of their names.

    Raises OSError or ValueError when the package is damaged.
    """
    files = sorted((_HERE / name).glob("*.json"))
    return tuple(entry for file in files for entry in load_json(f"{name}/{file.name}")[name])


@cache
def load_terms() -> tuple[TermEntry, ...]:
    """All terms of ``terms.json``, which groups them by facet for the reader of the file."""
    groups: dict[str, list[dict[str, Any]]] = load_json("terms.json")["groups"]
    return tuple(
        TermEntry(entry["id"], tuple(entry["names"]), entry.get("facets", {}))
        for entries in groups.values()
        for entry in entries
    )
