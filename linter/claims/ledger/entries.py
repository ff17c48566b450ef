"""The entries of a section's ledger: what a payer pays for a scheme, as an amount or as a rate of the base."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate, product
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.frame import HEADING, SEGMENT, SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.payers import PAID_BY, SCHEMES
from linter.claims.context.reading import Reading
from linter.claims.contributions.products import extract as extract_products
from linter.claims.contributions.products import is_rate
from linter.claims.contributions.rates_elsewhere import extract as extract_rates_elsewhere
from linter.claims.model import Expression
from linter.claims.tables.table_products import extract as extract_table_products
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval

FUND = "housing_fund"
PAYERS = ("employee", "employer")
# 医疗保险(含生育保险), 医疗保险:单位8%,含生育保险
_HOLDS_MATERNITY = re.compile("(?:含|包括|合并|并入)[^,。;0-9]{0,4}生育|生育[^,。;0-9]{0,6}(?:合并|并入)")
_REMARK_REACH = 10
# What an employee pays is a few per cent; a yearly or flexible contribution is nobody's share of a month.
_NO_SHARE = frozenset({"flexible", "resident"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What ``payer`` pays for ``scheme``; medical insurance that includes maternity pays for both ``schemes``.

    ``base`` is that of an amount, where the text tells it.
    """

    payer: str
    scheme: str
    token: Quantity
    label: str
    heading: int | None
    sentence: Sentence
    schemes: frozenset[str]
    base: Decimal | None = None


def amounts(reading: Reading) -> Iterator[Entry]:
    """Amounts that stand beside a rate or behind an equation, for one scheme and a known payer.

    An amount that is wrong in itself is left out: its own finding says so, and a total may well be right without it.
    """
    ways = (extract_products, extract_table_products, extract_rates_elsewhere)
    for claim in (claim for way in ways for claim in reading.once(way)):
        monthly = claim.amount.per != "year" and not _of_self_employed(reading, claim.amount, SENTENCE)
        if monthly and _holds(product(claim), claim.amount):
            yield from _entries(reading, claim.amount, claim.base.value)
    for equation in reading.once(extract_equations):
        stated = equation.stated
        rates = sum(token.unit is Unit.PERCENT for token in reading.quantities_in(equation.left_span))
        plain = stated.unit is not Unit.PERCENT and stated.per != "year" and rates <= 1
        if plain and not _of_self_employed(reading, stated, SENTENCE) and _holds(evaluate(equation.left), stated):
            yield from _entries(reading, stated, _base_of(equation.left))


def rates(reading: Reading) -> Iterator[Entry]:
    """Contribution rates for one scheme of a payer named near them."""
    for token in reading.tokens.quantities:
        if is_rate(reading, token) and token.bound is None and not _of_self_employed(reading, token, HEADING):
            payer = reading.frame(token.span).get("payer")
            if payer is None or payer.level <= SENTENCE:
                yield from _entries(reading, token, None)


def heading_of(sentence: Sentence) -> int | None:
    """Where the nearest real heading above a sentence starts."""
    return None if sentence.heading is None else sentence.heading.start


def _of_self_employed(reading: Reading, token: Quantity, within: int) -> bool:
    population = reading.frame(token.span).get("population")
    return population is not None and population.level <= within and population.value in _NO_SHARE


def _base_of(expression: Expression) -> Decimal | None:
    """The base of a written product: the figure that is multiplied with a percentage."""
    if expression.op != "*" or any(operand.number is None for operand in expression.operands):
        return None
    first, second = (operand.number for operand in expression.operands if operand.number is not None)
    if second.unit is Unit.PERCENT:
        return first.value
    return second.value if first.unit is Unit.PERCENT else None


def _holds(computed: Interval, stated: Quantity) -> bool:
    return stated.is_range or compare(computed, stated) != INCONSISTENT


def _entries(reading: Reading, token: Quantity, base: Decimal | None) -> Iterator[Entry]:
    """An entry for each payer of a figure: 单位和个人各0.5% is of both."""
    frame, sentence = reading.frame(token.span), reading.sentence_at(token.span)
    scheme = frame.get("scheme")
    if scheme is None or sentence is None or scheme.value not in SCHEMES | {FUND}:
        return
    if "aggregate" in frame and frame["aggregate"].level == SEGMENT:
        return
    payer = frame["payer"].value if "payer" in frame else _payer_above(reading, sentence)
    label, heading = scheme.term.span.cut(reading.text), heading_of(sentence)
    merged = scheme.value == "medical" and _pays_maternity(reading, scheme.term.span, sentence)
    for each in PAYERS if payer == "both" else (payer,):
        if each in PAYERS and scheme.value in (PAID_BY[each] | {FUND}):
            paid = frozenset({scheme.value, "maternity"}) if merged else frozenset({scheme.value})
            yield Entry(each, scheme.value, token, label, heading, sentence, paid, base)


def _pays_maternity(reading: Reading, named: Span, sentence: Sentence) -> bool:
    """True where medical insurance is named with maternity, or its sentence says that it holds it."""
    behind = reading.text[named.start : named.end + _REMARK_REACH]
    return any(_HOLDS_MATERNITY.search(said) is not None for said in (behind, sentence.span.cut(reading.text)))


def _payer_above(reading: Reading, sentence: Sentence) -> str | None:
    """The only payer named from the heading above on (缴费比例:个人8%, in the next line the sum), or in a sentence."""
    heading = heading_of(sentence)
    start = sentence.span.start if heading is None else heading
    payers = reading.once(_payers)
    first, end = (bisect_left(payers, place, key=_place) for place in (start, sentence.span.end))
    # All that are named up to the end are one if the first one is named on to there.
    return payers[first].payer if first < end <= payers[first].until else None


@dataclass(frozen=True, slots=True)
class _Named:
    """A payer named at ``place``. ``until`` is the number, in the document, of the next mention of another."""

    place: int
    payer: str
    until: int


def _place(named: _Named) -> int:
    return named.place


def _payers(reading: Reading) -> Iterator[_Named]:
    """The mentions of payers, in order."""
    named = [(term.span.start, term.facets["payer"]) for term in reading.terms if "payer" in term.facets]
    until = 0
    for _, same in groupby(named, key=itemgetter(1)):
        mentions = list(same)
        until += len(mentions)
        yield from (_Named(place, payer, until) for place, payer in mentions)
