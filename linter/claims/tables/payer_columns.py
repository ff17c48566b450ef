"""A payer's total told in words under a table that has a column for the payer: 单位合计24.6%,个人合计10.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.payers import EMPLOYEE, EMPLOYER, PAID_BY
from linter.claims.context.reading import Reading
from linter.claims.model import Part, TotalClaim
from linter.claims.tables.table_totals import column_of
from linter.claims.tables.told_totals import below
from linter.document import Cell, Table
from linter.scan.tokens import Quantity, Unit

_TOLD = re.compile(
    f"(?:{EMPLOYER}|{EMPLOYEE})(?:部分|这边|方面|社保|缴费|缴纳|承担|每个?月|一个月|费率|比例|的)*"
    "(?:合计|共计|总计|一共|总共|加起来|共)(?:缴费|缴纳|缴|交|承担|扣|费率|比例|每个?月|一个月|要|需|应|大?约|为|是|:|\\s)*$"
)
_REACH = 24
_PAYERS = (re.compile(EMPLOYER), re.compile(EMPLOYEE))
_BOTH = re.compile("(?:和|与|加上?|跟|及|、|\\+|双方|两边)[^,;。]*$")
# What may stand in the table and not in the total, or the other way round.
_OPEN = re.compile("不算|不含|不计|不包括|除|另|还|公积金|年金|大额|大病|补充|如果|若|上限|下限|最低|最高")
_OFTEN_MERGED = frozenset({"maternity"})  # into medical insurance
_NO_ROW = re.compile("公积金|一金|年金|大额|大病|补充|长护|护理|基数|工资|档|其中|合计|小计|总")


def extract(reading: Reading) -> Iterator[TotalClaim]:
    """Totals of a payer in the paragraph under a table, each with the figures of the one column that is the payer's."""
    for index, section in enumerate(reading.document.sections):
        for at, table in enumerate(section.tables):
            sentences = below(reading, section, index, at)
            for sentence in (one for one in sentences if one.block == sentences[0].block):
                yield from _told(reading, table, sentence)


def _told(reading: Reading, table: Table, sentence: Sentence) -> Iterator[TotalClaim]:
    if _OPEN.search(sentence.span.cut(reading.text)):
        return
    for total in reading.quantities_in(sentence.span):
        said = reading.text[max(sentence.span.start, total.span.start - _REACH) : total.span.start]
        told = _TOLD.search(said)
        exact = total.unit in (Unit.YUAN, Unit.PERCENT) and not total.is_range and total.bound is None
        if told is None or not exact or total.per == "year" or _BOTH.search(said[: told.start()]):
            continue
        parts = _column(reading, table, told[0], total)
        if parts is not None and _of_one_place(reading, sentence, total, parts[0]):
            scope = reading.scope(total.span, sentence)
            complete = _all_schemes(reading, table, told[0])
            yield TotalClaim(total.span, sentence.span, scope, total, tuple(parts), None, complete)


def _column(reading: Reading, table: Table, said: str, total: Quantity) -> Sequence[Part] | None:
    """The figures of the only column of the payer that has figures of the total's unit in all its rows."""
    filled = [row for row in table.rows if row]
    head, rows = filled[0] if filled else (), filled[1:]
    labels = [row[0].span.cut(reading.text) for row in rows]
    named = [_schemes(reading, row[0]) for row in rows]
    if any(_NO_ROW.search(label) for label in labels) or not all(named) or len(set(named)) < len(named):
        return None
    found = [_figures(reading, rows, cell, total.unit) for cell in head[1:] if _is_of(cell, said, reading)]
    full = [parts for parts in found if parts]
    return full[0] if len(full) == 1 and len(full[0]) > 1 else None


def _schemes(reading: Reading, label: Cell) -> frozenset[str]:
    """What insurance a row is of; the rows of years, tiers or places are no parts of one total."""
    return frozenset(term.facets["scheme"] for term in reading.terms_in(label.span) if "scheme" in term.facets)


def _all_schemes(reading: Reading, table: Table, said: str) -> bool:
    """True when the rows name all that the payer pays for; else the total may hold what the table leaves out."""
    named = {value for row in table.rows if row for each in _schemes(reading, row[0]) for value in each.split("+")}
    payer = "employer" if _PAYERS[0].search(said) else "employee"
    return named >= PAID_BY[payer] - _OFTEN_MERGED


def _is_of(cell: Cell, said: str, reading: Reading) -> bool:
    title = cell.span.cut(reading.text)
    return all(bool(payer.search(title)) is bool(payer.search(said)) for payer in _PAYERS)


def _figures(reading: Reading, rows: Sequence[Sequence[Cell]], head: Cell, unit: Unit) -> Sequence[Part] | None:
    parts = column_of(reading, rows, head.column, unit)
    in_yuan = unit is Unit.YUAN and "元" in head.span.cut(reading.text)
    return parts or (column_of(reading, rows, head.column, Unit.NONE) if in_yuan else None)


def _of_one_place(reading: Reading, sentence: Sentence, total: Quantity, part: Part) -> bool:
    home = reading.sentence_at(part.token.span)
    return home is None or reading.scope(total.span, sentence).region == reading.scope(part.token.span, home).region
