"""A section's ledger: what each payer pays for each scheme, held against the totals the section gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from linter.claims.bases import Bases, is_base
from linter.claims.consistency import INCONSISTENT, compare, evaluate, product
from linter.claims.equations import extract as extract_equations
from linter.claims.frame import BRACKET, HEADING, SEGMENT, SENTENCE, Frame
from linter.claims.layout import Sentence
from linter.claims.model import Expression, LedgerClaim, Part
from linter.claims.persons import of_another
from linter.claims.products import extract as extract_products
from linter.claims.rates_elsewhere import extract as extract_rates_elsewhere
from linter.claims.reading import Reading
from linter.claims.table_products import extract as extract_table_products
from linter.claims.totals import extract as extract_totals
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval

_SCHEMES = frozenset({"pension", "medical", "unemployment", "injury", "maternity"})
_FUND = "housing_fund"
_COMPLETE = {
    "employee": frozenset({"pension", "medical", "unemployment"}),
    "employer": frozenset({"pension", "medical", "unemployment", "injury", "maternity"}),
}
_OTHER_MEASURES = frozenset(
    {"wage", "average_wage", "pension_benefit", "basic_pension", "account_pension", "balance", "calc_base", "net_pay",
     "tax", "min_wage", "deductible", "ceiling"}
)  # fmt: skip
_OTHER_ASPECTS = frozenset({"reimbursement", "out_of_pocket", "change", "cost", "account_credit", "receive", "penalty"})
# 1120元加444.8元: summands of a sum in words.
_OPERAND = re.compile(r"\s*[+加×*]\s*[0-9]")
# 未按时缴纳1000元, 欠缴1000元: what is owed is nobody's total of a month.
_OWED = re.compile(r"(?:欠|拖欠|漏|少|补)缴?[^,;。0-9]{0,6}$|未(?:按时|按期|足额|及时|依法|缴)[^,;。0-9]{0,8}$")
_OTHER_DUES = re.compile("保障金|残保金|工会经费|年金|服务费")
_OWED_REACH = 14
_ADDED = ("加", "+")
_NOTHING_LEFT_OUT = ("公积金", "一金", "另", "不含", "大病", "附加", "补充", "年金", "个税")


@dataclass(frozen=True, slots=True)
class _Entry:
    payer: str
    scheme: str
    amount: Quantity
    label: str
    section: int
    heading: int | None
    sentence: Sentence
    base: Decimal | None


def extract(reading: Reading) -> Iterator[LedgerClaim]:
    """Totals held against the amounts under the same heading, or of the whole section when it has only one base."""
    entries = _entries(reading)
    known = _explained(reading) | {entry.amount.span.start for entry in entries}
    bases = Bases(reading)
    for token in reading.tokens.quantities:
        payer = None if token.span.start in known else _total_of(reading, token)
        sentence = reading.sentence_at(token.span) if payer else None
        if payer is None or sentence is None:
            continue
        own = [entry for entry in entries if entry.payer == payer and entry.section == sentence.section]
        fund = sum((entry.amount.value for entry in own if entry.scheme == _FUND), Decimal(0))
        own = [entry for entry in own if entry.scheme != _FUND]
        own = _of_the_same(reading, own, token, sentence, bases.of_sentence(sentence))
        ledger = _ledger([entry for entry in own if entry.heading == _heading(reading, sentence)])
        if len(ledger) < 2 and bases.only_in_section(sentence.section):
            ledger = _ledger(own)
        if ledger:
            yield _claim(reading, sentence, token, payer, ledger, fund)


def _of_the_same(
    reading: Reading, entries: list[_Entry], total: Quantity, sentence: Sentence, base: Quantity | None
) -> list[_Entry]:
    """The entries that may be of the same example as the total: of its table, of its block, or on its base.

    Where no base is known for the total, an entry's base must have been spoken of before it.
    """
    table = _table_around(reading, total.span, sentence.section)
    if table is not None:
        return [entry for entry in entries if table.contains(entry.amount.span)]
    start = reading.document.sections[sentence.section].span.start
    before = {figure.value for figure in reading.quantities_in(Span(start, total.span.start))}
    accepted = before if base is None else {base.value}
    return [
        entry
        for entry in entries
        if (entry.base is None or entry.sentence.block == sentence.block or entry.base in accepted)
        and not of_another(reading, entry.sentence, sentence)
    ]


def _table_around(reading: Reading, span: Span, section: int) -> Span | None:
    tables = (table.span for table in reading.document.sections[section].tables)
    return next((table for table in tables if table.contains(span)), None)


def _heading(reading: Reading, sentence: Sentence) -> int | None:
    """Where the nearest real heading above a sentence starts."""
    blocks = reading.document.sections[sentence.section].blocks[: sentence.block]
    return next((block.span.start for block in reversed(blocks) if block.kind is BlockKind.HEADING), None)


def _claim(
    reading: Reading, sentence: Sentence, total: Quantity, payer: str, ledger: Mapping[str, _Entry], fund: Decimal
) -> LedgerClaim:
    """``fund`` is what the text says goes into the housing fund: a total may hold it."""
    said = sentence.span.cut(reading.text)
    complete = _COMPLETE[payer] <= ledger.keys() and not any(word in said for word in _NOTHING_LEFT_OUT)
    with_fund = Interval.point(sum((entry.amount.value for entry in ledger.values()), fund))
    complete = complete and not (fund and compare(with_fund, total) != INCONSISTENT)
    parts = tuple(Part(entry.amount, entry.label) for entry in ledger.values())
    scope = reading.scope(total.span, sentence)
    return LedgerClaim(total.span, sentence.span, scope, payer, total, parts, complete)


def _explained(reading: Reading) -> frozenset[int]:
    """Where figures start that are already held against parts of their own, or are operands of a calculation."""
    totals = {claim.total.span.start for claim in reading.once(extract_totals)}
    operands = {
        token.span.start for claim in reading.once(extract_equations) for token in reading.quantities_in(claim.span)
    }
    return frozenset(totals | operands)


def _entries(reading: Reading) -> tuple[_Entry, ...]:
    """Amounts that stand beside a rate or behind an equation, for one scheme and a known payer.

    An amount that is wrong in itself is left out: its own finding says so, and a total may well be right without it.
    """
    ways = (extract_products, extract_table_products, extract_rates_elsewhere)
    products = [claim for way in ways for claim in reading.once(way)]
    amounts: list[tuple[Quantity, Decimal | None]] = [
        (claim.amount, claim.base.value) for claim in products if _holds(product(claim), claim.amount)
    ]
    amounts += [
        (claim.stated, _base_of(claim.left))
        for claim in reading.once(extract_equations)
        if claim.stated.unit is not Unit.PERCENT and _holds(evaluate(claim.left), claim.stated)
        if sum(token.unit is Unit.PERCENT for token in reading.quantities_in(claim.left_span)) <= 1
    ]
    return tuple(entry for amount, base in amounts if amount.per != "year" for entry in _entry(reading, amount, base))


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


def _entry(reading: Reading, amount: Quantity, base: Decimal | None) -> Iterator[_Entry]:
    frame, sentence = reading.frame(amount.span), reading.sentence_at(amount.span)
    scheme = frame.get("scheme")
    if scheme is None or sentence is None or scheme.value not in _SCHEMES | {_FUND}:
        return
    payer = frame["payer"].value if "payer" in frame else _payer_above(reading, sentence)
    if "aggregate" in frame and frame["aggregate"].level == SEGMENT:
        return
    label = scheme.term.span.cut(reading.text)
    for each in ("employee", "employer") if payer == "both" else (payer,):
        if each in _COMPLETE:
            yield _Entry(
                each, scheme.value, amount, label, sentence.section, _heading(reading, sentence), sentence, base
            )


def _payer_above(reading: Reading, sentence: Sentence) -> str | None:
    """The only payer named from the heading above on: 缴费比例:个人8%, and in the next line the sum."""
    start = _heading(reading, sentence)
    if start is None:
        return None
    named = {term.facets.get("payer") for term in reading.terms_in(Span(start, sentence.span.end))} - {None}
    return named.pop() if len(named) == 1 else None


def _ledger(entries: list[_Entry]) -> Mapping[str, _Entry]:
    """One entry a scheme; a scheme with two different amounts is left out: contradictions are judged elsewhere."""
    by_scheme: dict[str, list[_Entry]] = {}
    for entry in entries:
        by_scheme.setdefault(entry.scheme, []).append(entry)
    return {
        scheme: found[0] for scheme, found in by_scheme.items() if len({entry.amount.values for entry in found}) == 1
    }


def _total_of(reading: Reading, token: Quantity) -> str | None:
    """The payer whose total a figure is: a payer stands near it, and no scheme or other measure does."""
    if token.unit is not Unit.YUAN or token.per == "year" or is_base(reading, token) or token.bound is not None:
        return None
    if _OPERAND.match(reading.text, token.span.end) or reading.text[token.span.start - 1 : token.span.start] in _ADDED:
        return None
    sentence = reading.sentence_at(token.span)
    if sentence is not None and _OTHER_DUES.search(reading.text, sentence.span.start, token.span.start):
        return None
    if _OWED.search(reading.text, max(0, token.span.start - _OWED_REACH), token.span.start):
        return None
    frame = reading.frame(token.span)
    payer = frame.get("payer")
    if payer is None or payer.value not in _COMPLETE or payer.level > BRACKET or not _of_all_schemes(frame):
        return None
    per = frame.get("per")
    if per is not None and per.value == "year" and per.level <= SENTENCE:
        return None
    if _under_one_scheme(frame):
        return None  # 失业保险 / 个人每月缴纳18元: the label above names what it is for
    if "aggregate" in frame and frame["aggregate"].level == SEGMENT < payer.level:
        return None  # 单位1000元、个人500元,一共1500元: the last is nobody's own total
    measure, aspect = frame.get("measure"), frame.get("aspect")
    if measure is not None and measure.level <= BRACKET and measure.value in _OTHER_MEASURES:
        return None
    if aspect is not None and aspect.level <= SENTENCE and aspect.value in _OTHER_ASPECTS:
        return None
    return payer.value


def _of_all_schemes(frame: Frame) -> bool:
    scheme = frame.get("scheme")
    return scheme is None or scheme.value == "social" or scheme.level > SENTENCE


def _under_one_scheme(frame: Frame) -> bool:
    """True below the label of one scheme, where nothing nearer speaks of a total or of all schemes."""
    scheme, aggregate = frame.get("scheme"), frame.get("aggregate")
    if scheme is None or scheme.value not in _SCHEMES or not SENTENCE < scheme.level <= HEADING:
        return False
    return aggregate is None or aggregate.level > SENTENCE
