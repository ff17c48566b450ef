"""Cuts a page into its articles: the main one and the teasers of others, each with title, date and blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from linter.document import Block, BlockKind, Published, Section, SectionKind, Table
from linter.readers.bylines import bracketed_day, enactment_day, parse_byline, url_day
from linter.readers.furniture import furniture
from linter.readers.line_looks import ends_sentence, look_at, looks_like_title
from linter.readers.naming import naming
from linter.readers.page import Page, RawBlock
from linter.readers.portions import portions
from linter.readers.structure import structured
from linter.readers.teasers import Teaser, Zone, entries, is_cut_off, zones
from linter.text import Span

# A byline stands near the top; further down a line with a date is part of the story.
_BYLINE_WITHIN = 6
_SITE_NAME = re.compile(r"\s*(?:[_|｜丨]|\s[-–—]\s|--|—{1,2})\s*[^_|｜丨]{1,20}$|\s*-\s*[^-_|0-9]{2,12}$")


def split(page: Page, text: str, path: str) -> tuple[Section, ...]:
    """The sections of a page in text order; ``text`` is its normalised visible text.

    An article goes on behind teasers in its middle as a further ARTICLE section with the same date; one that is too
    long to be read in one piece goes on in further ones with the same date and title.
    """
    texts = [block.span.cut(text) for block in page.blocks]
    found = list(zones(texts, page.blocks, page.zone_ends))
    stretches = list(_stretches(len(page.blocks), found))
    title = _title_block(page, texts, stretches)
    published = _published(page, texts, stretches, path)
    sections: list[Section] = []
    for stretch in stretches:
        shown = page.blocks[title].span if title is not None and title in stretch else None
        sections += [_article(page, text, each, shown, published) for each in portions(stretch, page.blocks)]
    for zone in found:
        sections += [_teaser(page, texts, teaser) for teaser in entries(zone, texts, page.blocks)]
    return tuple(sorted(sections, key=lambda section: (section.span.start, section.kind)))


def document_title(page: Page, sections: Sequence[Section]) -> str | None:
    """The title: front matter, the first h1, ``<title>`` without the site's name, the title line."""
    if page.meta.title:
        return page.meta.title
    articles = [section for section in sections if section.kind is SectionKind.ARTICLE]
    tops = (block for block in page.blocks if block.kind is BlockKind.HEADING and block.level == 1)
    first = next((top for top in tops if any(article.span.contains(top.span) for article in articles)), None)
    if first is not None:
        return _flat(first.span.cut(page.visible))
    if page.meta.head_title:
        return _without_site(page.meta.head_title)
    title = articles[0].title if articles else None
    return _flat(title.cut(page.visible)) if title else None


def _stretches(count: int, found: Sequence[Zone]) -> Iterator[range]:
    """The block ranges outside all zones; the first one even when it is empty of blocks."""
    edges = [0, *(edge for zone in found for edge in (zone.first, zone.after)), count]
    for start, after in list(pairwise(edges))[::2]:
        if after > start:
            yield range(start, after)


def _title_block(page: Page, texts: Sequence[str], stretches: Sequence[range]) -> int | None:
    """The block that shows the article's title: the first h1, the line that repeats ``<title>``, a first heading."""
    blocks = [at for stretch in stretches for at in stretch]
    headings = [at for at in blocks if page.blocks[at].kind is BlockKind.HEADING]
    top = next((at for at in headings if page.blocks[at].level == 1), None)
    if top is not None:
        return top
    stated = {_flat(title) for title in (page.meta.title, page.meta.head_title) if title}
    stated |= {_without_site(title) for title in stated}
    repeated = next((at for at in blocks if _flat(page.blocks[at].span.cut(page.visible)) in stated), None)
    if repeated is not None:
        return repeated
    if page.meta.title or not blocks:
        return None
    first = blocks[0]
    stands_out = page.short_lines_head or first in headings or page.blocks[first].bold
    if stands_out and looks_like_title(texts[first]) and not parse_byline(texts[first]):
        return first
    leads = headings and not any(ends_sentence(texts[at]) for at in range(first, headings[0]))
    return headings[0] if leads and headings[0] - first < _BYLINE_WITHIN else None


