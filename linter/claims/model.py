"""Typed statements of an article, with their slots filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from linter.claims.calculation import Calculation
from linter.scan.tokens import DateToken, DocNumber, LawArticle, Phone, Quantity, Term
from linter.text import Span
from reference.period import Period


@dataclass(frozen=True, slots=True)
class Scope:
    """Where, when and how seriously something is said.

    ``period`` is the time the claim speaks of, with ``period_from`` "stated" (in the sentence), "heading", "published"
    (the day the section appeared) or "unknown" (then ``period`` is ``None``).
    ``markers`` holds the words that qualify the claim: history, plan, hypothetical, hearsay, condition, question, …
    """

    section: int
    region: str | None
    region_from: str
    published: date | None
    period: Period | None
    period_from: str
    markers: frozenset[str] = frozenset()

    def has(self, *markers: str) -> bool:
        """True when any of the markers qualifies the claim."""
        return not self.markers.isdisjoint(markers)

    def without_dates(self) -> Scope:
        """The scope without the dates of its sentence, which are those of births and of steps of a schedule."""
        if self.published is None:
            return replace(self, period=None, period_from="unknown")
        return replace(self, period=Period.day(self.published), period_from="published")


@dataclass(frozen=True, slots=True)
class Claim:
    """Something an article says at ``span``, inside the sentence ``context``."""

    span: Span
    context: Span
    scope: Scope


@dataclass(frozen=True, slots=True)
class ValueClaim(Claim):
    """A number bound to its meaning: ``quantity`` is an id of ``vocabulary/quantities/``, ``facets`` its slots.

    ``far`` when a slot that tells it from its like was taken from a heading or the title, not from its own paragraph.
    """

    quantity: str
    token: Quantity
    facets: Mapping[str, str] = field(default_factory=dict)
    far: bool = False


@dataclass(frozen=True, slots=True)
class MagnitudeClaim(Claim):
    """A sum of money that fits no quantity as written, but one, ``meant``, when 万 is added or taken away.

    ``factor`` leads from what is written to what is meant: 10 000 where 万 is missing, its inverse where there is one
    too many.
    """

    meant: ValueClaim
    factor: Decimal


@dataclass(frozen=True, slots=True)
class EquationClaim(Claim):
    """A calculation written out: ``left`` evaluates to an interval that should meet ``stated``.

    ``annualised`` when the words around it allow a factor of 12 that is not written (a yearly result).
    """

    left: Expression
    stated: Quantity
    left_span: Span
    annualised: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A node of a written calculation: a number, or an operator over its operands (+ - * /)."""

    op: str
    operands: tuple[Expression, ...] = ()
    number: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One summand of a total: its number and what it is called."""

    token: Quantity
    label: str


@dataclass(frozen=True, slots=True)
class TotalClaim(Claim):
    """A total with its parts. ``closed`` when the text gives the parts as all there are.

    With a ``base`` the parts are rates and the total is money: base × sum of the rates.
    """

    total: Quantity
    parts: tuple[Part, ...]
    base: Quantity | None = None
    closed: bool = True


@dataclass(frozen=True, slots=True)
class ProductClaim(Claim):
    """base × rate (× months) = amount, without an equation written: the amount stands beside its rate.

    ``months`` is 12 for a yearly amount. ``rivals`` are other rates of the sentence the amount may belong to.
    """

    base: Quantity
    rate: Quantity
    amount: Quantity
    months: int = 1
    rivals: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class ImpliedAmountClaim(Claim):
    """A contribution in money on a named base, without its rate: only a rule can say what it must be.

    ``facets`` are those of the rate (payer, population); ``months`` is 12 for a yearly amount.
    """

    base: Quantity
    amount: Quantity
    scheme: str
    facets: Mapping[str, str]
    months: int = 1


@dataclass(frozen=True, slots=True)
class CalculatedBaseClaim(Claim):
    """The base that a contribution of a scheme is calculated on, with the rate and what the text makes of them.

    Without rate and amount the text only says that all of it is the base: 按26000元据实缴纳.
    """

    base: Quantity
    rate: Quantity | None
    amount: Quantity | None
    scheme: str


@dataclass(frozen=True, slots=True)
class LedgerClaim(Claim):
    """A payer's total and the amounts the same section gives for single schemes on the same base.

    ``complete`` when the schemes found are all that this payer pays.
    """

    payer: str
    total: Quantity
    parts: tuple[Part, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class AnnualClaim(Claim):
    """The same payment given for a month and for a year."""

    monthly: Quantity
    annual: Quantity


@dataclass(frozen=True, slots=True)
class DerivedClaim(Claim):
    """A figure that the text makes of others without writing out how: ``result`` should be the ``calculation``'s."""

    result: Quantity
    calculation: Calculation


@dataclass(frozen=True, slots=True)
class RetoldClaim(Claim):
    """A figure told once more as ``again``, with two neighbouring digits of ``first`` changed round."""

    first: Quantity
    again: Quantity


