from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from linter.bench import Bench
from linter.check import Check, Checked, Context, Outcome, Placed, RunContext, Sited, Unverifiable, check
from linter.claims.model import Claim, EquationClaim
from linter.engine import lint_document
from linter.finding import Message, Severity
from linter.finding_order import in_order
from linter.policy.showing import shown_document
from linter.profile import PROFILES
from linter.readers import read_document
from linter.result import DocumentResult
from linter.text import Span
from linter.together import lint_together
from linter.understanding import Understood, understand
from reference.load import load_reference
from reference.regions import RegionTable

AS_OF = date(2026, 1, 2)
TEXT = "# 一笔账\n\n6400元×8%=512元。\n\n又算:6400元×2%=128元。\n"


@check(code="ZA101", name="any-equation", family="arithmetic", severity=Severity.ERROR, reads=EquationClaim)
def any_equation(claim: EquationClaim, context: Context) -> Iterator[Outcome]:
    """Reports every equation."""
    words = claim.span.cut(context.document.visible)
    yield any_equation.finding(claim, Message(f"算式{words}", f"equation {words}"))


def order_of_claims(claims: tuple[EquationClaim, ...], context: Context) -> Iterator[Outcome]:
    """Reports the last of the claims it is given."""
    yield any_equation.finding(claims[-1], Message(f"共{len(claims)}个", f"{len(claims)} in all"))


def crashing(claim: EquationClaim, context: Context) -> Iterator[Outcome]:
    """Finds one thing and fails."""
    yield any_equation.finding(claim, Message("先报一个", "first one"))
    raise ZeroDivisionError("nothing to divide by")


def twice(claim: EquationClaim, context: Context) -> Iterator[Outcome]:
    """Reports the same thing two times."""
    yield from any_equation.run(claim, context)
    yield from any_equation.run(claim, context)


def repeated_elsewhere(sited: tuple[Sited, ...], context: RunContext) -> Iterator[Placed]:
    """Reports every claim after the first, wherever it stands."""
    for each in sited[1:]:
        finding = any_equation.finding(each.claim, Message(f"{len(sited)}处", f"{len(sited)} places"))
        yield Placed(each.path, finding)


def variant(check: Check, code: str, **changes: object) -> Check:
    return replace(check, code=code, name=code.lower(), **changes)  # type: ignore[arg-type]


def bench(*checks: Check, profile: str = "audit") -> Bench:
    return Bench(AS_OF, PROFILES[profile], checks, load_reference(), RegionTable.load())


def understood(text: str = TEXT, path: str = "a.md") -> Understood:
    return understand(read_document(text.encode(), path), RegionTable.load())


def messages(result: DocumentResult) -> list[str]:
    return [finding.message.zh for finding in result.findings]


def test_check_is_called_for_each_claim_it_reads() -> None:
    linted = lint_document(understood(), bench(any_equation))
    assert messages(linted.result) == ["算式6400元×8%=512元", "算式6400元×2%=128元"]
    assert linted.problems == ()


@pytest.mark.parametrize("over", ["section", "document"])
def test_check_can_read_all_claims_at_once(over: str) -> None:
    linted = lint_document(understood(), bench(variant(any_equation, "ZA102", over=over, run=order_of_claims)))
    assert messages(linted.result) == ["共2个"]


def test_check_is_not_called_without_claims() -> None:
    silent = variant(any_equation, "ZA102", over="document", run=order_of_claims)
    assert lint_document(understood("没有算式。"), bench(silent)).problems == ()


def test_crashing_check_is_a_problem_and_the_others_still_report() -> None:
    linted = lint_document(understood(), bench(variant(any_equation, "ZA100", run=crashing), any_equation))
    assert [problem.path for problem in linted.problems] == ["a.md"]
    assert "ZA100" in linted.problems[0].reason.en
    assert "ZeroDivisionError: nothing to divide by" in linted.problems[0].reason.en
    assert "算式6400元×2%=128元" in messages(linted.result)


def test_check_that_crashes_on_a_day_to_come_is_a_problem_and_todays_findings_stay() -> None:
    def failing_later(claim: EquationClaim, context: Context) -> Iterator[Outcome]:
        """Fails when its day has come."""
        if context.as_of > AS_OF:
            raise ZeroDivisionError("nothing to divide by")
        yield from any_equation.run(claim, context)

    check = variant(any_equation, "ZA102", family="reference", run=failing_later)
    ahead = replace(bench(check), horizon=date(AS_OF.year + 40, 1, 1), judges=(check,))
    linted = lint_document(understood(), ahead)
    assert ["ZA102" in problem.reason.en for problem in linted.problems] == [True]
    assert len(linted.result.findings) == 2


def test_finding_reported_twice_is_shown_once() -> None:
    linted = lint_document(understood(), bench(variant(any_equation, "ZA102", run=twice)))
    assert len(linted.result.findings) == 2


