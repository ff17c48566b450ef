"""The base that a title reckons with, and another that the text below reckons with once: 基数8000元 … 按9000元基数."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from linter.claims.context.bases import is_base
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.persons import anybody
from linter.claims.context.reading import Reading
from linter.claims.model import ToldTwiceClaim
from linter.document import BlockKind, Section
from linter.scan.tokens import Quantity, Unit

# A limit, an average, another tier or another case is no base of the example.
_NOT_THE_EXAMPLES = re.compile(
    "上限|下限|最低|最高|平均|社平|档|如果|比如|例如|换|假设|若|低于|高于|超过|不足|封顶|保底|提高|降|涨|另|以前|去年|上年|原来|以上|以下|部分|有的|各地|之间|%至"
)


def extract(reading: Reading) -> Iterator[ToldTwiceClaim]:
    """Every base below a title with a base that is another, told once, and of no other case or person."""
    for index, section in enumerate(reading.document.sections):
        title = _title(reading, index, section)
        bases = [] if title is None else [each for each in _bases(reading, section) if title.span.contains(each.span)]
        if title is None or len(bases) != 1:
            continue
        told = Counter(token.value for token in reading.quantities_in(section.span))
        known = anybody(title.span.cut(reading.text))
        for base in _bases(reading, section):
            sentence = reading.sentence_at(base.span)
            if sentence is None or base.span.start < title.span.end or told[base.value] > 1:
                continue
            said = sentence.span.cut(reading.text)
            own = not _NOT_THE_EXAMPLES.search(said) and anybody(said) <= known
            if own and base.value != bases[0].value and _asserts(reading, sentence, base):
                scope = reading.scope(base.span, sentence)
                if scope.region == reading.scope(bases[0].span, title).region:
                    yield ToldTwiceClaim(base.span, sentence.span, scope, bases[0], base)


def _title(reading: Reading, index: int, section: Section) -> Sentence | None:
    first = next((sentence for sentence in reading.sentences if sentence.section == index), None)
    heading = first is not None and section.blocks[first.block].kind is BlockKind.HEADING
    return first if heading and not section.truncated else None


def _bases(reading: Reading, section: Section) -> list[Quantity]:
    figures = (token for token in reading.quantities_in(section.span) if token.unit is Unit.YUAN)
    return [each for each in figures if not each.is_range and not each.approximate and is_base(reading, each)]


def _asserts(reading: Reading, sentence: Sentence, base: Quantity) -> bool:
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    asked = block.kind is BlockKind.ROW or is_question(reading, sentence)
    return not asked and not is_reported(reading, sentence, base.span)
