"""What the text tells of one row of a table, and the table otherwise: 乙类 | 35元 … 乙类的日补贴是53元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.model import Scope, TableEchoClaim
from linter.claims.tables.named_rows import Cells, NamedCell, is_named_in_full, named_cells, rows_by_name
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

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
_BESIDES = re.compile(
    "不算|不含|不包|不看|不计|不管|只看|只算|单看|除了|除开|扣除|扣掉|去掉|撇开|抛开|连同|另加|加上|合计|一共"
)
# With these the name of a row is part of another: 补充医疗, 失业金.
_LONGER_BEFORE = re.compile("(?:补充|大额|大病|商业|非|其他|第[一二三])$")
_LONGER_BEHIND = re.compile(
    "金(?!额)|人员|登记|津贴|认定|机构|账户|待遇|期(?!限)|服务|[院假]|费用|互助|[救补]助|垫付|材料"
)
# What leads from a row to a figure of its own.
_APPOSED = re.compile("[档级类行]?,?(?:也就是|即|就是|是|为|对应的?是?)?:?\\s*")


def extract(reading: Reading) -> Iterator[TableEchoClaim]:
    """Figures of the text that name a row, and its column where it has several, and are none of that row."""
    for index, section in enumerate(reading.document.sections):
        if is_law_text(reading.document, section):
            continue
        for table in section.tables:
            rows = rows_by_name(reading, table)
            part = _part(reading, reading.sentence_at(table.rows[-1][0].span))
            for sentence in reading.sentences if rows else ():
                block = section.blocks[sentence.block] if sentence.section == index else None
                if block is not None and block.kind is not BlockKind.ROW and not is_question(reading, sentence):
                    yield from _told(reading, sentence, rows, _part(reading, sentence) in (None, part))


def _part(reading: Reading, sentence: Sentence | None) -> Span | None:
    """The nearest heading above a sentence."""
    if sentence is None:
        return None
    blocks = reading.document.sections[sentence.section].blocks
    titles = {block.span for block in blocks if block.kind is BlockKind.HEADING}
    return next((above for above in reading.framer.headings_above(sentence) if above in titles), None)


def _told(reading: Reading, sentence: Sentence, rows: Cells, beside: bool) -> Iterator[TableEchoClaim]:
    """``beside``: the sentence stands under the same heading as the table."""
    figures = reading.quantities_in(sentence.span)
    for told in figures:
        exact = not (told.is_range or told.approximate or told.bound)
        if not exact or is_reported(reading, sentence, told.span):
            continue
        meant = _meant(reading, sentence, told, rows, beside)
        if meant is None:
            continue
        name, cell = meant
        values = {other.figure.value for other in rows[name]}
        home, scope = reading.sentence_at(cell.figure.span), reading.scope(told.span, sentence)
        otherwise = told.value not in values and values.isdisjoint(figure.value for figure in figures)
        if otherwise and home is not None and _meet(scope, reading.scope(cell.figure.span, home)):
            yield TableEchoClaim(told.span, sentence.span, scope, cell.figure, told, name)


def _meant(
    reading: Reading, sentence: Sentence, told: Quantity, rows: Cells, beside: bool
) -> tuple[str, NamedCell] | None:
    """The row that is named last before a figure, and the one cell of it that the figure can be.

    Under another heading 一级 may be a row of something else: there the clause must name the column in full.
    """
    before, own = _clauses(reading, sentence, told, reading.quantities_in(sentence.span))
    led = reading.text[sentence.span.start : told.span.start]
    if _OTHER_CASE.search(before + own) or _APART.search(own) or _BESIDES.search(led):
        return None
    places = [(place + len(name), len(name), name) for name in rows if (place := _last(led, name)) >= 0]
    if not places:
        return None
    end, _, name = max(places)
    if _is_made_of(rows, name, told.value):
        return None
    fitting = [cell for cell in rows[name] if _is_of(cell, told)]
    alone = len(fitting) == 1 and name in own and _RANK.search(name) is not None
    since = Span(sentence.span.start + end, told.span.start)
    said = own if reading.quantities_in(since) else own + since.cut(reading.text)
    if not beside:
        cells: Sequence[NamedCell] = [cell for cell in fitting if is_named_in_full(cell.head, said)]
        return (name, cells[0]) if len(cells) == 1 else None
    cells = fitting if alone else named_cells(fitting, said)
    cells = cells or (_exchanged(rows, name, told) if _APPOSED.fullmatch(since.cut(reading.text)) else ())
    return (name, cells[0]) if len(cells) == 1 else None


def _is_made_of(rows: Cells, name: str, told: Decimal) -> bool:
    """True for a figure that two of the row's make, or the others of a column: it is of no one cell."""
    if any(
        told in (one.figure.value + two.figure.value, abs(one.figure.value - two.figure.value))
        for one, two in combinations(rows[name], 2)
    ):
        return True
    for cell in rows[name]:
        column = sum(other.figure.value for other in chain(*rows.values()) if other.head == cell.head)
        if told in (column, column - cell.figure.value):
            return True
    return False


def _exchanged(rows: Cells, name: str, told: Quantity) -> Sequence[NamedCell]:
    """The cell of a row that has in another row, and nowhere else, the figure told of this one."""
    others = [cell for row, cells in rows.items() if row != name for cell in cells if cell.figure.value == told.value]
    return [cell for cell in rows[name] if len(others) == 1 and cell.head == others[0].head and _is_of(cell, told)]


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
    """Where the name of a row stands last, unless it is part of another name there; -1 where it does not."""
    place = led.rfind(name)
    end = place + len(name)
    if place < 0 or _LONGER_BEFORE.search(led[:place]) or _LONGER_BEHIND.match(led, end):
        return -1
    if not _COUNTED_NAME.fullmatch(name):
        return place
    counted = led[end : end + 1] in _COUNTERS and not led[:place][-1:].isdigit()
    return place if counted and len(led) > end else -1


def _is_of(cell: NamedCell, told: Quantity) -> bool:
    if cell.figure.unit is told.unit:
        return cell.figure.per == told.per or None in (cell.figure.per, told.per)
    head = _HEADS.get(told.unit)
    return cell.figure.unit is Unit.NONE and head is not None and head.search(cell.head) is not None


def _meet(one: Scope, other: Scope) -> bool:
    """False where the text and the table speak of different places or years."""
    stated = [scope.period for scope in (one, other) if scope.period_from in ("stated", "heading") and scope.period]
    return one.region == other.region and (len(stated) < 2 or stated[0].overlaps(stated[1]))
