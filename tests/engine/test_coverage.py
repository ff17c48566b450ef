from __future__ import annotations

from decimal import Decimal

from linter.check import Checked, Unverifiable
from linter.claims.model import EquationClaim, Expression, Scope, ValueClaim
from linter.coverage import NOT_READ, coverage
from linter.finding import Confidence, Evidence, Finding, Message, Severity
from linter.result import Coverage
from linter.scan.tokens import Quantity, Tokens, Unit
from linter.text import Span
from reference.interval import Interval

SCOPE = Scope(0, None, "unknown", None, None, "unknown")


def number(start: int) -> Quantity:
    return Quantity(Span(start, start + 2), Unit.YUAN, (Decimal(1),), Interval.point(1))


def value_claim(token: Quantity) -> ValueClaim:
    return ValueClaim(token.span, Span(0, 100), SCOPE, "some.quantity", token)


def finding(span: Span, *evidence: Evidence) -> Finding:
    return Finding(
        code="ZA101",
        name="n",
        family="arithmetic",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=Message("", ""),
        span=span,
        context=Span(0, 100),
        evidence=evidence,
    )


A, B, C, D = number(0), number(10), number(20), number(30)
TOKENS = Tokens(quantities=(A, B, C, D))


def test_number_without_claim_is_seen_but_not_bound() -> None:
    assert coverage(TOKENS, [value_claim(A)], []) == Coverage(4, 1, 0, 1, ((NOT_READ, 1),))


def test_number_in_order_is_checked() -> None:
    assert coverage(TOKENS, [value_claim(A)], [Checked(A.span, "rule")]) == Coverage(4, 1, 1, 0)


def test_finding_checks_its_evidence_too() -> None:
    claims = [value_claim(A), value_claim(B), value_claim(C)]
    outcome = finding(A.span, Evidence("base", B.span), Evidence("other", C.span, path="elsewhere.md"))
    assert coverage(TOKENS, claims, [outcome]) == Coverage(4, 3, 2, 1, ((NOT_READ, 1),))


def test_reason_is_that_of_the_check_unless_another_check_could_say_more() -> None:
    claims = [value_claim(A), value_claim(B)]
    outcomes = [Unverifiable(A.span, "no-rule"), Unverifiable(B.span, "no-rule"), Checked(B.span, "arithmetic")]
    assert coverage(TOKENS, claims, outcomes) == Coverage(4, 2, 1, 1, (("no-rule", 1),))


def test_numbers_deep_in_a_calculation_are_bound() -> None:
    product = Expression("*", (Expression("number", number=A), Expression("number", number=B)))
    claim = EquationClaim(Span(0, 22), Span(0, 100), SCOPE, product, C, Span(0, 12))
    assert coverage(TOKENS, [claim], [Checked(claim.span, "arithmetic")]) == Coverage(4, 3, 3, 0)


def test_number_is_counted_once_however_many_claims_hold_it() -> None:
    assert coverage(TOKENS, [value_claim(A), value_claim(A)], []).bound == 1
