"""Slots of a frame that may be somebody else's: a payer or scheme named far away among several, a bracket's group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.claims.context.frame import BLOCK, BRACKET, HEADING, SEGMENT, TITLE, Frame, Slot
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.scan.tokens import Quantity, Term
from linter.text import Span

_EACH = re.compile(r"[^,;。\n]{0,6}(?:各|均|都|同)")
_STAFF = re.compile("^(?:员工|职工|个人)$")
_READERS = re.compile(r"(?:须知|手册|指南|指引|必读|读本|入职|福利|问答|培训|版|权益|必看|门诊|住院|朋友|们)")
_WHERE, _WHOSE = "所在", "的"
# 以个人工资为8000元为例 over a calculation: whose wage it is, not who pays.
_OWNS_WAGE = re.compile("的?(?:月|税前|平均|缴费|上年度?)*(?:工资|月薪|薪资|收入)(?!里|中|扣|条|单|明细)")
# 统一2%,其中单位…: the figure is that of both together, whoever was named before.
_IN_PARTS = re.compile("\\s*[,;(]\\s*其中")
# In what a remark behind a number may differ from it: 16%(非本地户籍15%).
_CASES = frozenset({"household", "population"})
_PAYERS = frozenset({"employer", "employee", "both"})


def without_doubtful(frame: Frame, token: Quantity, sentence: Sentence, reading: Reading) -> Frame:
    """The frame of the number without the slots of which the text does not say that they are the number's."""
    doubtful = {
        facet
        for facet, slot in frame.items()
        if (facet == "payer" and (_of_each(slot, token, reading) or _among_payers(slot, token, sentence, reading)))
        or (facet == "payer" and slot.level >= HEADING and _names_readers(slot, reading))
        or (facet == "scheme" and _among_schemes(slot, sentence, reading))
        or (facet == "group" and slot.level == BRACKET and slot.term.span.start > token.span.end)
        or (facet in _CASES and slot.level == BRACKET and _of_the_next(slot, token, sentence, reading))
    }
    return {facet: slot for facet, slot in frame.items() if facet not in doubtful} if doubtful else frame


def owns_wage(term: Term, text: str) -> bool:
    """True for 职工 in 职工工资: whose wage it is, not who pays."""
    return "payer" in term.facets and _OWNS_WAGE.match(text, term.span.end) is not None


def _of_each(slot: Slot, token: Quantity, reading: Reading) -> bool:
    """单位和个人各0.5%: the number is that of each, not of both together."""
    return slot.value == "both" and _EACH.match(reading.text[slot.term.span.end : token.span.start]) is not None


def _is_workplace(slot: Slot, reading: Reading) -> bool:
    """你所在单位的公积金: said of another number, it does not make the unit pay this one."""
    term = slot.term.span
    return reading.text.endswith(_WHERE, 0, term.start) and reading.text.startswith(_WHOSE, term.end)


def _of_the_next(slot: Slot, token: Quantity, sentence: Sentence, reading: Reading) -> bool:
    """True for a case that a remark behind the number names before a figure of its own: 16%(非本地户籍15%)."""
    start = slot.term.span.start
    remark = Span(start, max(start, sentence.segments[sentence.segment_at(start)].span.end))
    return start > token.span.end and any(figure.unit is token.unit for figure in reading.quantities_in(remark))


def _names_readers(slot: Slot, reading: Reading) -> bool:
    """The 员工 of 新员工须知 over a text says for whom it is written, not who pays."""
    return (
        _READERS.match(reading.text, slot.term.span.end) is not None
        and _STAFF.search(slot.term.span.cut(reading.text)) is not None
    )


def _among_payers(slot: Slot, token: Quantity, sentence: Sentence, reading: Reading) -> bool:
    """True for a payer of another sentence that names both (单位和个人各交多少), a workplace, the owner of a wage."""
    if slot.level > SEGMENT and (_is_workplace(slot, reading) or owns_wage(slot.term, reading.text)):
        return True
    if slot.level > SEGMENT and _IN_PARTS.match(reading.text, token.span.end):
        return True
    if slot.level < BLOCK:
        return False
    payers = {term.facets["payer"] for term in _beside(slot, sentence, reading) if "payer" in term.facets}
    return slot.value == "both" or len(payers & _PAYERS) > 1


def _among_schemes(slot: Slot, sentence: Sentence, reading: Reading) -> bool:
    """True for a scheme of a heading or question that names others too (医疗800,养老也800)."""
    if slot.level != HEADING:
        return False
    schemes = {term.facets["scheme"] for term in _beside(slot, sentence, reading) if "scheme" in term.facets}
    return len(schemes - {"social"}) > 1


def _beside(slot: Slot, sentence: Sentence, reading: Reading) -> Sequence[Term]:
    """The terms of the title or sentence that the slot was taken from."""
    title = reading.document.sections[sentence.section].title
    home = reading.framer.sentence_at(slot.term.span.start)
    span = title if slot.level == TITLE or home is None else home.span
    return () if span is None else reading.framer.terms_in(span)
