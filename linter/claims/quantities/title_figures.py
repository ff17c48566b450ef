"""An amount of the title that the text below neither tells nor gives by its figures: 个人每月缴386.5元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.slips import one_digit_off, significant, transposed
from linter.claims.context.amounts import is_amount, is_exact, is_plain_sum
from linter.claims.context.bases import is_base
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.context.same_words import clause_around, core
from linter.claims.model import TitleFigureClaim
from linter.claims.quantities.title_results import result_meant
from linter.document import BlockKind, Section
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval

# The title tells what is paid or got, and not what is reckoned with.
_RESULT = re.compile(
    "[交缴扣领拿发补报花掏涨升省多少]|到手|标准|起付|封顶|最低|最高|至少|最多|每月|每年|一个月|一年|每人"
)
_GIVEN = re.compile("基数|工资|平均|收入|月薪|年薪|档|存款|为例|假设|案例|例|按|以前|去年|上年|由|从|原|约|左右|上下")
_GOT = re.compile("[^,;。:!?0-9]{0,6}(?:津贴|补贴|补助|[养失]老?业?金|工资|保险金|奖励|待遇|赔偿|补偿|公积金|报销)")
# A result of the text so near to the figure of the title is what the title means.
_RESULTS, _NEARLY = re.compile("[=≈]\\s*$"), Decimal("1.1")
_YEAR, _NEAR_ENOUGH, _WHOLE = Decimal(12), Decimal("0.5"), Decimal(100)
_WITHIN, _LEAST, _MOST_FIGURES = Decimal(3), 20, 3
# Shares and times are of many things: more of the words beside them must be the same.
_SHARED, _SHARED_BY_OTHERS = 1, 2
# Before its title a page has at most so many lines: where it stands, who writes.
_OPENING, _LONGEST_LEAD = 4, 60
# 约1306元: so many digits are told of no round figure.
_ABOUT, _TELLING = re.compile("大?约|左右|上下"), 4
_OTHERS = frozenset({Unit.PERCENT, Unit.MONTHS, Unit.DAYS, Unit.WORKDAYS})


def extract(reading: Reading) -> Iterator[TitleFigureClaim]:
    """The figures of a section's title that are not below, each with the one told in the same words and nearest."""
    for index, section in enumerate(reading.document.sections):
        for title in _titles(reading, index, section):
            figures = [token for token in reading.quantities_in(section.span) if token.span.start >= title.span.end]
            for told in _told(reading, title):
                if told.unit in _OTHERS and section.blocks[title.block].kind is BlockKind.PARAGRAPH:
                    continue  # a first line is the title of its amounts only
                alike = (told.unit,) if told.unit in _OTHERS else (Unit.YUAN, Unit.NONE)
                below = [token for token in figures if token.unit in alike or _is_money(told, token)]
                meant = None if _follows(told, below, figures) else _meant(reading, title, told, below)
                if meant is not None and _is_believed(reading, told, meant):
                    yield TitleFigureClaim(told.span, title.span, reading.scope(told.span, title), told, meant)


def _is_money(one: Quantity, other: Quantity) -> bool:
    """True for 五百 and 一千元: an amount of a title may go without its unit."""
    return one.unit is Unit.NONE and other.unit is Unit.YUAN


def _titles(reading: Reading, index: int, section: Section) -> Iterator[Sentence]:
    """The sentences that assert of the heading that opens a section, or of its first line, and what is quoted below."""
    opening = section.blocks[: 0 if section.truncated else _OPENING]
    at = next((at for at, block in enumerate(opening) if block.kind is BlockKind.HEADING), 0)
    leads = {number for number, block in enumerate(opening) if number == at or block.kind is BlockKind.QUOTE}
    for sentence in reading.sentences if leads else ():
        if sentence.section == index and sentence.block in leads and not is_question(reading, sentence):
            long = sentence.span.end - sentence.span.start > _LONGEST_LEAD
            if not (long and section.blocks[sentence.block].kind is BlockKind.PARAGRAPH):
                yield sentence


