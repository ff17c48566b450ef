"""On which days a judgement may change, and what of it is a change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from linter.check import Checked, Outcome
from linter.finding import Confidence, Finding, Message, RuleCitation, Severity, Verdict
from linter.foresight import coming, turning_days
from linter.gate import Gate
from linter.profile import PROFILES
from linter.text import Span
from reference.model import Grade, Reference, Rule, Source, State, Value
from reference.period import Period

TODAY, CHANGE, LATER = date(2031, 3, 1), date(2031, 7, 1), date(2032, 1, 1)
FIRST, SECOND = Span(0, 4), Span(6, 9)


def value(start: date | None, end: date | None) -> Value:
    return Value(Period(start, end), Grade.OFFICIAL, State.IN_FORCE, Source("云州市通知"))


RULE = Rule(
    "cloud.rate", "value", "cloud.rate", "000000", "费率", "Rate", (value(None, date(2031, 6, 30)), value(CHANGE, None))
)
REFERENCE = Reference((RULE,), "")


def finding(span: Span, cited: Value | None) -> Finding:
    return Finding(
        "ST101",
        "superseded-value",
        "staleness",
        Severity.WARNING,
        Confidence.HIGH,
        Message("旧", "old"),
        span,
        span,
        verdict=Verdict("right", "stale"),
        rule=None if cited is None else RuleCitation(RULE, cited),
    )


def ahead(outcomes: dict[date, list[Outcome]]) -> list[tuple[date, Span]]:
    return [(each.day, each.then.span) for each in coming(outcomes.__getitem__, TODAY, [CHANGE, LATER])]


OLD, NEW = RULE.values


@pytest.mark.parametrize(
    ("today", "change", "later", "told"),
    [
        pytest.param([Checked(FIRST, "r")], [finding(FIRST, NEW)], [], [(CHANGE, FIRST)], id="a value that begins"),
        pytest.param([Checked(FIRST, "r")], [], [finding(FIRST, None)], [(LATER, FIRST)], id="a day that passes"),
        pytest.param(
            [Checked(FIRST, "r")], [finding(FIRST, NEW)], [finding(FIRST, NEW)], [(CHANGE, FIRST)], id="told once"
        ),
        pytest.param([], [finding(FIRST, NEW)], [], [], id="not known to be right"),
        pytest.param([Checked(FIRST, "arithmetic")], [finding(FIRST, NEW)], [], [], id="only calculated right"),
        pytest.param(
            [Checked(FIRST, "r"), finding(Span(2, 3), OLD)], [finding(FIRST, NEW)], [], [], id="wrong already"
        ),
        pytest.param([Checked(FIRST, "r")], [finding(FIRST, OLD)], [], [], id="refuted by no new value"),
        pytest.param([Checked(SECOND, "r")], [finding(FIRST, NEW)], [], [], id="another place"),
    ],
)
def test_only_what_is_right_and_is_overtaken_is_told(today, change, later, told) -> None:
    assert ahead({TODAY: today, CHANGE: change, LATER: later}) == told


def test_days_are_those_on_which_a_value_begins_or_follows_an_end() -> None:
    assert turning_days((), REFERENCE, TODAY, LATER) == (CHANGE,)
    assert turning_days((), REFERENCE, CHANGE, LATER) == ()
    assert turning_days((), REFERENCE, TODAY, date(2031, 6, 30)) == ()


@pytest.mark.parametrize(
    ("stale", "fails"),
    [pytest.param(None, False, id="by severity"), pytest.param(True, True, id="asked for"), pytest.param(False, False)],
)
def test_a_warning_ahead_of_time_fails_a_run_only_when_staleness_does(stale, fails) -> None:
    early = replace(finding(FIRST, NEW), verdict=Verdict("right", "right"))
    assert Gate(Severity.WARNING, stale).fails(early) is fails
    assert Gate(None, stale).fails(early) is False
    assert Gate(Severity.WARNING, stale).fails(replace(early, severity=Severity.INFO)) is False


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_no_profile_makes_an_error_of_what_is_still_right(profile) -> None:
    early = replace(finding(FIRST, NEW), verdict=Verdict("right", "right"))
    assert [each.severity for each in profile.weigh([early])] == [Severity.WARNING]
