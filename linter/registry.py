"""Finds the checks and the reports: every module of their packages, and those of other installed distributions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from linter.check import Check
from linter.installed import offered
from linter.packed_claim import packable
from linter.report import Report, find_reports

FAMILIES = ("arithmetic", "contradiction", "reference", "staleness")
WAYS = ("claim", "section", "document", "run", "foresight")
_OWN = "checks"
_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class RegistryError(ValueError):
    """A check or a report is not what it must be, or two share an identity."""


def load_checks() -> tuple[Check, ...]:
    """All checks in order of code. Raises ``RegistryError`` for a malformed or doubled one."""
    found = {id(item): item for module in _check_modules() for item in vars(module).values() if _is_check(item)}
    checks = sorted(found.values(), key=lambda check: check.code)
    verify_checks(checks)
    return tuple(checks)


def check_packages() -> tuple[str, ...]:
    """The packages, or modules, that checks are looked for in."""
    return (_OWN, *offered("factlint.checks"))


def others(checks: Iterable[Check]) -> Iterator[Check]:
    """The checks of other distributions."""
    return (check for check in checks if check.run.__module__.partition(".")[0] != _OWN)


def report_packages() -> tuple[str, ...]:
    """The packages that reports are looked for in."""
    return ("reports", *offered("factlint.reports"))


def verify_checks(checks: Iterable[Check]) -> None:
    """Raise ``RegistryError`` unless every check is well formed and its code and name are its own."""
    checks = tuple(checks)
    for check in checks:
        for fault in _faults(check):
            raise RegistryError(f"check {check.code} ({check.run.__module__}): {fault}")
    _require_unique("code", (check.code for check in checks))
    _require_unique("name", (check.name for check in checks))


def load_reports() -> dict[str, Report]:
    """All reports by the name they have for ``--format``. Raises ``RegistryError`` when two share a name."""
    reports: dict[str, Report] = {}
    for package in report_packages():
        found = find_reports(package)
        _require_unique("format", (*reports, *found))
        reports |= found
    return dict(sorted(reports.items()))


def select_checks(checks: Iterable[Check], select: Iterable[str], ignore: Iterable[str]) -> tuple[Check, ...]:
    """The checks chosen by ``select`` (empty: all) without those of ``ignore``.

    A selector is a code (AR101), the beginning of codes (AR), a name, or a family. Raises ``RegistryError`` for one
    that matches nothing: a silent typing error would look like a clean file.
    """
    checks = tuple(checks)
    wanted = _matching(checks, select)
    unwanted = _matching(checks, ignore)
    return tuple(check for check in checks if (check in wanted or not wanted) and check not in unwanted)


def find_check(checks: Iterable[Check], wanted: str) -> Check | None:
    """The check with that code or name, in any case."""
    return next((check for check in checks if wanted.lower() in (check.code.lower(), check.name)), None)


def _matching(checks: tuple[Check, ...], selectors: Iterable[str]) -> list[Check]:
    matching: list[Check] = []
    for selector in selectors:
        hits = [check for check in checks if _selects(selector, check)]
        if not hits:
            raise RegistryError(f"no check has the code, name or family {selector!r}")
        matching += hits
    return matching


def _selects(selector: str, check: Check) -> bool:
    return bool(selector) and (check.code.startswith(selector.upper()) or selector in (check.name, check.family))


def _check_modules() -> Iterator[ModuleType]:
    for package in check_packages():
        module = import_module(package)
        yield module
        for info in walk_packages(getattr(module, "__path__", ()), package + "."):
            yield import_module(info.name)


def _is_check(item: object) -> bool:
    return isinstance(item, Check)


def _faults(check: Check) -> Iterator[str]:
    if not _CODE.fullmatch(check.code):
        yield "the code must be two capitals and three digits, as in AR101"
    if not _NAME.fullmatch(check.name):
        yield f"the name {check.name!r} must be lower case words joined by hyphens"
    if check.family not in FAMILIES:
        yield f"the family {check.family!r} is none of {', '.join(FAMILIES)}"
    if check.over not in WAYS:
        yield f"over={check.over!r} is none of {', '.join(WAYS)}"
    if check.over == "run" and not packable(check.reads):
        yield f"a {check.reads.__name__} cannot be held against other documents"
    if not check.doc.strip():
        yield "it has no documentation"


def _require_unique(what: str, values: Iterable[str]) -> None:
    doubled = sorted(value for value, count in Counter(values).items() if count > 1)
    if doubled:
        raise RegistryError(f"the {what} {doubled[0]!r} is taken twice")
