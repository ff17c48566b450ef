"""Findings as they are kept: a rule is named by its id and the value by its place. Whoever reads has the same rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.cache.folding import UnusableError
from linter.finding import Finding, RuleCitation
from reference.model import Reference

Named = tuple[str, int] | None
"""A rule's id and the place of a value in it."""


def without_rules(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Named, ...]]:
    """The findings without their rules, and the names of these. Raises ``ValueError`` for a value of no rule."""
    findings = tuple(findings)
    return tuple(replace(each, rule=None) for each in findings), tuple(_named(each.rule) for each in findings)


def with_rules(findings: Iterable[Finding], rules: Iterable[Named], reference: Reference) -> Iterator[Finding]:
    """The findings as they were. Raises ``ValueError`` where the reference has no such value."""
    for finding, named in zip(findings, rules, strict=True):
        yield finding if named is None else replace(finding, rule=_cited(named, reference))


def _named(citation: RuleCitation | None) -> tuple[str, int] | None:
    return None if citation is None else (citation.rule.id, citation.rule.values.index(citation.value))


def _cited(named: tuple[str, int], reference: Reference) -> RuleCitation:
    rule_id, index = named
    rule = reference.rule(rule_id)
    if rule is None or not 0 <= index < len(rule.values):
        raise UnusableError(f"no value {index} of the rule {rule_id}")
    return RuleCitation(rule, rule.values[index])
