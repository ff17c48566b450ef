"""Typed statements of an article, with their slots filled."""

from __future__ import annotations

from linter.claims.model.arithmetic import (
    AnnualClaim,
    CalculatedBaseClaim,
    ColumnClaim,
    ConversionClaim,
    DerivedClaim,
    EquationClaim,
    Expression,
    ImpliedAmountClaim,
    LedgerClaim,
    Part,
    ProductClaim,
    RangeClaim,
    RetoldClaim,
    SharesClaim,
    TimeSpanClaim,
    TotalClaim,
)
from linter.claims.model.base import (
    Claim,
    Scope,
)
from linter.claims.model.statements import (
    CitationClaim,
    DateClaim,
    DeadlineClaim,
    FormulaClaim,
    HotlineClaim,
    MemberClaim,
    RelativesClaim,
    RetirementClaim,
    StatementClaim,
    TermClaim,
)
from linter.claims.model.values import (
    CeilingClaim,
    ChangeClaim,
    CountClaim,
    Hold,
    MagnitudeClaim,
    TierClaim,
    ValueClaim,
    WageShareClaim,
)

__all__ = [
    "AnnualClaim",
    "CalculatedBaseClaim",
    "CeilingClaim",
    "ChangeClaim",
    "CitationClaim",
    "Claim",
    "ColumnClaim",
    "ConversionClaim",
    "CountClaim",
    "DateClaim",
    "DeadlineClaim",
    "DerivedClaim",
    "EquationClaim",
    "Expression",
<<<<<<< HEAD
    "FormulaClaim",
=======
    "Hold",
>>>>>>> w/c5
    "HotlineClaim",
    "ImpliedAmountClaim",
    "LedgerClaim",
    "MagnitudeClaim",
    "MemberClaim",
    "Part",
    "ProductClaim",
    "RangeClaim",
    "RelativesClaim",
    "RetirementClaim",
    "RetoldClaim",
    "Scope",
    "SharesClaim",
    "StatementClaim",
    "TermClaim",
    "TierClaim",
    "TimeSpanClaim",
    "TotalClaim",
    "ValueClaim",
    "WageShareClaim",
]
