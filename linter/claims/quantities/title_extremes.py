"""The most that a title or the line below it tells, and another most in the text: 最长领18个月 … 最多24个月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.model import TitleFigureClaim
from linter.document import BlockKind, Section
from linter.scan.tokens import Quantity, Unit

_UNITS = frozenset({Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS, Unit.TIMES})
_MOST = re.compile("最[长多高]|至多|顶多|上限|封顶|不(?:得)?超过")
_ACT = re.compile("[领报补享休发借贷退提延]")
_OF_A_CASE = re.compile("[满档级类]|不足|以[上下]|之[前后]|如果|若|每年|每次|另|再|原|以前|此前|比(?!例)|从|由")
_SUBTITLE, _LAST = re.compile("[。;!]"), 2
_LONGEST_LINE, _FURTHEST = 24, 14


def extract(reading: Reading) -> Iterator[TitleFigureClaim]:
    """The most of the opening lines, where all that the text calls the most of the same act is one other figure."""
    for index, section in enumerate(reading.document.sections):
        if section.truncated or is_law_text(reading.document, section):
            continue
        sentences = [each for each in reading.sentences if each.section == index]
        for title in sentences:
            if not _opens(reading, section, title):
                break
            for told, act in _extremes(reading, title):
                below = [
                    token
                    for each in sentences
                    if each.span.start >= title.span.end and not is_question(reading, each)
                    for token, other in _extremes(reading, each)
                    if other == act and token.unit is told.unit
                ]
                if len({token.value for token in below}) == 1 and below[0].value != told.value:
                    scope = reading.scope(told.span, title)
                    yield TitleFigureClaim(told.span, title.span, scope, told, below[0])


def _opens(reading: Reading, section: Section, sentence: Sentence) -> bool:
    """True for the heading of a section, and for a short line without a stop right below it."""
    block = section.blocks[sentence.block]
    said = block.span.cut(reading.text)
    if is_question(reading, sentence) and sentence.block:
        return False
    short = len(said) <= _LONGEST_LINE and not _SUBTITLE.search(said)
    return sentence.block < _LAST and (block.kind is BlockKind.HEADING or short)


def _extremes(reading: Reading, sentence: Sentence) -> Iterator[tuple[Quantity, str]]:
    """The exact figures called the most, of no case of their own, with the act that they are the most of."""
    text = reading.text
    for token in reading.quantities_in(sentence.span):
        if token.unit not in _UNITS or not (is_exact(token) or token.bound == "max") or token.is_range:
            continue
        led = text[max(sentence.span.start, token.span.start - _FURTHEST) : token.span.start]
        most = [*_MOST.finditer(led)]
        acts = _ACT.findall(text[sentence.span.start : token.span.start]) or _ACT.findall(sentence.span.cut(text))
        if (
            not most
            or not acts
            or _OF_A_CASE.search(led[most[-1].start() :])
            or any(c.isdigit() for c in led[most[-1].end() :])
        ):
            continue
        if not is_reported(reading, sentence, token.span) and not reading.scope(token.span, sentence).has(
            "history", "plan"
        ):
            yield token, acts[-1]
