"""CT103 articles-differ · 不同文章对同一事项给出不同的数。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.check import Placed, RunContext, Sited, check
from linter.claims.model import ValueClaim
from linter.finding import Evidence, Message, Severity
from linter.judging.value_conflicts import Said, across, disagreements, statements
from linter.judging.value_rules import assess
from linter.judging.value_wording import subject

_SHOWN = 4


@check(
    code="CT103",
    name="articles-differ",
    family="contradiction",
    severity=Severity.WARNING,
    reads=ValueClaim,
    over="run",
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
    homes = {id(each.claim): each.document for each in sited}
    for found in disagreements(_statements(sited)):
        odd, usual = found.odd.first, [each.first for each in found.usual]
        home = homes[id(odd)]
        elsewhere = [claim for claim in usual if homes[id(claim)] is not home]
        if len(elsewhere) < len(usual) or any(_judged(claim, context) for claim in (odd, usual[0])):
            continue
        about, first = subject(odd), homes[id(elsewhere[0])]
        here, there = odd.span.cut(home.visible), elsewhere[0].span.cut(first.visible)
        message = Message(
            f"{about.zh}这里写{here},{first.path} 写{there}。",
            f"The {about.en} is {here} here and {there} in {first.path}.",
        )
        evidence = tuple(Evidence("other-claim", claim.span, homes[id(claim)].path) for claim in elsewhere[:_SHOWN])
        slots = (("quantity", odd.quantity), *sorted(odd.facets.items()))
        yield Placed(home.path, articles_differ.finding(odd, message, evidence=evidence, claim=slots))


def _statements(sited: Sequence[Sited]) -> tuple[Said, ...]:
    """What every document says, document by document: sentences of different documents are different sentences."""
    by_document: dict[str, list[ValueClaim]] = {}
    for each in sited:
        if isinstance(each.claim, ValueClaim) and across(each.claim):
            by_document.setdefault(each.document.path, []).append(each.claim)
    return tuple(said for path in sorted(by_document) for said in statements(by_document[path]))


def _judged(claim: ValueClaim, context: RunContext) -> bool:
    """True when a rule decides: then the wrong side has a finding of its own, and a right one is nobody's error."""
    outcome = assess(claim, context.reference, context.as_of)
    if isinstance(outcome, str):
        return False
    exact = any(rule.kind == "value" for rule in outcome.rules.here)
    return outcome.judgement.family is not None or (exact and outcome.judgement.verdict.now == "right")
