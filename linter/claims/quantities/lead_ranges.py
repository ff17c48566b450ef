"""What a lead says of the whole, and what the text works out itself: 到手4100-4600元 … 5200-1240=3960元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.model import TitleFigureClaim
from linter.claims.quantities.lead_results import LEAST, MONEY, NET, PAID, PENSION, Lead, results
from linter.claims.quantities.title_extremes import extract as extract_extremes
from linter.claims.quantities.title_figures import extract as extract_titles
from linter.scan.tokens import Quantity, Unit

# What the sum is of: the words before it in its sentence.
_OF = {
    NET: re.compile("到手|实发|实领|实得|拿到手|税后|进账|落袋"),
    PENSION: re.compile(
        "(?:养老金|退休金|退休工资|退休待遇|待遇)|(?:退休|养老|缴满|交满|交够|缴够|[0-9]岁)[^。;]*[领拿发]"
    ),
    PAID: re.compile("(?:个人|职工|员工|自己|本人|工资[里中]|每月|一个月|月)[^。;]{0,12}[交缴扣]"),
}
_CLOSES = re.compile(r"\s*[*_>-]*\s*(?:所以|因此|综合|综上|总[之的体]|整体|这样|算下来|也就是说)")
# Sums over many places, kinds of people or years are of no one example.
_OF_MANY = re.compile("有的|多数|大部分|全国|之前|去年|不等|左右浮动|补贴|档次|级|一次性|每年")
_PLACES = re.compile("各地|各省|各市|地区|城市|省份|地方")
_OPENING, _EARLIEST_CLOSE = 6, 3
_SLACK, _WITHIN = Decimal("0.02"), Decimal(3)


def extract(reading: Reading) -> Iterator[TitleFigureClaim]:
    """Each range of a lead or a close, with the first result of the same example that lies out of it; and slips."""
    found: set[str] = set()
    shown = figures_explained(reading)
    titles = {claim.told.span for way in (extract_titles, extract_extremes) for claim in reading.once(way)}
    for lead in reading.once(leads):
        meant = next((token for token in results(reading, lead) if _is_missed(reading, lead, token)), None)
        if lead.told.span in titles or lead.told.span.start in shown:
            continue
        if meant is not None and lead.kind not in found:
            found.add(lead.kind)
            scope = reading.scope(lead.told.span, lead.sentence)
            yield TitleFigureClaim(lead.told.span, lead.sentence.span, scope, lead.told, meant, True)


def _is_missed(reading: Reading, lead: Lead, result: Quantity) -> bool:
    """True for a result out of the range by more than is rounded, but of its order; or a slip from the one sum."""
    if lead.told.is_range:
        low, high = lead.told.values
        value = result.value
        return low / _WITHIN < value < low * (1 - _SLACK) or high * (1 + _SLACK) < value < high * _WITHIN
    section = reading.document.sections[lead.sentence.section].span
    values = [value for token in reading.quantities_in(section) for value in token.values]
    slip = transposed(lead.told.value, result.value) or one_digit_off(lead.told.value, result.value)
    return slip and values.count(lead.told.value) == 1


def leads(reading: Reading) -> Iterator[Lead]:
    """The sums that the opening or the close of a section tells of take-home pay, of contributions or of a pension."""
    for sentence in reading.sentences:
        section = reading.document.sections[sentence.section]
        closes = (
            sentence.block >= _EARLIEST_CLOSE
            and _CLOSES.match(reading.text, sentence.span.start, sentence.span.end) is not None
        )
        if is_question(reading, sentence) or section.truncated or is_law_text(reading.document, section):
            continue
        if closes or sentence.block < _OPENING:
            yield from _of_sentence(reading, sentence, closes)


def _of_sentence(reading: Reading, sentence: Sentence, closes: bool) -> Iterator[Lead]:
    figures = [token for token in reading.quantities_in(sentence.span) if token.unit in MONEY]
    ranges = [token for token in figures if token.is_range]
    sums = [token for token in figures if is_exact(token) and not token.approximate] if not ranges else []
    for told in ranges if len(ranges) == 1 else sums:
        said = reading.text[sentence.span.start : told.span.start]
        kind = next((name for name, words in _OF.items() if words.search(said)), None)
        if kind is None or told.unit is not Unit.YUAN or min(told.values) < LEAST:
            continue
        many = _PLACES.search(said) or _OF_MANY.search(_own_words(said, kind))
        if not many and not is_reported(reading, sentence, told.span):
            yield Lead(told, kind, sentence, closes)


def _own_words(said: str, kind: str) -> str:
    """The clauses since the one that tells what the range is of."""
    last = [*_OF[kind].finditer(said)][-1]
    return said[max(said.rfind(mark, 0, last.start()) for mark in ",;:、") + 1 :]
