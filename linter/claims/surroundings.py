"""What stands around a sentence and says what it is about: its block, the headings above it, and the titles."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.layout import Sentence
from linter.claims.reading import Reading
from linter.text import Span


def surroundings(reading: Reading, sentence: Sentence) -> str:
    """The text of the block, the line that introduces it, the headings above, and the title of the section."""
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    return "\n".join([block.span.cut(reading.text), *(span.cut(reading.text) for span in headings(reading, sentence))])


def headings(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    """Headings, introducing lines and questions over the sentence, nearest first, then the section's title."""
    yield from reading.framer.headings_above(sentence)
    section = reading.document.sections[sentence.section]
    if section.title is not None:
        yield section.title
