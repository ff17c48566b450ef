"""Who reads the report, and what is therefore an error to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from linter.finding import Confidence, Finding, Severity
from reference.model import Grade

_PROVEN = (Grade.OFFICIAL, Grade.CORROBORATED)


@dataclass(frozen=True, slots=True)
class Profile:
    """How findings are weighed.

    ``fail_on`` is the least severity that fails the run when the user names none. ``staleness`` is "error" (raise what
    is proven to have gone stale), "warning" (never more than that for what only time made wrong: what was wrong on the
    day it appeared no clock turned red) or "as-found". ``hidden`` severities are not shown to this reader.
    """

    name: str
    fail_on: Severity
    staleness: str
    hidden: frozenset[Severity] = frozenset()

    def weigh(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings with the severities they have for this reader, order kept."""
        for finding in findings:
            yield replace(finding, severity=self._severity(finding))

    def shows(self, finding: Finding) -> bool:
        """False for what is of no interest to this reader."""
        return finding.severity not in self.hidden

    def _severity(self, finding: Finding) -> Severity:
        if finding.family != "staleness" or finding.still_right:
            return finding.severity
        if self.staleness == "warning" and finding.verdict.at_publication != "wrong":
            return finding.severity.at_most(Severity.WARNING)
        if self.staleness == "error" and finding.severity is Severity.WARNING and _is_proven(finding):
            return Severity.ERROR
        return finding.severity


def _is_proven(finding: Finding) -> bool:
    """True when the evidence may carry an error and the text was understood for certain."""
    value = None if finding.rule is None else finding.rule.value
    well_sourced = value is None or (value.evidence in _PROVEN and not value.disputed)
    return well_sourced and finding.confidence is Confidence.HIGH


PROFILES = {
    profile.name: profile
    for profile in (
        # An editor about to publish: what has gone stale is as wrong as what never was.
        Profile("publish", Severity.ERROR, "error"),
        # The passing of time must not turn an unchanged commit red.
        Profile("ci", Severity.ERROR, "warning", frozenset({Severity.INFO})),
        Profile("audit", Severity.ERROR, "as-found"),
    )
}
