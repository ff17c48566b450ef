"""The two verdicts over time, from the values of rules."""

from __future__ import annotations

from datetime import date

import pytest

from linter.claims.model import Scope
from linter.finding import Severity, Verdict
from linter.judging.verdicts import Governing, Judgement, governing, judge, verdict_in
from reference.model import Grade, Reference, Rule, Source, State, Value
from reference.period import Period

AS_OF = date(2026, 11, 21)
OLD, NEW, NEXT = frozenset({"old"}), frozenset({"new"}), frozenset({"next"})


def value(start: str | None, end: str | None, members: frozenset[str], **more: object) -> Value:
    period = Period((start and date.fromisoformat(start)) or None, (end and date.fromisoformat(end)) or None)
    given = {"evidence": Grade.OFFICIAL, "state": State.IN_FORCE, "source": Source("某通知")} | more
    return Value(period=period, members=members, **given)  # type: ignore[arg-type]


def rule(*values: Value, region: str = "000000") -> Rule:
    return Rule(f"{region}.test", "set", "test", region, "规则", "rule", values)


CHANGED = rule(
    value("2010-01-01", "2019-12-31", OLD), value("2020-01-01", "2029-12-31", NEW), value("2030-01-01", None, NEXT)
)


def scope(
    stated: Period | None = None, published: str | None = None, region: str | None = None, markers: str = ""
) -> Scope:
    day = date.fromisoformat(published) if published else None
    if stated is not None:
        return Scope(0, region, "title", day, stated, "stated", frozenset(markers.split()))
    period = Period.day(day) if day else None
    return Scope(0, region, "title", day, period, "published" if day else "unknown", frozenset(markers.split()))


def judged(members: frozenset[str], where: Scope, *rules: Rule) -> Judgement:
    return judge(Governing(rules or (CHANGED,)), lambda value: value.members == members, where, AS_OF)


@pytest.mark.parametrize(
    ("members", "where", "verdict", "family"),
    [
        (NEW, scope(), ("unknown", "right"), None),
        (OLD, scope(), ("unknown", "stale"), "staleness"),
        (frozenset({"never"}), scope(), ("unknown", "wrong"), "reference"),
        (NEW, scope(published="2021-01-01"), ("right", "right"), None),
        (OLD, scope(published="2015-01-01"), ("right", "stale"), "staleness"),
        (OLD, scope(published="2021-01-01"), ("wrong", "stale"), "staleness"),
        (NEW, scope(published="2015-01-01"), ("wrong", "right"), None),
        (OLD, scope(published="2005-01-01"), ("unknown", "stale"), "staleness"),
        (OLD, scope(Period.year(2015), "2021-01-01"), ("right", "right"), None),
        (NEW, scope(Period.year(2015), "2021-01-01"), ("wrong", "wrong"), "reference"),
        (OLD, scope(Period.year(2005), "2021-01-01"), ("unknown", "unknown"), None),
        (OLD, scope(Period(date(2012, 1, 1), None), "2015-01-01"), ("right", "stale"), "staleness"),
        (NEXT, scope(Period(date(2021, 1, 1), None)), ("wrong", "wrong"), "reference"),
        (OLD, scope(Period(date(2012, 1, 1), None), "2021-01-01"), ("right", "right"), None),
        (OLD, scope(Period.year(2030)), ("unknown", "unknown"), None),
        (OLD, scope(markers="history"), ("right", "right"), None),
        (frozenset({"never"}), scope(markers="history"), ("unknown", "unknown"), None),
        # what began in 2021 says nothing of the years before the text's
        (OLD, scope(Period(date(2021, 1, 1), None), "2022-01-01"), ("wrong", "stale"), "staleness"),
        # a time still to come, after the last change that is known
        (NEXT, scope(Period.year(2035)), ("right", "right"), None),
        (NEW, scope(Period.year(2035)), ("unknown", "unknown"), None),
        # provisional: right if it ever held, and as any other where it was right in its time
        (OLD, scope(Period.year(2021), markers="provisional"), ("right", "right"), None),
        (frozenset({"never"}), scope(Period.year(2021), markers="provisional"), ("unknown", "unknown"), None),
        (OLD, scope(published="2015-01-01", markers="provisional"), ("right", "stale"), "staleness"),
    ],
)
def test_verdicts(members: frozenset[str], where: Scope, verdict: tuple[str, str], family: str | None) -> None:
    found = judged(members, where)
    assert (found.verdict, found.family) == (Verdict(*verdict), family)


def test_what_was_wrong_when_written_is_an_error_and_what_went_stale_a_warning() -> None:
    assert judged(OLD, scope(published="2021-01-01")).severity is Severity.ERROR
    assert judged(OLD, scope(published="2015-01-01")).severity is Severity.WARNING
    assert judged(OLD, scope()).severity is Severity.WARNING


def test_the_value_cited_is_that_of_the_claims_time_or_todays() -> None:
    wrong_then = judged(NEW, scope(Period.year(2015)))
    stale_now = judged(OLD, scope(published="2015-01-01"))
    assert wrong_then.holds is not None
    assert wrong_then.holds.value.members == OLD
    assert stale_now.holds is not None
    assert stale_now.holds.value.members == NEW
    assert stale_now.was is not None
    assert stale_now.was.value.members == OLD


