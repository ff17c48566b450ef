"""A count of the rows of a table beside it: 设10个档次, and nine rows of them; 收了8个城市, and seven rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.claims.context.manner import is_law_text, is_question
from linter.claims.context.reading import Reading
from linter.claims.counting.count_mentions import is_of_all, number_of
from linter.claims.model import CountClaim
from linter.claims.tables.table_totals import is_total_label
from linter.document import BlockKind, Section, Table
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval
from reference.vocabulary import load_json, worded

_NUMERAL = "(?P<number>[3-9]|[1-3][0-9]|[三四五六七八九十]|十[一二三四五六七八九])"
_ANY_NUMBER = re.compile("(?:[0-9]+|十[一二三四五六七八九]?|[一二三四五六七八九两])(?=[个种类项档省市地家级组城])")
# The last row may stand for several, or a row for a range of them.
_OPEN = re.compile(
    "等等|(?<![特甲乙丙丁一二三四上中下高低])等|…|\\.\\.\\.|其他|其余|以上|以下|以内|及|~|—|-|至|、|/|或"
)
_MOST_BEFORE, _MOST_APART, _FEWEST, _AROUND = 3, 2, 3, 400


def extract(reading: Reading) -> Iterator[CountClaim]:
    """Counts right above a table, of what its first column is headed with, where no count near is that of the rows."""
    for section in reading.document.sections:
        if section.truncated or not section.tables or is_law_text(reading.document, section):
            continue
        for at, table in enumerate(section.tables):
            names = _names(reading, table)
            start = section.tables[at - 1].span.end if at else section.span.start
            if len(names) < _FEWEST or str(len(names)) in _numbers(reading, section, table):
                continue
            for found in _mentions(reading, section, table, start):
                sentence = reading.sentence_at(Span(*found.span()))
                number = number_of(found["number"])
                near = abs(number - len(names)) <= _MOST_APART and number != len(names)
                if near and sentence is not None and not is_question(reading, sentence):
                    span, value = Span(*found.span()), Decimal(number)
                    stated = Quantity(span, Unit.COUNT, (value,), Interval.point(value), classifier=found["kind"])
                    scope = reading.scope(span, sentence)
                    yield CountClaim(span, sentence.span, scope, stated, tuple(names), loose=True)


def _names(reading: Reading, table: Table) -> Sequence[Span]:
    """The names of the rows, all of one kind; none where one of them may stand for several, or stands twice."""
    cells = [row[0] for row in table.rows[1:] if row]
    if any(cell.header and cell.row == 0 for cell in cells) or len({row[0].row for row in table.rows if row}) < _FEWEST:
        return ()
    spans = [cell.span for cell in cells if not is_total_label(cell.span.cut(reading.text).strip())]
    names = [span.cut(reading.text).strip() for span in spans]
    if any(not name or _OPEN.search(name) for name in names) or len(set(names)) < len(names):
        return ()
    return spans


def _numbers(reading: Reading, section: Section, table: Table) -> frozenset[str]:
    """The numbers told near a table, outside it: one of them may count its rows."""
    before = reading.text[max(section.span.start, table.span.start - _AROUND) : table.span.start]
    behind = reading.text[table.span.end : min(section.span.end, table.span.end + _AROUND)]
    title = reading.text[section.title.start : section.title.end] if section.title is not None else ""
    told = [found for text in (title, before, behind) for found in _ANY_NUMBER.findall(text)]
    return frozenset(found if found.isdigit() else str(number_of(found)) for found in told)


def _mentions(reading: Reading, section: Section, table: Table, start: int) -> Iterator[re.Match[str]]:
    """The counts of what the first column is of, in the lines right above a table."""
    head = table.rows[0][0].span.cut(reading.text)
    pattern = _count(head)
    above = [block for block in section.blocks if start <= block.span.start and block.span.end <= table.span.start]
    headings = [index for index, block in enumerate(above) if block.kind is BlockKind.HEADING]
    above = above[headings[-1] :] if headings else above
    for block in above[-_MOST_BEFORE:] if pattern is not None else ():
        if block.kind is not BlockKind.ROW:
            for found in pattern.finditer(reading.text, block.span.start, block.span.end) if pattern else ():
                if is_of_all(reading.text, block.span, Span(*found.span())):
                    yield found


def _count(head: str) -> re.Pattern[str] | None:
    """What counts the things that a column is headed with: 9个省市 for 地区, 10个档次 for 缴费档次."""
    for heads, nouns in _families():
        if heads.search(head):
            return re.compile(
                f"(?:{_verbs()})(?:了|有|的|好)?{_NUMERAL}(?P<kind>[个种类项]?[^,;。:!?0-9\\n]{{0,4}}?(?:{nouns}))"
            )
    return None


@worded
def _families() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = load_json("counted_rows.json")["rows"]
    return tuple((re.compile("|".join(heads)), "|".join(nouns)) for heads, nouns in rows)


@worded
def _verbs() -> str:
    return "|".join(load_json("counted_rows.json")["lists"])
