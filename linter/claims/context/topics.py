"""What words speak of where they do not say so themselves: the topic named nearest before or above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.document import BlockKind
from linter.text import Span
from reference.vocabulary import load_json, worded

# Further back a reader no longer takes the subject from.
_SENTENCES_BACK = 4
_BLOCKS_BACK = 3
_CLAUSE = re.compile("[^,;:]+")
# 前三项单位和个人都要出钱: who is meant stands in the list before, of which these pick some.
_SOME_OF_A_LIST = re.compile(
    "(?:前|后|这|那|其他|其它|其余|另外?|剩下(?:的)?|余下(?:的)?)[两二三四五六]?(?:项|种|类|样|险|者)|[前后][两二三四五]个"
    "|[两二三四五六几](?:项|种|样|笔|块|险)(?:加|合|一起|一共|总|都|全|共)"
)


@dataclass(frozen=True, slots=True)
class _Topic:
    """The words that name a topic, and those of others that take its place."""

    named: re.Pattern[str]
    rival: re.Pattern[str]
    unclear: _Unclear | None = None


@dataclass(frozen=True, slots=True)
class _Unclear:
    """Words that others use of theirs as well (个人账户 of medical insurance and of pensions), and whose they are."""

    words: re.Pattern[str]
    ours: re.Pattern[str]
    theirs: re.Pattern[str]


def speaks_of(reading: Reading, sentence: Sentence, place: Span, topic: str) -> bool:
    """True when ``topic`` is named in the nearest place that names it or a rival.

    The clauses of ``place`` speak first, then those before them and the whole sentence, the heads of a table, the
    sentences before, headings and questions above, the title, and last the paragraphs before.
    """
    known = _topics()[topic]
    places = (span.cut(reading.text) for span in _places(reading, sentence, place))
    own = next(places, "")
    said = reading.text[sentence.span.start : max(sentence.span.start, place.end)]
    if _SOME_OF_A_LIST.search(said) and known.named.search(said) is None:
        return False
    return _held(known, chain((own,), places))


def topic_named_by(words: Iterable[str]) -> str | None:
    """The insurance that each of these words names, and names to the exclusion of its rivals."""
    named = tuple(words)
    for topic in _insurances():
        known = _topics()[topic]
        if named and all(known.named.search(word) and not known.rival.search(word) for word in named):
            return topic
    return None


def _held(topic: _Topic, texts: Iterator[str]) -> bool:
    """The first text that names the topic or a rival decides; beyond the very words, by which it names first.

    Where the topic is named by a word that is unclear, it is the first text that tells whose the word is.
    """
    for index, text in enumerate(texts):
        if topic.unclear is not None and topic.unclear.words.search(text) is not None:
            return _decided(topic.unclear.ours, topic.unclear.theirs, chain((text,), texts)) is not False
        decided = _decided(topic.named, topic.rival, (text,), own=index == 0)
        if decided is not None:
            return decided
    return False


def _decided(ours: re.Pattern[str], theirs: re.Pattern[str], texts: Iterable[str], *, own: bool = False) -> bool | None:
    """True when the first text that has any of both has ours, and before theirs unless it is the very clause."""
    for text in texts:
        named, rival = ours.search(text), theirs.search(text)
        if named is not None:
            return own or rival is None or named.start() <= rival.start()
        if rival is not None:
            return False
    return None


def _places(reading: Reading, sentence: Sentence, place: Span) -> Iterator[Span]:
    yield from _clauses(reading.text, sentence.span, place)
    yield sentence.span
    yield from reading.framer.headers_of(place.start)
    yield from _sentences_before(reading, sentence)
    yield from reading.framer.headings_above(sentence)
    section = reading.document.sections[sentence.section]
    if section.title is not None:
        yield section.title
    before = section.blocks[max(0, sentence.block - _BLOCKS_BACK) : sentence.block]
    # A row tells of its own; what stands under the table is about all of them.
    yield from (block.span for block in reversed(before) if block.kind is not BlockKind.ROW)
    if section.title is None and section.blocks:
        yield section.blocks[0].span  # of what a page without a title is, its opening tells


def _clauses(text: str, sentence: Span, place: Span) -> Iterator[Span]:
    """The clauses ``place`` lies in, as one, and those before it in the sentence, nearest first."""
    cut = [Span(*match.span()) for match in _CLAUSE.finditer(text, sentence.start, sentence.end)]
    own = [clause for clause in cut if clause.overlaps(place)]
    if own:
        yield Span(own[0].start, own[-1].end)
        yield from reversed([clause for clause in cut if clause.end <= own[0].start])


def _sentences_before(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    index = reading.framer.sentence_index(sentence.span.start) or 0
    for before in reversed(reading.sentences[max(0, index - _SENTENCES_BACK) : index]):
        if (before.section, before.block) != (sentence.section, sentence.block):
            return
        yield before.span


@worded
def _insurances() -> tuple[str, ...]:
    return tuple(load_json("topics.json").get("insurances", ()))


@worded
def _topics() -> dict[str, _Topic]:
    raw = load_json("topics.json")["topics"]
    words = {entry["id"]: entry["words"] for entry in raw}

    def of(names: Iterable[str]) -> re.Pattern[str]:
        return re.compile("|".join(word for name in names for word in words.get(name, [name])))

    def unclear(found: dict[str, list[str]] | None) -> _Unclear | None:
        return None if found is None else _Unclear(of(found["words"]), of(found["ours"]), of(found["theirs"]))

    return {
        entry["id"]: _Topic(of(entry["words"]), of(entry["rivals"]), unclear(entry.get("unclear"))) for entry in raw
    }
