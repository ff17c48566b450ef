"""CT101 values-differ · 同一事项前后给出不同的数。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.check import Context, Outcome, Unverifiable, check
from linter.claims.model import ValueClaim
from linter.finding import Confidence, Evidence, Severity
from linter.judging.firmness import FAR
from linter.judging.rows_of_places import comparable_in_tables
from linter.judging.value_conflicts import Disagreement, disagreements, is_told_again, statements
from linter.judging.value_rules import assess
from linter.judging.value_wording import subject
from linter.messages import say

_SHOWN = 4


@check(
    code="CT101",
    name="values-differ",
    family="contradiction",
    severity=Severity.ERROR,
    reads=ValueClaim,
    over="document",
)
def values_differ(claims: Sequence[ValueClaim], context: Context) -> Iterator[Outcome]:
    """
    同一篇(同一页)里,同一项费率、金额、期限给出了两个不同的数。

    One page gives two different numbers for the same thing, place and time.

    为什么:读者无从知道该信哪个。表格和正文、标题和正文、主文和相关推荐之间最常见。
    险种、缴费人、地区、年份、档次、特定人群有一项不同,或者只说"部分地区",就不算矛盾;"一般"之类的说法只作警告,
    相关推荐之间的,也只作警告。险种或缴费人要到前文或标题里去认的数,只作警告;另一处也要去认的,或者在算式里、相差悬殊的,不报。
    其中一个数已被规定否定时,由 RF101、ST101 报错,这里只作警告。

    反例::

        失业保险个人缴费比例为0.3%。
        职工要缴失业保险,个人缴费比例为0.5%。

    正例::

        失业保险单位缴费比例为0.7%。
        职工要缴失业保险,个人缴费比例为0.3%。
    """
    for found in disagreements(statements(comparable_in_tables(claims, context.document))):
        here, others = _sides(found, context)
        if here.hold.distant and not is_told_again(here, others[0], context.document.text):
            yield Unverifiable(here.span, FAR)
            continue
        about, cut = subject(here), context.document.visible
        yield values_differ.finding(
            here,
            say(
                "contradiction.values-differ",
                about=about,
                written=here.span.cut(cut),
                elsewhere=others[0].span.cut(cut),
            ),
            severity=_severity(found, context),
            confidence=Confidence.MEDIUM if _hedged(found) else Confidence.HIGH,
            evidence=tuple(Evidence("other-claim", each.span) for each in others[:_SHOWN]),
            claim=(("quantity", here.quantity), *sorted(here.facets.items())),
        )


def _sides(found: Disagreement, context: Context) -> tuple[ValueClaim, tuple[ValueClaim, ...]]:
    """Where to report, and the other side: never at the number that a rule confirms when it refutes the other one."""
    odd, usual = found.odd.first, tuple(each.first for each in found.usual)
    if _refuted(usual[0], context) and not _refuted(odd, context):
        return usual[0], (odd,)
    return odd, usual


def _refuted(claim: ValueClaim, context: Context) -> bool:
    judged = context.once(assess, claim)
    return not isinstance(judged, str) and judged.judgement.family is not None


def _severity(found: Disagreement, context: Context) -> Severity:
    apart = found.odd.first.scope.section != found.usual[0].first.scope.section
    refuted = any(_refuted(said.first, context) for said in (found.odd, found.usual[0]))
    far = any(said.far for said in (found.odd, *found.usual[:1]))
    return Severity.WARNING if apart or refuted or far or _hedged(found) else Severity.ERROR


def _hedged(found: Disagreement) -> bool:
    return found.odd.hedged or found.usual[0].hedged
