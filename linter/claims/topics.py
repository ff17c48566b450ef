"""What a sentence speaks of where it does not say so itself: the topic named nearest before or above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from linter.claims.layout import Sentence
from linter.claims.reading import Reading
from linter.text import Span
from reference.vocabulary import load_json

# Further back a reader no longer takes the subject from.
_SENTENCES_BACK = 4


@dataclass(frozen=True, slots=True)
class _Topic:
    """The words that name a topic, and those of others that take its place."""

    named: re.Pattern[str]
    rival: re.Pattern[str]


def speaks_of(reading: Reading, sentence: Sentence, topic: str) -> bool:
    """True when ``topic`` is named in the nearest place that names it or a rival: sentence, those before, headings."""
    return _held(_topics()[topic], (place.cut(reading.text) for place in _places(reading, sentence)))


def _held(topic: _Topic, texts: Iterator[str]) -> bool:
    for text in texts:
        if topic.named.search(text):
            return True
        if topic.rival.search(text):
            return False
    return False


def _places(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    yield sentence.span
    index = reading.framer.sentence_index(sentence.span.start) or 0
    for before in reversed(reading.sentences[max(0, index - _SENTENCES_BACK) : index]):
        if (before.section, before.block) != (sentence.section, sentence.block):
            break
        yield before.span
    yield from reading.framer.headings_above(sentence)
    title = reading.document.sections[sentence.section].title
    if title is not None:
        yield title


@cache
def _topics() -> dict[str, _Topic]:
    raw = load_json("topics.json")["topics"]
    words = {entry["id"]: entry["words"] for entry in raw}
    return {
        entry["id"]: _Topic(
            re.compile("|".join(entry["words"])),
            re.compile("|".join(word for rival in entry["rivals"] for word in words.get(rival, [rival]))),
        )
        for entry in raw
    }
