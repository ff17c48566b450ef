"""What the text tells of one row of a table, and the table otherwise: 乙类 | 35元 … 乙类的日补贴是53元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.model import Scope, TableEchoClaim
from linter.claims.tables.table_totals import is_total_label
from linter.document import BlockKind, Cell, Table
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_FEWEST_ROWS, _SHORTEST_NAME = 3, 2
_BRACKETS = re.compile("\\([^()]*\\)")
_CHINESE = re.compile("[\u4e00-\u9fff]+")
_MARK = re.compile("[,;。:!?\n(]")
# 2033 and 58 name a row only where the text counts the same: 2033年, 58岁.
_COUNTED_NAME, _COUNTERS = re.compile("[0-9]+"), "年岁档级类月"
# A rank in a row of ranks (三级, 二档, 2033年) needs no head beside it.
_RANK = re.compile("[0-9一二三四五六七八九十][年岁档级类月]?$")
# By its head a bare number of a column is one of these.
_HEADS = {
    Unit.YUAN: re.compile("元|金额|费(?!率)|钱|起付|封顶|基数|限额"),
    Unit.PERCENT: re.compile("%|比例|费率"),
    Unit.MONTHS: re.compile("月数|个月|年限|年数|期限|时长|期$|\\((?:月|年)\\)"),
    Unit.DAYS: re.compile("天|日数|期限|\\(日\\)"),
    Unit.AGE: re.compile("岁|年龄"),
}
# The clause, or the one before it, is of another case than the row; or the clause of how far two figures are apart.
_OTHER_CASE = re.compile(
    "减半|一半|翻[倍番]|第[二三2-3]|再次|另|打折|[0-9一二三四五六七八九]折|以前|原先|原来|过去|此前|曾|阶段|正常|之后|去年|上年|往年|如果|若|假如|假设"
    "|部分|个别|有的|一般|除外|调整|改为|降[到至为]|提高|上调|下调"
)
_APART = re.compile("[差少减涨跌倍×÷+=]|(?<!最)[高低多]|(?<!参)加|比(?!例)")
_BESIDES = re.compile("不算|不含|不包|除了|扣除|连同|另加|加上|合计|一共")


class _Cell(NamedTuple):
    """The one figure of a cell, under its column's head."""

    head: str
    figure: Quantity


_Rows = Mapping[str, Sequence[_Cell]]


def extract(reading: Reading) -> Iterator[TableEchoClaim]:
    """Figures of the text that name a row, and its column where it has several, and are none of that row."""
    for index, section in enumerate(reading.document.sections):
        if is_law_text(reading.document, section):
            continue
        for table in section.tables:
            rows = _rows(reading, table)
            for sentence in reading.sentences if rows else ():
                block = section.blocks[sentence.block] if sentence.section == index else None
                if block is not None and block.kind is not BlockKind.ROW and not is_question(reading, sentence):
                    yield from _told(reading, sentence, rows)


def _rows(reading: Reading, table: Table) -> _Rows:
    """By its name the figures of every row; a name of two rows names neither."""
    rows = [row for row in table.rows if len(row) > 1]
    if len(rows) < _FEWEST_ROWS:
        return {}
    heads = {cell.column: cell.span.cut(reading.text).strip() for cell in rows[0]}
    found: dict[str, list[_Cell]] = {}
    twice: set[str] = set()
    for name_cell, *cells in rows[1:]:
        name = name_cell.span.cut(reading.text).strip()
        if name in found:
            twice.add(name)
        figures = [(heads.get(cell.column, ""), _figure(reading, cell)) for cell in cells]
        found[name] = [_Cell(head, figure) for head, figure in figures if figure is not None]
    names = (name for name in found if len(name) >= _SHORTEST_NAME and not is_total_label(name))
    return {name: found[name] for name in names if name not in twice and found[name]}


def _figure(reading: Reading, cell: Cell) -> Quantity | None:
    figures = reading.quantities_in(cell.span)
    exact = len(figures) == 1 and not (figures[0].is_range or figures[0].approximate or figures[0].bound)
    return figures[0] if exact else None


