"""Which files a pack may add to: those that say what a field speaks of. The others hold for the language itself."""

from __future__ import annotations

OPEN_FOLDERS = ("quantities", "statements")
OPEN_FILES = (
    "terms.json",
    "quantities.json",
    "statements.json",
    "topics.json",
    "cues.json",
    "facet_names.json",
    "events.json",
    "formulas.json",
    "hotlines.json",
    "citations.json",
    "sets.json",
    "schema/quantities.json",
    "schema/relations.json",
)
