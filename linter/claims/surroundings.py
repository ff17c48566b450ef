"""What stands around a sentence and says what it is about: its block, the headings above it, and the titles."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.layout import Sentence
from linter.claims.reading import Reading
from linter.document import BlockKind
from linter.text import Span


def surroundings(reading: Reading, sentence: Sentence) -> str:
    """The text of the block, the line that introduces it, the headings above, and the title of the section."""
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    return "\n".join([block.span.cut(reading.text), *(span.cut(reading.text) for span in headings(reading, sentence))])


def headings(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    """The introducing line and the headings over the sentence's block, nearest first, then the section's title."""
    section = reading.document.sections[sentence.section]
    level = 99
    introduced = False
    for block in reversed(section.blocks[: sentence.block]):
        if block.kind is BlockKind.HEADING and block.level < level:
            yield block.span
            level = block.level
        elif not introduced and level == 99 and block.span.cut(reading.text).rstrip().endswith(":"):
            yield block.span
            introduced = True
    if section.title is not None:
        yield section.title
