"""RF207 wrong-citation · 文号或法条引错。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.check import Checked, Context, Outcome, Unverifiable, check
from linter.claims.model import CitationClaim
from linter.finding import Message, RuleCitation, Severity, Step, Suggestion, Verdict
from linter.judge import severity_cap
from linter.scan.tokens import DocNumber, LawArticle
from reference.model import Reference, Rule

_NUMBER = re.compile(r"(?P<issuer>.+)〔(?P<year>[0-9]{4})〕(?P<serial>[0-9]+)号")


@check(code="RF207", name="wrong-citation", family="reference", severity=Severity.ERROR, reads=CitationClaim)
def wrong_citation(claim: CitationClaim, context: Context) -> Iterator[Outcome]:
    """
    引用的文号或法条,与所说的内容对不上。

    The document number or article of law cited is not the one on that subject.

    为什么:读者按文号去查,查到的是另一份文件;法条号常在两部法律之间抄串。
    文号只在发文机关相同、年份或序号只差一项时才报;法条只在所引条文讲的是别的事、而正确的条文查得到时才报。

    反例::

        依据《社会保险法》第十八条,失业保险金的标准低于最低工资、不低于最低生活保障。

    正例::

        依据《社会保险法》第四十七条,失业保险金的标准由省级人民政府确定。
    """
    subjects = (claim.subject or "").split("+")
    if isinstance(claim.cited, LawArticle):
        right = _article(claim.cited, subjects, context.reference)
    else:
        right = _document(claim.cited, subjects, context.reference)
    if right is None:
        yield Unverifiable(claim.span, "no-rule")
        return
    name = _name(right)
    if name == _cited(claim.cited):
        yield Checked(claim.span, right.id)
        return
    citation = RuleCitation(right, right.values[-1])
    written = claim.span.cut(context.document.visible)
    yield wrong_citation.finding(
        claim,
        Message(
            f"“{written}”引错了:这里说的是{_about(right)},应引 {name}。",
            f"“{written}” is the wrong citation: the subject is that of {name}.",
        ),
        severity=Severity.ERROR.at_most(severity_cap(citation.value.evidence)),
        claim=(("cited", _cited(claim.cited)), ("subject", claim.subject or "")),
        expected=name,
        verdict=Verdict("wrong", "wrong"),
        proof=(Step("lookup", (claim.subject or "",), name),),
        rule=citation,
        suggestion=Suggestion(claim.span, name) if isinstance(claim.cited, DocNumber) else None,
    )


def _article(cited: LawArticle, subjects: list[str], reference: Reference) -> Rule | None:
    """The article on the subject: the one cited when it is on it, else that of the same law, else of another."""
    articles = [rule for rule in reference.rules if rule.kind == "article"]
    mine = next((rule for rule in articles if _name(rule) == _cited(cited)), None)
    if mine is None:
        return None
    if not mine.values[-1].members.isdisjoint(subjects):
        return mine
    fitting = [rule for rule in articles if not rule.values[-1].members.isdisjoint(subjects)]
    same_law = [rule for rule in fitting if rule.values[-1].details["law"] == cited.law]
    return next(iter([*same_law, *fitting]), None)


def _document(cited: DocNumber, quantities: list[str], reference: Reference) -> Rule | None:
    """The document meant: of the same issuer, and off by the year alone or the serial number alone."""
    rules = [rule for quantity in quantities for rule in reference.governing(quantity)]
    exact = next((rule for rule in rules if _name(rule) == cited.number), None)
    if exact is not None:
        return exact
    near = [rule for rule in rules if _is_near(_name(rule), cited.number)]
    same_year = [rule for rule in near if _parts(_name(rule))[1] == _parts(cited.number)[1]]
    fitting = same_year or near
    return fitting[0] if len(fitting) == 1 else None


def _is_near(one: str, other: str) -> bool:
    (issuer, year, serial), (other_issuer, other_year, other_serial) = _parts(one), _parts(other)
    return issuer == other_issuer and issuer != "" and (year == other_year) != (serial == other_serial)


def _parts(number: str) -> tuple[str, str, str]:
    match = _NUMBER.fullmatch(number)
    return (match["issuer"], match["year"], match["serial"]) if match else ("", "", "")


def _cited(cited: DocNumber | LawArticle) -> str:
    return cited.number if isinstance(cited, DocNumber) else f"《{cited.law}》第{cited.article}条"


def _name(rule: Rule) -> str:
    details = rule.values[-1].details
    return f"《{details['law']}》第{details['number']}条" if rule.kind == "article" else details["number"]


def _about(rule: Rule) -> str:
    value = rule.values[-1]
    return value.text or "" if rule.kind == "article" else f"《{value.details['title']}》"
