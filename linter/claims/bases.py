"""Contribution bases: the figure that a section multiplies its rates with."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.claims.layout import Sentence
from linter.claims.reading import Reading
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# 基数19600元 · 基数为 7000 元 · 以5000元为基数 · 基数是:8000
_BEFORE = re.compile(r"(?:基数|缴费工资|月薪|月工资)(?:为|是|按|以|取|约|:|=|\(|\s|每月|标准|的)*$")
_AFTER = re.compile(r"\s*(?:的|为|作为|做|当)?(?:社保|月|缴费|缴存|养老|医保)*基数")
_NOT_A_BASE = re.compile(r"(?:上限|下限|最低|最高|最低档|平均)[^,;。]{0,8}$")
# 按最低基数5186元计算: a limit becomes the base when the text goes on to calculate with it.
_CALCULATED_WITH = re.compile(r"(?:/月|每月)?(?:来|去|进行)?(?:计算|测算|算|计|缴|缴纳|缴费|交)")
_BY = re.compile(r"(?:按|按照|以|如按|若按)[^,;。0-9]{0,12}$")


def bases_of(reading: Reading, section: int) -> tuple[Quantity, ...]:
    """The figures a section's text names as its base, in text order; limits of the base are not bases."""
    span = reading.document.sections[section].span
    return tuple(token for token in reading.quantities_in(span) if is_base(reading, token))


def is_base(reading: Reading, token: Quantity) -> bool:
    """True for 19600 in 基数19600元: named as a base by the words that touch it, and not as a limit."""
    if token.unit not in (Unit.YUAN, Unit.NONE) or token.is_range or token.value < 100:
        return False
    before = reading.text[max(0, token.span.start - 16) : token.span.start]
    after = reading.text[token.span.end : token.span.end + 10]
    if _BY.search(before) and _CALCULATED_WITH.match(after):
        return "基数" in before
    if _NOT_A_BASE.search(before):
        return False
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def base_for(reading: Reading, sentence: Sentence) -> Quantity | None:
    """The base that calculations of a sentence use: its own, the only one of its block so far, or the section's.

    A base named later in the text belongs to a later calculation.
    """
    candidates = [token for token in bases_of(reading, sentence.section) if token.span.start < sentence.span.end]
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    for area in (sentence.span, Span(block.start, sentence.span.end)):
        here = [token for token in candidates if area.contains(token.span)]
        if here:
            return here[0] if _distinct(here) == 1 else None
    return candidates[0] if _distinct(candidates) == 1 else None


def _distinct(tokens: list[Quantity]) -> int:
    return len({Decimal(token.value) for token in tokens})
