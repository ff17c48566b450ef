"""What stands before a figure that a text may have made of it: the figures, and the words since the last of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from linter.claims.calculations.change_words import any_of
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.amounts import is_exact, is_plain_sum
from linter.claims.context.bases import is_base
from linter.claims.context.frame import SEGMENT, SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_MOST = 14
_LED, _NEAR = 40, 120
_MARKS = re.compile("[,;。:!?\n]")
_CLAUSES = re.compile("[,;。:、!?\n]")
# 职工医保 and 员工工资 say whom it is about, not who pays.
_PAYER = re.compile(
    "(?P<both>双方|两边|两头)|(?P<employer>单位|公司|企业|雇主|老板)"
    "|(?P<employee>个人(?!账户|所得)|本人|(?:职工|员工)(?![医养基平月工待])|自己|自个儿)"
)
_LONG = frozenset({Unit.MONTHS, Unit.DAYS, Unit.COUNT, Unit.WORKDAYS})
_WAGES = frozenset({"base", "wage", "average_wage", "calc_base", "net_pay", "min_wage"})
_PERIOD_REACH = 14
_PEOPLE = re.compile("人|口|位|名|个(?:人|孩子|老人|大人|小孩|学生|员工|职工)")


def is_comparable(stated: Decimal, right: Decimal, low: Decimal, high: Decimal) -> bool:
    """True where what is written is more than ``low`` and less than ``high`` times what follows; never of nought."""
    return right > 0 and low * right < stated < high * right


@dataclass(frozen=True, slots=True)
class Told:
    """A result, the exact figures of its section before it and those of money, and the words since the last amount."""

    reading: Reading
    sentence: Sentence
    result: Quantity
    figures: tuple[Quantity, ...]
    money: tuple[Quantity, ...]
    led: str

    @property
    def here(self) -> tuple[Quantity, ...]:
        """The figures of the sentence of the result."""
        return self.within(Span(self.sentence.span.start, self.result.span.start))

    @property
    def clause(self) -> str:
        """The words before the result since the last mark, figures and all."""
        return _MARKS.split(self.reading.text[self.sentence.span.start : self.result.span.start])[-1]

    def is_near(self, token: Quantity) -> bool:
        """True for a figure of the same paragraph or list."""
        return self.result.span.start - token.span.end <= _NEAR

    def within(self, area: Span) -> tuple[Quantity, ...]:
        """The figures that stand in a stretch of the text."""
        return tuple(token for token in self.figures if area.contains(token.span))


def paragraph(told: Told) -> Span:
    """The paragraph of a result, up to it."""
    block = told.reading.document.sections[told.sentence.section].blocks[told.sentence.block].span
    return Span(block.start, told.result.span.start)


def told(reading: Reading, sentence: Sentence, result: Quantity) -> Told:
    """What stands before a result in its section. Nothing is made of nought: figures of it are left out."""
    section = reading.document.sections[sentence.section].span
    operands = reading.once(_operands)[0]
    before = reading.quantities_in(Span(section.start, max(section.start, result.span.start)))[-3 * _MOST :]
    exact = [token for token in before if token.span.start not in operands and is_exact(token) and token.value][-_MOST:]
    money = tuple(token for token in exact if is_plain_sum(reading, token))
    amounts = [token.span.end for token in before if token.unit not in _LONG]
    since = max([sentence.span.start - _LED, section.start, *amounts[-1:]])
    return Told(reading, sentence, result, tuple(exact), money, reading.text[since : result.span.start])


def _operands(reading: Reading) -> Iterator[frozenset[int]]:
    """Once: where the figures start that calculations are made of: only their results are told."""
    claims = reading.once(extract_equations)
    yield frozenset(token.span.start for claim in claims for token in reading.quantities_in(claim.left_span))


def is_people(reading: Reading, token: Quantity) -> bool:
    """True for an exact count of heads."""
    behind = (token.classifier or "") + reading.text[token.span.end : token.span.end + 2]
    return token.unit is Unit.COUNT and not token.approximate and _PEOPLE.match(behind) is not None


def is_wage(reading: Reading, token: Quantity) -> bool:
    """True for what is not paid but what is paid rests on: a base, a wage, an average wage."""
    measure = reading.frame(token.span).get("measure")
    return is_base(reading, token) or (measure is not None and measure.level == SEGMENT and measure.value in _WAGES)


def payer(reading: Reading, token: Quantity, within: int = SENTENCE) -> str | None:
    """Who pays a figure, as its clause or else the words no further away than ``within`` say."""
    led = _CLAUSES.split(reading.text[max(0, token.span.start - _PERIOD_REACH) : token.span.start])[-1]
    named = [found.lastgroup for found in _PAYER.finditer(led)]
    if named:
        return named[-1] if len(set(named)) == 1 else "both"
    slot = reading.frame(token.span).get("payer")
    return slot.value if slot is not None and slot.level <= within else None


def period(reading: Reading, token: Quantity) -> str | None:
    """For how long an amount is: for a month, a year, or untold."""
    if token.per is not None:
        return token.per
    led = _MARKS.split(reading.text[max(0, token.span.start - _PERIOD_REACH) : token.span.start])[-1]
    if found := _period_words().findall(led):
        return "year" if found[-1][0] else "month"
    slot = reading.frame(token.span).get("per")
    return slot.value if slot is not None and slot.level <= SENTENCE else None


@worded
def _period_words() -> re.Pattern[str]:
    return re.compile(f"({any_of('a_year')})|({any_of('a_month')})")
