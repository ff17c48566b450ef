"""What a claim says, by its type: about what, with which slots, and which value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import singledispatch

from linter.claims.model import (
    CitationClaim,
    Claim,
    DateClaim,
    DeadlineClaim,
    HotlineClaim,
    InForceClaim,
    MemberClaim,
    RelativesClaim,
    StatementClaim,
    TermClaim,
    ValueClaim,
)
from linter.judging.citation_rules import cited_name
from linter.judging.events import event_name
from linter.judging.hotline_services import hotline_service
from linter.judging.set_rules import set_spec
from linter.judging.statement_rules import statement_specs
from linter.judging.value_wording import subject
from linter.messages import Message, say
from linter.scan.tokens import Quantity
from linter.text import Span

_DEADLINE = say("compare.deadline")
_CITATION = say("compare.document-cited")
_RELATIVES = say("compare.relatives")
_TERM = say("compare.superseded-name")


@dataclass(frozen=True, slots=True)
class Saying:
    """``value``, written at ``span``, is said of ``about``, which ``subject`` names, with ``slots``."""

    kind: str
    about: str
    value: str
    subject: Message
    span: Span
    slots: Mapping[str, str] = field(default_factory=dict)


def amount(token: Quantity) -> str:
    """A number as a name that equal numbers share, however they are written: 20% and 百分之二十."""
    numbers = "-".join(f"{value.normalize():f}" for value in token.values)
    about = "~" if token.approximate else ""
    return "|".join((about + numbers, token.unit.value, token.classifier or "", token.bound or "", token.per or ""))


@singledispatch
def saying(claim: Claim) -> Saying | None:
    """What the claim says; ``None`` for claims that only put figures into relation, whose figures count alone."""
    return None


@saying.register
def _(claim: ValueClaim) -> Saying | None:
    if claim.parts:
        return None  # a sum the text does not write down: its parts are told
    return Saying("value", claim.quantity, amount(claim.token), subject(claim), claim.token.span, claim.facets)


@saying.register
def _(claim: HotlineClaim) -> Saying:
    return Saying("hotline", claim.service, claim.phone.digits, hotline_service(claim.service).name, claim.phone.span)


@saying.register
def _(claim: DeadlineClaim) -> Saying:
    return Saying("deadline", claim.act, str(claim.until.end), _DEADLINE, claim.date.span)


@saying.register
def _(claim: DateClaim) -> Saying:
    value = f"{claim.day.start}/{claim.day.end}"
    return Saying("event", claim.event, value, event_name(claim.event), claim.date.span)


@saying.register
def _(claim: InForceClaim) -> Saying:
    value = f"{claim.day.start}/{claim.day.end}"
    return Saying("in-force", claim.law, value, say("compare.in-force", law=claim.law), claim.date.span)


@saying.register
def _(claim: CitationClaim) -> Saying:
    return Saying("citation", claim.subject or "", cited_name(claim.cited), _CITATION, claim.cited.span)


@saying.register
def _(claim: StatementClaim) -> Saying:
    says = statement_specs()[claim.statement].says
    return Saying("statement", claim.statement, str(claim.asserts).lower(), says, claim.span)


@saying.register
def _(claim: RelativesClaim) -> Saying:
    return Saying("relatives", "", "、".join(sorted(claim.kin)), _RELATIVES, claim.span, {"stance": claim.stance})


@saying.register
def _(claim: MemberClaim) -> Saying:
    value = "、".join(sorted(claim.members))
    return Saying("members", claim.set, value, set_spec(claim.set).name, claim.span, {"stance": claim.stance})


@saying.register
def _(claim: TermClaim) -> Saying:
    return Saying("term", claim.term.id, "used", _TERM, claim.term.span)
