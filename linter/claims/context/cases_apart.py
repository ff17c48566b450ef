"""Whether two sentences speak of different cases: 长期居住的 … 临时外出的, one kind of a list and another."""

from __future__ import annotations

import re

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from reference.vocabulary import load_json, worded

# What an item of a list is about: ②临时外出就医人员(转诊的、急诊的),…
_HEAD = re.compile(
    r"\s*[-*·•]*\s*(?:[①-⑳]|[(]?[0-9一二三四五六七八九十]{1,2}[)、.])?\s*(?P<head>[\u4e00-\u9fff]{3,14})(?=[:(,])"
)
_GENUS = 2


def cases_apart(reading: Reading, one: Sentence, other: Sentence) -> bool:
    """True where each sentence names a case that excludes the other's, or both open with species of one genus."""
    first, second = (each.span.cut(reading.text) for each in (one, other))
    if _rest().search(first) or _rest().search(second):
        return True
    for side, opposite in _pairs():
        has, hasnt = (bool(side.search(text)) for text in (first, second))
        other_has, other_hasnt = (bool(opposite.search(text)) for text in (first, second))
        if (has and not hasnt and other_hasnt and not other_has) or (
            hasnt and not has and other_has and not other_hasnt
        ):
            return True
    if set(_grades().findall(first)).isdisjoint(grades := set(_grades().findall(second))) and grades:
        return bool(_grades().search(first))
    heads = [_head(reading, each) for each in (one, other)]
    return heads[0] != heads[1] and all(heads) and heads[0][-_GENUS:] == heads[1][-_GENUS:]


def desks_apart(one: str, other: str) -> bool:
    """True where one text names an office, a desk or a line that the other does not: each has its own hours."""
    return set(_desks().findall(one)) != set(_desks().findall(other))


def _head(reading: Reading, sentence: Sentence) -> str:
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    found = _HEAD.match(reading.text, block.span.start, block.span.end)
    return found["head"] if found is not None else ""


@worded
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    pairs = load_json("cases_apart.json")["pairs"]
    return tuple((re.compile("|".join(one)), re.compile("|".join(other))) for one, other in pairs)


@worded
def _rest() -> re.Pattern[str]:
    return re.compile("|".join(load_json("cases_apart.json")["rest"]))


@worded
def _grades() -> re.Pattern[str]:
    return re.compile("|".join(load_json("cases_apart.json")["grades"]))


@worded
def _desks() -> re.Pattern[str]:
    return re.compile("|".join(load_json("cases_apart.json")["desks"]))
