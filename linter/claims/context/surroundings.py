"""What stands around a sentence and says what it is about: its block, the headings above it, and the titles."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.text import Span


def surroundings(reading: Reading, sentence: Sentence) -> str:
    """The text of the block, the heads of a row, the line that introduces it, the headings above, and the title."""
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    around = (block.span, *_heads(reading, sentence), *headings(reading, sentence))
    return "\n".join(span.cut(reading.text) for span in around)


def _heads(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    """The heads of the columns whose cells stand in the sentence."""
    found = (reading.framer.headers_of(offset) for offset in range(sentence.span.start, sentence.span.end))
    yield from dict.fromkeys(head for heads in found for head in heads)


def headings(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    """Headings, introducing lines and questions over the sentence, nearest first, then the section's title."""
    yield from reading.framer.headings_above(sentence)
    section = reading.document.sections[sentence.section]
    if section.title is not None:
        yield section.title
