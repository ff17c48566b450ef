"""Counts with their list wherever it stands: 备好两件证明 over three lines, 上述五点 under four of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.counting.count_mentions import Mention, all_are_needed, mentions, points_ahead, points_back, presents
from linter.claims.counting.counted_parts import extract as extract_parts
from linter.claims.counting.counts import extract as extract_counts
from linter.claims.counting.counts_behind import extract as extract_behind
from linter.claims.counting.inline_lists import listed_inline
from linter.claims.counting.list_runs import Run, runs
from linter.claims.counting.numbered_lists import told_off
from linter.claims.model import CountClaim
from linter.document import Block, BlockKind, Section
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval

_ENDS = re.compile("[^,;。:!?\n]{0,10}:\\s*")
# Between a heading and its list: a date, a source, and a line that leads to the list.
_BYLINE, _LEAD_ENDS, _SENTENCE_MARKS = 40, ":", re.compile("[。!?;]")
_COUNTED = re.compile("[一二两三四五六七八九十0-9]+(?:大|个|张|种|类|样|项|条|步|招|点|件|块|档|组|笔|份|道)")
_MOST_BETWEEN, _FURTHEST_BACK, _FEWEST, _RETOLD = 3, 2, 2, 120
# So many more or fewer items are a slip; with more of them, or in a list without numbers, another list is meant.
_MOST_APART, _MOST_APART_UNNUMBERED = 2, 1


def extract(reading: Reading) -> Iterator[CountClaim]:
    """Counts that no other extractor holds against their list, each with the list that is plainly its own."""
    known = [claim for find in (extract_counts, extract_parts, extract_behind) for claim in reading.once(find)]
    for index, section in enumerate(reading.document.sections):
        counted = [] if section.truncated else list(mentions(reading, section))
        lists = list(runs(reading, section)) if counted else []
        listed: list[tuple[Mention, Sequence[Span]]] = []
        for mention in counted:
            sentence = reading.sentence_at(mention.span)
            if sentence is None or sentence.section != index or is_question(reading, sentence):
                continue
            own = next((claim for claim in known if claim.span.overlaps(mention.span)), None)
            items = own.items if own is not None else _items(reading, section, mention, counted, lists, sentence)
            items = items or _told_before(reading, mention, listed)
            if len(items) < _FEWEST:
                continue
            listed.append((mention, items))
            if own is None:
                yield _claim(reading, sentence, mention, items)


def _claim(reading: Reading, sentence: Sentence, mention: Mention, items: Sequence[Span]) -> CountClaim:
    value = Decimal(mention.number)
    stated = Quantity(mention.span, Unit.COUNT, (value,), Interval.point(value), classifier=mention.kind)
    scope = reading.scope(mention.span, sentence)
    return CountClaim(mention.span, sentence.span, scope, stated, tuple(items), loose=True)


def _items(
    reading: Reading,
    section: Section,
    mention: Mention,
    counted: Sequence[Mention],
    lists: Sequence[Run],
    sentence: Sentence,
) -> Sequence[Span]:
    block = section.blocks[mention.block]
    before = reading.text[block.span.start : mention.span.start]
    if points_back(before):
        return listed_inline(reading.text, sentence.span, mention) or _above(section, mention, lists)
    inline = listed_inline(reading.text, sentence.span, mention)
    if inline:
        return inline
    presented = presents(before) and reading.text.find("\n", mention.span.end, block.span.end) < 0
    if presented and (following := _right_below(section, mention, lists)):
        return following
    leads = _ENDS.fullmatch(reading.text, mention.span.end, block.span.end) is not None
    ahead = points_ahead(before) and block.span.cut(reading.text).rstrip().endswith(_LEAD_ENDS)
    if leads or ahead:
        return _below(reading, section, mention, counted, lists)
    if block.kind is BlockKind.HEADING:
        whole = mention.general and _is_of_whole(reading, block, mention, counted)
        return _under_heading(reading, section, mention, counted, lists) if whole else ()
    told = told_off(reading, section, mention.span)
    return told if _is_near(mention, told, numbered=True) else ()


def _above(section: Section, mention: Mention, lists: Sequence[Run]) -> Sequence[Span]:
    """The list that ended right before, or one line earlier."""
    for run in reversed(lists):
        between = section.blocks[run.last + 1 : mention.block]
        if run.last < mention.block and len(between) < _FURTHEST_BACK:
            apart = any(block.kind is BlockKind.HEADING for block in between)
            return () if apart or not _is_near(mention, run.items, numbered=run.numbered) else run.items
    return ()


def _right_below(section: Section, mention: Mention, lists: Sequence[Run]) -> Sequence[Span]:
    """The numbered list whose first line stands right below the block."""
    for run in lists:
        if run.numbered and run.first == mention.block + 1 and _is_near(mention, run.items, numbered=True):
            return run.items
    return ()


def _is_near(mention: Mention, items: Sequence[Span], *, numbered: bool) -> bool:
    most = _MOST_APART if numbered else _MOST_APART_UNNUMBERED
    return abs(len(items) - mention.number) <= most


def _under_heading(
    reading: Reading, section: Section, mention: Mention, counted: Sequence[Mention], lists: Sequence[Run]
) -> Sequence[Span]:
    """The list below a heading, or the one told off in the text below it."""
    below = _below(reading, section, mention, counted, lists)
    told = () if below else told_off(reading, section, section.blocks[mention.block].span)
    return below or (told if _is_near(mention, told, numbered=True) else ())


def _below(
    reading: Reading, section: Section, mention: Mention, counted: Sequence[Mention], lists: Sequence[Run]
) -> Sequence[Span]:
    """The list that begins right below, or behind a date, a source or a line that leads to it."""
    for run in lists:
        between = section.blocks[mention.block + 1 : run.first]
        if run.first > mention.block and len(between) < _MOST_BETWEEN:
            own = (other.block for other in counted if mention.block < other.block < run.first)
            led = not any(own) and all(_leads(reading, block) for block in between)
            return run.items if led and _is_near(mention, run.items, numbered=True) else ()
    return ()


def _leads(reading: Reading, block: Block) -> bool:
    text = block.span.cut(reading.text).rstrip()
    if text.endswith(_LEAD_ENDS):
        return block.kind is not BlockKind.ROW
    byline = block.kind not in (BlockKind.ROW, BlockKind.HEADING)
    return byline and len(text) <= _BYLINE and not _SENTENCE_MARKS.search(text)


def _is_of_whole(reading: Reading, block: Block, mention: Mention, counted: Sequence[Mention]) -> bool:
    """False for a heading of several counts, and where the text below counts the same once more by itself."""
    if len(_COUNTED.findall(block.span.cut(reading.text))) > 1:
        return False
    again = (other for other in counted if other.block > mention.block)
    return not any((other.number, other.kind) == (mention.number, mention.kind) for other in again)


def _told_before(
    reading: Reading, mention: Mention, listed: Sequence[tuple[Mention, Sequence[Span]]]
) -> Sequence[Span]:
    """The list of the same kind of things told shortly before, where all of the counted are said to be needed."""
    if not all_are_needed(reading.text[mention.span.end : mention.span.end + _RETOLD]):
        return ()
    for earlier, items in reversed(listed):
        if earlier.kind == mention.kind and mention.span.start - items[-1].end <= _RETOLD:
            return items
    return ()
