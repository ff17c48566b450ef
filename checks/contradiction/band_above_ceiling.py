"""CT206 band-above-ceiling · 封顶线以上还在报销。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import CeilingClaim
from linter.finding import Confidence, Evidence, Severity
from linter.messages import say


@check(code="CT206", name="band-above-ceiling", family="contradiction", severity=Severity.WARNING, reads=CeilingClaim)
def band_above_ceiling(claim: CeilingClaim, context: Context) -> Iterator[Outcome]:
    """
    写明年度封顶的金额,费用分段表却在这个金额以上仍有报销比例。

    A yearly ceiling of reimbursement beside a table that goes on reimbursing above it.

    为什么:封顶线和分段表常常抄自不同年份、不同地方,读者不知道该信哪一个。
    大病保险、大额补助另有封顶,写明的不算;门诊的封顶线不与住院的分段相比。

    反例::

        # 住院费用的年度最高支付限额为8万元
        | 费用区间 | 报销比例 |
        |---|---|
        | 5万元以下 | 85% |
        | 12万元以上 | 90% |

    正例::

        # 住院费用的年度最高支付限额为30万元
        | 费用区间 | 报销比例 |
        |---|---|
        | 5万元以下 | 85% |
        | 12万元以上 | 90% |
    """
    visible = context.document.visible
    ceiling, band = claim.ceiling.span.cut(visible), claim.band.span.cut(visible)
    yield band_above_ceiling.finding(
        claim,
        say("contradiction.band-above-ceiling", ceiling=ceiling, band=band),
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", claim.band.span),),
        claim=(("ceiling", ceiling), ("band", band)),
    )
