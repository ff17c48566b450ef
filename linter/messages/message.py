"""A text in the two languages of the reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, clause or name in each language of the reports."""

    zh: str
    en: str

    def in_language(self, lang: str) -> str:
        """The text in ``lang`` ("zh" or "en")."""
        return self.en if lang == "en" else self.zh


def listed(items: Iterable[Message]) -> Message:
    """The items one after the other, as each language writes a list."""
    items = tuple(items)
    return Message("、".join(item.zh for item in items), ", ".join(item.en for item in items))
