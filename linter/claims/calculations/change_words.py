"""The words by which a text tells how a figure came of others, as parts of patterns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reference.vocabulary import load_json, worded

_FILES = ("change_words.json", "operation_words.json")


def any_of(*names: str) -> str:
    """A pattern for any of the words that ``change_words.json`` and ``operation_words.json`` give under the names."""
    lists = _lists()
    words = (word for name in names for word in lists[name])
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


@worded
def _lists() -> Mapping[str, Sequence[str]]:
    return {name: words for file in _FILES for name, words in load_json(file).items()}
