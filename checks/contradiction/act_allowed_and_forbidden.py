"""CT209 act-allowed-and-forbidden · 同一件事一处说可以,一处说不可以。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Context, Outcome, check
from linter.claims.model import OpposedActsClaim
from linter.finding import Confidence, Evidence, Severity, Step, Verdict
from linter.messages import say


@check(
    code="CT209",
    name="act-allowed-and-forbidden",
    family="contradiction",
    severity=Severity.WARNING,
    reads=OpposedActsClaim,
)
def act_allowed_and_forbidden(claim: OpposedActsClaim, context: Context) -> Iterator[Outcome]:
    """
    同一件事,文中一处说可以、必须,另一处说不可以、不必。

    One place allows what another forbids, or asks for what another does without.

    为什么:读者不知道到底能不能办、要不要办。
    办事时间(中午、周末)、缴费方式(按月、按年、现金)也这样比较;不同的窗口、情形、人群不比。
    只比较两处共有的字词,不论说的是哪件事;险种、人群、时间、地区有一项不同,或者只在某种条件下成立,就不算矛盾;
    但写明谁也不能、一律不得的,另一处有条件的"可以"也算。法条不管。

    反例::

        年金账户的钱,在岗期间谁也不能提前支取。有急事的,单位盖章后可以提前取一部分。

    正例::

        年金账户的钱,在岗期间谁也不能提前支取。退休以后可以按月领。
    """
    cut = context.document.visible
    here, there = claim.span.cut(cut), claim.earlier.cut(cut)
    yield act_allowed_and_forbidden.finding(
        claim,
        say("contradiction.act-allowed-and-forbidden", written=here, elsewhere=there),
        confidence=Confidence.MEDIUM,
        evidence=(Evidence("other-claim", claim.earlier),),
        verdict=Verdict("unknown", "wrong"),
        proof=(Step("compare", (there, here), "contradiction"),),
    )
