"""RF109 value-of-later-year · 写着旧年份,用的是后来的数。"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from linter.check import Context, Outcome, check
from linter.claims.model import ValueClaim
from linter.finding import RuleCitation, Severity, Step, Verdict
from linter.judging.other_years import of_later_year
from linter.judging.value_findings import quoted
from linter.judging.value_rules import assess
from linter.judging.value_wording import holds, subject
from linter.messages import say


@check(
    code="RF109",
    name="value-of-later-year",
    family="reference",
    severity=Severity.WARNING,
    reads=ValueClaim,
    over="section",
)
def value_of_later_year(claims: Sequence[ValueClaim], context: Context) -> Iterator[Outcome]:
    """
    文中写明的年份没有可查的数值,给出的数却正好是后来某一年的。

    Nothing is known of the year that the text names, and the figure it gives is exactly that of a later year.

    为什么:每年更新数字、漏改一处年份的稿子就是这样来的。当时还没有这个数,不是年份错就是数错。
    写明的年份有数可查的,归 RF101;新年份用旧数的,见 ST102。一句里的几个数只报第一个:错的多半是年份。

    反例::

        云南2022年度社保缴费基数上限为21789元。

    正例::

        云南2025年度社保缴费基数上限为21789元。
    """
    for _, said in groupby(claims, key=lambda claim: claim.context):
        yield from islice(_found(said, context), 1)


def _found(claims: Iterable[ValueClaim], context: Context) -> Iterator[Outcome]:
    for claim in claims:
        outcome = context.once(assess, claim)
        if isinstance(outcome, str) or outcome.judgement.family is not None:
            continue
        citation = of_later_year(claim, outcome)
        if citation is not None:
            yield _finding(claim, citation, context)


def _finding(claim: ValueClaim, citation: RuleCitation, context: Context) -> Outcome:
    about, known, quote = subject(claim), holds(citation, context.region_name), quoted(claim, context)
    return value_of_later_year.finding(
        claim,
        say("conflict.value-of-later-year", about=about, written=quote, holds=known),
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (citation.rule.id, str(citation.value.period.start)), citation.value.display),),
        rule=citation,
    )
