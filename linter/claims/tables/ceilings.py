"""A year's ceiling of reimbursement told beside a table whose bands go on above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.reading import Reading
from linter.claims.model import CeilingClaim
from linter.document import Cell, Section
from linter.scan.tokens import Quantity, Unit

_CEILING = re.compile(
    "(?:最高支付限额|年度限额|支付限额|封顶线|报销上限|封顶额)(?:标准|金额)?[\\s*]*(?:为|是|:|统一为)?[\\s*]*(?:每年|每人每年)?$"
)
_ABOVE = re.compile("[\\s*]*(?:元|万元)?(?:\\(不含\\))?(?:以上|及以上|以外)")
# What another fund pays, or for another kind of care, has a ceiling of its own.
_OTHER_FUND = re.compile("大病|大额|补充|救助|公务员|门诊|超限额|商业|二次|每次|单次")


def extract(reading: Reading) -> Iterator[CeilingClaim]:
    """Every ceiling of a section beside a band of its tables that begins at or above it and is still reimbursed."""
    for section in reading.document.sections:
        bands = list(_bands(reading, section))
        if not bands:
            continue
        for sentence in reading.sentences:
            if not section.span.contains(sentence.span) or _OTHER_FUND.search(sentence.span.cut(reading.text)):
                continue
            for ceiling in reading.quantities_in(sentence.span):
                if not _is_ceiling(reading, sentence.span.start, ceiling):
                    continue
                above = [band for band in bands if band.values[0] >= ceiling.values[0]]
                if above:
                    scope = reading.scope(ceiling.span, sentence)
                    yield CeilingClaim(ceiling.span, sentence.span, scope, ceiling, above[0])


def _is_ceiling(reading: Reading, start: int, figure: Quantity) -> bool:
    before = reading.text[max(start, figure.span.start - 24) : figure.span.start]
    return figure.unit is Unit.YUAN and not figure.is_range and _CEILING.search(before) is not None


def _bands(reading: Reading, section: Section) -> Iterator[Quantity]:
    """The amounts of first cells such as 10万元以上, in rows that give a rate of reimbursement."""
    for table in section.tables:
        head = table.rows[0] if table.rows else ()
        if not any("费用" in cell.span.cut(reading.text) for cell in head):
            continue
        for row in table.rows[1:]:
            if not _is_reimbursed(reading, row) or _OTHER_FUND.search(_text(reading, row)):
                continue
            for figure in reading.quantities_in(row[0].span):
                if figure.unit is Unit.YUAN and _ABOVE.match(reading.text, figure.span.end, row[0].span.end):
                    yield figure


def _is_reimbursed(reading: Reading, row: Sequence[Cell]) -> bool:
    rates = [figure for cell in row[1:] for figure in reading.quantities_in(cell.span)]
    return any(figure.unit is Unit.PERCENT and figure.values[0] > 0 for figure in rates)


def _text(reading: Reading, row: Sequence[Cell]) -> str:
    return " ".join(cell.span.cut(reading.text) for cell in row)