def test_weak_evidence_caps_the_severity() -> None:
    weak = rule(value(None, None, NEW, evidence=Grade.REPORTED))
    unverified = rule(value(None, None, NEW, evidence=Grade.UNVERIFIED))
    assert judged(OLD, scope(), weak).severity is Severity.WARNING
    assert judged(OLD, scope(), unverified).severity is Severity.INFO


def test_a_disputed_value_makes_no_error_and_raises_no_weak_one() -> None:
    assert judged(OLD, scope(), rule(value(None, None, NEW))).severity is Severity.ERROR
    assert judged(OLD, scope(), rule(value(None, None, NEW, disputed=True))).severity is Severity.WARNING
    unverified = rule(value(None, None, NEW, evidence=Grade.UNVERIFIED, disputed=True))
    assert judged(OLD, scope(), unverified).severity is Severity.INFO


def test_an_announced_value_refutes_nothing() -> None:
    to_come = rule(value(None, None, NEW, state=State.ANNOUNCED))
    assert judged(OLD, scope(), to_come).family is None


def test_nothing_is_concluded_after_the_last_documented_day() -> None:
    documented = rule(value("2010-01-01", "2020-12-31", NEW, known_until=date(2020, 12, 31)))
    assert judged(OLD, scope(), documented).verdict == Verdict("unknown", "unknown")
    then_wrong = judged(OLD, scope(published="2015-01-01"), documented)
    assert (then_wrong.family, then_wrong.severity) == ("reference", Severity.WARNING)


def test_a_value_not_yet_announced_could_not_be_known() -> None:
    late = rule(
        value("2024-01-01", "2024-12-31", OLD),
        value("2025-01-01", None, NEW, announced=date(2025, 9, 1)),
    )
    assert judged(OLD, scope(published="2025-05-01"), late).verdict == Verdict("right", "stale")
    assert judged(OLD, scope(published="2025-10-01"), late).verdict == Verdict("wrong", "stale")
    assert judged(OLD, scope(Period.year(2025), "2025-05-01"), late).verdict == Verdict("right", "stale")


def test_the_rule_of_a_place_goes_before_that_of_the_country_for_the_days_it_covers() -> None:
    local = rule(value("2022-01-01", None, OLD), region="110000")
    reference = Reference((CHANGED, local), "")
    here = governing(reference, "test", "110100", {})
    assert [each.region for each in here.here] == ["110000", "000000"]
    assert judge(here, lambda each: each.members == OLD, scope(region="110000"), AS_OF).family is None
    before = judge(here, lambda each: each.members == OLD, scope(Period.year(2021), region="110000"), AS_OF)
    assert before.verdict.now == "wrong" or before.verdict.now == "stale"


def test_what_holds_in_another_place_is_a_warning_when_no_place_is_named() -> None:
    local = rule(value(None, None, OLD), region="330000")
    everywhere = Governing((rule(value(None, None, NEW)),), (local,))
    assert judge(everywhere, lambda each: each.members == OLD, scope(), AS_OF).severity is Severity.WARNING
    placed = judge(everywhere, lambda each: each.members == OLD, scope(region="110000"), AS_OF)
    assert placed.severity is Severity.ERROR or placed.cap is Severity.ERROR


NEVER = frozenset({"never"})
A_DAY_THEN_MORE = rule(value("2020-01-01", "2020-01-01", OLD), value("2020-01-02", "2020-12-31", NEW))
ONE_DAY_LATE = rule(value("2020-01-01", "2020-06-30", OLD), value("2020-07-02", "2020-12-31", NEW))
ALWAYS_SO_FAR = rule(value(None, "2014-12-31", OLD), value("2015-01-01", "2019-12-31", NEW))


@pytest.mark.parametrize(
    ("over", "known", "verdict"),
    [
        (Period.year(2020), A_DAY_THEN_MORE, "wrong"),
        (Period(date(2020, 1, 1), date(2020, 1, 2)), A_DAY_THEN_MORE, "wrong"),
        (Period(date(2020, 1, 1), date(2021, 1, 1)), A_DAY_THEN_MORE, "unknown"),
        (Period(date(2019, 12, 31), date(2020, 1, 2)), A_DAY_THEN_MORE, "unknown"),
        (Period(None, date(2020, 12, 31)), A_DAY_THEN_MORE, "unknown"),
        (Period.year(2020), ONE_DAY_LATE, "unknown"),
        (Period.year(2019), ALWAYS_SO_FAR, "wrong"),
        (Period(None, date(2010, 12, 31)), ALWAYS_SO_FAR, "wrong"),
        (Period(None, date(2019, 12, 31)), ALWAYS_SO_FAR, "wrong"),
        (Period(None, date(2020, 1, 1)), ALWAYS_SO_FAR, "unknown"),
        (Period(date(2012, 1, 1), None), ALWAYS_SO_FAR, "unknown"),
        (Period(date(2012, 1, 1), None), CHANGED, "wrong"),
    ],
)
def test_only_what_is_known_for_every_day_refutes(over: Period, known: Rule, verdict: str) -> None:
    assert verdict_in(Governing((known,)), lambda value: value.members == NEVER, over) == verdict
