"""AR202 retirement-month · 出生年月加退休年龄,不等于文中的退休时间。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, check
from linter.claims.model import RetirementClaim
from linter.finding import Evidence, Severity, Step, Verdict
from linter.judging.retirement_schedule import age_in_words, month_in_words
from linter.messages import say


@check(code="AR202", name="retirement-month", family="arithmetic", severity=Severity.ERROR, reads=RetirementClaim)
def retirement_month(claim: RetirementClaim, context: Context) -> Iterator[Outcome]:
    """
    例子里的出生年月、退休年龄和退休时间对不上。

    In a worked example, the birth month plus the retirement age is not the month given.

    为什么:读者会拿自己的出生年月照着例子推算,例子差一个月,他就差一个月。

    反例::

        老周1966年3月出生,60岁4个月退休,也就是2026年9月办手续。

    正例::

        老周1966年3月出生,60岁4个月退休,也就是2026年7月办手续。
    """
    if "age" not in claim.given or "retires" not in claim.given:
        return
    (age, age_span), (retires, month_span) = claim.given["age"], claim.given["retires"]
    born = claim.birth.year * 12 + claim.birth.month
    expected = born + int(age)
    if Decimal(expected) == retires:
        yield Checked(claim.span, "arithmetic")
        return
    right = month_in_words(expected)
    yield retirement_month.finding(
        claim,
        say(
            "arithmetic.retirement-month",
            born=month_in_words(born),
            age=age_in_words(int(age)),
            right=right,
            written=month_in_words(int(retires)),
        ),
        evidence=(Evidence("age", age_span), Evidence("month", month_span)),
        expected=right.zh,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("add_months", (f"{claim.birth:%Y-%m}", str(age)), right.zh),),
    )
