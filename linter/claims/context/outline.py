"""What stands above a block: its headings and introducing lines, nearest first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest

from linter.claims.context.qualifiers import case
from linter.document import Block, BlockKind, Document, Section
from linter.text import Span

_LABEL_ENDS = (":", "：")
_CLOSED = ("。", "!", "?", ";", ",", "、")
_STOPS = ("。", "!", ";")
_LONGEST_QUESTION = 40
_ASKED = re.compile(r"[\s*>#\"“]*(?:问|提问|网友问|读者问|Q)\s*[0-9一二三四五六七八九十]*\s*[:：.、]", re.IGNORECASE)
_LONGEST_ASKED = 80
# • 2. 医疗保险 among items: a numbered name and nothing else is over the items that follow it.
_NUMBERED_NAME = re.compile(r"[\s•·*-]*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、)]\s*[^0-9\s,;:。!?%()]{2,10}")
# - 失业保险(含生育) over - 单位0.5%: an insurance and nothing else is over the items of its own level.
_NAME = re.compile(r"[\s•·*-]*[^0-9\s,;:。!?%()、和与]{2,8}(?:保险|公积金)(?:\([^()0-9]{1,12}\))?\s*")
# - 失业保险: over - 单位缴纳比例:0.5%: a label and nothing behind it is over the items of its own level as well.
_BARE_LABEL = re.compile(r"[\s•·*-]*[^0-9,;:。!?%]{1,16}[:：]\s*")
# - 45岁以上 / 按缴费基数的2%划入。: a short item without marks, over a paragraph of its own.
_ITEM_NAME = re.compile(r"[\s•·*-]*[^,;:。!?%、|()\s]{2,14}\s*")
_LINE_OVER_ITEMS = re.compile(r"[\s*]*[^0-9\s,;:。!?%|]{2,14}[\s*]*")
# Ranks: headings by level (smaller is higher), then introducing lines, then questions over their answers, then text,
# then list items by depth.
_LABEL, _QUESTION, _TEXT = 10, 15, 20

Outline = tuple[tuple[tuple[Span, ...], ...], ...]
"""Section index, block index: the spans above that block."""


def outline(document: Document) -> Outline:
    """For every block the headings, introducing lines and questions over it, each of a higher rank than the last."""
    return tuple(_of_section(document, section) for section in document.sections)


def _of_section(document: Document, section: Section) -> tuple[tuple[Span, ...], ...]:
    open_above: list[tuple[int, Span]] = []
    found: list[tuple[Span, ...]] = []
    ended = _ended_leads(document, section.blocks)
    over_one: tuple[Span, ...] = ()
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        rank, introduces = _rank(document, block)
        named = _is_label_of(document, block, following)
        introduces = introduces or _has_items_of_its_own(block, following)
        if named or (not introduces and _is_name_of(document, block, following)):
            rank, introduces = rank - 1, True
        elif not introduces and (_names_items(document, block, following) or _is_case(document, block, following)):
            rank, introduces = _LABEL, True
        while open_above and open_above[-1][0] >= rank and introduces:
            open_above.pop()
        lead = ended.get(block)
        open_above = [each for each in open_above if each[1] != lead]
        found.append((*over_one, *(span for above, span in reversed(open_above) if above < rank)))
        over_one = (block.span,) if not introduces and _is_over_one(document, block, following) else ()
        if introduces:
            open_above.append((rank, block.span))
    return tuple(found)


def _has_items_of_its_own(block: Block, following: Block | None) -> bool:
    """True for an item over items of a deeper level: what it names they are about."""
    items = following is not None and block.kind is following.kind is BlockKind.ITEM
    return items and following is not None and following.level > block.level


def _is_name_of(document: Document, block: Block, following: Block | None) -> bool:
    """True for an item that is the name of an insurance, where the next one tells something of it."""
    if following is None or not block.kind is following.kind is BlockKind.ITEM or following.level != block.level:
        return False
    name, told = (each.span.cut(document.text) for each in (block, following))
    return _NAME.fullmatch(name) is not None and _NAME.fullmatch(told) is None


def _is_label_of(document: Document, block: Block, following: Block | None) -> bool:
    """True for an item that is a label and nothing else, where the next one of its level tells something under it."""
    if following is None or not block.kind is following.kind is BlockKind.ITEM or following.level != block.level:
        return False
    label, told = (each.span.cut(document.text) for each in (block, following))
    return _BARE_LABEL.fullmatch(label) is not None and _BARE_LABEL.fullmatch(told) is None


def _is_over_one(document: Document, block: Block, following: Block | None) -> bool:
    """True for an item that is a name and no sentence, over the one paragraph that tells something of it."""
    if following is None or block.kind is not BlockKind.ITEM or following.kind is not BlockKind.PARAGRAPH:
        return False
    return _ITEM_NAME.fullmatch(block.span.cut(document.text)) is not None


def _names_items(document: Document, block: Block, following: Block | None) -> bool:
    """True for a short line without marks or figures right over a list or a sentence: 养老保险 / - 个人8%."""
    if following is None or block.kind is not BlockKind.PARAGRAPH:
        return False
    told = following.kind is BlockKind.PARAGRAPH and following.span.cut(document.text).rstrip().endswith(_STOPS)
    if not told and following.kind is not BlockKind.ITEM:
        return False
    return _LINE_OVER_ITEMS.fullmatch(block.span.cut(document.text)) is not None


def _is_case(document: Document, block: Block, following: Block | None) -> bool:
    """True for a line of bounds that is no sentence, over a paragraph: 累计缴费满1年不足5年的 / 最长领12个月。"""
    if following is None or not block.kind is following.kind is BlockKind.PARAGRAPH:
        return False
    line = block.span.cut(document.text).rstrip()
    return not line.endswith(_CLOSED) and case(line) is not None


def _ended_leads(document: Document, blocks: Sequence[Block]) -> Mapping[Block, Span]:
    """By the first block after a table, the line right over it: it introduced the table, not what is told after."""
    ended: dict[Block, Span] = {}
    lead: Span | None = None
    for before, block in pairwise(blocks):
        if block.kind is BlockKind.ROW and before.kind is not BlockKind.ROW:
            lead = before.span if before.span.cut(document.text).rstrip().endswith(_LABEL_ENDS) else None
        elif before.kind is BlockKind.ROW and block.kind is not BlockKind.ROW and lead is not None:
            ended[block] = lead
    return ended


def _rank(document: Document, block: Block) -> tuple[int, bool]:
    """The rank of a block, and whether it introduces what follows."""
    if block.kind is BlockKind.HEADING:
        return block.level, True
    text = document.text[block.span.start : block.span.end].rstrip()
    label = text.endswith(_LABEL_ENDS)
    if block.kind is BlockKind.ITEM:
        over_items = _NUMBERED_NAME.fullmatch(text) is not None
        return _TEXT + 2 * block.level - over_items, label or over_items
    if len(text) <= _LONGEST_QUESTION and text.endswith("?"):
        return _QUESTION, True
    if len(text) <= _LONGEST_ASKED and _ASKED.match(text) and "\n" not in text:
        return _QUESTION, True
    return (_LABEL, True) if label else (_TEXT, False)
