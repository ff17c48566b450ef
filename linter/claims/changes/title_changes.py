"""What a heading says went up or down, and the text below says did not: 居民医保人均多缴20元 … 与上年持平."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.calculations.change_words import any_of
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import ChangeClaim
from linter.document import BlockKind
from linter.text import Span
from reference.vocabulary import load_json, worded

# What a heading asks, plans or explains it does not assert; of a place or a group another may tell otherwise.
_NO_NEWS = re.compile(
    "[?]|吗|如何|怎么|是否|会不会|为什么|为何|拟|计划|建议|谣言|误区|还是|可能|或|十年|历年|连续|逐年"
)
_OF_SOME = re.compile(
    "学生|儿童|大学|老年|老人|低保|特困|困难|成人|成年|未成年|新生儿|[一二三高低]档|部分|有的|个别|其他|其余|另外|除|外省|邻[市县省]|退役|灵活"
)
_NO_FACT = re.compile("如果|假如|若|要是|误以为|有人|谣|网传|原本|原定|本来|曾|以前")
_YEAR = re.compile("20[0-9]{2}(?=年)")
_MOST_SENTENCES = 8


def extract(reading: Reading) -> Iterator[ChangeClaim]:
    """Each heading that tells of one thing which way it went, with the first sentence below that tells of it too."""
    heading: Sentence | None = None
    read = 0
    for sentence in reading.sentences:
        if _is_heading(reading, sentence):
            heading, read = sentence, 0
            continue
        read += 1
        if heading is None or heading.section != sentence.section or read > _MOST_SENTENCES:
            continue
        claim = _claim(reading, heading, sentence)
        if claim is not None:
            yield claim
            heading = None


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    return reading.document.sections[sentence.section].blocks[sentence.block].kind is BlockKind.HEADING


def _claim(reading: Reading, heading: Sentence, sentence: Sentence) -> ChangeClaim | None:
    title, said = heading.span.cut(reading.text), sentence.span.cut(reading.text)
    course, items = _course(title), _items(title)
    if course is None or len(items) != 1 or _NO_NEWS.search(title) or is_question(reading, sentence):
        return None
    told = _told(said)
    if told is None or _OF_SOME.search(said) or _NO_FACT.search(said) or not _is_latest(reading, sentence):
        return None
    way, place = told
    # 个人缴费420元,财政补助与上年持平: what was named last is what stayed the same.
    named = _items(said[: place.end])
    if way == course or not named or named[-1] != items[0] or len(set(named)) > 1:
        return None
    here = Span(sentence.span.start + place.start, sentence.span.start + place.end)
    scope = reading.scope(heading.span, heading)
    return ChangeClaim(heading.span, heading.span, scope, heading.span, here, course, way, in_words=True)


def _course(title: str) -> str | None:
    """The one way a heading says something went; 不涨 is none."""
    plain = _same().sub("", title)
    found = [way for way in ("up", "down") if re.search(any_of(f"title_{way}"), plain)]
    return found[0] if len(found) == 1 and plain == title else None


def _told(said: str) -> tuple[str, Span] | None:
    """Which way a sentence says something went since the year before, and where it says so."""
    found = [("same", match) for match in _same().finditer(said)]
    found += [(match.lastgroup or "", match) for match in _since().finditer(said)]
    return (found[0][0], Span(*found[0][1].span())) if len({way for way, _ in found}) == 1 else None


def _is_latest(reading: Reading, sentence: Sentence) -> bool:
    """False for a sentence about an earlier year than the last one its section names."""
    section = reading.document.sections[sentence.section].span.cut(reading.text)
    years, own = _YEAR.findall(section), _YEAR.findall(sentence.span.cut(reading.text))
    return not own or (len(set(own)) == 1 and own[0] == max(years))


def _items(said: str) -> list[str]:
    """What is named, in the order it is named."""
    found = [(match.start(), name) for name, words in _named() for match in words.finditer(said)]
    return list(dict.fromkeys(name for _, name in sorted(found)))


@worded
def _named() -> tuple[tuple[str, re.Pattern[str]], ...]:
    items = load_json("change_words.json")["items"]
    return tuple((name, re.compile("|".join(words))) for name, words in items.items())


@worded
def _same() -> re.Pattern[str]:
    return re.compile(any_of("same"))


@worded
def _since() -> re.Pattern[str]:
    ways = "|".join(f"(?P<{way}>{any_of(way, amount)})" for way, amount in (("up", "more"), ("down", "less")))
    return re.compile(rf"{any_of('than')}{any_of('last_year')}[^,;。:()0-9]{{0,6}}?(?:{ways})")
