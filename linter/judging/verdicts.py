"""What the rules say of a claim: right, wrong or stale, when written and now, and how bad that may be.

A check hands over the rules that govern its claim and a predicate ("does the text agree with this value?"); the judging
of time, place and evidence is the same for numbers, lists and statements, and stands here once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from linter.claims.model import Scope
from linter.finding import RuleCitation, Severity, Verdict
from reference.model import Grade, Reference, Rule, State, Value, region_chain
from reference.period import Period

Agrees = Callable[[Value], bool]

_CAPS = {
    Grade.OFFICIAL: Severity.ERROR,
    Grade.CORROBORATED: Severity.ERROR,
    Grade.REPORTED: Severity.WARNING,
    Grade.DERIVED: Severity.WARNING,
    Grade.UNVERIFIED: Severity.INFO,
}
# A law to come can confirm what a text says of the future, but never refute it.
_BINDING = frozenset({State.IN_FORCE, State.REPEALED})


@dataclass(frozen=True, slots=True)
class Governing:
    """The rules for a question: ``here`` by place, most specific first; ``elsewhere`` those of all other places."""

    here: tuple[Rule, ...]
    elsewhere: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outcome. ``family``: "reference" (never true), "staleness" (true once, superseded), ``None`` (no finding).

    What was superseded before the text was written is staleness too, but wrong already then: see ``severity``.
    ``holds`` is the value to cite: that of the claim's time, or today's when the text was right in its time.
    ``was`` is the earlier value the text agrees with, when there is one. ``cap`` is the worst severity allowed.
    """

    verdict: Verdict
    family: str | None = None
    holds: RuleCitation | None = None
    was: RuleCitation | None = None
    cap: Severity = Severity.ERROR

    @property
    def severity(self) -> Severity:
        """Error for what was wrong when written, warning for what time has overtaken; both under the evidence's cap."""
        overtaken = self.family == "staleness" and self.verdict.at_publication != "wrong"
        return (Severity.WARNING if overtaken else Severity.ERROR).at_most(self.cap)


def severity_cap(value: Value) -> Severity:
    """The worst severity that a finding resting on the value may have: by its evidence, and whether it is disputed."""
    cap = _CAPS[value.evidence]
    return Severity.WARNING.at_most(cap) if value.disputed else cap


def governing(reference: Reference, quantity: str, region: str | None, facets: Mapping[str, str]) -> Governing:
    """The rules that govern a quantity at a place and every place above it. ``region`` as in ``Reference.find``."""
    chain = region_chain(region)
    here = [rule for code in chain for rule in reference.at(quantity, code, facets)]
    others = (rule for rule in reference.governing(quantity) if rule.region not in chain and rule.applies(facets))
    return Governing(tuple(here), tuple(others))


def judge(rules: Governing, agrees: Agrees, scope: Scope, as_of: date) -> Judgement:
    """Judge a claim twice, when it was written and on ``as_of``.

    A stated period that is over is history: its verdict does not age, unless its value only became known later.
    What a dated text calls current ages even where a year stands above it.
    A text without any date is judged now. What it tells of former times is not of the year in its title, and a
    figure it calls provisional is told as history too: what was set for a while is in no list of the final ones.
    """
    stated = scope.period is not None and scope.period_from in ("stated", "heading")
    told_as_now = scope.period_from == "heading" and scope.published is not None and scope.has("current")
    if scope.has("history") and not (stated and scope.period_from == "stated"):
        told = "right" if _ever(rules, agrees, Period(None, as_of)) else "unknown"
        return Judgement(Verdict(told, told))
    then = _then(rules, agrees, scope, as_of)
    if then != "right" and scope.has("provisional"):
        told = "right" if _ever(rules, agrees, Period(None, as_of)) else "unknown"
        return Judgement(Verdict(told, told))
    if stated and scope.period is not None and not told_as_now and not _runs_on(scope.period, as_of):
        settled = verdict_in(rules, agrees, scope.period) if then == "right" else then
        now = "stale" if then == "right" and settled == "wrong" else then
        return _judgement(rules, agrees, scope, Verdict(then, now), scope.period, as_of)
    today = verdict_in(rules, agrees, Period.day(as_of))
    if then == "right" and today == "wrong":
        today = "stale" if _spoken_as_current(rules, agrees, scope, stated) else "right"
    return _judgement(rules, agrees, scope, Verdict(then, today), Period.day(as_of), as_of)


def verdict_in(rules: Governing, agrees: Agrees, period: Period, written: date | None = None) -> str:
    """right (some value of the period agrees), wrong (all are known and none does) or unknown.

    A text ``written`` before a value was announced could only give the value before it, so that one is right too.
    """
    citations = _in_force(rules, period)
    if any(agrees(citation.value) or _unannounced(citation, agrees, written) for citation in citations):
        return "right"
    binding = [citation.value for citation in citations if citation.value.state in _BINDING]
    return "wrong" if binding and _covered(period, binding) else "unknown"


def _then(rules: Governing, agrees: Agrees, scope: Scope, as_of: date) -> str:
    if scope.period is None:
        return "unknown"
    verdict = verdict_in(rules, agrees, _up_to_the_text(scope.period, scope, as_of), scope.published)
    return "unknown" if verdict == "wrong" and not _foreseeable(rules, scope.period, as_of) else verdict


