"""What somebody means by a subject: an id of the vocabulary, a rule, or words that rules are found by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linter.archive.questions.wanted import Wanted
from linter.judging.statement_rules import statement_specs
from reference.model import Rule
from reference.quantities import quantity_spec
from reference.regions import COUNTRY
from reference.search import search, words_of


class UnknownSubjectError(ValueError):
    """Nothing is called so."""


def narrowed(wanted: Wanted, subject: str, rules: Sequence[Rule]) -> Wanted:
    """What is wanted, of that subject alone. Of a rule also its slots, and its place where none is wanted.

    Raises ``UnknownSubjectError``.
    """
    if quantity_spec(subject) is not None or subject in statement_specs():
        return replace(wanted, subject=subject)
    rule = _rule(subject, rules)
    region = None if rule.region == COUNTRY else rule.region
    return replace(wanted, subject=_said(rule), facets=dict(rule.where), region=wanted.region or region)


def _rule(subject: str, rules: Sequence[Rule]) -> Rule:
    named = next((rule for rule in rules if rule.id == subject), None)
    found = () if named else search(rules, words_of(subject) or (subject,))
    if named is None and not found:
        raise UnknownSubjectError(
            f"no quantity, statement or rule is called {subject!r}: see factlint reference search"
        )
    return named or found[0].rule


def _said(rule: Rule) -> str:
    """The subject of the claims that the rule judges: its quantity, or the statement it is about."""
    about = (spec.id for spec in statement_specs().values() if spec.quantity == rule.quantity)
    return rule.quantity if quantity_spec(rule.quantity) is not None else next(about, rule.quantity)
