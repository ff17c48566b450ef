"""Counts with their list wherever it stands: 备好两件证明 over three lines, 上述五点 under four of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.counting.counted_parts import extract as extract_parts
from linter.claims.counting.counts import extract as extract_counts
from linter.claims.counting.counts_behind import extract as extract_behind
from linter.claims.counting.list_runs import Run, runs
from linter.claims.counting.numbered_lists import told_off
from linter.claims.model import CountClaim
from linter.document import Block, BlockKind, Section
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval
from reference.vocabulary import load_json, worded

_NUMERALS = "〇一二三四五六七八九十"
_NUMBER = "(?P<number>[2-9]|1[0-9]|20|[二两三四五六七八九十]|十[一二三四五六七八九])"
_ENDS = re.compile("[^,;。:!?\n]{0,10}(?P<colon>:)?\\s*")
_MARK = re.compile("[,;。!?:\n]")
# Between a heading and its list: a date, a source, and a line that leads to the list.
_BYLINE, _LEAD_ENDS, _SENTENCE_MARKS = 40, ":", re.compile("[。!?;]")
_MOST_BETWEEN, _FURTHEST_BACK, _MOST_APART, _FEWEST = 3, 2, 2, 2
_COUNTED = re.compile("[一二两三四五六七八九十0-9]+(?:大|个|张|种|类|样|项|条|步|招|点|件|块|档|组)")
_INLINE = re.compile("[^,;。:!?\n、]{0,8}(?::|,?(?:分别|也)?(?:就?是|即|为|包括)[:]?|—+)\\s*(?P<list>[^。:!?\n]+)")
_OPEN = re.compile("等|其中|例如|比如|之类|…|\\.\\.\\.|及其他|其他情形")
_BRACKETS = re.compile("\\([^()]*\\)")
_JOIN = re.compile("、|以及|和|与|及|或者?")
_RETOLD = 120


class _Mention(NamedTuple):
    """A count of things of a list: where its block is, and how many of what it counts."""

    block: int
    span: Span
    number: int
    kind: str


def extract(reading: Reading) -> Iterator[CountClaim]:
    """Counts that no other extractor holds against their list, each with the list that is plainly its own."""
    known = [claim for find in (extract_counts, extract_parts, extract_behind) for claim in reading.once(find)]
    for index, section in enumerate(reading.document.sections):
        if section.truncated:
            continue
        mentions = list(_mentions(reading, section))
        lists = list(runs(reading, section)) if mentions else []
        listed: list[tuple[_Mention, Sequence[Span]]] = []
        for mention in mentions:
            sentence = reading.sentence_at(mention.span)
            if sentence is None or sentence.section != index or is_question(reading, sentence):
                continue
            own = next((claim for claim in known if claim.span.overlaps(mention.span)), None)
            items = own.items if own is not None else _items(reading, section, mention, mentions, lists, sentence)
            items = items or _told_before(reading, mention, listed)
            if len(items) < _FEWEST:
                continue
            listed.append((mention, items))
            if own is None:
                yield _claim(reading, sentence, mention, items)


def _claim(reading: Reading, sentence: Sentence, mention: _Mention, items: Sequence[Span]) -> CountClaim:
    value = Decimal(mention.number)
    stated = Quantity(mention.span, Unit.COUNT, (value,), Interval.point(value), classifier=mention.kind)
    scope = reading.scope(mention.span, sentence)
    return CountClaim(mention.span, sentence.span, scope, stated, tuple(items), loose=True)


def _mentions(reading: Reading, section: Section) -> Iterator[_Mention]:
    for index, block in enumerate(section.blocks):
        if block.kind is BlockKind.ROW:
            continue
        for found in _count().finditer(reading.text, block.span.start, block.span.end):
            clause = _MARK.split(reading.text[block.span.start : found.start()])[-1]
            if not _denied().search(clause):
                yield _Mention(index, Span(*found.span()), _value(found["number"]), found["kind"])


def _value(numeral: str) -> int:
    if numeral.isascii():
        return int(numeral)
    return 2 if numeral == "两" else sum(_NUMERALS.index(digit) for digit in numeral)


def _items(
    reading: Reading,
    section: Section,
    mention: _Mention,
    mentions: Sequence[_Mention],
    lists: Sequence[Run],
    sentence: Sentence,
) -> Sequence[Span]:
    block = section.blocks[mention.block]
    before = reading.text[block.span.start : mention.span.start]
    if _back().search(before):
        return _above(section, mention, lists)
    inline = _behind(reading, sentence, mention)
    if inline:
        return inline
    ends = _ENDS.fullmatch(reading.text, mention.span.end, block.span.end)
    heading = block.kind is BlockKind.HEADING
    if not heading and (ends is None or not ends["colon"]):
        return ()
    if heading and not _is_of_whole(reading, block, mention, mentions):
        return ()
    below = _below(reading, section, mention, lists)
    if below or not heading:
        return below
    told = told_off(reading, section, block.span)
    return told if _is_near(mention, told) else ()


def _above(section: Section, mention: _Mention, lists: Sequence[Run]) -> Sequence[Span]:
    """The list that ended right before, or one line earlier."""
    for run in reversed(lists):
        between = section.blocks[run.last + 1 : mention.block]
        near = 0 <= len(between) < _FURTHEST_BACK and run.last < mention.block
        if near and not any(block.kind is BlockKind.HEADING for block in between):
            return run.items if run.numbered and _is_near(mention, run.items) else ()
    return ()


def _is_near(mention: _Mention, items: Sequence[Span]) -> bool:
    """False where so many more or fewer are listed that the list must be another one."""
    return abs(len(items) - mention.number) <= _MOST_APART


def _below(reading: Reading, section: Section, mention: _Mention, lists: Sequence[Run]) -> Sequence[Span]:
    """The list that begins right below, or behind a date, a source or a line that leads to it."""
    for run in lists:
        between = section.blocks[mention.block + 1 : run.first]
        if run.first > mention.block and len(between) < _MOST_BETWEEN:
            led = all(_leads(reading, block) for block in between)
            return run.items if led and _is_near(mention, run.items) else ()
    return ()


def _leads(reading: Reading, block: Block) -> bool:
    text = block.span.cut(reading.text).rstrip()
    if block.kind in (BlockKind.ROW, BlockKind.HEADING):
        return False
    return text.endswith(_LEAD_ENDS) or (len(text) <= _BYLINE and not _SENTENCE_MARKS.search(text))


def _is_of_whole(reading: Reading, block: Block, mention: _Mention, mentions: Sequence[_Mention]) -> bool:
    """False for a heading of several counts, and where the text below counts the same once more by itself."""
    if len(_COUNTED.findall(block.span.cut(reading.text))) > 1:
        return False
    return not any(
        other.block > mention.block and (other.number, other.kind) == (mention.number, mention.kind)
        for other in mentions
    )


def _behind(reading: Reading, sentence: Sentence, mention: _Mention) -> Sequence[Span]:
    """The list behind the count in its sentence, told off by ; or else by 、 as the count has it where 和 can join."""
    found = _INLINE.match(reading.text, mention.span.end, sentence.span.end)
    if found is None:
        return ()
    area = Span(*found.span("list"))
    marked = ";" in found["list"]
    if not marked:
        area = Span(area.start, area.start + len(_MARK.split(found["list"])[0]))
    listed = area.cut(reading.text)
    if _OPEN.search(listed) or (not marked and "、" not in listed):
        return ()
    fewest = _split(reading.text, area, re.compile(";" if marked else "、"))
    most = fewest if marked else _split(reading.text, area, _JOIN)
    if len(fewest) <= mention.number <= len(most):
        return most[: mention.number]
    return fewest if mention.number < len(fewest) else most


def _split(text: str, area: Span, mark: re.Pattern[str]) -> list[Span]:
    """The parts of a list; a mark in brackets parts nothing."""
    closed = [Span(*found.span()) for found in _BRACKETS.finditer(text, area.start, area.end)]
    cuts = [
        found.span()
        for found in mark.finditer(text, area.start, area.end)
        if not any(bracket.start < found.start() < bracket.end for bracket in closed)
    ]
    starts, ends = [area.start, *(end for _, end in cuts)], [*(start for start, _ in cuts), area.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip("。 \n")]


def _told_before(
    reading: Reading, mention: _Mention, listed: Sequence[tuple[_Mention, Sequence[Span]]]
) -> Sequence[Span]:
    """The list of the same kind of things told shortly before, where all of the counted are said to be needed."""
    if not _all().match(reading.text, mention.span.end):
        return ()
    for earlier, items in reversed(listed):
        if earlier.kind == mention.kind and mention.span.start - items[-1].end <= _RETOLD:
            return items
    return ()


@worded
def _count() -> re.Pattern[str]:
    words = load_json("list_words.json")
    kinds, nouns = ("|".join(words[name]) for name in ("kinds", "nouns"))
    # 四类人, 四个条件, 五大误区, 四个常用热线; 第三类 and 初二年级 count nothing.
    return re.compile(
        f"(?<![0-9一二三四五六七八九十百千万第每几数初])(?<![0-9][.]){_NUMBER}\\s*"
        f"(?P<kind>{kinds}|(?:个|大)[^,;。:!?\n0-9]{{0,4}}?(?:{nouns}))(?!{'|'.join(words['of_some'])})"
    )


@worded
def _denied() -> re.Pattern[str]:
    return re.compile("|".join(load_json("list_words.json")["denied"]))


@worded
def _back() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(load_json('list_words.json')['back'])})(?:的|所列的?|说的|提到的)?$")


@worded
def _all() -> re.Pattern[str]:
    return re.compile(f"[^,;。:!?\n]{{0,6}},?(?:{'|'.join(load_json('list_words.json')['all'])})")
