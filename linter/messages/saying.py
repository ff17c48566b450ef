"""A sentence of the catalogue with its places filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from linter.messages.catalogue import Piece, sentence
from linter.messages.message import Message

Word: TypeAlias = Message | str | int | date
"""What fills a place: a ``Message`` in the language of the sentence around it, everything else alike in both."""


def say(key: str, /, **words: Word) -> Message:
    """The message ``<subject>.<name>`` with ``words`` in its places.

    Raises KeyError for an unknown key, ValueError for a place that is not filled and for a word that has no place.
    """
    found = sentence(key)
    if found.places != words.keys():
        wrong = ", ".join(sorted(found.places ^ words.keys()))
        raise ValueError(f"{key}: its places and the words given for them differ: {wrong}")
    return Message(_filled(found.zh, words, "zh"), _filled(found.en, words, "en"))


def outline(key: str, /) -> Message:
    """The message with … in its places, for documentation. Raises KeyError for an unknown key."""
    return say(key, **dict.fromkeys(sentence(key).places, "…"))


def _filled(pieces: Iterable[Piece], words: Mapping[str, Word], lang: str) -> str:
    return "".join(text + ("" if name is None else _in_words(words[name], lang)) for text, name in pieces)


def _in_words(word: Word, lang: str) -> str:
    return word.in_language(lang) if isinstance(word, Message) else str(word)
