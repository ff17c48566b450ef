"""CT201 relation-polarity · 同一种亲属,一处说可以共济,一处说不可以。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.check import Context, Outcome, check
from linter.claims.model import RelativesClaim
from linter.finding import Evidence, Severity, Step, Verdict
from linter.judging.kinship import judge_relatives, named, names
from linter.judging.meeting import can_meet
from linter.messages import say


@check(
    code="CT201",
    name="relation-polarity",
    family="contradiction",
    severity=Severity.ERROR,
    reads=RelativesClaim,
    over="document",
)
def relation_polarity(claims: Sequence[RelativesClaim], context: Context) -> Iterator[Outcome]:
    """
    同一种亲属,文中一处说可以共用个人账户,一处说不可以。

    The same relatives are said to be able to share an account in one place and unable in another.

    为什么:一页里拼接了几篇新旧不同的稿子时,最容易自相矛盾。
    有规定可查时,报在与规定不符的那一处。

    反例::

        医保家庭共济可以绑定父母和孙子女。需要注意,家庭共济不能绑定孙子。

    正例::

        医保家庭共济可以绑定父母和孙子女。家庭共济不能绑定配偶的父母。
    """
    text = context.document.text
    told: set[tuple[int, str]] = set()
    for denied in claims:
        fresh = frozenset(kin for kin in named(denied, text) if (denied.scope.section, kin) not in told)
        if denied.stance != "forbidden" or not fresh:
            continue
        other = next((claim for claim in claims if _opposes(claim, denied, fresh, text)), None)
        if other is None:
            continue
        shared = fresh & named(other, text)
        told |= {(denied.scope.section, kin) for kin in shared}
        yield _finding(denied, other, shared, context)


def _opposes(claim: RelativesClaim, denied: RelativesClaim, kin: frozenset[str], text: str) -> bool:
    return claim.stance != "forbidden" and not kin.isdisjoint(named(claim, text)) and can_meet(denied, claim)


def _finding(denied: RelativesClaim, other: RelativesClaim, shared: frozenset[str], context: Context) -> Outcome:
    only_other_is_wrong = _is_false(other, context) and not _is_false(denied, context)
    wrong, right = (other, denied) if only_other_is_wrong else (denied, other)
    cut = context.document.visible
    return relation_polarity.finding(
        wrong,
        say(
            "contradiction.relation-polarity",
            relatives=names(shared),
            written=wrong.span.cut(cut),
            elsewhere=right.span.cut(cut),
        ),
        evidence=(Evidence("other-claim", right.span),),
        claim=(("stance", wrong.stance), ("kin", "+".join(sorted(shared)))),
        verdict=Verdict("unknown", "wrong"),
        proof=(Step("member", tuple(sorted(shared)), "both"),),
    )


def _is_false(claim: RelativesClaim, context: Context) -> bool:
    return judge_relatives(claim, context).family is not None
