"""The reports' own words, in both languages, from ``ui_text.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import cast

LANGUAGES = ("zh", "en")


class Wording:
    """Looks up the words of one language. An unknown language reads as Chinese."""

    __slots__ = ("lang",)

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else LANGUAGES[0]

    def __call__(self, key: str, /, **slots: object) -> str:
        """The words for ``key`` with its slots filled; the form for one when ``n`` is 1 and there is such a form."""
        forms = ui_text()[key]
        form = f"{self.lang}_one" if slots.get("n") == 1 else self.lang
        return forms.get(form, forms[self.lang]).format(**slots)

    def label(self, group: str, name: str) -> str:
        """The words for a member of an open list (family, reason, role): the name itself when there are none."""
        key = f"{group}.{name}"
        return self(key) if key in ui_text() else name


def replaced_line(replaced: Iterable[tuple[str, str]], wording: Wording) -> str:
    """Which built-in rules gave way to rules of one's own; empty when none did."""
    pairs = [f"{rule} → {by}" for rule, by in replaced]
    return wording("summary.replaced", rules=wording("list.separator").join(pairs)) if pairs else ""


@cache
def ui_text() -> Mapping[str, Mapping[str, str]]:
    """All words: key → language → text."""
    text = files("reports").joinpath("ui_text.json").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, str]]", json.loads(text))
