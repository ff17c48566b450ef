"""What is left of a wage behind its own account: 10000-5000-1050-700=3250, 个税97.5, 实发10000-97.5=9902.5."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.derived.worked.steps import Worked, agrees, is_money, results_between
from linter.claims.model import Expression
from linter.claims.model.calculation import Calculation
from linter.document import Section
from linter.scan.tokens import Quantity
from linter.text import Span
from reference.vocabulary import load_json, worded

_NET = re.compile("到手|实发|实得|实领|税后|落袋|打卡|卡里")
_TAX = re.compile("税")
_DUES = re.compile("社保|公积金|[三四五六]险|养老|医[保疗]|失业|个人(?!所得)|合计|一共|共|加起来|扣")
_RELIEF = re.compile("专项|附加|子女|赡养|房贷|利息|租[房金]|教育|婴幼儿|大病医疗|捐|年金|个人养老金")
_MORE = re.compile("另|补[贴助]|奖|加上|报销|年终|绩效|津贴|如果|若|假如|全年|一年|每年|累计|预扣")
_NAME, _REACH, _FAR = 16, 40, 400
_LOW, _NEAR, _HIGH = Decimal("0.8"), Decimal("1.25"), Decimal(2)
_FEWEST, _MOST = 3, 6
_AND = re.compile("[和与及、][^0-9,;。]{0,8}")
_MARK = re.compile("[,;。\n]")


@dataclass(frozen=True, slots=True)
class _Taxed:
    """A wage, what is taken off before it is taxed, and the income that remains."""

    wage: Quantity
    taken: tuple[Quantity, ...]
    income: Quantity


def nets(reading: Reading) -> Iterator[Worked]:
    """The net pay told first behind each taxed income, where every figure taken off has its name."""
    for section in reading.document.sections:
        chains = [*_chains(reading, section)]
        for at, chain in enumerate(chains):
            follows = chains[at + 1].wage.span.start if at + 1 < len(chains) else section.span.end
            end = min(follows, chain.income.span.end + _FAR)
            dues = _dues(reading, section, chain)
            tax = _tax(reading, chain, end) if dues else None
            if tax is not None:
                right = Calculation("subtract", (chain.wage, *dues, tax))
                found = [*_behind(reading, Span(tax.span.end, end), section, right)]
                found += _in_lead(reading, section, chain, right) if len(chains) == 1 else ()
                yield from (each for each in found if not _is_taken_besides(reading, section, chain, each))


def _is_taken_besides(reading: Reading, section: Section, chain: _Taxed, worked: Worked) -> bool:
    """True where what is missing is told elsewhere: 再扣工会费10元."""
    net, right = worked
    own = {chain.wage.value, chain.income.value, *(token.value for token in chain.taken), *_allowances()}
    told = {token.value for token in reading.quantities_in(section.span) if is_money(token)} - own
    return any(abs(abs(net.value - right.value) - value) < 1 for value in told)


def _tax(reading: Reading, chain: _Taxed, end: int) -> Quantity | None:
    behind = results_between(reading, chain.income.span.end, end)
    return next(
        (token for token in behind if token.value < chain.income.value and _follows(reading, token, _TAX)), None
    )


def _behind(reading: Reading, area: Span, section: Section, right: Calculation) -> Iterator[Worked]:
    """The net pay told first behind the tax, unless the section tells the right one further down."""
    net = next((each for each in results_between(reading, area.start, area.end) if _follows(reading, each, _NET)), None)
    home = None if net is None else reading.sentence_at(net.span)
    if net is None or home is None or is_question(reading, home):
        return
    told = any(agrees(token, right) for token in results_between(reading, area.start, section.span.end))
    if not told and not _MORE.search(reading.text, area.start, net.span.start) and _is_near(net, right, _HIGH):
        yield net, right


def _in_lead(reading: Reading, section: Section, chain: _Taxed, right: Calculation) -> Iterator[Worked]:
    """The net pay of the same wage that the text begins with, and does not work out there."""
    shown = {claim.stated.span.start for claim in reading.once(extract_equations)}
    for net in results_between(reading, section.span.start, chain.wage.span.start):
        home = reading.sentence_at(net.span)
        if home is None or net.span.start in shown or is_question(reading, home) or not _follows(reading, net, _NET):
            continue
        wages = {token.value for token in reading.quantities_in(Span(home.span.start, net.span.start))}
        if chain.wage.value in wages and not _MORE.search(home.span.cut(reading.text)):
            yield from [(net, right)] if _is_near(net, right, _NEAR) else ()


def _is_near(net: Quantity, right: Calculation, high: Decimal) -> bool:
    return _LOW * right.value < net.value < high * right.value


def _follows(reading: Reading, token: Quantity, words: re.Pattern[str]) -> bool:
    """True where the words are before a figure and its calculation, behind whatever was told last."""
    shown = {claim.stated.span.start: claim.left_span.start for claim in reading.once(extract_equations)}
    end = shown.get(token.span.start, token.span.start)
    led = reading.text[max(0, end - _REACH) : end]
    last = [each.span.end for each in reading.quantities_in(Span(max(0, end - _REACH), end)) if is_money(each)]
    return words.search(led[max(0, last[-1] - end + len(led)) :] if last else led) is not None


def _dues(reading: Reading, section: Section, chain: _Taxed) -> Sequence[Quantity]:
    """What is taken off besides the allowance and the reliefs, which stay in the purse; none if one has no name."""
    found: list[Quantity] = []
    for token in chain.taken:
        named = _names(reading, section, token)
        if not any(named) or token.value == chain.wage.value:
            return ()
        if not any(_RELIEF.search(name) for name in named):
            found.append(token)
    return found


def _names(reading: Reading, section: Section, token: Quantity) -> list[str]:
    """The words before a sum wherever the section tells it, as far as they name what is taken off."""
    before = reading.quantities_in(Span(section.span.start, token.span.end))
    places = [each.span.start for each in before if is_money(each) and each.value == token.value]
    said = [_MARK.split(reading.text[max(section.span.start, at - _NAME) : at])[-1] for at in places]
    shown = {claim.stated.span.start: claim.span.start for claim in reading.once(extract_equations)}
    said += [reading.text[max(section.span.start, shown[at] - _NAME) : shown[at]] for at in places if at in shown]
    return [name for name in said if _DUES.search(name) or _RELIEF.search(name)]


def _chains(reading: Reading, section: Section) -> Iterator[_Taxed]:
    """The taxed incomes of a section: as calculations, or told in words."""
    for claim in reading.once(extract_equations):
        terms = _terms(claim.left)
        named = _income().search(
            reading.text, max(section.span.start, claim.left_span.start - _REACH), claim.left_span.start
        )
        named = named or _TAX.search(reading.text, claim.left_span.start - _NAME, claim.stated.span.end + _NAME)
        if section.span.contains(claim.span) and terms and named and _comes_to(terms, claim.stated):
            yield from _without_allowance(terms, claim.stated)
    for sentence in reading.sentences:
        if section.span.contains(sentence.span) and _income().search(sentence.span.cut(reading.text)):
            yield from _in_words(reading, sentence.span)


def _in_words(reading: Reading, span: Span) -> Iterator[_Taxed]:
    """8800元减去5000元再减1452元,剩2348元"""
    money = results_between(reading, span.start, span.end)
    for start in range(len(money)):
        for end in range(start + _FEWEST, min(start + _MOST, len(money) - 1) + 1):
            terms, income = money[start:end], money[end]
            pairs = pairwise(terms)
            parted = [reading.text[one.span.end : other.span.start] for one, other in pairs]
            less = [bool(_less().search(said)) or bool(at and _AND.fullmatch(said)) for at, said in enumerate(parted)]
            if all(less) and _comes_to(terms, income):
                yield from _without_allowance(terms, income)
                return


def _terms(expression: Expression) -> list[Quantity]:
    """The numbers of a calculation that takes one after the other off the first; none for any other."""
    if expression.number is not None:
        return [expression.number]
    first = _terms(expression.operands[0]) if expression.op == "-" else []
    last = expression.operands[1].number if first else None
    return [*first, last] if last is not None else []


def _comes_to(terms: Sequence[Quantity], income: Quantity) -> bool:
    return len(terms) >= _FEWEST and agrees(income, Calculation("subtract", tuple(terms))) and is_money(income)


def _without_allowance(terms: Sequence[Quantity], income: Quantity) -> Iterator[_Taxed]:
    allowances = _allowances()
    wage, *taken = terms
    allowed = max((token for token in taken if token.value in allowances), key=lambda token: token.value, default=None)
    if allowed is not None:
        yield _Taxed(wage, tuple(token for token in taken if token is not allowed), income)


@worded
def _allowances() -> frozenset[Decimal]:
    return frozenset(Decimal(value) for value in load_json("taxable_income.json")["allowances"])


@worded
def _income() -> re.Pattern[str]:
    return re.compile(load_json("taxable_income.json")["income"])


@worded
def _less() -> re.Pattern[str]:
    return re.compile(load_json("taxable_income.json")["less"])