def test_findings_come_in_order_of_place_and_code() -> None:
    found = lint_document(understood(), bench(any_equation)).result.findings
    other = replace(found[0], code="AA101", family="reference")
    assert in_order([found[1], found[0], other]) == (other, found[0], found[1])


def test_one_miscalculated_figure_is_one_finding() -> None:
    found = lint_document(understood(), bench(any_equation)).result.findings[0]
    later = replace(found, code="ZA109", span=Span(found.span.start + 2, found.span.end))
    elsewhere = replace(found, code="ZA109", span=Span(found.span.start, found.span.end - 1))
    graver = replace(found, code="ZA109", severity=Severity.ERROR)
    assert in_order([later, found]) == (found,)
    assert in_order([elsewhere, found]) == (found, elsewhere)
    assert in_order([graver, replace(found, severity=Severity.WARNING)]) == (graver,)


def test_profile_hides_what_its_reader_does_not_want() -> None:
    def remark(claim: EquationClaim, context: Context) -> Iterator[Outcome]:
        """Says something."""
        yield any_equation.finding(claim, Message("注", "note"), severity=Severity.INFO)

    noted = variant(any_equation, "ZA102", run=remark)
    assert len(lint_document(understood(), bench(noted)).result.findings) == 2
    linted = lint_document(understood(), bench(noted, profile="ci")).result
    assert shown_document(linted, PROFILES["ci"]).findings == ()


def test_coverage_counts_what_the_checks_say() -> None:
    def first_only(claim: EquationClaim, context: Context) -> Iterator[Outcome]:
        """Is sure of one equation only."""
        if "512" in claim.span.cut(context.document.visible):
            yield Checked(claim.span, "arithmetic")
        else:
            yield Unverifiable(claim.span, "no-rule")

    coverage = lint_document(understood(), bench(variant(any_equation, "ZA102", run=first_only))).result.coverage
    assert coverage.checked == 3
    assert dict(coverage.reasons)["no-rule"] == 3
    assert coverage.checked + coverage.unverifiable == coverage.bound <= coverage.numbers


def test_check_over_the_run_places_findings_in_several_documents() -> None:
    wide = variant(any_equation, "ZA102", over="run", run=repeated_elsewhere)
    two = [understood(path="a.md"), understood(path="b.md")]
    tools = bench(wide)
    linted = [lint_document(each, tools) for each in two]
    remarks = {each.result.document.path: each.remarks for each in linted}
    together, problems = lint_together(remarks, [each.result for each in linted], tools)
    assert [messages(result) for result in together] == [["4处"], ["4处", "4处"]]
    assert problems == ()


def test_crash_over_the_run_is_a_problem() -> None:
    def failing(sited: tuple[Sited, ...], context: RunContext) -> Iterator[Placed]:
        """Fails."""
        raise KeyError("gone")
        yield

    tools = bench(variant(any_equation, "ZA102", over="run", run=failing))
    linted = [lint_document(understood(path=path), tools) for path in ("a.md", "b.md")]
    results = tuple(each.result for each in linted)
    together, problems = lint_together({each.result.document.path: each.remarks for each in linted}, results, tools)
    assert together == results
    assert ["ZA102" in problem.reason.en for problem in problems] == [True]


def test_check_over_the_run_meets_only_grounds_that_documents_share() -> None:
    met: list[set[str]] = []

    def noting(sited: tuple[Sited, ...], context: RunContext) -> Iterator[Placed]:
        """Notes whom it was shown."""
        met.append({each.path for each in sited})
        yield from ()

    def parity(claim: EquationClaim) -> str | None:
        return "even" if claim.span.start % 2 == 0 else None

    tools = bench(variant(any_equation, "ZA102", over="run", run=noting, ground=parity))
    linted = [lint_document(understood(path=path), tools) for path in ("a.md", "b.md")]
    alone = linted[0]
    lint_together({"a.md": alone.remarks}, [alone.result], tools)
    lint_together({each.result.document.path: each.remarks for each in linted}, [], tools)
    assert met == [{"a.md", "b.md"}]
    assert {remark.ground for each in linted for remark in each.remarks} == {"even"}


def test_placed_finding_in_a_check_of_one_document_is_a_crash() -> None:
    def misplaced(claim: Claim, context: Context) -> Iterator[Placed]:
        """Mistakes one document for many."""
        yield Placed("a.md", any_equation.finding(claim, Message("", "")))

    linted = lint_document(understood(), bench(variant(any_equation, "ZA102", run=misplaced)))
    assert "TypeError" in linted.problems[0].reason.en


def test_places_have_names() -> None:
    tools = bench()
    assert [tools.region_name(code) for code in ("000000", "131100", "999999")] == ["全国", "河北省衡水市", "999999"]
