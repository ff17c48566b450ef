"""Where a text counts things of a list: 四类人, 三个条件, 五大误区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.claims.context.reading import Reading
from linter.document import BlockKind, Section
from linter.scan.tokens import Unit
from linter.text import Span
from reference.vocabulary import load_json, worded

_NUMERALS = "〇一二三四五六七八九十"
_NUMBER = "(?P<number>[2-9]|1[0-9]|20|[二两三四五六七八九十]|十[一二三四五六七八九])"
_MARK = re.compile("[,;。!?:\n]")
# 五种渠道中选两种: not of the whole list.
_OF_SOME = re.compile("[^,;。:!?\n]{0,5}(?:中(?![心国断途])|里(?!面)|之中|当中|之外|以外)")


class Mention(NamedTuple):
    """A count of things of a list, in which block of its section, and how many of what it counts.

    ``general`` unless what it counts is seldom listed (三张表, 两笔钱).
    """

    block: int
    span: Span
    number: int
    kind: str
    general: bool


def mentions(reading: Reading, section: Section) -> Iterator[Mention]:
    """Every count of such things in a section that is told of all of them, outside its tables."""
    for index, block in enumerate(section.blocks):
        if block.kind is BlockKind.ROW:
            continue
        points = {token.span.start for token in reading.quantities_in(block.span) if token.unit is Unit.POINTS}
        for found in _count().finditer(reading.text, block.span.start, block.span.end):
            if found.start() not in points and is_of_all(reading.text, block.span, Span(*found.span())):
                yield Mention(
                    index,
                    Span(*found.span()),
                    number_of(found["number"]),
                    found["kind"] or found["more"],
                    found["kind"] is not None,
                )


def points_back(words: str) -> bool:
    """True for words before a count that point at a list told before: 以上, 上述."""
    return _back().search(words) is not None


def points_ahead(words: str) -> bool:
    """True for words before a count that point at a list to come: 下列, 如下."""
    return _ahead().search(words) is not None


def presents(words: str) -> bool:
    """True for words before a count that say that the writer is about to list them: 整理了, 汇总出."""
    return _presents().search(words) is not None


def all_are_needed(words: str) -> bool:
    """True for words behind a count that ask for each of the counted: 都要, 缺一不可."""
    return _all().match(words) is not None


def is_of_all(text: str, line: Span, count: Span) -> bool:
    """True for a count in a line that is of all of what is listed, and neither denied nor of some."""
    clause = _MARK.split(text[line.start : count.start])[-1]
    return not _words("denied").search(clause) and not _OF_SOME.match(text, count.end)


def number_of(numeral: str) -> int:
    """The value of a number in digits or in the characters for up to nineteen."""
    if numeral.isascii():
        return int(numeral)
    return 2 if numeral == "两" else sum(_NUMERALS.index(digit) for digit in numeral)


@worded
def _count() -> re.Pattern[str]:
    words = load_json("list_words.json")
    kinds, nouns, more = ("|".join(words[name]) for name in ("kinds", "nouns", "more_kinds"))
    # 第三类 and 初二年级 count nothing.
    return re.compile(
        f"(?<![0-9一二三四五六七八九十百千万第每几数初])(?<![0-9][.]){_NUMBER}\\s*"
        f"(?:(?P<kind>{kinds}|(?:个(?!月|工作日|百分点|小时)|大)(?:[^,;。:!?\\n0-9]{{0,4}}?(?:{nouns})|[^,;。:!?\\n0-9]{{1,6}}(?=:)))|(?P<more>{more}))"
        f"(?!{'|'.join(words['of_some'])})"
    )


def _words(name: str) -> re.Pattern[str]:
    return _patterns()[name]


@worded
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(words)) for name, words in load_json("list_words.json").items() if name != "_"}


@worded
def _back() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(load_json('list_words.json')['back'])})(?:的|所列的?|说的|提到的)?$")


@worded
def _ahead() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(load_json('list_words.json')['ahead'])})[^,;。:!?]{{0,4}}$")


@worded
def _presents() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(load_json('list_words.json')['presents'])})[^,;。:!?]{{0,4}}$")


@worded
def _all() -> re.Pattern[str]:
    return re.compile(f"[^,;。:!?\n]{{0,6}},?(?:{'|'.join(load_json('list_words.json')['all'])})")