def _published(page: Page, texts: Sequence[str], stretches: Sequence[range], path: str) -> Published | None:
    """When the article was published; what is said more formally counts first."""
    if page.meta.published:
        return page.meta.published
    blocks = [at for stretch in stretches for at in stretch]
    named = naming(path).day
    enacted = max((day for at in blocks[:_BYLINE_WITHIN] if (day := enactment_day(texts[at]))), default=None)
    day = next((day for at in blocks[:_BYLINE_WITHIN] if (day := _byline_day(page.blocks[at], texts[at]))), None)
    if day is None and enacted and named and named > enacted:
        # The name of a law's file tells of an amendment that its own history has not caught up with.
        return Published(named, "path")
    day = day or enacted or next((day for at in blocks if (day := bracketed_day(texts[at]))), None)
    if day is None and len(blocks) > _BYLINE_WITHIN:
        # A letter or notice carries its date below the signature.
        day = _byline_day(page.blocks[blocks[-1]], texts[blocks[-1]])
    if day:
        return Published(day, "byline")
    if day := url_day(page.meta.url or ""):
        return Published(day, "url")
    return Published(named, "path") if named else None


def _byline_day(block: RawBlock, text: str) -> date | None:
    byline = None if enactment_day(text) else parse_byline(text)
    return (byline.day or block.day) if byline else None


def _article(page: Page, text: str, stretch: range, shown: Span | None, published: Published | None) -> Section:
    raw = page.blocks[stretch.start : stretch.stop]
    span = Span(raw[0].span.start, raw[-1].span.end)
    blocks, typed = structured(text, raw, loose=page.short_lines_head, title=shown)
    return Section(
        span=span,
        kind=SectionKind.ARTICLE,
        title=shown,
        published=published,
        blocks=blocks,
        tables=_ordered(page.tables, typed, span),
        region_hint=page.meta.region,
        truncated=any(mark in block.span.cut(text) for block in raw[-3:] for mark in furniture().cut_off_marks),
    )


def _teaser(page: Page, texts: Sequence[str], teaser: Teaser) -> Section:
    raw = page.blocks[teaser.first : teaser.after]
    title = Span(raw[0].span.start, raw[0].span.start + teaser.title_length)
    span = Span(raw[0].span.start, raw[-1].span.end)
    numbers = range(teaser.first + 1, teaser.after)
    body = (_teaser_block(block, texts[at]) for at, block in zip(numbers, raw[1:], strict=True))
    return Section(
        span=span,
        kind=SectionKind.TEASER,
        title=title,
        published=Published(teaser.day, "byline") if teaser.day else None,
        blocks=(Block(raw[0].span, BlockKind.HEADING, 1), *body),
        tables=_ordered(page.tables, (), span),
        truncated=is_cut_off(teaser, texts, page.blocks),
    )


def _teaser_block(block: RawBlock, line: str) -> Block:
    if block.kind is BlockKind.PARAGRAPH and look_at(line).numbering == "bullet":
        return Block(block.span, BlockKind.ITEM, 1)
    return Block(block.span, BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING else block.kind, block.level)


def _ordered(marked_up: Sequence[Table], typed: Sequence[Table], span: Span) -> tuple[Table, ...]:
    inside = [table for table in [*marked_up, *typed] if span.contains(table.span)]
    return tuple(sorted(inside, key=lambda table: table.span))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _without_site(title: str) -> str:
    """``<title>`` without the names of site and channel behind it; never less than half of a short title."""
    while (shorter := _SITE_NAME.sub("", title)) != title and len(shorter) >= 6:
        title = shorter
    return _flat(title)
