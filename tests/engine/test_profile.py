from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from linter.finding import Confidence, Finding, Message, RuleCitation, Severity, Verdict
from linter.profile import PROFILES
from linter.text import Span
from reference.model import Grade, Rule, Source, State, Value
from reference.period import Period


def finding(
    family: str, severity: Severity, evidence: Grade | None = None, confidence: Confidence = Confidence.HIGH
) -> Finding:
    return Finding(
        code="XX101",
        name="x",
        family=family,
        severity=severity,
        confidence=confidence,
        message=Message("中", "en"),
        span=Span(0, 1),
        context=Span(0, 1),
        rule=None if evidence is None else citation(evidence),
    )


def citation(evidence: Grade) -> RuleCitation:
    value = Value(Period(date(2020, 1, 1), None), evidence, State.IN_FORCE, Source("通知"))
    return RuleCitation(Rule("r", "value", "q", "000000", "规则", "rule", (value,)), value)


def weighed(profile: str, each: Finding) -> list[Severity]:
    reader = PROFILES[profile]
    return [finding.severity for finding in reader.weigh([each]) if reader.shows(finding)]


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


@pytest.mark.parametrize(
    ("profile", "family", "before", "after"),
    [
        ("publish", "staleness", WARNING, [ERROR]),
        ("publish", "reference", WARNING, [WARNING]),
        ("publish", "staleness", INFO, [INFO]),
        ("ci", "staleness", ERROR, [WARNING]),
        ("ci", "staleness", WARNING, [WARNING]),
        ("ci", "arithmetic", ERROR, [ERROR]),
        ("ci", "arithmetic", INFO, []),
        ("audit", "staleness", ERROR, [ERROR]),
        ("audit", "staleness", INFO, [INFO]),
    ],
)
def test_profile_weighs_a_finding(profile: str, family: str, before: Severity, after: list[Severity]) -> None:
    assert weighed(profile, finding(family, before)) == after


@pytest.mark.parametrize(
    ("evidence", "after"),
    [
        (Grade.OFFICIAL, ERROR),
        (Grade.CORROBORATED, ERROR),
        (Grade.REPORTED, WARNING),
        (Grade.DERIVED, WARNING),
        (Grade.UNVERIFIED, WARNING),
    ],
)
def test_publishing_raises_staleness_only_on_evidence_that_can_carry_an_error(evidence: Grade, after: Severity) -> None:
    assert weighed("publish", finding("staleness", WARNING, evidence)) == [after]


def test_publishing_does_not_raise_what_was_half_understood() -> None:
    assert weighed("publish", finding("staleness", WARNING, Grade.OFFICIAL, Confidence.MEDIUM)) == [WARNING]


def test_ci_keeps_what_was_stale_on_the_day_it_appeared() -> None:
    already = replace(finding("staleness", ERROR), verdict=Verdict("wrong", "stale"))
    since = replace(finding("staleness", ERROR), verdict=Verdict("right", "stale"))
    assert (weighed("ci", already), weighed("ci", since)) == ([ERROR], [WARNING])
