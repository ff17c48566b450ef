"""What a sentence below a table tells of a payer's total, and the table otherwise: 按上表,员工每月扣850元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from linter.claims.context.amounts import clause, is_plain_sum
from linter.claims.context.frame import BRACKET
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import TableEchoClaim
from linter.claims.tables.table_totals import is_total_label, only_figure
from linter.claims.tables.told_totals import below
from linter.document import Table
from linter.scan.tokens import Quantity, Unit

_PAYERS = {"employer": re.compile("单位|公司|企业|雇主"), "employee": re.compile("个人|本人|职工|员工|自己")}
_REFERS = re.compile("[上此这该本]表|表[里中内上格]|[照按如由从]表|合计|一共|总共|共|加起来|总计|可见|可以看出|算下来")
# The sentence is of another case, or of more or less than the table adds up.
_OTHER = re.compile(
    "如果|若|假如|换成|另|加上|外加|公积金|不含|除去|扣除|税|剩|到手|实发|多|少|差|倍|比|年|补|其中|基数|工资|涨|调|两人|夫妻"
)
_BASE, _ABOVE = re.compile("基数(?:是|为|按)?\\s*(?P<figure>[0-9]{3,})"), 80
_MONTHS, _ALL = 12, "social"


def extract(reading: Reading) -> Iterator[TableEchoClaim]:
    """Amounts of a payer in all, told below a table that adds up for the same payer what is another amount."""
    for index, section in enumerate(reading.document.sections):
        for at, table in enumerate(section.tables):
            totals = dict(_totals(reading, table))
            written = [token for token in reading.quantities_in(table.span) if totals]
            for sentence in below(reading, section, index, at) if totals else ():
                if _REFERS.search(sentence.span.cut(reading.text)):
                    for echo in _echoes(reading, sentence, totals, {token.value for token in written}):
                        if not _OTHER.search(_said(reading, sentence, echo, table)):
                            yield echo


def _said(reading: Reading, sentence: Sentence, echo: TableEchoClaim, table: Table) -> str:
    """The sentence up to the end of the figure's clause, without the base that the lines above the table name."""
    text = reading.text
    ends = [place for mark in ",;。" if (place := text.find(mark, echo.told.span.end, sentence.span.end)) >= 0]
    said = text[sentence.span.start : min(ends, default=sentence.span.end)]
    above = text[max(0, table.span.start - _ABOVE) : table.span.start]
    return _BASE.sub(lambda base: "" if base["figure"] in above else base.group(), said)


def _echoes(
    reading: Reading, sentence: Sentence, totals: dict[str, Quantity], written: set[object]
) -> Iterator[TableEchoClaim]:
    for told in reading.quantities_in(sentence.span):
        scheme, payer = reading.frame(told.span).get("scheme"), payer_named(clause(reading, sentence, told.span))
        if payer is None or (scheme is not None and scheme.value != _ALL and scheme.level <= BRACKET):
            continue
        total = totals.get(payer)
        if total is None or told.unit is not Unit.YUAN or not is_plain_sum(reading, told) or told.per == "year":
            continue
        both = sum((each.value for each in totals.values()), start=total.value * 0)
        if told.value not in written and told.value not in (both, total.value * _MONTHS):
            yield TableEchoClaim(told.span, sentence.span, reading.scope(told.span, sentence), total, told)


def _totals(reading: Reading, table: Table) -> Iterator[tuple[str, Quantity]]:
    """The total of each payer: in the last row under its name, or in the last column beside it."""
    rows = [row for row in table.rows if len(row) > 1]
    if len(rows) < 2:
        return
    head, last = rows[0], rows[-1]
    named = [(cell.span.cut(reading.text), cell.column) for cell in head[1:]]
    if is_total_label(last[0].span.cut(reading.text).strip()):
        for (title, column), cell in product(named, last[1:]):
            figure = only_figure(reading, cell) if cell.column == column else None
            if figure is not None and (payer := payer_named(title)):
                yield payer, figure
    elif is_total_label(head[-1].span.cut(reading.text).strip()):
        for row in rows[1:]:
            figure = only_figure(reading, row[-1]) if row[-1].column == head[-1].column else None
            if figure is not None and (payer := payer_named(row[0].span.cut(reading.text))):
                yield payer, figure


def payer_named(title: str) -> str | None:
    """The payer that a title names, and no other."""
    named = [payer for payer, words in _PAYERS.items() if words.search(title)]
    return named[0] if len(named) == 1 else None
