"""Where a list of relatives stands: its own clause before and after it, and what follows in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.kinship.kin_lists import KinList


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A list with the text of its own clause before and after it, and all that follows in the sentence."""

    before: str
    after: str
    rest: str


def place_of(reading: Reading, sentence: Sentence, listed: KinList) -> ListPlace:
    """The place of a list in its sentence; what stands in brackets with it is its clause."""
    text, whole = reading.text, sentence.span
    start = max((text.rfind(mark, whole.start, listed.span.start) for mark in ",;。"), default=-1)
    before = text[max(start + 1, whole.start) : listed.span.start]
    if "(" in before and ")" not in before[before.rindex("(") :]:
        opened = before.rindex("(")
        inside = before[opened + 1 :]
        before = inside if inside.strip() else before
    rest = text[listed.span.end : whole.end]
    after = re.split("[,;)]", rest, maxsplit=1)[0]
    return ListPlace(before, after, rest)
