"""Who may share a medical account, by the rules: the judgement of a list of relatives, and how relatives are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from linter.check import Context
from linter.claims.model import RelativesClaim
from linter.finding import RuleCitation, Severity, Verdict
from linter.judging.rule_wording import since, source
from linter.judging.verdicts import Judgement, governing, judge
from linter.messages import Message, Word, listed, say
from reference.model import Value
from reference.regions import COUNTRY
from reference.vocabulary import load_json, load_terms, worded

QUANTITY = "mutual_aid.kin"
"""The set of relatives who may share the account, by place and time."""
# Of a list given as complete, or hedged (一般, 部分地区), one cannot be as sure as of 仅限.
_NARROWING = ("only", "all")


def judge_relatives(claim: RelativesClaim, context: Context) -> Judgement:
    """How the rules judge who the claim lets in: nobody admitted may be kept out, nobody named else let in.

    A flat denial written when the rule already admitted the relatives repeats no old list: it is simply wrong.
    """
    rules = governing(context.reference, QUANTITY, claim.scope.region, {})
    judgement = judge(rules, _predicate(claim, context.document.text), claim.scope, context.as_of)
    denied_late = claim.stance == "forbidden" and judgement.verdict.at_publication == "wrong"
    if judgement.family == "staleness" and denied_late:
        return replace(judgement, family="reference", verdict=Verdict("wrong", "wrong"))
    return judgement


def severity(claim: RelativesClaim, judgement: Judgement) -> Severity:
    """The judgement's severity, a warning at most for lists that are not said to be exclusive."""
    unsure = claim.stance == "all" or claim.scope.has("condition", "supposed", "typical")
    return judgement.severity.at_most(Severity.WARNING) if unsure else judgement.severity


def excluded(claim: RelativesClaim, value: Value) -> frozenset[str]:
    """Relatives the value admits and the claim keeps out."""
    kept_out = value.members - {"self"}
    return kept_out - claim.kin if claim.stance in _NARROWING else kept_out & claim.kin


def names(kin: Iterable[str]) -> Message:
    """The relatives by name, in the order of the Civil Code."""
    wanted = set(kin)
    known = [words for identifier, words in load_json("kin.json")["names"].items() if identifier in wanted]
    return listed(Message(words["zh"], words["en"]) for words in known)


def admitted(citation: RuleCitation, region_name: Callable[[str], str]) -> Message:
    """「自2024-12-10起,可共济的亲属为配偶、…(《…》国办发〔2024〕38号)」."""
    rule, value = citation.rule, citation.value
    words: dict[str, Word] = {"source": source(value.source)}
    if value.members:
        words["relatives"] = names(value.members)
    if rule.region == COUNTRY:
        return since(value, say("kinship.admitted" if value.members else "kinship.nobody", **words))
    words["place"] = region_name(rule.region)
    return since(value, say("kinship.admitted-in-place" if value.members else "kinship.nobody-in-place", **words))


def is_past(claim: RelativesClaim) -> bool:
    """True for what the text says of a time that was over when it was written: 「2021年只能给配偶用」."""
    period, published = claim.scope.period, claim.scope.published
    over = period is not None and period.end is not None and published is not None and period.end < published
    return over and claim.scope.period_from == "stated"


def named(claim: RelativesClaim, text: str) -> frozenset[str]:
    """The relatives the claim names one by one; what a collective noun (近亲属) stands for is left out."""
    words = _kin_words()
    return frozenset(member for span in claim.kin_spans for member in words.get(span.cut(text), ()))


def _predicate(claim: RelativesClaim, text: str) -> Callable[[Value], bool]:
    if claim.stance == "allowed":
        return lambda value: claim.kin <= value.members
    if claim.stance == "forbidden":
        return lambda value: not excluded(claim, value)
    listed = named(claim, text)
    return lambda value: not excluded(claim, value) and listed <= value.members


@worded
def _kin_words() -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(term.facets["kin"].split("+"))
        for term in load_terms()
        if "kin" in term.facets
        for name in term.names
    }
