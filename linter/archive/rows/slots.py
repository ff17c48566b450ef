"""What a claim is about, in the words that all kinds of claims share: subject, number, facets, stance, members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from linter.claims import model
from linter.claims.model import Claim
from linter.scan.tokens import LawArticle, Quantity


@dataclass(frozen=True, slots=True)
class Slots:
    """``subject`` is an id of the vocabulary: of a quantity, a statement, an event, a scheme; "" where there is none.

    ``number`` is what the claim asserts of it, ``stance`` how it is asserted, ``members`` whom or what it names.
    """

    subject: str = ""
    number: Quantity | None = None
    facets: Mapping[str, str] = field(default_factory=dict)
    stance: str | None = None
    members: tuple[str, ...] = ()


def slots_of(claim: Claim) -> Slots:
    """The slots of a claim of any kind; those of a calculation are its result."""
    match claim:
        case model.ValueClaim():
            return Slots(claim.quantity, claim.token, claim.facets)
        case model.MagnitudeClaim():
            return Slots(claim.meant.quantity, claim.meant.token, claim.meant.facets)
        case model.RiseClaim():
            return Slots(claim.now.quantity, claim.by, claim.now.facets, claim.way)
        case model.ImpliedAmountClaim():
            return Slots(claim.scheme, claim.amount, claim.facets)
        case model.CalculatedBaseClaim():
            return Slots(claim.scheme, claim.base)
    return _in_words(claim) or _calculated(claim)


def _in_words(claim: Claim) -> Slots | None:
    match claim:
        case model.StatementClaim():
            return Slots(claim.statement, stance="asserted" if claim.asserts else "denied")
        case model.RelativesClaim():
            return Slots("relatives", stance=claim.stance, members=tuple(sorted(claim.kin)))
        case model.MemberClaim():
            return Slots(claim.set, stance=claim.stance, members=tuple(sorted(claim.members)))
        case model.HotlineClaim():
            return Slots(claim.service, members=(claim.phone.digits,))
        case model.DateClaim():
            return Slots(claim.event)
        case model.TermClaim():
            return Slots(claim.term.id)
        case model.DeadlineClaim():
            return Slots(claim.act)
        case model.InForceClaim():
            return Slots(claim.law)
        case model.CitationClaim():
            return Slots(claim.subject or "", members=(_cited(claim),))
        case model.FormulaClaim():
            return Slots(claim.quantity, members=tuple(claim.readings.values()))
        case model.RetirementClaim():
            return Slots("retirement", facets={"group": claim.group} if claim.group else {})
    return None


def _calculated(claim: Claim) -> Slots:
    match claim:
        case model.EquationClaim() | model.CountClaim() | model.TimeSpanClaim():
            return Slots(number=claim.stated)
        case model.TotalClaim():
            return Slots(number=claim.total)
        case model.LedgerClaim():
            return Slots(number=claim.total, facets={"payer": claim.payer})
        case model.ProductClaim() | model.WageShareClaim():
            return Slots(number=claim.amount)
        case model.AnnualClaim():
            return Slots(number=claim.annual)
        case model.DerivedClaim() | model.ColumnClaim():
            return Slots(number=claim.result)
        case model.RangeClaim():
            return Slots(number=claim.token)
        case model.DueDayClaim():
            return Slots(number=claim.time)
        case model.ConversionClaim():
            return Slots(number=claim.second)
    return Slots()


def _cited(claim: model.CitationClaim) -> str:
    cited = claim.cited
    if not isinstance(cited, LawArticle):
        return cited.number
    return cited.law if cited.article is None else f"{cited.law} {cited.article}"
