"""The bases that contributions are calculated on: 26000×8%=2080, 基数26000元,养老8%(2080元), 按26000元据实缴纳."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.contributions.products import extract as extract_products
from linter.claims.contributions.products import is_rate
from linter.claims.model import CalculatedBaseClaim, Expression, Scope
from linter.scan.tokens import Quantity, Unit
from reference.period import Period

# Only these rest on the one base whose limits a place publishes.
_SCHEMES = frozenset({"pension", "unemployment"})
_LEAST_BASE = 1000
_REACH = 12
# What is told only to be denied (不能按26000×8%算), or supposed (要是不封顶).
_LAST_YEAR = re.compile("去年|上年|上一年")
_IN_FULL_BEFORE = re.compile("(?:按照?|以|照)(?:实际|月薪|工资|每月|月工资|全部|的|收入|她|他|自己)*$")
_IN_FULL = re.compile(
    "(?:的)?(?:实际)?(?:月薪|工资|收入|数额)?(?:来|去)?(?:据实|全额|如实)(?:来|去)?(?:缴|交|申报|参保|计缴)"
)
_OTHER_BASE = re.compile("公积金|医保|医疗|年金|个税|个人所得税|居民|工伤|生育|城乡")
_NOT_MEANT = re.compile("不能|不是|不会|不得|不按|不应|而非|并非|误|错|如果没有|要是|假如|若不|不封顶|原本|本来|本应")


def extract(reading: Reading) -> Iterator[CalculatedBaseClaim]:
    """Every base that is multiplied with the rate of a scheme, in a formula or beside the amount."""
    found = [(pair, claim.stated) for claim in reading.once(extract_equations) for pair in _products(claim.left)]
    found += [((claim.base, claim.rate), claim.amount) for claim in reading.once(extract_products)]
    seen: set[int] = set()
    for (base, rate), amount in found:
        sentence = reading.sentence_at(rate.span)
        scheme = _scheme(reading, rate)
        if sentence is None or scheme is None or base.is_range or base.approximate or base.value < _LEAST_BASE:
            continue
        if not sentence.span.contains(base.span) or _NOT_MEANT.search(sentence.span.cut(reading.text)):
            continue
        if base.span.start in seen:
            continue
        seen.add(base.span.start)
        yield CalculatedBaseClaim(base.span, sentence.span, _scope(reading, base, sentence), base, rate, amount, scheme)
    yield from (claim for claim in _in_full(reading) if claim.base.span.start not in seen)


def _in_full(reading: Reading) -> Iterator[CalculatedBaseClaim]:
    """按26000元据实缴纳: all of a wage is the base, of the pension where the sentence names no other scheme."""
    for sentence in reading.sentences:
        said = sentence.span.cut(reading.text)
        if ("实" not in said and "全额" not in said) or _OTHER_BASE.search(said) or _NOT_MEANT.search(said):
            continue
        for base in reading.quantities_in(sentence.span):
            before = reading.text[max(sentence.span.start, base.span.start - _REACH) : base.span.start]
            exact = base.unit is Unit.YUAN and not base.is_range and not base.approximate and base.bound is None
            if exact and _IN_FULL_BEFORE.search(before) and _IN_FULL.match(reading.text, base.span.end):
                scope = _scope(reading, base, sentence)
                yield CalculatedBaseClaim(base.span, sentence.span, scope, base, None, None, "pension")


def _products(expression: Expression) -> Iterator[tuple[Quantity, Quantity]]:
    """Every figure that the formula multiplies with a percentage."""
    if expression.op == "*":
        first, second = (operand.number for operand in expression.operands)
        if first is not None and second is not None and second.unit is Unit.PERCENT and first.unit is not Unit.PERCENT:
            yield first, second
    for operand in expression.operands:
        yield from _products(operand)


def _scheme(reading: Reading, rate: Quantity) -> str | None:
    """The scheme of a contribution rate; none where something else is calculated with a percentage."""
    if not is_rate(reading, rate):
        return None
    frame = reading.frame(rate.span)
    measure = frame.get("measure")
    benefit = measure is not None and ("pension" in measure.value or measure.value in ("index", "balance", "calc_base"))
    scheme = frame["scheme"].value
    return scheme if scheme in _SCHEMES and not benefit else None


def _scope(reading: Reading, base: Quantity, sentence: Sentence) -> Scope:
    """The scope of the contribution: 去年月均26000元 dates the wage, and this year pays on it."""
    scope = reading.scope(base.span, sentence)
    if scope.published is None or not _LAST_YEAR.search(reading.text, sentence.span.start, sentence.span.end):
        return scope
    return replace(scope, period=Period.day(scope.published), period_from="published")
