"""The words beside a figure that say what it is, in whatever words: 每月缴, 月月交 and 每个月缴纳 are the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.scan.tokens import Quantity
from reference.vocabulary import load_json, worded

_MARK = re.compile('[,;。:!?|\n—→=≈+×÷()“”"、]')
_CHINESE = re.compile("[\u4e00-\u9fff]+")


class Around(NamedTuple):
    """What stands before a figure in its clause since the figure before, and behind it up to the next."""

    led: str
    follows: str


def clause_around(reading: Reading, sentence: Sentence, figure: Quantity) -> Around:
    """The words around a figure, between marks and other figures."""
    text, span = reading.text, figure.span
    others = [other.span for other in reading.quantities_in(sentence.span) if other.span != span]
    marks = [mark.end() for mark in _MARK.finditer(text, sentence.span.start, span.start)]
    start = max([sentence.span.start, *marks, *(other.end for other in others if other.end <= span.start)])
    ends = [mark.start() for mark in _MARK.finditer(text, span.end, sentence.span.end)][:1]
    end = min([sentence.span.end, *ends, *(other.start for other in others if other.start >= span.end)])
    return Around(text[start : span.start], text[span.end : end])


def folded(words: str) -> str:
    """The words with those of one meaning written alike and those of none left out, without blanks and figures."""
    for written, meaning in _folds():
        words = written.sub(meaning, words)
    return "".join(_CHINESE.findall(_idle().sub("", words)))


def core(around: Around) -> frozenset[str]:
    """The pairs of characters of the words around a figure."""
    return frozenset(
        words[at : at + 2] for words in (folded(around.led), folded(around.follows)) for at in range(len(words) - 1)
    )


@worded
def _folds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile("|".join(words)), name) for name, words in load_json("same_words.json")["alike"].items())


@worded
def _idle() -> re.Pattern[str]:
    return re.compile("|".join(load_json("same_words.json")["idle"]))
