"""The list of other articles that a scraped page appends: where it begins and ends, and its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from linter.document import BlockKind
from linter.readers.bylines import Byline, parse_byline, trailing_day
from linter.readers.furniture import furniture
from linter.readers.line_looks import ends_sentence, looks_like_title
from linter.readers.page import RawBlock

_LONGEST_TITLE = 60
# 养老8%:432元: a line of a calculation heads nothing.
_CALCULATED = re.compile("[0-9]%[^。?!]*[0-9]元")


@dataclass(frozen=True, slots=True)
class Zone:
    """A range of blocks that list other articles. ``first`` is its heading, or its only line (上一篇:…)."""

    first: int
    after: int
    headed: bool


@dataclass(frozen=True, slots=True)
class Teaser:
    """One entry: its first block is the title, of which ``title_length`` characters are the title itself."""

    first: int
    after: int
    title_length: int
    day: date | None


def zones(texts: Sequence[str], blocks: Sequence[RawBlock], ends: Mapping[int, int]) -> Iterator[Zone]:
    """The zones of a page in order. ``texts`` are the normalised blocks; ``ends`` bounds zones by their container."""
    words = furniture()
    at = 0
    while at < len(blocks):
        if words.heads_teasers(texts[at]) and at + 1 < len(blocks):
            after = _end(at, texts, blocks, ends.get(at, len(blocks)))
            if after > at + 1:
                yield Zone(at, after, headed=True)
            at = after
        else:
            if words.points_elsewhere(texts[at]):
                yield Zone(at, at + 1, headed=False)
            at += 1


def entries(zone: Zone, texts: Sequence[str], blocks: Sequence[RawBlock]) -> list[Teaser]:
    """The entries of a zone. Where they begin is read from where the dates stand."""
    if not zone.headed:
        return [_entry(zone.first, zone.after, texts, blocks)]
    inner = range(zone.first + 1, zone.after)
    datings = {at for at in inner if _dating(texts[at], blocks[at]) is not None}
    starts = _starts_by_dates(inner, datings) if datings else _starts_by_titles(inner, texts, blocks)
    starts = _after_captions(starts, texts, zone.after)
    starts = [at for at in starts if texts[at] not in furniture().more_words] or [inner.start]
    return [_entry(start, after, texts, blocks) for start, after in zip(starts, [*starts[1:], zone.after], strict=True)]


def _end(heading: int, texts: Sequence[str], blocks: Sequence[RawBlock], limit: int) -> int:
    """Where the zone ends: at its container's end, or at a heading of the article that stands no lower than its own."""
    level = blocks[heading].level if blocks[heading].kind is BlockKind.HEADING else 0
    for at in range(heading + 1, limit):
        block = blocks[at]
        if furniture().heads_teasers(texts[at]):
            return at
        if level and block.kind is BlockKind.HEADING and block.level <= level and at > heading + 1:
            following = next((i for i in range(at + 1, limit) if blocks[i].kind is BlockKind.HEADING), limit)
            if not any(_dating(texts[i], blocks[i]) for i in range(at, following)):
                return at
    return limit


def _dating(text: str, block: RawBlock) -> Byline | None:
    """The byline of a line that only dates; a title with a date at its end is no such line."""
    byline = parse_byline(text)
    if byline is None:
        return Byline(block.day) if block.day and len(text) <= 12 else None
    trailing = trailing_day(text)
    # "民生新闻 2025-01-31" names a category; what is longer is the title of a linked article.
    if trailing and trailing[0] > 8 and ":" not in text[: trailing[0]]:
        return None
    return Byline(byline.day or block.day)


def _starts_by_dates(inner: range, datings: set[int]) -> list[int]:
    """Dates close their entries, or (when the last line is none) come first or second in them."""
    if inner[-1] in datings or min(datings) - inner.start > 1:
        return [at for at in inner if at not in datings and (at == inner.start or at - 1 in datings)] or [inner.start]
    lead = min(datings) - inner.start
    return sorted({inner.start, *(at - lead for at in datings)})


def _after_captions(starts: Sequence[int], texts: Sequence[str], after: int) -> list[int]:
    """A line that repeats the title of the entry before is the caption of its picture: the next line begins."""
    kept: list[int] = []
    known = frozenset(starts)
    for start in starts:
        if not kept or texts[start] != texts[kept[-1]]:
            kept.append(start)
        elif start + 1 < after and start + 1 not in known:
            kept.append(start + 1)
    return kept


def _starts_by_titles(inner: range, texts: Sequence[str], blocks: Sequence[RawBlock]) -> list[int]:
    """Without dates an entry begins at every line that looks like a title, has a date at its end, or is an item."""
    titles = (at for at in inner if at == inner.start or not _CALCULATED.search(texts[at]))
    return [
        at
        for at in titles
        if at == inner.start
        or blocks[at].kind in (BlockKind.HEADING, BlockKind.ITEM)
        or trailing_day(texts[at]) is not None
        or (len(texts[at]) <= _LONGEST_TITLE and looks_like_title(texts[at]) and not texts[at].endswith(("...", "…")))
    ]


def _entry(first: int, after: int, texts: Sequence[str], blocks: Sequence[RawBlock]) -> Teaser:
    """The entry of blocks ``first`` to ``after``; a date before the title is passed over."""
    datings = [_dating(texts[at], blocks[at]) for at in range(first, after)]
    day = next((dating.day for dating in datings if dating and dating.day), None)
    title = next((first + i for i, dating in enumerate(datings) if dating is None), first)
    trailing = trailing_day(texts[title])
    length = trailing[0] if trailing else len(texts[title])
    while after > title + 2 and texts[after - 1] == texts[title]:
        after -= 1  # the caption of its picture says nothing new
    return Teaser(title, after, length, day or (trailing[1] if trailing else None) or blocks[title].day)


def is_cut_off(teaser: Teaser, texts: Sequence[str], blocks: Sequence[RawBlock]) -> bool:
    """True when an entry's text does not end like a sentence, or there is no text at all."""
    body = [texts[at] for at in range(teaser.first + 1, teaser.after) if _dating(texts[at], blocks[at]) is None]
    return not body or not ends_sentence(body[-1])
