"""What a suppression is: a statement of somebody, with a reason, that certain findings are not to count."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from linter.finding import Finding
from linter.text import Span

_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Suppression:
    """One suppression, wherever it is written.

    It means the finding called ``fingerprint``, or, without one, the findings of ``selectors`` whose span begins in
    ``reach`` (of the visible text of the article it stands in). ``rests_on`` is the state of the rule it relied on.
    ``written`` is where it stands: in the visible text of its article, or in the suppressions file. ``path`` is the
    article a fingerprint was last seen in.
    """

    written: Span
    selectors: tuple[str, ...] = ()
    reach: Span | None = None
    fingerprint: str | None = None
    path: str | None = None
    reason: str | None = None
    owner: str | None = None
    expires: date | None = None
    rests_on: str | None = None

    @property
    def name(self) -> str:
        """What it suppresses, for messages."""
        return self.fingerprint or ",".join(self.selectors)


@dataclass(frozen=True, slots=True)
class Malformed:
    """A suppression that could not be understood: where it is written and why."""

    written: Span
    reason: str


def state_of_rule(finding: Finding) -> str | None:
    """Eight hexadecimal digits for the rule and the dated value a finding rests on; ``None`` when it rests on none."""
    if finding.rule is None:
        return None
    rule, value = finding.rule.rule, finding.rule.value
    held = (value.display, value.truth, value.text, sorted(value.members), value.period.start, value.period.end)
    return hashlib.sha256(f"{rule.id}\x1f{held}".encode()).hexdigest()[:_LENGTH]
