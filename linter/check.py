"""What a check is: a function over claims, with its identity and documentation beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from linter.claims.model import Claim
from linter.document import Document
from linter.finding import Confidence, Finding, Severity
from linter.messages import Message
from linter.text import Span
from reference.model import Reference

Judged = TypeVar("Judged", bound=Claim)
Judgement = TypeVar("Judgement")


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a check may know besides the claims: no clock, no files, no environment."""

    as_of: date
    reference: Reference
    document: Document
    region_name: Callable[[str], str]
    _judged: dict[tuple[Callable[..., Any], int], tuple[Claim, Any]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, judge: Callable[[Judged, Reference, date], Judgement], claim: Judged) -> Judgement:
        """What ``judge``, a pure function, makes of a claim of this document: judged once, however many checks ask."""
        key = (judge, id(claim))
        if key not in self._judged:
            self._judged[key] = (claim, judge(claim, self.reference, self.as_of))
        judgement: Judgement = self._judged[key][1]
        return judgement


@dataclass(frozen=True, slots=True)
class Checked:
    """A check looked at the claim at ``span`` and found it in order; ``against`` names the rule or "arithmetic"."""

    span: Span
    against: str


@dataclass(frozen=True, slots=True)
class Unverifiable:
    """The claim at ``span`` was understood, but nothing here can confirm or refute it, for ``reason``."""

    span: Span
    reason: str


Outcome = Finding | Checked | Unverifiable


@dataclass(frozen=True, slots=True)
class Sited:
    """A claim of a document called ``path``, and its visible words, for checks over a whole run."""

    path: str
    quote: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding of a check over a whole run, in the document called ``path``; its evidence may lie in others."""

    path: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class RunContext:
    """What a check over a whole run may know besides the claims."""

    as_of: date
    reference: Reference
    region_name: Callable[[str], str]


def _anything(claim: Claim) -> str | None:
    return ""


@dataclass(frozen=True, slots=True)
class Check:
    """A registered check.

    ``reads`` is the claim type it is called with. ``over`` says how: once for each "claim", or with all claims of that
    type of a "section" or a "document". Over the whole "run" it is called ``f(sited, run_context)`` with ``Sited``
    claims and yields ``Placed`` findings: once for each ``ground`` of which several documents speak. The ground of a
    claim is what two claims must share to be compared at all; a claim without one (``None``) is held against nothing.
    By "foresight" it is called ``f(coming, context)`` with each ``linter.foresight.Coming`` of a document, when a
    horizon is asked for.
    """

    code: str
    name: str
    family: str
    severity: Severity
    reads: type[Claim]
    over: str
    run: Callable[..., Iterator[Outcome | Placed]]
    ground: Callable[[Any], str | None] = _anything

    @property
    def doc(self) -> str:
        """The documentation: Chinese with an English summary, examples executed by the tests."""
        return self.run.__doc__ or ""

    def finding(self, at: Claim | Finding, message: Message, /, **details: Any) -> Finding:
        """A finding of this check at a claim, or where another finding will be.

        ``details`` are further fields of ``Finding``, or replace usual ones. The context is that of ``at``, and holds
        the span wherever that was put.
        """
        usual: dict[str, Any] = {
            "code": self.code,
            "name": self.name,
            "family": self.family,
            "severity": self.severity,
            "confidence": Confidence.HIGH,
            "message": message,
            "span": at.span,
            "context": at.context,
        }
        fields = usual | details
        return Finding(**(fields | {"context": fields["context"].joined(fields["span"])}))


def check(
    *,
    code: str,
    name: str,
    family: str,
    severity: Severity,
    reads: type[Claim],
    over: str = "claim",
    ground: Callable[[Any], str | None] = _anything,
) -> Callable[[Callable[..., Iterator[Outcome | Placed]]], Check]:
    """Make a check of a function. The function is called ``f(claim, context)`` or ``f(claims, context)``."""

    def register(function: Callable[..., Iterator[Outcome | Placed]]) -> Check:
        return Check(code, name, family, severity, reads, over, function, ground)

    return register
