"""The words around a last day, as patterns: ``vocabulary/deadline_words.json``."""

from __future__ import annotations

import re

from reference.vocabulary import load_json, worded


@worded
def pattern(name: str) -> re.Pattern[str]:
    """Any of the words of that name."""
    return re.compile("|".join(load_json("deadline_words.json")[name]))
