"""Claims judged once more by the checks that rest on rules and on the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from linter.archive.impact.sparse import Kept, sparse
from linter.bench import Bench
from linter.check import Check, Checked, Outcome
from linter.claims import model
from linter.claims.model import Claim
from linter.engine import outcomes_of
from linter.finding import Finding
from linter.finding_order import in_order
from linter.foresight import judges
from linter.text import Span
from linter.understanding import Understood

NOTHING, RIGHT, WRONG, STALE = "nothing", "right", "wrong", "stale"
_STATES = {"reference": WRONG, "staleness": STALE}


@dataclass(frozen=True, slots=True)
class Reported:
    """What of a finding makes a verdict. ``start`` and ``end`` count from the start of its claim.

    ``since`` is the first day of the rule's value (YYYY-MM-DD), "" for one that always held and where there is no rule.
    """

    code: str
    family: str
    severity: str
    at_publication: str
    now: str
    expected: str
    rule: str
    since: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judged:
    """How a claim stands: ``state`` is "nothing", "right", "wrong" or "stale"; ``reported`` is what is found in it.

    ``together`` is what was only found by looking at other claims too; part of ``reported``.
    """

    state: str
    reported: tuple[Reported, ...] = ()
    together: tuple[Reported, ...] = ()


class CrashedError(Exception):
    """A check crashed on a claim."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The checks of a bench that rest on rules or on the day: those of single claims, and those that see several."""

    bench: Bench
    single: tuple[Check, ...]
    several: tuple[Check, ...]

    @classmethod
    def of(cls, bench: Bench) -> Panel:
        """The checks that the bench has of the kind."""
        mine = judges(bench.checks)
        single = tuple(check for check in mine if check.over == "claim")
        return cls(bench, single, tuple(check for check in mine if check.over != "claim"))

    def kinds(self) -> frozenset[str]:
        """The names of the kinds of claims that some of the checks look at."""
        every = {name: kind for name, kind in vars(model).items() if isinstance(kind, type) and issubclass(kind, Claim)}
        reads = tuple(check.reads for check in (*self.single, *self.several))
        return frozenset(name for name, kind in every.items() if issubclass(kind, reads))

    def outcomes(self, understood: Understood, checks: tuple[Check, ...]) -> tuple[Outcome, ...]:
        """What these checks make of it. Raises ``CrashedError``."""
        outcomes, crashes = outcomes_of(understood, replace(self.bench, checks=checks))
        if crashes:
            raise CrashedError(crashes[0].reason.en)
        return outcomes


def judged(kept: Sequence[Kept], panel: Panel) -> tuple[Judged, ...]:
    """How each of the claims, all of one document, stands.

    Checks over a section or a document see the claims given, and no others. Raises ``CrashedError``.
    """
    understood = sparse(kept)
    claims = understood.claims
    if len(claims) == 1:  # every check in one go: what one of them works out the others need not
        return (_judged(claims[0].span, panel.outcomes(understood, (*panel.single, *panel.several)), panel),)
    seeing = [check for check in panel.several if any(isinstance(claim, check.reads) for claim in claims)]
    together = [(check.reads, panel.outcomes(understood, (check,))) for check in seeing]
    found: list[Judged] = []
    for claim in claims:
        own = panel.outcomes(replace(understood, claims=(claim,)), panel.single)
        here = (each for reads, outcomes in together if isinstance(claim, reads) for each in outcomes)
        found.append(_judged(claim.span, (*own, *(each for each in here if each.span == claim.span)), panel))
    return tuple(found)


def _judged(span: Span, outcomes: Sequence[Outcome], panel: Panel) -> Judged:
    findings = in_order(panel.bench.weigh(each for each in outcomes if isinstance(each, Finding)))
    checked = any(isinstance(each, Checked) for each in outcomes)
    states = {_STATES[each.family] for each in findings}
    state = next((each for each in (WRONG, STALE) if each in states), RIGHT if checked else NOTHING)
    joint = {check.code for check in panel.several}
    reported = tuple(_reported(each, span) for each in findings)
    return Judged(state, reported, tuple(each for each in reported if each.code in joint))


def _reported(finding: Finding, span: Span) -> Reported:
    cited = finding.rule
    since = cited.value.period.start if cited else None
    return Reported(
        code=finding.code,
        family=finding.family,
        severity=finding.severity.value,
        at_publication=finding.verdict.at_publication,
        now=finding.verdict.now,
        expected=finding.expected or "",
        rule=cited.rule.id if cited else "",
        since=since.isoformat() if since else "",
        start=finding.span.start - span.start,
        end=finding.span.end - span.start,
    )


def differences(before: Judged, after: Judged) -> Iterator[tuple[Reported | None, Reported | None]]:
    """What is found no more beside what is found instead; a pair of ``None`` where only the state is another."""
    gone = [each for each in before.reported if each not in after.reported]
    new = [each for each in after.reported if each not in before.reported]
    for index in range(max(len(gone), len(new), before.state != after.state)):
        yield (gone[index] if index < len(gone) else None), (new[index] if index < len(new) else None)
