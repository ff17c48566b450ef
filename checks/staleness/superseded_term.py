"""ST203 superseded-term · 制度旧称当作现称使用。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from linter.check import Context, Outcome, check
from linter.claims.model import Scope, TermClaim
from linter.finding import Evidence, Severity, Step, Suggestion
from linter.judging.rule_wording import since, source
from linter.judging.verdicts import Judgement, governing, judge
from linter.messages import say

_OPENING = frozenset('"“「『‘')
_CLOSING = frozenset('"”」』’')


@check(
    code="ST203", name="superseded-term", family="staleness", severity=Severity.WARNING, reads=TermClaim, over="section"
)
def superseded_term(claims: Sequence[TermClaim], context: Context) -> Iterator[Outcome]:
    """
    文中把已被整合的制度、已被撤并的机构、已停发的证件当作现行的来叫。

    The name of a scheme, an office or a certificate that has been replaced is used as if it were current.

    为什么:新农合与城镇居民医保 2016 年起整合为城乡居民医保,各地最迟 2019 年底并轨;
    沿用旧称会让读者以为还有两种保险。劳动局、地税局、卫计委、社会保险登记证也已不在,读者会找错门、备错材料。
    讲历史、引法条、注明「现城乡居民医保」的不算。
    标题和正文各报第一处,其余作为旁证。

    反例::

        2025年新农合每人缴400元。

    正例::

        新农合(现城乡居民医保)每人缴400元。
        2008年,当地的新农合每人缴20元。
    """
    for quantity in dict.fromkeys(claim.term.facets["superseded"] for claim in claims):
        mine = [claim for claim in claims if claim.term.facets["superseded"] == quantity]
        if any(claim.glossed for claim in mine):
            continue
        judged = [(claim, _judge(claim, quantity, context)) for claim in mine]
        wrong = [(claim, judgement) for claim, judgement in judged if judgement.family is not None]
        body = [(claim, judgement) for claim, judgement in wrong if not _in_title(claim, context)]
        title = [(claim, judgement) for claim, judgement in wrong if _in_title(claim, context)]
        if body and all(_in_quotes(claim, context) for claim, _ in title):
            title = []
        for here in (title, body):
            if here:
                yield _finding(here, context)


def _in_title(claim: TermClaim, context: Context) -> bool:
    title = context.document.sections[claim.scope.section].title
    return title is not None and title.contains(claim.span)


def _in_quotes(claim: TermClaim, context: Context) -> bool:
    """True for “合作医疗”缴费通知: people's word for it, as long as the text itself does not go on using it."""
    text, span = context.document.text, claim.span
    return text[max(0, span.start - 1) : span.start] in _OPENING and text[span.end : span.end + 1] in _CLOSING


def _judge(claim: TermClaim, quantity: str, context: Context) -> Judgement:
    rules = governing(context.reference, quantity, claim.scope.region, {})
    return judge(rules, lambda value: value.truth is True, _as_today(claim.scope, context.as_of), context.as_of)


def _as_today(scope: Scope, as_of: date) -> Scope:
    """The scope; without the time of what is to come: what a scheme will be called in 2027 it is called today."""
    start = scope.period.start if scope.period is not None else None
    return scope.without_dates() if start is not None and start > as_of else scope


def _finding(judged: Sequence[tuple[TermClaim, Judgement]], context: Context) -> Outcome:
    claim, judgement = judged[0]
    assert judgement.holds is not None  # a judgement with a family cites a value
    value = judgement.holds.value
    holds = since(value, say("staleness.term-now", right=value.text or "", source=source(value.source)))
    name = claim.span.cut(context.document.visible)
    return superseded_term.finding(
        claim,
        say("staleness.superseded-term", written=name, holds=holds),
        severity=Severity.WARNING.at_most(judgement.cap),
        evidence=tuple(Evidence("other-claim", other.span) for other, _ in judged[1:]),
        claim=(("term", claim.term.id),),
        expected=value.text,
        verdict=judgement.verdict,
        proof=(Step("member", (claim.term.id,), judgement.holds.rule.id),),
        rule=judgement.holds,
        suggestion=Suggestion(claim.span, value.text or ""),
    )
