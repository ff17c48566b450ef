"""Which findings let a change not pass."""

from __future__ import annotations

from dataclasses import dataclass

from linter.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Gate:
    """``fail_on`` is the least severity that fails a run; ``None``: no finding does.

    ``stale``: whether what only time made wrong fails it whatever its severity (``True``), never (``False``), or by its
    severity like everything else (``None``). An information never fails a run for being stale, and what is still right
    does so only where staleness is asked for (``True``).
    """

    fail_on: Severity | None = Severity.ERROR
    stale: bool | None = None

    def fails(self, finding: Finding) -> bool:
        """True when the finding fails the run."""
        if self.fail_on is None:
            return False
        if finding.still_right or (self.stale is not None and only_time_made_wrong(finding)):
            return self.stale is True and finding.severity is not Severity.INFO
        return finding.severity.rank <= self.fail_on.rank


ON_ERRORS = Gate()


def only_time_made_wrong(finding: Finding) -> bool:
    """True when the text was not known to be wrong on the day it appeared."""
    return finding.family == "staleness" and finding.verdict.at_publication != "wrong"
