"""Which row is said to have the most or the least of a column, and the row that has it: 上限最高的是甲市."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.model import TableEchoClaim
from linter.claims.tables.named_rows import Cells, named_cells, rows_by_name
from linter.document import BlockKind, Section
from linter.scan.tokens import Unit
from linter.text import Span

_MOST, _LEAST = "高多长大贵", "低少短小便"
_SUPERLATIVE = re.compile(f"最(?P<way>[{_MOST}{_LEAST}])(?:宜)?")
_MARK = re.compile("[,;。:!?\n()]")
# Behind it the row; before it the row when the superlative ends the clause.
_LEADS_ON = re.compile(
    "的?(?:那?(?:个|档|地方|省|省份|城市|一[个档类级项种]))?(?:是|为|要数|当数|属|当属|就是|还是|的)?[,:]?"
)
# Not of the whole table, not of what the column has, or left open.
_OF_LESS = re.compile(
    "除|其次|第[二三2-9]|之一|仅次|并列|倒数|[东西中]部|沿海|直辖市|省会|其他|其余|同类|历年|不是|不一定|未必|可能|不算|剩下|以外"
)
_CHANGES = re.compile("[涨降增减差比幅倍]|变化|接近|调整|补")
_FEWEST = 3


def extract(reading: Reading) -> Iterator[TableEchoClaim]:
    """Rows called the first or last of a column, where another row is."""
    for index, section in enumerate(reading.document.sections):
        tables = (
            [] if is_law_text(reading.document, section) else [rows_by_name(reading, each) for each in section.tables]
        )
        whole = [rows for rows in tables if len(rows) >= _FEWEST]
        for sentence in reading.sentences if whole else ():
            if sentence.section == index and _asserts(reading, section, sentence):
                yield from _told(reading, sentence, whole)


def _asserts(reading: Reading, section: Section, sentence: Sentence) -> bool:
    return section.blocks[sentence.block].kind is not BlockKind.ROW and not is_question(reading, sentence)


def _told(reading: Reading, sentence: Sentence, tables: Sequence[Cells]) -> Iterator[TableEchoClaim]:
    text = reading.text
    for found in _SUPERLATIVE.finditer(text, sentence.span.start, sentence.span.end):
        marks = [mark.end() for mark in _MARK.finditer(text, sentence.span.start, found.start())]
        before = text[max(marks, default=sentence.span.start) : found.start()]
        said = text[sentence.span.start : found.end()]
        if _OF_LESS.search(said) or is_reported(reading, sentence, Span(*found.span())):
            continue
        tables_meant = [
            (rows, name) for rows in tables if (name := _named(rows, before, text[found.end() : sentence.span.end]))
        ]
        if len(tables_meant) == 1:
            yield from _judged(reading, sentence, *tables_meant[0], before, found)


def _named(rows: Cells, before: str, behind: str) -> str | None:
    """The row right behind a superlative, or the only one before it in the clause, which then ends there."""
    leads = _LEADS_ON.match(behind)
    rest = behind[leads.end() :] if leads is not None else behind
    follows = [name for name in rows if rest.startswith(name)]
    if follows:
        return max(follows, key=len)
    named = [name for name in rows if name in before]
    ends = re.match("的?(?:[,;。!]|$)", behind) is not None
    return named[0] if len(named) == 1 and ends else None


def _judged(
    reading: Reading, sentence: Sentence, rows: Cells, name: str, before: str, found: re.Match[str]
) -> Iterator[TableEchoClaim]:
    named = named_cells(rows[name], before.replace(name, ""))
    if len(named) != 1 or _CHANGES.search(before.replace(named[0].head, "")):
        return
    head = named[0].head
    column = {row: cell.figure for row, cells in rows.items() for cell in cells if cell.head == head}
    units = {figure.unit for figure in column.values()}
    if len(column) < len(rows) or len(units) > 1 or Unit.COUNT in units:
        return
    pick = max if found["way"] in _MOST else min
    best = pick(column, key=lambda row: column[row].value)
    if column[best].value != column[name].value:
        end = reading.text.find(name, found.end(), sentence.span.end)
        close = found.end() <= end <= found.end() + len(name) + _FEWEST * 2
        span = Span(found.start() - len(before), end + len(name) if close else found.end())
        scope = reading.scope(span, sentence)
        yield TableEchoClaim(span, sentence.span, scope, column[best], column[name], name, best)