def _up_to_the_text(period: Period, scope: Scope, as_of: date) -> Period:
    """自2024年起 speaks of the time up to the text, or up to now when it has no date; not of all days to come."""
    written = scope.published or as_of
    open_since = period.end is None and (period.start or date.min) <= written
    return Period(period.start, written) if open_since else period


def _unannounced(citation: RuleCitation, agrees: Agrees, written: date | None) -> bool:
    value, values = citation.value, citation.rule.values
    if written is None or value.announced is None or written >= value.announced:
        return False
    index = values.index(value)
    return index > 0 and agrees(values[index - 1])


def _judgement(rules: Governing, agrees: Agrees, scope: Scope, verdict: Verdict, now: Period, as_of: date) -> Judgement:
    """The family and the value to cite. What was wrong then and is right now helps no reader of today: no finding.

    What was wrong then and cannot be judged now is a warning.
    """
    doubtful = verdict == Verdict("wrong", "unknown")
    if verdict.now not in ("wrong", "stale") and not doubtful:
        return Judgement(verdict)
    at = now
    if verdict.at_publication == "wrong" and scope.period is not None:
        at = _up_to_the_text(scope.period, scope, as_of)
    holds = _cited(rules, at) or _cited(rules, now)
    if holds is None:
        return Judgement(Verdict(verdict.at_publication, "unknown"))
    was = _superseded(rules, agrees, holds.value, as_of)
    cap = severity_cap(holds.value)
    if doubtful or (scope.region is None and _ever(Governing(rules.elsewhere), agrees, at)):
        cap = Severity.WARNING.at_most(cap)
    if was is None:
        return Judgement(verdict, "reference", holds, None, cap)
    now_stale = verdict.now if doubtful else "stale"
    return Judgement(Verdict(verdict.at_publication, now_stale), "staleness", holds, was, cap)


def _superseded(rules: Governing, agrees: Agrees, holds: Value, as_of: date) -> RuleCitation | None:
    """The last value before the one that holds with which the text agrees. What is still to come supersedes nothing."""
    until = min(holds.period.start or date.min, as_of)
    agreeing = [
        citation
        for citation in _in_force(rules, Period(None, None))
        if (citation.value.period.start or date.min) < until and agrees(citation.value)
    ]
    return agreeing[-1] if agreeing else None


def _runs_on(period: Period, as_of: date) -> bool:
    """True when the period is not over on ``as_of``, so that the claim also speaks of today."""
    return not period.is_past(as_of) and (period.start is None or period.start <= as_of)


def _foreseeable(rules: Governing, period: Period, as_of: date) -> bool:
    """A time still to come can only be judged where a schedule already lays it down: an open end may yet be changed."""
    if period.start is None or period.start <= as_of:
        return True
    return all(citation.value.period.end is not None for citation in _in_force(rules, period))


def _spoken_as_current(rules: Governing, agrees: Agrees, scope: Scope, stated: bool) -> bool:
    """「自2016年起…」 in a text of 2017 told the rule of its day; in a text of 2025 it tells history.

    What an undated text calls current, or gives for the year of its title that is not over, is read as of today.
    """
    if not stated or (scope.published is None and scope.period_from == "heading" and _of_now(scope)):
        return True
    return scope.published is not None and verdict_in(rules, agrees, Period.day(scope.published)) == "right"


def _of_now(scope: Scope) -> bool:
    start, end = (None, None) if scope.period is None else (scope.period.start, scope.period.end)
    return scope.has("current") or (start is not None and end is not None and start.year == end.year)


def _ever(rules: Governing, agrees: Agrees, period: Period) -> bool:
    return any(agrees(value) for rule in rules.here for value in rule.values_in(period) if value.state in _BINDING)


def _in_force(rules: Governing, period: Period) -> list[RuleCitation]:
    """Values of the period: those of the most specific place, and of places above it for the days it leaves open."""
    found: list[RuleCitation] = []
    for code in dict.fromkeys(rule.region for rule in rules.here):
        if found and _covered(period, [citation.value for citation in found]):
            break
        found += [
            RuleCitation(rule, value)
            for rule in rules.here
            if rule.region == code
            for value in rule.values
            if _known(value).overlaps(period)
        ]
    return sorted(found, key=lambda citation: citation.value.period.start or date.min)


def _cited(rules: Governing, period: Period) -> RuleCitation | None:
    """The last binding value of the period: what the text should have said."""
    binding = [citation for citation in _in_force(rules, period) if citation.value.state in _BINDING]
    return binding[-1] if binding else None


def _known(value: Value) -> Period:
    """The days of which the value may be concluded: up to ``known_until`` where its end is not known."""
    if value.known_until is None:
        return value.period
    end = value.known_until if value.period.end is None else min(value.known_until, value.period.end)
    return Period(value.period.start, end)


def _covered(period: Period, values: Sequence[Value]) -> bool:
    """True when every day of the period lies in one of the values; days before the first known value count as open."""
    spans = sorted((_known(value) for value in values), key=lambda span: span.start or date.min)
    reached = period.start
    for span in spans:
        if reached is None and span.start is not None:
            return False
        if reached is not None and span.start is not None and span.start > reached:
            return False
        if span.end is None or (period.end is not None and span.end >= period.end):
            return True
        if reached is None or span.end >= reached:
            reached = span.end + timedelta(days=1)
    return False
