"""CT105 wage-share-conflict · 平均工资的若干比例与本文的基数上下限对不上。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.calculations.consistency import show
from linter.claims.model import WageShareClaim
from linter.finding import Evidence, RuleCitation, Severity, Verdict
from linter.messages import say
from linter.proof import calculate, decide
from reference.model import Value

_RATIOS = {"cap": "contribution.base_cap_ratio", "floor": "contribution.base_floor_ratio"}
_MESSAGES = {"cap": "contradiction.wage-share-against-cap", "floor": "contradiction.wage-share-against-floor"}
# Several provinces move their floor to its share in steps, so a tenth either way proves nothing.
_SLACK = Decimal("0.1")


@check(code="CT105", name="wage-share-conflict", family="contradiction", severity=Severity.ERROR, reads=WageShareClaim)
def wage_share_conflict(claim: WageShareClaim, context: Context) -> Iterator[Outcome]:
    """
    "平均工资的百分之几,即若干元"与同一篇给出的缴费基数上限(或下限)互相矛盾。

    An amount given as a share of the average wage contradicts the base limits of the same article.

    为什么:基数上限、下限都由同一个平均工资算出,由上限反推的平均工资与这里的金额不是一回事。
    各地下限正在过渡,相差一成以内不报。

    反例::

        缴费基数上限为25500元/月,下限为5100元/月。缴费基数为全省平均工资的60%,即8100元/月。

    正例::

        缴费基数上限为25500元/月,下限为5100元/月。缴费基数为全省平均工资的60%,即5100元/月。
    """
    cited = _ratio(claim, context)
    if cited is None or not cited.value.accepts or cited.value.accepts[0].low is None:
        yield Unverifiable(claim.amount.span, "no-rule")
        return
    wage = calculate("divide", claim.anchor.value, cited.value.accepts[0].low / 100)
    share = calculate("multiply", Decimal(wage.out), claim.share.value / 100)
    expected = Decimal(share.out)
    if abs(expected - claim.amount.value) <= expected * _SLACK:
        yield Checked(claim.amount.span, "arithmetic")
        return
    cut = context.document.visible
    shown = show(expected.quantize(Decimal(1)))
    yield wage_share_conflict.finding(
        claim,
        say(
            _MESSAGES[claim.limit],
            anchor=claim.anchor.span.cut(cut),
            share=cited.value.display,
            ratio=claim.share.span.cut(cut),
            right=shown,
            written=claim.amount.span.cut(cut),
        ),
        evidence=(Evidence(claim.limit, claim.anchor.span), Evidence("other-claim", claim.amount.span)),
        expected=shown,
        verdict=Verdict("wrong", "wrong"),
        rule=cited,
        proof=(wage, share, decide("differ", expected, claim.amount.value, expected * _SLACK)),
    )


def _ratio(claim: WageShareClaim, context: Context) -> RuleCitation | None:
    """The share of the average wage that the limit is by national rule."""
    for rule in context.reference.find(_RATIOS[claim.limit], None, {}):
        value: Value | None = rule.value_on(claim.scope.published or context.as_of)
        if value is not None:
            return RuleCitation(rule, value)
    return None