def _told(reading: Reading, sentence: Sentence, rows: _Rows) -> Iterator[TableEchoClaim]:
    figures = reading.quantities_in(sentence.span)
    for told in figures:
        exact = not (told.is_range or told.approximate or told.bound)
        if not exact or is_reported(reading, sentence, told.span):
            continue
        meant = _meant(reading, sentence, told, rows)
        if meant is None:
            continue
        name, cell = meant
        values = {other.figure.value for other in rows[name]}
        home, scope = reading.sentence_at(cell.figure.span), reading.scope(told.span, sentence)
        otherwise = told.value not in values and values.isdisjoint(figure.value for figure in figures)
        if otherwise and home is not None and _meet(scope, reading.scope(cell.figure.span, home)):
            yield TableEchoClaim(told.span, sentence.span, scope, cell.figure, told, name)


def _meant(reading: Reading, sentence: Sentence, told: Quantity, rows: _Rows) -> tuple[str, _Cell] | None:
    """The row that is named last before a figure, and the one cell of it that the figure can be."""
    before, own = _clauses(reading, sentence, told, reading.quantities_in(sentence.span))
    led = reading.text[sentence.span.start : told.span.start]
    if _OTHER_CASE.search(before + own) or _APART.search(own) or _BESIDES.search(led):
        return None
    places = [(place + len(name), len(name), name) for name in rows if (place := _last(led, name)) >= 0]
    if not places:
        return None
    end, _, name = max(places)
    fitting = [cell for cell in rows[name] if _is_of(cell, told)]
    alone = len(fitting) == 1 and name in own and _RANK.search(name) is not None
    since = Span(sentence.span.start + end, told.span.start)
    said = own if reading.quantities_in(since) else own + since.cut(reading.text)
    cells = [cell for cell in fitting if alone or _names(cell.head, said)]
    return (name, cells[0]) if len(cells) == 1 else None


def _clauses(reading: Reading, sentence: Sentence, told: Quantity, figures: Sequence[Quantity]) -> tuple[str, str]:
    """The clause before that of a figure, and its own, each from the figure before it to the next."""
    text = reading.text
    marks = [mark.end() for mark in _MARK.finditer(text, sentence.span.start, told.span.start)]
    start = max(marks, default=sentence.span.start)
    earlier = max(marks[:-1], default=sentence.span.start) if marks else start
    start = max([start, *(figure.span.end for figure in figures if figure.span.end <= told.span.start)])
    end = next((mark.start() for mark in _MARK.finditer(text, told.span.end, sentence.span.end)), sentence.span.end)
    end = min([end, *(figure.span.start for figure in figures if figure.span.start >= told.span.end)])
    return text[earlier : min(start, max(marks, default=start))], text[start : told.span.start] + text[
        told.span.end : end
    ]


def _last(led: str, name: str) -> int:
    place = led.rfind(name)
    if place < 0 or not _COUNTED_NAME.fullmatch(name):
        return place
    counted = led[place + len(name) : place + len(name) + 1] in _COUNTERS and not led[:place][-1:].isdigit()
    return place if counted and len(led) > place + len(name) else -1


def _names(head: str, own: str) -> bool:
    """True where a clause has the head of a column, or how it begins or ends: 补贴 for 日补贴, 限额 for 限额(元)."""
    name = "".join(_CHINESE.findall(_BRACKETS.sub("", head)))
    short = _SHORTEST_NAME
    return len(name) >= short and any(part in own for part in (name, name[:short], name[-short:]))


def _is_of(cell: _Cell, told: Quantity) -> bool:
    if cell.figure.unit is told.unit:
        return cell.figure.per == told.per or None in (cell.figure.per, told.per)
    head = _HEADS.get(told.unit)
    return cell.figure.unit is Unit.NONE and head is not None and head.search(cell.head) is not None


def _meet(one: Scope, other: Scope) -> bool:
    """False where the text and the table speak of different places or years."""
    stated = [scope.period for scope in (one, other) if scope.period_from in ("stated", "heading") and scope.period]
    return one.region == other.region and (len(stated) < 2 or stated[0].overlaps(stated[1]))
