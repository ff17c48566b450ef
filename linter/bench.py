"""What documents are judged with: the day, the profile, the checks and the reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from linter.check import Check
from linter.finding import Finding, Severity
from linter.profile import Profile
from reference.model import Reference
from reference.regions import COUNTRY, RegionTable
from reference.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Bench:
    """What every document of a run is judged with. ``worst`` caps the findings of a check by its measured precision.

    ``horizon`` is the last day to look ahead to, with ``judges``: all checks whose outcome depends on the day.
    """

    as_of: date
    profile: Profile
    checks: tuple[Check, ...]
    reference: Reference
    regions: RegionTable
    worst: Mapping[str, Severity] = field(default_factory=dict)
    horizon: date | None = None
    judges: tuple[Check, ...] = ()

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that documents are understood and judged with."""
        return self.reference.vocabulary

    def weigh(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings as the profile's reader wants them, none worse than its check has proved to be worth."""
        capped = (
            replace(one, severity=one.severity.at_most(self.worst.get(one.code, one.severity))) for one in findings
        )
        return self.profile.weigh(capped)

    def region_name(self, code: str) -> str:
        """The place in words, with those it lies in; a code nobody knows stays as it is."""
        if code == COUNTRY:
            return "全国"
        return self.regions.full_name(code) if code in self.regions else code
