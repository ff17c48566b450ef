"""Changes told with what was before and what is after: 由350元提高到400元; 原每月5日至20日调整为每月5日至20日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from linter.claims.calculations.change_words import any_of
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import ChangeClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_WAYS = ("up", "down", "changed")
_COMPARED = frozenset({Unit.YUAN, Unit.PERCENT, Unit.MONTHS, Unit.DAYS, Unit.AGE, Unit.COUNT})
# What is said of the figure behind it makes it another thing: 8%(含生育保险), 8%的一半, 8%以内.
_QUALIFIED = re.compile(r"\s*(?:[(%0-9.]|的|以[上下内]|左右)")
# 60岁→63岁 · 5种变10种
_BECAME = re.compile(
    r"\s*(?:/月|/年)?\s*(?:→|⟶|➡|[-=]+>|变成?|改成?|[升涨增扩降减调提]到"
    r"|(?:提高|上调|上涨|下调|降低|调整|调高|调低|提升)了?(?:到|至|为|成))\s*"
)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure and the one it became; ``said`` is "up", "down" or "changed"."""

    before: Quantity
    after: Quantity
    said: str


def extract(reading: Reading) -> Iterator[ChangeClaim]:
    """Every change whose two sides stand in one clause, or side by side. Questions tell of none."""
    for sentence in reading.sentences:
        if not is_question(reading, sentence):
            yield from _to_the_same(reading, sentence)
            yield from _between_figures(reading, sentence)


def _to_the_same(reading: Reading, sentence: Sentence) -> Iterator[ChangeClaim]:
    """What is changed to the very words that stood before the change."""
    for found in _same().finditer(reading.text, sentence.span.start, sentence.span.end):
        before, after = Span(*found.span("before")), Span(*found.span("after"))
        if not _QUALIFIED.match(reading.text, after.end, sentence.span.end):
            yield _claim(reading, sentence, before, after, "changed", "same")


def _between_figures(reading: Reading, sentence: Sentence) -> Iterator[ChangeClaim]:
    """Two neighbouring figures of which the words around them say that one is higher."""
    for change in figures_changed(reading, sentence):
        if change.said != "changed":
            before, after = change.before, change.after
            yield _claim(reading, sentence, before.span, after.span, change.said, _way(before, after))


def figures_changed(reading: Reading, sentence: Sentence) -> Iterator[Change]:
    """Two neighbouring figures of one kind of which words, or an arrow, say that the one became the other."""
    for first, second in pairwise(reading.quantities_in(sentence.span)):
        if not _alike(first, second):
            continue
        if _BECAME.fullmatch(reading.text, first.span.end, second.span.start):
            yield Change(first, second, "changed")
        said = _raised(reading, sentence, first, second)
        if said is not None:
            yield Change(first, second, said)
        said = _held_against(reading, sentence, first, second)
        if said is not None:
            yield Change(second, first, said)


def _raised(reading: Reading, sentence: Sentence, first: Quantity, second: Quantity) -> str | None:
    """Which way 由 first 提高到 second says it went."""
    led = _from().search(reading.text, sentence.span.start, first.span.start)
    between = _to().fullmatch(reading.text, first.span.end, second.span.start)
    if led is None or between is None or _apart().search(between.group()):
        return None
    return between.lastgroup


def _held_against(reading: Reading, sentence: Sentence, first: Quantity, second: Quantity) -> str | None:
    """Which way first,比 second 提高 says it went."""
    between = _than().fullmatch(reading.text, first.span.end, second.span.start)
    went = _went().match(reading.text, second.span.end, sentence.span.end)
    if between is None or went is None or _apart().search(between.group()):
        return None
    return went.lastgroup


def _alike(first: Quantity, second: Quantity) -> bool:
    """True for two exact figures of one kind."""
    exact = not any(each.approximate or each.bound or each.is_range for each in (first, second))
    same_period = first.per == second.per or None in (first.per, second.per)
    same_kind = first.unit == second.unit and first.classifier == second.classifier
    return exact and same_period and same_kind and first.unit in _COMPARED


def _way(before: Quantity, after: Quantity) -> str:
    if after.value == before.value:
        return "same"
    return "up" if after.value > before.value else "down"


def _claim(reading: Reading, sentence: Sentence, before: Span, after: Span, said: str, came: str) -> ChangeClaim:
    scope = reading.scope(after, sentence)
    return ChangeClaim(before.joined(after), sentence.span, scope, before, after, said, came)


def _verbs() -> str:
    return "|".join(f"(?P<{way}>{any_of(way)})" for way in _WAYS)


@worded
def _same() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of('from')}\s*(?P<before>[^,;。:()]{{0,12}}[0-9][^,;。:()]{{0,16}})(?:的[^,;。:()0-9]{{1,10}}|[^,;。:()0-9]{{0,4}})"
        rf"{any_of('changed')}{any_of('to')}\s*(?P<after>(?P=before))"
    )


@worded
def _from() -> re.Pattern[str]:
    return re.compile(rf"{any_of('from')}(?:[12][0-9]{{3}}年度?的?)?[^,;。:()0-9]{{0,10}}$")


@worded
def _to() -> re.Pattern[str]:
    return re.compile(
        rf"[^;。:()0-9]{{0,8}}(?:{_verbs()})了?{any_of('to')}(?:了)?(?:[12][0-9]{{3}}年度?的)?[^,;。:()0-9]{{0,6}}"
    )


@worded
def _than() -> re.Pattern[str]:
    return re.compile(rf"的?[,(]?(?:这|也|要|将|已)*{any_of('than')}(?:[12][0-9]{{3}}年度?的?)?[^,;。:()0-9]{{0,8}}")


@worded
def _went() -> re.Pattern[str]:
    return re.compile(rf"的?[^,;。:()0-9]{{0,4}}?(?:{_verbs()})(?!幅)")


@worded
def _apart() -> re.Pattern[str]:
    return re.compile(any_of("apart"))
