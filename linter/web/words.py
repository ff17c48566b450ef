"""The page's words in both languages: its own, and those of the reports it shows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("zh", "en")
# The reports are found by name, and so are their words.
_SOURCES = (("reports", "ui_text.json"), ("linter.web", "words.json"))


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """All words: key → form ("zh", "en", "en_one") → text."""
    merged: dict[str, Mapping[str, str]] = {}
    for package, name in _SOURCES:
        merged |= json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return merged


def in_both(key: str, **slots: object) -> dict[str, str]:
    """A sentence in each language, its slots filled."""
    return {lang: words()[key][lang].format(**slots) for lang in LANGUAGES}


def catalogue(lang: str) -> dict[str, dict[str, str]]:
    """The words of one language for the page's scripts: key → {"text", and "one" where the singular differs}."""
    forms = (("text", lang), ("one", f"{lang}_one"))
    return {key: {name: text[form] for name, form in forms if form in text} for key, text in words().items()}