def _told(reading: Reading, title: Sentence) -> Iterator[Quantity]:
    figures = reading.quantities_in(title.span)
    for token in (one for figure in figures for one in _plain(figure)) if len(figures) <= _MOST_FIGURES else ():
        around = clause_around(reading, title, token)
        said = around.led + around.follows
        exact = is_exact(token) and not token.approximate
        money = (exact and token.unit is Unit.YUAN) or is_plain_sum(reading, token)
        money = money or _is_short_of_unit(reading, token, around.follows)
        amount = money and token.value >= _LEAST and not is_base(reading, token)
        given = _GIVEN.search(_ABOUT.sub("", said) if significant(token.value) >= _TELLING else said)
        asserted = not given and not is_reported(reading, title, token.span)
        other = token.unit in _OTHERS and exact
        if asserted and ((amount and _RESULT.search(said)) or other):
            yield token


def _plain(figure: Quantity) -> Iterator[Quantity]:
    """Amounts as plain ones: 最低805元起, the ends of 390—936元, and 约1306元 that is told to the yuan."""
    if figure.unit is not Unit.YUAN:
        yield figure
    elif figure.is_range:
        yield from (replace(figure, values=(end,), interval=Interval.point(end)) for end in figure.values)
    else:
        yield replace(figure, bound=None, approximate=figure.approximate and significant(figure.value) < _TELLING)


def _is_believed(reading: Reading, told: Quantity, meant: Quantity) -> bool:
    """True but for an amount that is only about as much, and the end of a range that is no slip."""
    (written,) = [token for token in reading.quantities_in(told.span) if token.span == told.span]
    if written.is_range and written.unit is Unit.YUAN:
        return transposed(told.value, meant.value) or one_digit_off(told.value, meant.value)
    return not written.approximate or abs(told.value - meant.value) > told.value / _WHOLE


def _is_short_of_unit(reading: Reading, token: Quantity, follows: str) -> bool:
    """True for 2.9万生育津贴: what is got goes without 元."""
    bare = token.unit is Unit.NONE and is_exact(token) and not token.approximate
    return bare and token.span.cut(reading.text).endswith("万") and _GOT.match(follows) is not None


def _follows(told: Quantity, below: Sequence[Quantity], figures: Sequence[Quantity]) -> bool:
    """True where the text has the figure, a part or multiple of it by 12, or two figures that make it."""
    value = told.value
    values = {number for token in below for number in token.values}
    if told.step > _WHOLE and any(told.interval.contains(other) for other in values):
        return True
    if any(abs(value - other) <= _NEAR_ENOUGH for one in values for other in (one, one * _YEAR, one / _YEAR)):
        return True
    rates = {number / _WHOLE for token in figures if token.unit is Unit.PERCENT for number in token.values}
    counts = {token.value for token in figures if token.unit in (Unit.COUNT, Unit.TIMES)}
    made = [one * other for one in values for other in rates | counts]
    made += [other for one, two in combinations(values, 2) for other in (one + two, abs(one - two))]
    made += [_WHOLE - one for one in values]
    return any(abs(value - other) <= _NEAR_ENOUGH for other in made)


def _meant(reading: Reading, title: Sentence, told: Quantity, below: Sequence[Quantity]) -> Quantity | None:
    """The figure it is a slip of, or else the nearest, within a third or three times, that shares a word beside it."""
    words = core(clause_around(reading, title, told))
    fewest = _SHARED_BY_OTHERS if told.unit in _OTHERS else _SHARED
    found: list[tuple[bool, Decimal, int, Quantity]] = []
    for token in below:
        home = reading.sentence_at(token.span)
        exact = is_exact(token) if token.unit in _OTHERS else is_amount(reading, token)
        if home is None or not token.value or not told.value or not exact or is_question(reading, home):
            continue
        if {token.per, told.per} == {"month", "year"}:
            continue
        factor = max(token.value, told.value) / min(token.value, told.value)
        slip = transposed(told.value, token.value) or one_digit_off(told.value, token.value)
        shared = len(words & core(clause_around(reading, home, token)))
        result = _RESULTS.search(reading.text, home.span.start, token.span.start) is not None and factor <= _NEARLY
        if ((slip or result) and token.unit not in _OTHERS) or (factor <= _WITHIN and shared >= fewest):
            found.append((not slip, factor, token.span.start, token))
    if found:
        return min(found)[3]
    return None if told.unit in _OTHERS else result_meant(reading, title, told, below)
