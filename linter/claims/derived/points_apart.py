"""Shares said to lie so many points apart: 在职报82%,退休的高4个百分点,按84%报; columns 在职 | 退休."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.context.amounts import block_of, is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.extract import extract as extract_operations
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.claims.tables.table_totals import only_figure
from linter.document import BlockKind, Section, Table
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_HIGHER = re.compile("(?:高|多报?|提高|提升|上浮|增加|上调)(?:出|了|约)*$")
_LOWER = re.compile("(?:低|少报?|降低|降|下降|下浮|下调|减少?)(?:了|约)*$")
_VAGUE = re.compile("最[高多低少]|不超过|以内|左右|至多|一般|原则|各地|去年|原来|以前|历年|每|再|另|分别|依次")
_THEN = re.compile(",?(?:也就是|就是|即|则|按|为|是|达|到|能?报销?|可报|:)*")
_OTHER_CASE = re.compile("如果|若|一级|二级|三级|社区|转诊|异地|居民")
_RETIRED, _ACTIVE = re.compile("退休"), re.compile("在职")
_REACH, _FEWEST = 12, 2


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """The shares that are not so many points from what they are measured by."""
    taken = {claim.result.span for claim in reading.once(extract_operations)}
    for sentence in reading.sentences:
        for points in reading.quantities_in(sentence.span):
            way = _way(reading, sentence, points)
            if way and not is_question(reading, sentence) and not is_reported(reading, sentence, points.span):
                for result, calculation in _results(reading, sentence, points, way):
                    home = reading.sentence_at(result.span)
                    if home is not None and result.span not in taken:
                        scope = reading.scope(result.span, home)
                        yield DerivedClaim(result.span, home.span, scope, result, calculation, False)


def _way(reading: Reading, sentence: Sentence, points: Quantity) -> str:
    """How the points are counted: "add", "subtract", or "" where the words do not say, or say it loosely."""
    if points.unit is not Unit.POINTS or not is_exact(points) or points.approximate:
        return ""
    led = reading.text[max(sentence.span.start, points.span.start - _REACH) : points.span.start]
    if _VAGUE.search(led):
        return ""
    return "add" if _HIGHER.search(led) else "subtract" if _LOWER.search(led) else ""


def _results(
    reading: Reading, sentence: Sentence, points: Quantity, way: str
) -> Iterator[tuple[Quantity, Calculation]]:
    beside = _beside(reading, sentence, points)
    if beside is not None:
        measure, result = beside
        yield result, _apart(measure, points, way)
        return
    above = "".join(span.cut(reading.text) for span in reading.framer.headings_above(sentence)[:1])
    said = above + sentence.span.cut(reading.text)
    if way == "add" and _RETIRED.search(said) and _ACTIVE.search(said):
        section = reading.document.sections[sentence.section]
        for table in section.tables:
            yield from _of_columns(reading, table, points)
        yield from _below(reading, section, sentence, points)


def _beside(reading: Reading, sentence: Sentence, points: Quantity) -> tuple[Quantity, Quantity] | None:
    """The only share before the points in the sentence, and the one right behind them."""
    shares = [token for token in reading.quantities_in(sentence.span) if token.unit is Unit.PERCENT]
    before = [token for token in shares if token.span.end <= points.span.start]
    behind = next((token for token in shares if token.span.start >= points.span.end), None)
    if len(before) != 1 or behind is None or not (_is_plain(before[0]) and _is_plain(behind)):
        return None
    led = reading.text[points.span.end : behind.span.start]
    between = reading.text[before[0].span.end : points.span.start]
    plain = _THEN.fullmatch(led) is not None and not re.search("[。;]", between) and before[0].value > points.value
    return (before[0], behind) if plain and not _OTHER_CASE.search(between) else None


def _apart(measure: Quantity, points: Quantity, way: str) -> Calculation:
    return Calculation(way, (Calculation("multiply", (measure, HUNDRED)), points))


def _is_plain(token: Quantity) -> bool:
    return is_exact(token) and not token.approximate


def _of_columns(reading: Reading, table: Table, points: Quantity) -> Iterator[tuple[Quantity, Calculation]]:
    """The rows that do not keep to the rule, where at least as many others do."""
    head = table.rows[0] if table.rows else ()
    active, retired = (
        [cell.column for cell in head if each.search(cell.span.cut(reading.text))] for each in (_ACTIVE, _RETIRED)
    )
    if len(active) != 1 or len(retired) != 1 or active == retired:
        return
    rows = [{cell.column: only_figure(reading, cell) for cell in row} for row in table.rows[1:]]
    pairs = [(row.get(active[0]), row.get(retired[0])) for row in rows]
    shares = [(one, other) for one, other in pairs if one is not None and other is not None]
    shares = [(one, other) for one, other in shares if one.unit is other.unit is Unit.PERCENT]
    wrong = [(one, other) for one, other in shares if other.value != min(one.value + points.value, HUNDRED)]
    if len(shares) - len(wrong) >= max(len(wrong), 1):
        yield from ((other, _apart(one, points, "add")) for one, other in wrong)


def _below(
    reading: Reading, section: Section, sentence: Sentence, points: Quantity
) -> Iterator[tuple[Quantity, Calculation]]:
    """The first share below 退休的比在职高5个百分点: where the shares told there are those told of the others."""
    if not block_of(reading, sentence).cut(reading.text).rstrip().endswith((":", "。")):
        return
    end = section.span.end
    for block in section.blocks[sentence.block + 1 :]:
        if block.kind is BlockKind.HEADING:
            end = block.span.start
            break
    told = [t for t in reading.quantities_in(Span(sentence.span.end, max(end, sentence.span.end))) if _is_share(t)]
    before = [t for t in reading.quantities_in(Span(section.span.start, sentence.span.start)) if _is_share(t)]
    first = next((token for token in before if _is_plain(token)), None)
    result = next((token for token in told if _is_plain(token)), None)
    if first is None or result is None or len(_values(told)) < _FEWEST or not _values(told) <= _values(before):
        return
    if result.value == first.value == min(_values(before)):
        yield result, _apart(first, points, "add")


def _is_share(token: Quantity) -> bool:
    return token.unit is Unit.PERCENT


def _values(tokens: Sequence[Quantity]) -> set[Decimal]:
    return {value for token in tokens for value in token.values}
