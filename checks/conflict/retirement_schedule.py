"""RF206 retirement-schedule · 退休例子与延迟退休对照表不符。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.model import RetirementClaim
from linter.finding import Evidence, Severity, Step, Verdict
from linter.judging.retirement_schedule import Retirement, age_in_words, month_in_words, retirement
from linter.judging.rule_wording import source
from linter.messages import Message, say

_NAMES = {
    "delay": "retirement.delay",
    "least": "retirement.delay",
    "most": "retirement.delay",
    "age": "retirement.age",
    "retires": "retirement.month",
    "year": "retirement.year",
}


@check(code="RF206", name="retirement-schedule", family="reference", severity=Severity.ERROR, reads=RetirementClaim)
def retirement_schedule(claim: RetirementClaim, context: Context) -> Iterator[Outcome]:
    """
    例子里的延迟月数、退休年龄或退休时间,与按出生年月推算的不符。

    The delay, age or month of retirement in a worked example is not what the schedule gives for the birth month.

    为什么:渐进式延迟退休按出生年月分档,差一档就差一个月;男职工和原55岁女职工每4个月一档,原50岁女职工每2个月一档。
    只说出生年份的,这一年里哪个月出生都推不出来才报。

    反例::

        1966年9月出生的男职工老马,延迟5个月退休。

        1972年出生的男职工,2035年退休。

    正例::

        1966年9月出生的男职工老马,延迟6个月退休。

        1972年出生的男职工,2034年退休。
    """
    group = claim.group or _only_group(claim, context)
    right = retirement(context.reference, group, claim.birth) if group else None
    if right is None:
        yield Unverifiable(claim.span, "group-unknown")
        return
    last = retirement(context.reference, group, claim.until) if group and claim.until else None
    wrong = next(
        (kind for kind in ("delay", "least", "most", "age", "retires", "year") if _differs(claim, right, last, kind)),
        None,
    )
    # A month that does not follow from the age given is the business of AR202.
    if wrong is None or (wrong == "retires" and "age" in claim.given):
        yield Checked(claim.span, right.citation.rule.id)
        return
    yield _finding(claim, right, wrong) if last is None else _finding_of_year(claim, right, last, wrong)


def _differs(claim: RetirementClaim, right: Retirement, last: Retirement | None, kind: str) -> bool:
    if kind not in claim.given:
        return False
    if last is not None and kind in ("least", "most"):  # both ends of a range are told
        return bool(claim.given[kind][0] != (right if kind == "least" else last).delay)
    number, first = claim.given[kind][0], _due(right, kind)
    if last is None:
        return bool(number != first)
    # An age in whole years, said of a whole year of births, may leave the months out.
    least = first // 12 * 12 if kind == "age" and number % 12 == 0 else first
    return not least <= number <= _due(last, kind)


def _due(right: Retirement, kind: str) -> int:
    return int(getattr(right, "delay" if kind in ("least", "most") else kind))


def _only_group(claim: RetirementClaim, context: Context) -> str | None:
    """The only group whose retirement moves for these births: of those born in 1966 that is men alone."""
    if not claim.given.keys() & {"delay", "least", "most"} or claim.until is None:
        return None
    moved = [
        group
        for group in ("male", "female_50", "female_55")
        if (found := retirement(context.reference, group, claim.until)) is not None and found.delay
    ]
    return moved[0] if len(moved) == 1 else None


def _finding_of_year(claim: RetirementClaim, first: Retirement, last: Retirement, kind: str) -> Outcome:
    """Of a whole year of births: the figure lies outside what the first and the last month give."""
    citation, (number, span), born = first.citation, claim.given[kind], claim.birth.year
    ends = [_said(kind, _due(each, kind)) for each in (first, last)]
    right = ends[0] if ends[0] == ends[1] else say("unit.from-to", first=ends[0], last=ends[1])
    return retirement_schedule.finding(
        claim,
        say(
            "conflict.retirement-of-year",
            year=born,
            figure=say(_NAMES[kind]),
            right=right,
            written=_written(claim, kind),
            source=source(citation.value.source),
        ),
        evidence=(Evidence(kind, span),),
        claim=(("birth", str(born)), ("group", claim.group or ""), (kind, str(number))),
        expected=right.zh,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (citation.rule.id, str(born)), right.zh),),
        rule=citation,
    )


def _finding(claim: RetirementClaim, right: Retirement, kind: str) -> Outcome:
    citation = right.citation
    number, span = claim.given[kind]
    expected = _said(kind, getattr(right, kind))
    return retirement_schedule.finding(
        claim,
        say(
            "conflict.retirement-schedule",
            born=month_in_words(claim.birth.year * 12 + claim.birth.month),
            figure=say(_NAMES[kind]),
            right=expected,
            age=age_in_words(right.age),
            month=month_in_words(right.retires),
            written=_said(kind, int(number)),
            source=source(citation.value.source),
        ),
        evidence=(Evidence(kind, span),),
        claim=(("birth", f"{claim.birth:%Y-%m}"), ("group", claim.group or ""), (kind, str(number))),
        expected=expected.zh,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (citation.rule.id, f"{claim.birth:%Y-%m}"), str(getattr(right, kind))),),
        rule=citation,
    )


def _written(claim: RetirementClaim, kind: str) -> Message:
    """The figure as written: of a range both ends."""
    ends = [_said(each, int(claim.given[each][0])) for each in ("least", "most") if each in claim.given]
    if kind in ("least", "most") and len(ends) > 1:
        return say("unit.from-to", first=ends[0], last=ends[1])
    return _said(kind, int(claim.given[kind][0]))


def _said(kind: str, number: int) -> Message:
    match kind:
        case "delay" | "least" | "most":
            return say("unit.months-close", number=number)
        case "year":
            return say("unit.year", number=number)
        case "age":
            return age_in_words(number)
        case _:
            return month_in_words(number)
