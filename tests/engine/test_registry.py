from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import checks
from linter.check import Check, Context, Outcome, check
from linter.claims.model import Claim, DerivedClaim
from linter.finding import Severity
from linter.registry import RegistryError, find_check, load_checks, load_reports, select_checks, verify_checks


@check(code="ZA101", name="first-kind", family="arithmetic", severity=Severity.ERROR, reads=Claim)
def first_kind(claim: Claim, context: Context) -> Iterator[Outcome]:
    """Finds nothing."""
    return iter(())


SECOND = replace(first_kind, code="ZB102", name="second-kind", family="staleness")
BOTH = (first_kind, SECOND)


def undocumented(claim: Claim, context: Context) -> Iterator[Outcome]:
    return iter(())


def test_every_module_of_the_package_is_registered() -> None:
    root = Path(checks.__path__[0])
    written = {
        f"checks.{path.parent.name}.{path.stem}"
        for path in root.rglob("*.py")
        if not path.name.startswith("_") and "@check(" in path.read_text(encoding="utf-8")
    }
    assert written == {check.run.__module__ for check in load_checks()}


def test_checks_come_in_order_of_their_codes() -> None:
    codes = [check.code for check in load_checks()]
    assert codes == sorted(set(codes))


def test_reports_are_found_by_their_name() -> None:
    reports = load_reports()
    assert {"text", "json", "html"} <= reports.keys()
    assert [report.NAME for report in reports.values()] == list(reports)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"code": "AR1"}, "two capitals and three digits"),
        ({"name": "Wrong Name"}, "hyphens"),
        ({"family": "style"}, "none of arithmetic"),
        ({"over": "paragraph"}, "none of claim"),
        ({"over": "run", "reads": DerivedClaim}, "DerivedClaim cannot be held against other documents"),
        ({"run": undocumented}, "no documentation"),
    ],
)
def test_malformed_check_is_refused(fault: dict[str, object], reason: str) -> None:
    with pytest.raises(RegistryError, match=reason):
        verify_checks([replace(first_kind, **fault)])  # type: ignore[arg-type]


@pytest.mark.parametrize("shared", ["code", "name"])
def test_two_checks_may_not_share_an_identity(shared: str) -> None:
    twin = replace(SECOND, **{shared: getattr(first_kind, shared)})
    with pytest.raises(RegistryError, match="taken twice"):
        verify_checks([first_kind, twin])


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ([], [], BOTH),
        (["ZA101"], [], (first_kind,)),
        (["zb"], [], (SECOND,)),
        (["Z"], ["second-kind"], (first_kind,)),
        (["staleness"], [], (SECOND,)),
        ([], ["arithmetic"], (SECOND,)),
    ],
)
def test_checks_are_chosen_by_code_name_or_family(
    select: list[str], ignore: list[str], left: tuple[Check, ...]
) -> None:
    assert select_checks(BOTH, select, ignore) == left


@pytest.mark.parametrize("wrong", ["ZZ999", "", "101"])
def test_selector_that_matches_nothing_is_refused(wrong: str) -> None:
    with pytest.raises(RegistryError, match="no check"):
        select_checks(BOTH, [wrong], [])


@pytest.mark.parametrize("wanted", ["ZB102", "zb102", "second-kind"])
def test_check_is_found_by_code_or_name(wanted: str) -> None:
    assert find_check(BOTH, wanted) is SECOND


def test_unknown_check_is_not_found() -> None:
    assert find_check(BOTH, "third") is None
