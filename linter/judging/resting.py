"""Which rules the judgement of a claim rests on, told by its kind and by what it is about.

Rather too many than too few: ``tests/archive/impact`` changes rules of every kind and looks whether more articles are
judged otherwise than are named here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.judging.citation_rules import basis_quantity
from linter.judging.events import event_quantities
from linter.judging.firmness import of_other_schemes
from linter.judging.hotline_services import TAKES_ALL_CALLS, hotline_service
from linter.judging.kinship import QUANTITY as KIN
from linter.judging.statement_rules import statement_specs
from reference.formulas import FAMILY
from reference.schedules import PAYMENT_MONTHS, PAYMENT_MONTHS_BETWEEN, RETIREMENT
from reference.vocabulary import load_terms, worded

_BASE_CAP = "contribution.base_cap"
_CITED = ("document.", "article.")
# These compare with what is said of no day: with the document, the formula, the schedule as they are.
_ANYWHERE = frozenset({"CitationClaim", "FormulaClaim", "RetirementClaim"})
_WITHOUT_TIME = _ANYWHERE | {"DateClaim"}


def may_rest_on(kind: str, subject: str, quantity: str) -> bool:
    """True unless no rule of ``quantity`` has a part in judging claims of that kind about ``subject``.

    ``kind`` is the name of a claim's class; kinds and subjects that nobody knows may rest on any rule.
    """
    try:
        return _RESTS[kind](subject, quantity) if kind in _RESTS else True
    except KeyError:
        return True


def looks_at_the_day(kind: str) -> bool:
    """True unless the judgement is the same whenever the claim was published."""
    return kind not in _WITHOUT_TIME


def looks_at_the_place(kind: str) -> bool:
    """True unless the judgement is the same wherever the claim holds."""
    return kind not in _ANYWHERE


def _value(subject: str, quantity: str) -> bool:
    return quantity == subject or quantity in _compared(subject)


@worded
def _compared(subject: str) -> frozenset[str]:
    """The quantities that a number may be taken for, or is worked out by."""
    between = (PAYMENT_MONTHS_BETWEEN,) if subject == PAYMENT_MONTHS else ()
    return frozenset((*of_other_schemes(subject), *between))


def _itself(subject: str, quantity: str) -> bool:
    return quantity == subject


def _hotline(subject: str, quantity: str) -> bool:
    return quantity in (hotline_service(subject).quantity, TAKES_ALL_CALLS)


def _citation(subject: str, quantity: str) -> bool:
    """Any document may turn out to be the one that is meant, besides those the subject names."""
    parts = subject.split("+")
    return quantity.startswith(_CITED) or quantity in parts or quantity in map(basis_quantity, parts)


@worded
def _terms() -> Mapping[str, str | None]:
    return {term.id: term.facets.get("superseded") for term in load_terms()}


_RESTS: Mapping[str, Callable[[str, str], bool]] = {
    "ValueClaim": _value,
    "RiseClaim": _itself,
    "MagnitudeClaim": _itself,
    "MemberClaim": _itself,
    "ImpliedAmountClaim": lambda scheme, quantity: quantity in (f"{scheme}.rate", f"{scheme}.fixed_amount"),
    "CalculatedBaseClaim": lambda _, quantity: quantity == _BASE_CAP,
    "StatementClaim": lambda subject, quantity: quantity == statement_specs()[subject].quantity,
    "RelativesClaim": lambda _, quantity: quantity == KIN,
    "HotlineClaim": _hotline,
    "TermClaim": lambda subject, quantity: quantity == _terms()[subject],
    "DateClaim": lambda subject, quantity: quantity in event_quantities(subject),
    "CitationClaim": _citation,
    "FormulaClaim": lambda _, quantity: quantity.startswith(FAMILY),
    "RetirementClaim": lambda _, quantity: quantity == RETIREMENT,
    "DeadlineClaim": lambda _, __: False,
    "InForceClaim": lambda _, __: False,
}
