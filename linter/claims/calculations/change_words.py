"""The words by which a text tells that a figure became another, as parts of patterns."""

from __future__ import annotations

from reference.vocabulary import load_json


def any_of(*names: str) -> str:
    """A pattern for any of the words that ``change_words.json`` gives under the names."""
    words = (word for name in names for word in load_json("change_words.json")[name])
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"
