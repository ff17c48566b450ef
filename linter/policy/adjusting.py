"""Findings as the configuration wants them for one article: some left out, some of another severity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from linter.finding import Finding, Severity
from linter.policy.notices import FAMILY

OFF = "off"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One layer of configuration. Selectors are codes, beginnings of codes, names or families.

    ``select`` (empty: all) and ``ignore`` decide what is left out; ``severity`` maps selectors to a severity or "off".
    What is said of suppressions need not be selected: it is about the findings that are.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] | None = None


def adjusted(findings: Iterable[Finding], layers: Iterable[Adjustment]) -> tuple[Finding, ...]:
    """The findings after all layers, the later ones stronger."""
    for layer in layers:
        findings = tuple(_adjusted(findings, layer))
    return tuple(findings)


def selects(selector: str, finding: Finding) -> bool:
    """True when a code, the beginning of one, a name or a family means this finding."""
    return finding.code.startswith(selector.upper()) or selector in (finding.name, finding.family)


def _adjusted(findings: Iterable[Finding], layer: Adjustment) -> Iterator[Finding]:
    for finding in findings:
        wanted = not layer.select or finding.family == FAMILY or any(selects(each, finding) for each in layer.select)
        severity = _severity(finding, layer.severity or {})
        if wanted and severity != OFF and not any(selects(each, finding) for each in layer.ignore):
            yield finding if severity == finding.severity else replace(finding, severity=Severity(severity))


def _severity(finding: Finding, severities: Mapping[str, str]) -> str:
    """The severity of the most particular selector: a code before its beginning, a name before its family."""
    meant = [selector for selector in severities if selects(selector, finding)]
    closest = max(meant, key=lambda selector: (selector != finding.family, len(selector)), default=None)
    return finding.severity.value if closest is None else severities[closest]
