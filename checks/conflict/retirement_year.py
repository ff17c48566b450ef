"""RF209 retirement-year · 按出生年份说的退休年份或年龄,这一年出生的人都对不上。"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.model import BirthYearClaim
from linter.finding import Evidence, Message, Severity, Step, Verdict
from linter.judging.retirement_schedule import Retirement, age_in_words, month_in_words, retirement
from linter.judging.rule_wording import source

_MONTHS = range(1, 13)


@check(code="RF209", name="retirement-year", family="reference", severity=Severity.ERROR, reads=BirthYearClaim)
def retirement_year(claim: BirthYearClaim, context: Context) -> Iterator[Outcome]:
    """
    只按出生年份举例,给出的退休年份或年龄,这一年里哪个月出生都推不出来。

    A year or age of retirement given for a year of birth fits no month of that year.

    为什么:延迟是逐月推算的,把"最终延迟几年"直接加到原退休年份上,会早算或晚算一两年。

    反例::

        1980年出生的原五十周岁退休的女职工,退休年份为2035年。

    正例::

        1980年出生的原五十周岁退休的女职工,退休年份为2033年。
    """
    found = [retirement(context.reference, claim.group, date(claim.birth_year, month, 1)) for month in _MONTHS]
    each = [one for one in found if one is not None]
    if not each:
        yield Unverifiable(claim.place, "group-unknown")
    elif any(_fits(claim, one) for one in each):
        yield Checked(claim.place, each[0].citation.rule.id)
    else:
        yield _finding(claim, each[0], each[-1])


def _fits(claim: BirthYearClaim, one: Retirement) -> bool:
    """True when somebody of that birth month retires so. An age in whole years may leave the months out."""
    if claim.kind == "retires":
        return claim.number == (one.retires - 1) // 12
    whole = claim.number % 12 == 0
    return claim.number == one.age or (whole and one.age // 12 * 12 <= claim.number <= one.age + 11)


def _finding(claim: BirthYearClaim, first: Retirement, last: Retirement) -> Outcome:
    cited = first.citation
    written = f"{claim.number}年" if claim.kind == "retires" else age_in_words(claim.number)
    ages = "至".join(dict.fromkeys((age_in_words(first.age), age_in_words(last.age))))
    months = f"{month_in_words(first.retires)}至{month_in_words(last.retires)}"
    return retirement_year.finding(
        claim,
        Message(
            f"{claim.birth_year}年出生的应在{ages}退休,即{months},文中写作{written}({source(cited.value.source)})。",
            f"Those born in {claim.birth_year} retire from {(first.retires - 1) // 12} to "
            f"{(last.retires - 1) // 12}, not as written ({written}; {source(cited.value.source)}).",
        ),
        evidence=(Evidence(claim.kind, claim.place),),
        claim=(("birth_year", str(claim.birth_year)), ("group", claim.group)),
        expected=months,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (cited.rule.id, str(claim.birth_year)), f"{first.retires}–{last.retires}"),),
        rule=cited,
    )
