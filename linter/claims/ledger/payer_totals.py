"""Totals of a payer, or of both, held against what the section says of each scheme: amounts, else rates of the base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.bases import Bases
from linter.claims.context.payers import PAID_BY
from linter.claims.context.reading import Reading
from linter.claims.ledger.beyond import (
    beyond_schemes,
    fund_before,
    on_another_base,
    schemes_added_before,
    schemes_named_behind,
)
from linter.claims.ledger.entries import FUND, Entry, amounts, heading_of, rates
from linter.claims.ledger.limit_bases import limit_base
from linter.claims.ledger.same_example import PayerTotal, is_in_table, is_of, of_the_same
from linter.claims.ledger.whose_total import BOTH, by_all_above, may_be_of_all, whose_total
from linter.claims.model import EquationClaim, LedgerClaim, Part
from linter.claims.sums.totals import extract as extract_totals
from linter.scan.tokens import Unit
from linter.text import Span

_OTHER_SOURCES = re.compile("来源|口径|据称|传言")
# 按上限算,个人每月3589.74元: on the base of the limit, which stands elsewhere.
_LIMIT = re.compile(
    "(?:按照?|以|照)(?:缴费|基数|的)*(?:上限|下限|最高|最低|封顶|保底)|(?:最高|最低|上限|下限)(?:档|基数|标准)?[:,缴交]"
)
# 523.53元,就是4986×10.5%: the total is explained by what follows.
_MADE_BEHIND = re.compile(r"\s*(?:/月)?,\s*(?:也就是|就是|即|等于|相当于)+\s*[0-9][0-9.]*元?\s*[×*]")
# 2%+3元: the rate is not all there is.
_AND_MONEY = re.compile(r"\s*\+\s*[0-9.]+元")
_FUND_LABEL = "公积金"
_IN_ZH = {"employee": "个人", "employer": "单位"}
_Key = tuple[str, str]
_Ledger = Mapping[_Key, Entry]


def extract(reading: Reading) -> Iterator[LedgerClaim]:
    """Totals held against the entries under the same heading, or of the whole section when all rest on one base."""
    known_amounts, known_rates = reading.once(amounts), reading.once(rates)
    known = _explained(reading) | {entry.token.span.start for entry in (*known_amounts, *known_rates)}
    totals = list(_totals(reading, known))
    for total in totals:
        by_amount = of_the_same(reading, known_amounts, total) if total.token.unit is Unit.YUAN else []
        by_rate = [entry for entry in known_rates if is_of(reading, entry, total)]
        told = _is_sum_of(total, totals) or _adds_up_there(reading, total)
        found = {} if told else _ledger(reading, total, by_amount, by_rate)
        claim = _claim(reading, total, found) if found else None
        if claim is not None and not on_another_base(reading, claim):
            yield claim


def _is_sum_of(total: PayerTotal, totals: Sequence[PayerTotal]) -> bool:
    """True for what both pay where it is the sum of what each is said to pay: a mistake lies in these."""
    if total.payer != BOTH or total.token.is_range:
        return False
    own = [each for each in totals if each.payer != BOTH and each.sentence.section == total.sentence.section]
    sums = (one.token.value + other.token.value for one, other in combinations(own, 2) if one.payer != other.payer)
    return any(abs(total.token.value - one) <= 1 for one in sums)


def _adds_up_there(reading: Reading, total: PayerTotal) -> bool:
    """True for 个人504元,单位1008元,两边合计1512元: the amounts right before it are all that it is of."""
    before = Span(total.sentence.span.start, total.token.span.start)
    amounts = [token.value for token in reading.quantities_in(before) if token.unit is Unit.YUAN]
    return any(abs(sum(amounts[start:]) - total.token.value) < 1 for start in range(len(amounts) - 1))


def _totals(reading: Reading, known: set[int]) -> Iterator[PayerTotal]:
    bases = Bases(reading)
    for token in reading.tokens.quantities:
        told = token.span.start in known or _MADE_BEHIND.match(reading.text, token.span.end) is not None
        payer = None if told else whose_total(reading, token)
        sentence = reading.sentence_at(token.span) if payer else None
        if payer is None or sentence is None or reading.scope(token.span, sentence).has("hearsay"):
            continue
        if not _OTHER_SOURCES.search(sentence.span.cut(reading.text)):
            base = bases.of_sentence(sentence)
            if base is not None and _LIMIT.search(sentence.span.cut(reading.text)):
                base = base if sentence.span.contains(base.span) else None
            base = limit_base(reading, sentence) if base is None else base
            if base is None or base.value != token.value:
                yield PayerTotal(token, payer, sentence, base, by_all_above(reading, token))


def _explained(reading: Reading) -> set[int]:
    """Where figures start that are held against parts of their own, there or before, or are operands."""
    equations, totals = reading.once(extract_equations), reading.once(extract_totals)
    operands = {token.span.start for claim in equations for token in reading.quantities_in(claim.span)}
    # 约760元(7600×10%): whether the rate is that of all schemes, the product does not tell; 8% is that of one.
    operands -= {claim.stated.span.start for claim in equations if claim.left.op == "*" and _of_all(reading, claim)}
    sums = [(claim.scope.section, claim.stated) for claim in equations if claim.left.op == "+"]
    sums += [(claim.scope.section, claim.total) for claim in totals]
    told = {(section, token.value) for section, token in sums}
    again = (
        token
        for index, section in enumerate(reading.document.sections)
        for token in reading.quantities_in(section.span)
        if (index, token.value) in told
    )
    return operands | {token.span.start for token in again}


def _of_all(reading: Reading, product: EquationClaim) -> bool:
    """True for a product with a rate that no scheme has alone."""
    return any(may_be_of_all(token) for token in reading.quantities_in(product.left_span))


def _ledger(reading: Reading, total: PayerTotal, by_amount: list[Entry], by_rate: list[Entry]) -> _Ledger:
    """The first complete of: the amounts under the total's heading, of the section, with rates where amounts lack.

    Else the amounts alone.
    """
    heading = heading_of(total.sentence)
    near = _one_each([entry for entry in by_amount if entry.heading == heading])
    one_base = Bases(reading).only_in_section(total.sentence.section)
    far = _one_each(by_amount) if one_base or total.base is not None else {}
    for each in (near, far):
        if _is_complete(total, each):
            return each
    if _rates_count(reading, total, one_base=one_base):
        mixed = {**_one_each(by_rate), **far}
        if _is_complete(total, mixed) or total.token.unit is Unit.PERCENT:
            return mixed if _is_complete(total, mixed) else {}
    return near if len(near) > 1 or not far else far


def _rates_count(reading: Reading, total: PayerTotal, *, one_base: bool) -> bool:
    """True for a share of the wage, and for an amount on a base of its own paragraph or of the whole section.

    A table that gives amounts adds up its amounts.
    """
    if total.token.unit is Unit.PERCENT:
        return True
    if total.base is None or is_in_table(reading, total):
        return False
    block = reading.document.sections[total.sentence.section].blocks[total.sentence.block].span
    return one_base or block.contains(total.base.span) or by_all_above(reading, total.token)


def _one_each(entries: Sequence[Entry]) -> _Ledger:
    """One entry a payer and scheme; where two differ there is none: contradictions are judged elsewhere."""
    found: dict[_Key, list[Entry]] = {}
    for entry in entries:
        if entry.scheme != FUND:
            found.setdefault((entry.payer, entry.scheme), []).append(entry)
    return {key: same[0] for key, same in found.items() if len({each.token.values for each in same}) == 1}


def _is_complete(total: PayerTotal, ledger: _Ledger) -> bool:
    """True when every scheme that a payer of the total pays for has an entry, or the total is that of the entries."""
    if total.of_all_above and len(ledger) > len(total.payers):
        return True
    paid = {(entry.payer, scheme) for entry in ledger.values() for scheme in entry.schemes}
    return all((payer, scheme) in paid for payer in total.payers for scheme in PAID_BY[payer])


def _claim(reading: Reading, total: PayerTotal, ledger: _Ledger) -> LedgerClaim | None:
    entries, complete = list(ledger.values()), _is_complete(total, ledger)
    added = schemes_added_before(reading, total.sentence, total.token)
    named = added or schemes_named_behind(reading, total.sentence, total.token)
    told = [entry for entry in entries if entry.scheme in named]
    closed = len(named) > 1 and len(told) == len(named) * len(total.payers)
    if added and not closed:
        return None
    fund = fund_before(reading, total.sentence, total.token) if complete and not added else None
    if fund is not None and fund.unit is not total.token.unit and total.base is None:
        fund = None  # a share of nothing that is told
    parts = [_part(total, entry) for entry in (told if closed else entries)]
    parts += [] if fund is None else [Part(fund, _FUND_LABEL)]
    if any(_AND_MONEY.match(reading.text, part.token.span.end) for part in parts if part.token.unit is Unit.PERCENT):
        return None
    by_rate = total.token.unit is Unit.YUAN and any(part.token.unit is Unit.PERCENT for part in parts)
    base = total.base if by_rate else None
    scope = reading.scope(total.token.span, total.sentence)
    span = total.token.span
    claim = LedgerClaim(span, total.sentence.span, scope, total.payer, total.token, tuple(parts), True, base)
    if added:
        return replace(claim, complete=not beyond_schemes(reading, claim, total.sentence, total.base))
    if closed or fund is not None:
        return claim
    return replace(claim, complete=complete and not beyond_schemes(reading, claim, total.sentence, total.base))


def _part(total: PayerTotal, entry: Entry) -> Part:
    label = _IN_ZH[entry.payer] + entry.label if total.payer == BOTH else entry.label
    return Part(entry.token, label)
