"""What the linter reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Said again here: a check needs nothing but this module to make a finding of its own.
from linter.messages import Message as Message
from linter.text import Span
from reference.model import Rule, Value


class Severity(StrEnum):
    """How bad it is if the finding is right."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return ("error", "warning", "info").index(self.value)

    def at_most(self, cap: Severity) -> Severity:
        """This severity, lowered to ``cap`` where it is worse."""
        return self if self.rank >= cap.rank else cap


class Confidence(StrEnum):
    """How sure the linter is that it understood the text."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in an article that supports a finding. ``role``: base, rate, part, total, other-claim, …

    ``path`` names the file when the place is in another one than the finding; spans are of that file's text.
    """

    role: str
    span: Span
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One operation of a proof, in exact decimals as strings: ``op`` applied to ``inputs`` gives ``out``.

    The operations and their meaning are fixed in ``linter/proof.py``, which re-checks them.
    """

    op: str
    inputs: tuple[str, ...]
    out: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The two judgements of a claim. ``at_publication``: wrong | right | unknown; ``now`` adds stale."""

    at_publication: str = "unknown"
    now: str = "unknown"


@dataclass(frozen=True, slots=True)
class RuleCitation:
    """The rule and the dated value a finding rests on."""

    rule: Rule
    value: Value


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A replacement for the text under ``span``."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One reported error. Spans are of ``Document.text``.

    ``claim`` holds the claim's slots as (name, value) pairs, for machines; ``expected`` is what should stand there.
    ``cause`` is the likely cause (digits transposed, last year's value, one part alone), or ``None``.
    ``fingerprint`` is its name (see ``linter/fingerprint.py``), given when all findings of its document are known.
    """

    code: str
    name: str
    family: str
    severity: Severity
    confidence: Confidence
    message: Message
    span: Span
    context: Span
    evidence: tuple[Evidence, ...] = ()
    claim: tuple[tuple[str, str], ...] = ()
    expected: str | None = None
    verdict: Verdict = Verdict()
    proof: tuple[Step, ...] = ()
    rule: RuleCitation | None = None
    suggestion: Suggestion | None = None
    cause: Message | None = None
    fingerprint: str = ""

    @property
    def still_right(self) -> bool:
        """True when nothing is wrong yet: a coming day is known to make it so."""
        return self.family == "staleness" and self.verdict.now == "right"
