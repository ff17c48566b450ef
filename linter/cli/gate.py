"""Whether a result lets a change pass."""

from __future__ import annotations

from linter.cli.exit_codes import FINDINGS, FINE, PROBLEM
from linter.finding import Finding, Severity
from linter.result import RunResult


def exit_code(result: RunResult, fail_on: Severity | None, fail_on_stale: bool | None) -> int:
    """The exit code of a run: 3 when something could not be read or checked, 1 when a finding fails it, else 0."""
    if result.problems:
        return PROBLEM
    findings = (finding for document in result.documents for finding in document.findings)
    return FINDINGS if any(_fails(finding, fail_on, fail_on_stale) for finding in findings) else FINE


def only_time_made_wrong(finding: Finding) -> bool:
    """True when the text was not known to be wrong on the day it appeared."""
    return finding.family == "staleness" and finding.verdict.at_publication != "wrong"


def _fails(finding: Finding, fail_on: Severity | None, fail_on_stale: bool | None) -> bool:
    if fail_on is None:
        return False
    if fail_on_stale is not None and only_time_made_wrong(finding):
        return fail_on_stale and finding.severity is not Severity.INFO
    return finding.severity.rank <= fail_on.rank
