"""CT113 told-twice-otherwise · 同一件事,前后两个数。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.check import Context, Outcome, check
from linter.claims.model import ToldTwiceClaim
from linter.finding import Confidence, Evidence, Severity, Verdict
from linter.messages import say
from linter.proof import decide


@check(
    code="CT113",
    name="told-twice-otherwise",
    family="contradiction",
    severity=Severity.WARNING,
    reads=ToldTwiceClaim,
)
def told_twice_otherwise(claim: ToldTwiceClaim, context: Context) -> Iterator[Outcome]:
    """
    用同样的字眼或名目说的一件事,前后给出两个数;词表里没有这件事也比较。

    The same words tell two figures of one thing, whether the vocabulary knows the thing or not.

    为什么:办理天数、材料份数、有效期之类,各地自定,没有规定可查,前后不一读者无从知道该信哪个。
    手工报销、转移、补卡等要办多少天,失能要持续多久,字眼不同也比较。
    同一笔应纳税所得额算出两个个税,也报。
    养老金算式里用的年限与文中说的缴费年限不同,也算。
    表里某险种、某一方的一格与正文不同,而别的格都相同,也报;同一个数只是小数点或“万”错位(1200元、1.2万元),也报。
    两个数前面要有同样的四个字以上,险种、缴费人、人物、地区、时间、条件都分不开两者,而且没有第三个数;
    其中一个要在标题里,或者后一处写明是重说一遍(总之、也就是说、提醒)。

    反例::

        转移凭证有效期为30天。再提醒一遍,转移凭证有效期只有45天。

    正例::

        转移凭证有效期为30天。再提醒一遍,转移凭证有效期只有30天。
    """
    cut = context.document.visible
    first, again = claim.first.span.cut(cut), claim.again.span.cut(cut)
    message = say("contradiction.told-twice-otherwise", written=again, elsewhere=first)
    if claim.in_formula:
        message = say("contradiction.years-of-formula-differ", written=again, elsewhere=first)
    yield told_twice_otherwise.finding(
        claim,
        message,
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", claim.first.span),),
        verdict=Verdict("unknown", "wrong"),
        proof=(decide("differ", claim.first.value, claim.again.value, Decimal(0)),),
    )