@dataclass(frozen=True, slots=True)
class TierClaim(Claim):
    """Amounts with the tier they are labelled with, at least two; ``places`` are their spans with the label."""

    tiers: tuple[tuple[Quantity, Quantity], ...]
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ConversionClaim(Claim):
    """One duration written twice: in years and months, and in months (5年6个月,也就是66个月)."""

    first: Quantity
    second: Quantity


@dataclass(frozen=True, slots=True)
class TimeSpanClaim(Claim):
    """A duration said to lie between two months, written at ``ends``, that are ``months`` apart.

    ``unbroken``: the text says that nothing of it is missing; else only more than there is can be wrong.
    """

    months: int
    ends: Span
    stated: Quantity
    unbroken: bool


@dataclass(frozen=True, slots=True)
class ColumnClaim(Claim):
    """A table row that should follow the rule of ``agreeing`` other rows.

    With a ``factor``, ``result`` is that many times the only one of ``given``; without, it is the sum of ``given``.
    """

    given: tuple[Quantity, ...]
    result: Quantity
    factor: Decimal | None
    agreeing: int


@dataclass(frozen=True, slots=True)
class WageShareClaim(Claim):
    """An amount said to be a share of the average wage, beside a limit of the base that fixes that wage.

    ``limit`` is "floor" or "cap": the base limit ``anchor`` is by rule a known share of the same average wage.
    """

    share: Quantity
    amount: Quantity
    limit: str
    anchor: Quantity


@dataclass(frozen=True, slots=True)
class SharesClaim(Claim):
    """Two shares of one whole: what insurance pays and what the patient pays, in percent."""

    paid: Quantity
    borne: Quantity


@dataclass(frozen=True, slots=True)
class RangeClaim(Claim):
    """A range as written, low end first."""

    token: Quantity


@dataclass(frozen=True, slots=True)
class RelativesClaim(Claim):
    """Who may or may not share an account. ``stance``: allowed, forbidden, only (nobody else), all (a full list)."""

    kin: frozenset[str]
    stance: str
    kin_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberClaim(Claim):
    """Items said to belong to a set of the rules. ``stance``: in, out, only (in, and nothing else)."""

    set: str
    members: frozenset[str]
    stance: str


@dataclass(frozen=True, slots=True)
class HotlineClaim(Claim):
    """A phone number offered for a service (an id of ``vocabulary/hotlines.json``)."""

    phone: Phone
    service: str


@dataclass(frozen=True, slots=True)
class TermClaim(Claim):
    """A superseded name used in ``scope``; ``glossed`` when the text itself gives the present name beside it."""

    term: Term
    glossed: bool


@dataclass(frozen=True, slots=True)
class DeadlineClaim(Claim):
    """Something that must be done by a day: ``date`` as written, ``until`` resolved.

    ``act``: what must be done ("pay", "declare", "certify"), empty when that is not said. ``firm`` is False for a
    day that holds for some places or people only, for an extension, and for one whose end is estimated.
    """

    date: DateToken
    until: Period
    act: str = ""
    firm: bool = True


@dataclass(frozen=True, slots=True)
class DateClaim(Claim):
    """A date bound to an event of ``vocabulary/events.json`` (a policy's start, a document's publication)."""

    event: str
    date: DateToken
    day: Period


@dataclass(frozen=True, slots=True)
class CitationClaim(Claim):
    """A document number or a law's article cited for a subject."""

    cited: DocNumber | LawArticle
    subject: str | None


@dataclass(frozen=True, slots=True)
class StatementClaim(Claim):
    """A proposition of ``vocabulary/statements/``, asserted (``asserts`` true) or denied."""

    statement: str
    asserts: bool


@dataclass(frozen=True, slots=True)
class CountClaim(Claim):
    """A stated count and the list it announces."""

    stated: Quantity
    items: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CeilingClaim(Claim):
    """A year's ceiling of reimbursement, and the lower end of a table's ``band`` that is reimbursed above it."""

    ceiling: Quantity
    band: Quantity


@dataclass(frozen=True, slots=True)
class RetirementClaim(Claim):
    """A worked retirement example: birth month with group, and the delay, age or month given for it.

    ``birth`` is a month; ``group`` is male, female_50 or female_55 (``None``: not said).
    ``given`` maps "delay" (months), "age" (months), "retires" (months since year 0) to the number written and its span.
    """

    birth: date
    group: str | None
    given: Mapping[str, tuple[Decimal, Span]]


@dataclass(frozen=True, slots=True)
class BirthYearClaim(Claim):
    """Retirement told by the year of birth of a group (male, female_50, female_55).

    ``kind`` is "retires" (``number`` is a year) or "age" (``number`` counts months); ``place`` is where it stands.
    """

    birth_year: int
    group: str
    kind: str
    number: int
    place: Span
