"""What keeps two sayings of a text from being held against each other, whatever they are about."""

from __future__ import annotations

NOT_COMPARED = ("hypothetical", "example", "hearsay", "question", "plan", "history", "provisional", "condition")
"""Markers of what is not simply said of here and now."""

NARROWING = ("grade ", "only ")
"""How markers begin that tell for whom, or in which case, something holds: both sayings must have the same ones."""
