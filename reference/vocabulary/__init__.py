"""Words and what they contribute to a claim, as data: those of the package, and those of the packs in force.

What is built of words is built once for each vocabulary (``worded``); which one is in force is said by whoever works
with it (``in_force``), for the time of that work alone. Without a word it is the package's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reference.vocabulary.scope import BUILT_IN, Vocabulary, current, in_force, worded

__all__ = ["BUILT_IN", "TermEntry", "Vocabulary", "in_force", "load_entries", "load_json", "load_terms", "worded"]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A vocabulary entry: ``names`` are its spellings; ``facets`` what a hit contributes. No facets: a shield.

    A shield is a longer word that only looks like a term (养老院, 个人所得税): it is matched and then ignored.
    """

    id: str
    names: tuple[str, ...]
    facets: Mapping[str, str] = field(default_factory=dict)


@worded
def load_json(name: str) -> Any:
    """The parsed vocabulary file of that name, read once. Raises OSError or ValueError when the package is damaged."""
    return current().content(name)


@worded
def load_entries(name: str) -> tuple[dict[str, Any], ...]:
    """The entries of the folder of that name ("quantities", "statements"): one file a subject, in order of their names.

    Those of packs come after those of the package. Raises OSError or ValueError when the package is damaged.
    """
    return tuple(entry for content in current().contents(name) for entry in content[name])


@worded
def load_terms() -> tuple[TermEntry, ...]:
    """All terms of ``terms.json``, which groups them by facet for the reader of the file."""
    groups: dict[str, list[dict[str, Any]]] = load_json("terms.json")["groups"]
    return tuple(
        TermEntry(entry["id"], tuple(entry["names"]), entry.get("facets", {}))
        for entries in groups.values()
        for entry in entries
    )
