"""Claims that can be recalculated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from linter.claims.model.base import Claim
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity
from linter.text import Span


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

    ``facets`` are those of the rate (payer, population); ``months`` is 12 for a yearly amount. ``others`` are figures
    of the block before the amount that may be the base as well: 月薪3万,封顶22938.
    """

    base: Quantity
    amount: Quantity
    scheme: str
    facets: Mapping[str, str]
    months: int = 1
    others: tuple[Quantity, ...] = ()


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
    """The total of a payer ("both" for the two together) and what the same section gives for single schemes.

    ``parts`` are amounts, or rates of ``base``; for a total in per cent they are rates and there is no base.
    ``complete`` when the parts are all that the total holds.
    """

    payer: str
    total: Quantity
    parts: tuple[Part, ...]
    complete: bool
    base: Quantity | None = None


@dataclass(frozen=True, slots=True)
class AnnualClaim(Claim):
    """The same payment given for a month and for a year."""

    monthly: Quantity
    annual: Quantity


@dataclass(frozen=True, slots=True)
class DerivedClaim(Claim):
    """A figure that the text makes of others without writing out how: ``result`` should be the ``calculation``'s.

    Not ``firm`` where the figures are only understood to be of one and the same case.
    """

    result: Quantity
    calculation: Calculation
    firm: bool = True


@dataclass(frozen=True, slots=True)
class RetoldClaim(Claim):
    """A figure told once more as ``again``, with two neighbouring digits of ``first`` changed round."""

    first: Quantity
    again: Quantity


@dataclass(frozen=True, slots=True)
class TableEchoClaim(Claim):
    """What a payer pays in all, ``told`` below a table whose own ``total`` for that payer is another.

    With a ``row`` it is a figure of that row which the text tells otherwise; with ``beyond`` as well, the row that
    has more of the column, or less, than the one that the text calls the first or last of it.
    """

    total: Quantity
    told: Quantity
    row: str | None = None
    beyond: str | None = None


@dataclass(frozen=True, slots=True)
class TitleFigureClaim(Claim):
    """An amount ``told`` by the title that the text below does not have, and the one it tells in the same words.

    ``reached``: a range of the lead, and what the text works out of the same case, which lies out of it.
    """

    told: Quantity
    below: Quantity
    reached: bool = False


@dataclass(frozen=True, slots=True)
class ToldTwiceClaim(Claim):
    """A figure told ``again`` in the same words as the ``first``, and another one.

    Or, ``in_formula``, the years that are told, and first those that the formula counts.
    """

    first: Quantity
    again: Quantity
    in_formula: bool = False


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
class SharesClaim(Claim):
    """Two shares of one whole: what insurance pays and what the patient pays, in percent."""

    paid: Quantity
    borne: Quantity


@dataclass(frozen=True, slots=True)
class RangeClaim(Claim):
    """A range as written, low end first."""

    token: Quantity
