"""One time of which a text tells two figures, by whatever words of its name: 手工报销30个工作日 … 手工报销15个工作日.

How long an office takes, how long a state must have lasted. The names are in ``vocabulary/named_times.json``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.claims.context.cases_apart import cases_apart
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.model import ToldTwiceClaim
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit
from reference.vocabulary import load_json, worded

_MARK = re.compile("[,;。:!?\n]")
_ELSEWHEN = ("history", "plan", "hearsay", "question", "example", "provisional", "not_yet")
_CONDITIONS = re.compile("如果|若|要是|除(?!以)|但|部分|个别|有的|其他|另外|以前|原来|过去|今后|将")


class _Time(NamedTuple):
    """How a time is told: what names it, its units, and what makes it this one or another."""

    words: re.Pattern[str]
    units: frozenset[Unit]
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    other: re.Pattern[str]


class _Told(NamedTuple):
    token: Quantity
    sentence: Sentence


def extract(reading: Reading) -> Iterator[ToldTwiceClaim]:
    """The later of the only two figures that a section tells of a time."""
    for index, section in enumerate(reading.document.sections):
        if is_law_text(reading.document, section):
            continue
        sentences = [each for each in reading.sentences if each.section == index and _asserts(reading, each)]
        for time in _times():
            told = [found for each in sentences for found in _told(reading, each, time)]
            if len({each.token.value for each in told}) != 2 or len({each.token.unit for each in told}) > 1:
                continue
            first = told[0]
            again = next(each for each in told if each.token.value != first.token.value)
            if _of_one_case(reading, first, again):
                scope = reading.scope(again.token.span, again.sentence)
                yield ToldTwiceClaim(again.token.span, again.sentence.span, scope, first.token, again.token)


def _asserts(reading: Reading, sentence: Sentence) -> bool:
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    return block.kind is not BlockKind.ROW and not is_question(reading, sentence)


def _told(reading: Reading, sentence: Sentence, time: _Time) -> Iterator[_Told]:
    """The figures of a clause that names the time, or of one that tells nothing else behind such a clause."""
    text, figures = reading.text, reading.quantities_in(sentence.span)
    for token in figures:
        exact = not token.is_range and not token.approximate
        if token.unit not in time.units or not exact or is_reported(reading, sentence, token.span):
            continue
        marks = [mark.end() for mark in _MARK.finditer(text, sentence.span.start, token.span.start)]
        bounds = [sentence.span.start, *marks]
        alone = time.before is None and text[bounds[-1] : token.span.start].strip()
        start = bounds[-1] if alone or len(bounds) < 2 else bounds[-2]
        end = next((mark.start() for mark in _MARK.finditer(text, token.span.end)), sentence.span.end)
        led, follows = text[start : token.span.start], text[token.span.end : end]
        only = sum(1 for figure in figures if start <= figure.span.start < end) == 1
        named = time.words.search(led) is not None and not time.other.search(led + follows)
        if only and named and _is_formed(time, token, led, follows):
            yield _Told(token, sentence)


def _is_formed(time: _Time, token: Quantity, led: str, follows: str) -> bool:
    """True where the words right beside the figure say what it is; working days alone are those of an office."""
    if time.before is not None and time.behind is not None:
        bound = token.bound == "min"
        return bound or time.before.search(led) is not None or time.behind.match(follows) is not None
    done, leading = _office()
    bare = token.unit is Unit.WORKDAYS and not follows.strip("内里 ")
    return bare or done.match(follows) is not None or leading.search(led) is not None


def _of_one_case(reading: Reading, first: _Told, again: _Told) -> bool:
    if first.sentence.span == again.sentence.span or of_another(reading, first.sentence, again.sentence):
        return False
    one, other = (reading.scope(each.token.span, each.sentence) for each in (first, again))
    if (one.region, one.period) != (other.region, other.period) or one.has(*_ELSEWHEN) or other.has(*_ELSEWHEN):
        return False
    said = [each.sentence.span.cut(reading.text) for each in (first, again)]
    return not any(map(_CONDITIONS.search, said)) and not cases_apart(reading, first.sentence, again.sentence)


@worded
def _times() -> tuple[_Time, ...]:
    words = load_json("named_times.json")
    return tuple(
        _Time(
            re.compile("|".join(each["words"])),
            frozenset(Unit(unit) for unit in each["units"]),
            re.compile(each["before"]) if "before" in each else None,
            re.compile(each["behind"]) if "behind" in each else None,
            re.compile(each.get("not", words["not"])),
        )
        for each in words["times"]
    )


@worded
def _office() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_json("named_times.json")
    return re.compile(words["done"]), re.compile(words["led"])
