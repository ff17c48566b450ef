"""A count of a heading that is not the total the text below tells: 扩至8种 … 前后加起来十种."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import CountClaim
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_KINDS = "种类项档个家条款门例"
_AREA = re.compile("全国|全省|全市|全县|全区|我省|我市|我县|本省|本市|各省|各地|外省")
_NOUN = re.compile("[\u4e00-\u9fff]{0,2}")
_TOTAL = re.compile(
    "(?:前后|合计|合起来|加起来|加在一起|总共|一共|共计|总计|总数|共|扩(?:大|展|充|围)?(?:到|至|为)|增(?:加)?(?:到|至|为)|达到?)(?:了|有|是|为|就|达|到|,|:)*$"
)
_LED = 24
_MOST_SENTENCES = 12


def extract(reading: Reading) -> Iterator[CountClaim]:
    """The only count of a heading that is told as a total, where no count of its kind below it is the same."""
    heading: Sentence | None = None
    below: list[Sentence] = []
    for sentence in (*reading.sentences, None):
        if sentence is not None and not _is_heading(reading, sentence):
            below.append(sentence)
            continue
        if heading is not None and len(below) <= _MOST_SENTENCES:
            yield from _claims(reading, heading, below)
        heading, below = sentence, []


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    return reading.document.sections[sentence.section].blocks[sentence.block].kind is BlockKind.HEADING


def _claims(reading: Reading, heading: Sentence, below: Sequence[Sentence]) -> Iterator[CountClaim]:
    totals = [token for token in reading.quantities_in(heading.span) if _is_total(reading, heading, token)]
    if len(totals) != 1 or is_question(reading, heading) or (below[:1] and below[0].section != heading.section):
        return
    stated = totals[0]
    counted = [
        (sentence, token)
        for sentence in below
        for token in reading.quantities_in(sentence.span)
        if _is_count(token) and token.classifier == stated.classifier
    ]
    told = [token for sentence, token in counted if _is_total(reading, sentence, token)]
    apart = told and stated.value not in {token.value for _, token in counted}
    if not apart or len({token.value for token in told}) > 1 or not _of_one_thing(reading, heading, stated, told[0]):
        return
    scope = reading.scope(stated.span, heading)
    yield CountClaim(heading.span, heading.span, scope, stated, (), told[0])


def _is_total(reading: Reading, sentence: Sentence, token: Quantity) -> bool:
    if not _is_count(token) or (token.classifier or "")[-1] not in _KINDS:
        return False
    return _TOTAL.search(reading.text[max(sentence.span.start, token.span.start - _LED) : token.span.start]) is not None


def _of_one_thing(reading: Reading, heading: Sentence, stated: Quantity, told: Quantity) -> bool:
    """False where the counts are of different areas, or different nouns stand behind them."""
    sentence = reading.sentence_at(told.span)
    said = sentence.span.cut(reading.text) if sentence is not None else ""
    areas = set(_AREA.findall(said)) <= set(_AREA.findall(heading.span.cut(reading.text)))
    first, second = (_noun(reading.text, token.span) for token in (stated, told))
    return areas and (not second or first == second or second in heading.span.cut(reading.text))


def _noun(text: str, span: Span) -> str:
    found = _NOUN.match(text, span.end)
    return found.group() if found is not None else ""


def _is_count(token: Quantity) -> bool:
    """True for an exact count of something."""
    return token.unit is Unit.COUNT and is_exact(token) and not token.approximate and bool(token.classifier)
