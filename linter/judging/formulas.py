"""Is a formula as written the one of the rules? Both are evaluated on the same made-up numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from linter.claims.model import FormulaClaim
from reference.formulas import accepted, evaluate, formula_rules, variables
from reference.model import Reference, Rule

# Numbers without common factors; what is equal on both sets is equal.
_PROBES = ((Decimal(7), Decimal(13)), (Decimal(101), Decimal(37)))
# Fewer parts than these are those of several formulas.
_TELLING = 3
# So many decimals tell two ratios apart; what division leaves behind them does not.
_DECIMALS = 15


@dataclass(frozen=True, slots=True)
class FormulaVerdict:
    """``rule`` is that of the quantity named. Right when neither ``factor``, ``other`` nor ``differs`` is set.

    ``factor``: the text's result is that many times the right one. ``other``: what is written is the formula of it.
    ``probe``: what text and rule come to on the same numbers, with these numbers.
    """

    rule: Rule
    right: bool
    factor: Decimal | None = None
    other: Rule | None = None
    probe: tuple[str, str, Decimal, Decimal] | None = None


def judge_formula(claim: FormulaClaim, reference: Reference) -> FormulaVerdict | None:
    """How the formula compares with the rule of its quantity; ``None`` where its parts are not those of any rule."""
    claim = replace(claim, readings={name: written for name, written in claim.readings.items() if _sound(written)})
    rules = {rule.quantity: rule for rule in formula_rules(reference)}
    rule, written = rules.get(claim.quantity), claim.readings.get(claim.quantity)
    if rule is None:
        return None
    if written is not None:
        comparable = [way for way in accepted(rule) if variables(way) == variables(written)]
        if any(_equal(way, written) for way in comparable):
            return FormulaVerdict(rule, True)
        if comparable:
            return _differing(rule, comparable[0], written)
    other = next(_others(claim, rules), None)
    return FormulaVerdict(rule, False, other=other) if other is not None else _meant_another(claim, rules)


def _meant_another(claim: FormulaClaim, rules: Mapping[str, Rule]) -> FormulaVerdict | None:
    """基本养老金=社平工资+(1+指数)÷2×年限×1%: made of all the parts of another formula, and wrong for that one too."""
    for quantity, written in claim.readings.items():
        parts = variables(written)
        ways = [way for way in accepted(rules[quantity]) if variables(way) == parts] if quantity in rules else []
        if ways and len(parts) >= _TELLING and quantity != claim.quantity:
            return _differing(rules[quantity], ways[0], written)
    return None


def _differing(rule: Rule, way: str, written: str) -> FormulaVerdict:
    ratios = {_ratio(written, way, probe).normalize() for probe in _PROBES}
    values = _values(way, _PROBES[0])
    probe = (written, way, evaluate(written, values), evaluate(way, values))
    return FormulaVerdict(rule, False, ratios.pop() if len(ratios) == 1 else None, probe=probe)


def _others(claim: FormulaClaim, rules: Mapping[str, Rule]) -> Iterator[Rule]:
    """The rules of other quantities whose formula this is."""
    for quantity, written in claim.readings.items():
        rule = rules.get(quantity)
        if rule is None or quantity == claim.quantity:
            continue
        if any(variables(way) == variables(written) and _equal(way, written) for way in accepted(rule)):
            yield rule


def _sound(written: str) -> bool:
    """False for what divides by nothing, or comes to nothing: it has no ratio to another formula."""
    try:
        return all(evaluate(written, _values(written, probe)) for probe in _PROBES)
    except ArithmeticError:
        return False


def _equal(one: str, other: str) -> bool:
    return all(_ratio(one, other, probe) == 1 for probe in _PROBES)


def _ratio(one: str, other: str, probe: tuple[Decimal, Decimal]) -> Decimal:
    quotient = f"({one}) / ({other})"
    return round(evaluate(quotient, _values(quotient, probe)), _DECIMALS)


def _values(expression: str, probe: tuple[Decimal, Decimal]) -> dict[str, Decimal]:
    """A number for each name, all different."""
    start, step = probe
    return {name: start + step * at * at for at, name in enumerate(sorted(variables(expression)), 1)}
