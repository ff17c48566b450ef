"""Claims in words: who, what, when, by which document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from linter.claims.model.base import Claim
from linter.scan.tokens import DateToken, DocNumber, LawArticle, Phone, Quantity, Term
from linter.text import Span
from reference.period import Period


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
    day that holds for some places or people only, for an extension, and for one whose end is estimated. ``urged``
    where the text says to hurry, so that it takes the day for one to come, ``asked`` where it asks the reader to
    act, or tells a measure as in force until then.
    """

    date: DateToken
    until: Period
    act: str = ""
    firm: bool = True
    urged: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class DueDayClaim(Claim):
    """A day (``due``) told as the end of a ``time`` that is counted from one of the days in ``starts``.

    ``firm`` where the text says that the one follows from the other, and only one day can be meant.
    """

    due: DateToken
    starts: tuple[DateToken, ...]
    time: Quantity
    firm: bool


@dataclass(frozen=True, slots=True)
class DateClaim(Claim):
    """A date bound to an event of ``vocabulary/events.json`` (a policy's start, a document's publication)."""

    event: str
    date: DateToken
    day: Period


@dataclass(frozen=True, slots=True)
class InForceClaim(Claim):
    """The ``day`` on which a ``law`` comes into force; ``named``: it is named there, and not merely the only one.

    ``event`` is the id of the event of ``vocabulary/events.json`` that the same date is claimed for, else empty.
    """

    law: str
    date: DateToken
    day: Period
    named: bool
    event: str = ""


@dataclass(frozen=True, slots=True)
class CitationClaim(Claim):
    """A document (by its number) or a law's article cited for a subject; the other of the two is ``None``.

    ``near`` are the subjects that its words only touch on: an article on one of them is let stand.
    """

    document: DocNumber | None
    article: LawArticle | None
    subject: str | None
    near: tuple[str, ...] = ()

    @property
    def cited(self) -> DocNumber | LawArticle:
        """What is cited."""
        cited = self.document or self.article
        if cited is None:
            raise ValueError("a citation cites something")
        return cited


@dataclass(frozen=True, slots=True)
class StatementClaim(Claim):
    """A proposition of ``vocabulary/statements/``, asserted (``asserts`` true) or denied.

    ``loose`` where its words stand in several clauses or far apart, so that they may be read otherwise.
    """

    statement: str
    asserts: bool
    loose: bool = False


@dataclass(frozen=True, slots=True)
class FormulaClaim(Claim):
    """A formula in words or symbols: what ``quantity`` (an id of ``vocabulary/formulas.json``) is computed by.

    ``readings`` maps each formula of the vocabulary whose variables are all that the text names to what is written,
    over these variables: ``average_wage * (1 + index) * years / 100``.
    """

    quantity: str
    readings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RetirementClaim(Claim):
    """A worked retirement example: birth month with group, and the delay, age or month given for it.

    ``birth`` is a month; ``group`` is male, female_50 or female_55 (``None``: not said).
    ``given`` maps "delay" (months), "age" (months), "retires" (months since year 0) to the number written and its span.
    ``until`` is the last month of birth where a year or a range of months is named; "retires" is then "year", a
    calendar year, and "least" and "most" are the ends of a delay told as a range.
    """

    birth: date
    group: str | None
    given: Mapping[str, tuple[Decimal, Span]]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OpposedActsClaim(Claim):
    """An act allowed, or asked for, that a clause at ``earlier`` forbids, or does not ask for; or the other way."""

    earlier: Span
