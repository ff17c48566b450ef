"""CT202 relatives-lists-differ · 完整的亲属名单前后不一致。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.check import Context, Outcome, check
from linter.claims.model import RelativesClaim
from linter.finding import Evidence, Severity, Step, Verdict
from linter.judging.kinship import is_past, named, names
from linter.judging.meeting import can_meet
from linter.messages import say


@check(
    code="CT202",
    name="relatives-lists-differ",
    family="contradiction",
    severity=Severity.ERROR,
    reads=RelativesClaim,
    over="document",
)
def relatives_lists_differ(claims: Sequence[RelativesClaim], context: Context) -> Iterator[Outcome]:
    """
    文中一处说仅限这些亲属,另一处却说名单以外的亲属也可以。

    One place says that only these relatives may share an account; another lets in relatives outside that list.

    为什么:读者看到的两份名单不一样,不知道兄弟姐妹、祖父母到底能不能绑定。
    只看排他的名单(仅限、只包括);举例式的名单(包括……等)不参与比较。

    反例::

        医保家庭共济可以绑定兄弟姐妹。能建立共济的亲属只包括配偶、父母、子女。

    正例::

        医保家庭共济可以绑定父母。能建立共济的亲属只包括配偶、父母、子女。
    """
    text = context.document.text
    for closed in claims:
        if closed.stance != "only" or is_past(closed):
            continue
        for other in claims:
            outside = named(other, text) - closed.kin
            if other.stance == "forbidden" or not outside or not can_meet(closed, other):
                continue
            yield relatives_lists_differ.finding(
                closed,
                say(
                    "contradiction.relatives-lists-differ",
                    relatives=names(outside),
                    elsewhere=other.span.cut(context.document.visible),
                ),
                evidence=(Evidence("other-claim", other.span),),
                claim=(("stance", closed.stance), ("kin", "+".join(sorted(closed.kin)))),
                verdict=Verdict("unknown", "wrong"),
                proof=(Step("not_member", tuple(sorted(outside)), "+".join(sorted(closed.kin))),),
            )
            break
