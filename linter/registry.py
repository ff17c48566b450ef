"""Finds the checks and the reports: every module of their packages, and those of other installed distributions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from linter.check import Check
from linter.packed_claim import packable
from linter.plugins import CHECKS, REPORTS, Broken, Offer, PluginError, gathered, owner
from linter.report import Report, find_reports

FAMILIES = ("arithmetic", "contradiction", "reference", "staleness")
WAYS = ("claim", "section", "document", "run", "foresight")
_OWN = "checks"
_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What a check may be called."""


class RegistryError(PluginError):
    """A check or a report is not what it must be, or two share an identity."""


def load_checks() -> tuple[Check, ...]:
    """All checks in order of code. Raises ``RegistryError`` for a malformed or doubled one.

    Those of a plug-in that cannot be loaded are missing: ``broken_checks`` names it.
    """
    offered = (check for _, checks in _offered_checks()[0] for check in checks)
    found = {id(check): check for check in (*_checks_in(_OWN), *offered)}
    checks = sorted(found.values(), key=lambda check: check.code)
    verify_checks(checks)
    return tuple(checks)


def check_packages() -> tuple[str, ...]:
    """The packages, or modules, that checks come from."""
    return (_OWN, *(offer.package for offer, _ in _offered_checks()[0]))


def report_packages() -> tuple[str, ...]:
    """The packages, or modules, that reports come from."""
    return ("reports", *(offer.package for offer, _ in _offered_reports()[0]))


def broken_checks() -> tuple[Broken, ...]:
    """The plug-ins whose checks take no part, because they cannot be loaded or are malformed."""
    return _offered_checks()[1]


def broken_reports() -> tuple[Broken, ...]:
    """The plug-ins whose reports cannot be had."""
    return _offered_reports()[1]


def others(checks: Iterable[Check]) -> Iterator[Check]:
    """The checks of other distributions."""
    return (check for check in checks if check.run.__module__.partition(".")[0] != _OWN)


def verify_checks(checks: Iterable[Check]) -> None:
    """Raise ``RegistryError`` unless every check is well formed and its code and name are its own."""
    checks = tuple(checks)
    _require_well_formed(checks)
    _require_unique("code", ((check.code, check.run.__module__) for check in checks))
    _require_unique("name", ((check.name, check.run.__module__) for check in checks))


def load_reports() -> dict[str, Report]:
    """All reports by the name they have for ``--format``. Raises ``RegistryError`` when two share a name."""
    families = (find_reports(), *(found for _, found in _offered_reports()[0]))
    every = [(name, report) for found in families for name, report in found.items()]
    _require_unique("format", ((name, getattr(report, "__name__", "")) for name, report in every))
    return dict(sorted(every))


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


@cache
def _offered_checks() -> tuple[tuple[tuple[Offer, tuple[Check, ...]], ...], tuple[Broken, ...]]:
    return gathered(CHECKS, _checks_of)


@cache
def _offered_reports() -> tuple[tuple[tuple[Offer, dict[str, Report]], ...], tuple[Broken, ...]]:
    return gathered(REPORTS, _reports_of)


def _checks_of(offer: Offer) -> tuple[Check, ...]:
    checks = tuple(_checks_in(offer.package))
    if not checks:
        raise RegistryError(f"there is no check in {offer.package}")
    _require_well_formed(checks)
    return checks


def _reports_of(offer: Offer) -> dict[str, Report]:
    found = find_reports(offer.package)
    if not found:
        raise RegistryError(f"there is no module with a NAME in {offer.package}")
    for name, report in found.items():
        if not callable(getattr(report, "render", None)) or not isinstance(getattr(report, "SUFFIX", None), str):
            raise RegistryError(f"the report {name} lacks render or SUFFIX")
    return found


def _checks_in(package: str) -> Iterator[Check]:
    return (item for module in _modules(package) for item in vars(module).values() if isinstance(item, Check))


def _modules(package: str) -> Iterator[ModuleType]:
    module = import_module(package)
    yield module
    for info in walk_packages(getattr(module, "__path__", ()), package + "."):
        yield import_module(info.name)


def _require_well_formed(checks: Iterable[Check]) -> None:
    for check in checks:
        for fault in _faults(check):
            raise RegistryError(f"check {check.code} ({check.run.__module__}): {fault}")


def _faults(check: Check) -> Iterator[str]:
    if not _CODE.fullmatch(check.code):
        yield "the code must be two capitals and three digits, as in AR101"
    if not NAME.fullmatch(check.name):
        yield f"the name {check.name!r} must be lower case words joined by hyphens"
    if check.family not in FAMILIES:
        yield f"the family {check.family!r} is none of {', '.join(FAMILIES)}"
    if check.over not in WAYS:
        yield f"over={check.over!r} is none of {', '.join(WAYS)}"
    if check.over == "run" and not packable(check.reads):
        yield f"a {check.reads.__name__} cannot be held against other documents"
    if not check.doc.strip():
        yield "it has no documentation"


def _require_unique(what: str, claims: Iterable[tuple[str, str]]) -> None:
    """``claims`` are values and the modules that claim them."""
    claimed: dict[str, str] = {}
    for value, module in claims:
        if value in claimed:
            raise RegistryError(
                f"the {what} {value!r} is taken twice: by {owner(claimed[value])} and by {owner(module)}"
            )
        claimed[value] = module
