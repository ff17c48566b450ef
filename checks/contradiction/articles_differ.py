"""CT103 articles-differ · 不同文章对同一事项给出不同的数。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.check import Placed, RunContext, Sited, check
from linter.claims.model import ValueClaim
from linter.finding import Evidence, Severity
from linter.judging.value_conflicts import Said, disagreements, ground_across, statements
from linter.judging.value_rules import assess
from linter.judging.value_wording import subject
from linter.messages import say

_SHOWN = 4


@check(
    code="CT103",
    name="articles-differ",
    family="contradiction",
    severity=Severity.WARNING,
    reads=ValueClaim,
    over="run",
    ground=ground_across,
)
def articles_differ(sited: Sequence[Sited], context: RunContext) -> Iterator[Placed]:
    """
    一批文章里,同一地区、同一时期、同一事项在不同文章中给出不同的数。

    Articles of one run give different numbers for the same thing, place and time.

    为什么:单看每一篇都说得通,放在一个网站上就互相打架,读者和搜索引擎都会遇到。
    各地自定的数只在写明同一地区时才比;有规定可判的,由 RF101、ST101 报,这里不重复。
    少数服从多数:与多数文章不同的那一篇被指出,另几篇列为依据。

    反例::

        福州市失业保险个人缴费比例为0.3%。
        =====
        福州市职工要缴失业保险,个人缴费比例为0.4%。

    正例::

        福州市失业保险个人缴费比例为0.3%。
        =====
        大理市职工要缴失业保险,个人缴费比例为0.4%。
    """
    homes = {id(each.claim): each for each in sited}
    usual: tuple[Said, ...] = ()
    for found in disagreements(_statements(sited)):
        if found.usual is not usual:
            usual = found.usual
            paths = {homes[id(each.first)].path for each in usual}
        odd = homes[id(found.odd.first)]
        settled = any(_judged(each.first, context) for each in (found.odd, usual[0]))
        if odd.path in paths or settled or _set_below(found.odd.first, context):
            continue
        elsewhere = [homes[id(each.first)] for each in usual[:_SHOWN]]
        about, first = subject(found.odd.first), elsewhere[0]
        message = say(
            "contradiction.articles-differ", about=about, written=odd.quote, path=first.path, elsewhere=first.quote
        )
        evidence = tuple(Evidence("other-claim", each.claim.span, each.path) for each in elsewhere)
        slots = (("quantity", found.odd.first.quantity), *sorted(found.odd.first.facets.items()))
        yield Placed(odd.path, articles_differ.finding(odd.claim, message, evidence=evidence, claim=slots))


def _statements(sited: Sequence[Sited]) -> tuple[Said, ...]:
    """What every document says, document by document: sentences of different documents are different sentences."""
    by_document: dict[str, list[ValueClaim]] = {}
    for each in sited:
        if isinstance(each.claim, ValueClaim):
            by_document.setdefault(each.path, []).append(each.claim)
    return tuple(said for claims in by_document.values() for said in statements(claims))


def _set_below(claim: ValueClaim, context: RunContext) -> bool:
    """True for a province that sets nothing itself while cities in it do: 江苏职工医保单位费率."""
    code = claim.scope.region
    if code is None or not code.endswith("0000") or context.reference.at(claim.quantity, code, claim.facets):
        return False
    rules = context.reference.governing(claim.quantity)
    return any(rule.region != code and rule.region[:2] == code[:2] and rule.applies(claim.facets) for rule in rules)


def _judged(claim: ValueClaim, context: RunContext) -> bool:
    """True when a rule decides: then the wrong side has a finding of its own, and a right one is nobody's error."""
    outcome = assess(claim, context.reference, context.as_of)
    if isinstance(outcome, str):
        return False
    exact = any(rule.kind == "value" for rule in outcome.rules.here)
    return outcome.judgement.family is not None or (exact and outcome.judgement.verdict.now == "right")
