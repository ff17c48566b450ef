"""CT109 base-limits-apart · 缴费基数的上限与下限不成比例。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.calculations.consistency import show
from linter.claims.model import ValueClaim
from linter.finding import Evidence, RuleCitation, Severity, Step, Verdict
from linter.judging.base_limits import Limits, limits, ratio_rule
from linter.judging.base_proportions import proportions
from linter.judging.rule_wording import source
from linter.judging.value_rules import Assessment, assess
from linter.messages import say
from linter.proof import calculate


@check(
    code="CT109",
    name="base-limits-apart",
    family="contradiction",
    severity=Severity.WARNING,
    reads=ValueClaim,
    over="section",
)
def base_limits_apart(claims: Sequence[ValueClaim], context: Context) -> Iterator[Outcome]:
    """
    并列给出的缴费基数上限和下限,不可能出自同一个平均工资。

    A cap and a floor given side by side cannot rest on the same average wage.

    为什么:上限是平均工资的300%,下限是60%,两者应为5倍。个别省份的下限还在过渡,所以只报超出过渡范围的,
    以及上限不高于下限的。2019年5月以前的下限另有规定,不报。

    反例::

        2025年社保缴费基数上限为26000元,下限为3600元。

    正例::

        2025年社保缴费基数上限为26000元,下限为5200元。
    """
    # Where the average wage itself is told, CT107 says which figure goes with it.
    told = [found.cap for found in proportions(claims, context.reference, context.as_of) if not found.holds]
    for pair in limits(claims):
        if pair.cap in told or not pair.floor.token.value:
            continue
        if all(_is_right(context.once(assess, claim)) for claim in (pair.cap, pair.floor)):
            continue  # the rules of the place know both
        cited = ratio_rule(pair, context.reference, context.as_of)
        if cited is None:
            yield Unverifiable(pair.cap.span, "no-rule")
            continue
        divided = calculate("divide", pair.cap.token.value, pair.floor.token.value)
        most = cited.value.accepts[0].high
        # Bases that people choose, and those of medical insurance, may lie closer together.
        if 1 < Decimal(divided.out) <= (most or Decimal(divided.out)):
            yield Checked(pair.cap.span, cited.rule.id)
            continue
        yield _finding(pair, divided, cited, context)


def _is_right(outcome: Assessment | str) -> bool:
    if isinstance(outcome, str):
        return False
    verdict = outcome.judgement.verdict
    return "right" in (verdict.at_publication, verdict.now)


def _finding(pair: Limits, divided: Step, cited: RuleCitation, context: Context) -> Outcome:
    cut = context.document.visible
    cap, floor = (claim.token.span.cut(cut) for claim in (pair.cap, pair.floor))
    times = show(Decimal(divided.out).quantize(Decimal("0.01")))
    return base_limits_apart.finding(
        pair.cap,
        say(
            "contradiction.base-limits-apart",
            cap=cap,
            floor=floor,
            times=times,
            right=cited.value.display,
            source=source(cited.value.source),
        ),
        evidence=(Evidence("cap", pair.cap.span), Evidence("floor", pair.floor.span)),
        verdict=Verdict("wrong", "wrong"),
        rule=cited,
        proof=(divided,),
    )
