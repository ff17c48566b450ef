"""「分三档」「一共六类」: a stated count with the list it announces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.counting.inline_lists import split_outside_brackets
from linter.claims.counting.numbered_lists import DIGITS, is_labelled, labelled, told_off, unless_misnumbered
from linter.claims.model import CountClaim
from linter.document import Block, BlockKind, Section
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_KINDS = "样类种档项点步条款件面式形道径骤"
# What is told behind its list: 由甲、乙两部分构成.
_PARTS_OF_WHOLES = "分类种块支柱项"
_MOST, _MOST_LABELS = 20, 9
# So many lines may open a list that its heading counts.
_MOST_OPENING = 3
_NAMED_KINDS = re.compile("(?:条件|方法|招|方面|步骤|渠道|要点|阶段|部分|环节|情形|途径|方式|办法|档次|类别)")
_ANNOUNCES = re.compile(
    "(?:以下|下列|下面|如下|一共|共有?|分为?|常用|主要有|有|满足|符合|具备|包括|包含|总共|共分)[^,;。:0-9]{0,3}$"
)
_STEPS = re.compile(
    r"[^,;。:0-9]{1,2}(?:步骤?|招|步走|个?(?:步骤|误区|要点|条件|渠道|途径|方法|办法|坑|变化|提醒))(?:走|搞定|教你|办好|完成)?[!?。*◆】》]*\s*"
)
# 不是只有五个档: the count is denied.
_DENIED = re.compile("(?:不是|不止|不只|并非|不仅|不光)[^,;。]{0,4}$")
_OPEN_END = re.compile("(?:等+|等等|之类|…|\\.\\.\\.|及其他|其他情形)[^,;:、]{0,8}$")
_TIER = re.compile("(?<![一二三四五六七八九十0-9共分])([一二三四五六七八九])档")


def extract(reading: Reading) -> Iterator[CountClaim]:
    """Counts whose list is certain: it follows a colon in the sentence, or in the items right below, or is labelled."""
    for sentence in reading.sentences:
        for stated in reading.quantities_in(sentence.span):
            if not _is_count(reading, sentence, stated):
                continue
            items = _items(reading, sentence, stated)
            scope = reading.scope(stated.span, sentence)
            if len(items) > 1 and not is_question(reading, sentence):
                yield CountClaim(stated.span, sentence.span, scope, stated, tuple(items))


def is_of_kinds(stated: Quantity) -> bool:
    """True for an exact count of kinds, parts or steps that a text can list."""
    return _is_exact(stated) and stated.classifier is not None and stated.classifier[-1] in _PARTS_OF_WHOLES


def _is_exact(stated: Quantity) -> bool:
    plain = not (stated.approximate or stated.is_range or stated.bound)
    return stated.unit is Unit.COUNT and plain and bool(stated.classifier) and 2 <= stated.value <= _MOST


def _is_count(reading: Reading, sentence: Sentence, stated: Quantity) -> bool:
    if not _is_exact(stated) or stated.classifier is None:
        return False
    behind = reading.text[stated.span.end : sentence.span.end]
    bare = stated.classifier == "个" and behind.startswith(":")
    if not (bare or stated.classifier[-1] in _KINDS or _NAMED_KINDS.match(behind)):
        return False
    before = reading.text[sentence.span.start : stated.span.start]
    if before.endswith("、") or behind.startswith("、"):
        return False  # 一、二、三档
    if _is_headed(reading, sentence, stated):
        return True
    return _ANNOUNCES.search(before) is not None and _DENIED.search(before) is None


def _is_headed(reading: Reading, sentence: Sentence, stated: Quantity) -> bool:
    """异地就医四步: a heading that ends with the count of its steps."""
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    counted = stated.span.cut(reading.text) + reading.text[stated.span.end : block.span.end]
    return block.kind is BlockKind.HEADING and _STEPS.fullmatch(counted) is not None


def _items(reading: Reading, sentence: Sentence, stated: Quantity) -> Sequence[Span]:
    section = reading.document.sections[sentence.section]
    if section.truncated:
        return ()
    if stated.classifier is not None and stated.classifier.endswith("档"):
        return _tiers(reading, section, stated)
    named = told_off(reading, section, stated.span) or _after_colon(reading, sentence, stated)
    if stated.value > _MOST_LABELS:
        return named
    return (
        named or _blocks_below(reading, section, sentence, stated) or _below_heading(reading, section, sentence, stated)
    )


def _after_colon(reading: Reading, sentence: Sentence, stated: Quantity) -> Sequence[Span]:
    """The parts of the list behind the colon: between semicolons, or where there are none between 、."""
    text = reading.text
    colon = re.compile("[^,;。:]{0,8}:\\s*(?=\\S)").match(text, stated.span.end, sentence.span.end)
    if colon is None:
        return ()
    end = sentence.span.end - (text[sentence.span.end - 1] in "。!?")
    listed = text[colon.end() : end]
    if _OPEN_END.search(listed) or ":" in listed:
        return ()
    mark = ";" if ";" in listed else "、"
    if mark == "、" and ("," in listed or re.search("[和与及]", listed)):
        return ()
    return split_outside_brackets(text, Span(colon.end(), end), re.compile(mark))


def _blocks_below(reading: Reading, section: Section, sentence: Sentence, stated: Quantity) -> Sequence[Span]:
    """The list items, or the lines labelled 1), 2), …, right below a line that ends with the count and a colon."""
    ending = reading.text[stated.span.end : section.blocks[sentence.block].span.end]
    if re.fullmatch("[^,;。:]{0,8}[:。]?\\s*", ending) is None:
        return ()
    below = section.blocks[sentence.block + 1 :]
    if not ending.rstrip().endswith(":"):
        # 一共四步。 and the steps, each with its label, on the lines below
        return labelled(reading, below) if below and is_labelled(reading, below[0]) else ()
    items: list[Block] = []
    for block in below:
        if block.kind is not BlockKind.ITEM:
            break
        items.append(block)
    level = items[0].level if items else 0
    listed = [block.span for block in items if block.level == level]
    return unless_misnumbered(reading, listed) or labelled(reading, below)


def _below_heading(reading: Reading, section: Section, sentence: Sentence, stated: Quantity) -> Sequence[Span]:
    """The lines numbered from one on below a heading that counts them."""
    if not _is_headed(reading, sentence, stated):
        return ()
    below = section.blocks[sentence.block + 1 :]
    opening = [block for block in below[:_MOST_OPENING] if is_labelled(reading, block)]
    return labelled(reading, below[below.index(opening[0]) :]) if opening else ()


def _tiers(reading: Reading, section: Section, stated: Quantity) -> Sequence[Span]:
    """The labels 一档, 二档 … of the section, each once, when they run from the first without a gap."""
    found: dict[int, Span] = {}
    for match in _TIER.finditer(reading.text, section.span.start, section.span.end):
        label = Span(*match.span())
        if not label.overlaps(stated.span):
            found.setdefault(DIGITS.index(match[1]) + 1, label)
    complete = sorted(found) == list(range(1, len(found) + 1))
    return [found[number] for number in sorted(found)] if complete else ()
