"""RF207 wrong-citation · 文号或法条引错。"""

from __future__ import annotations

from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.model import CitationClaim
from linter.finding import RuleCitation, Severity, Step, Suggestion, Verdict
from linter.judging.citation_rules import cited_name, right_citation, rule_name
from linter.judging.verdicts import severity_cap
from linter.messages import Message, say
from linter.scan.tokens import DocNumber
from reference.model import Rule


@check(code="RF207", name="wrong-citation", family="reference", severity=Severity.ERROR, reads=CitationClaim)
def wrong_citation(claim: CitationClaim, context: Context) -> Iterator[Outcome]:
    """
    引用的文号或法条,与所说的内容对不上。

    The document number or article of law cited is not the one on that subject.

    为什么:读者按文号去查,查到的是另一份文件;法条号常在两部法律之间抄串。
    文号在与旁边的标题对不上、只错了年份或序号,或者被说成某项政策的依据而依据另有其文时才报;
    法条只在正确的条文查得到时才报;一句引了几条的,各看各的那一截;别的条文也讲到的不报。

    反例::

        依据《社会保险法》第十八条,失业保险金的标准低于最低工资、不低于最低生活保障。

    正例::

        依据《社会保险法》第四十七条,失业保险金的标准由省级人民政府确定。
    """
    right = right_citation(claim, context.reference)
    if right is None:
        yield Unverifiable(claim.span, "no-rule")
        return
    name, cited = rule_name(right), cited_name(claim.cited)
    if name == cited:
        yield Checked(claim.span, right.id)
        return
    citation = RuleCitation(right, right.values[-1])
    written = claim.span.cut(context.document.visible)
    yield wrong_citation.finding(
        claim,
        say("conflict.wrong-citation", written=written, about=_about(right), right=name),
        severity=Severity.ERROR.at_most(severity_cap(citation.value)),
        claim=(("cited", cited), ("subject", claim.subject or "")),
        expected=name,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (claim.subject or "",), name),),
        rule=citation,
        suggestion=Suggestion(claim.span, name) if isinstance(claim.cited, DocNumber) else None,
    )


def _about(rule: Rule) -> Message:
    value = rule.values[-1]
    if rule.kind == "document":
        return Message(f"《{value.details['title']}》", f"《{value.details['title']}》")
    return Message(value.text or "" if rule.kind == "article" else rule.title, rule.title_en)
