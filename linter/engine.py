"""Runs checks over the claims of one document. Pure: nothing here reads a clock or a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from linter.bench import Bench
from linter.check import Check, Context, Outcome, Placed
from linter.claims.model import Claim
from linter.coverage import coverage
from linter.crashes import CRASHES, crash, how
from linter.document import Document
from linter.finding import Finding
from linter.finding_order import in_order
from linter.fingerprint import named
from linter.foresight import coming, turning_days
from linter.result import DocumentResult, Problem, SectionResult
from linter.together import Remark, remarks_of
from linter.understanding import Understood
from reference.vocabulary import in_force

Outcomes: TypeAlias = tuple[tuple[Outcome, ...], tuple[Problem, ...]]
"""What checks make of a document, and the checks that crashed on it."""


@dataclass(frozen=True, slots=True)
class Linted:
    """The outcome of one document. ``remarks`` are for the checks over the run, ``problems`` crashed checks."""

    result: DocumentResult
    remarks: tuple[Remark, ...] = ()
    problems: tuple[Problem, ...] = ()


def lint_document(understood: Understood, bench: Bench) -> Linted:
    """Run every check that reads a single document. A crashing check is a problem; the others still run."""
    with in_force(bench.vocabulary):
        return _linted(understood, bench)


def _linted(understood: Understood, bench: Bench) -> Linted:
    document = understood.document
    (today, crashes), (later, later_crashes) = outcomes_of(understood, bench), _ahead(understood, bench)
    outcomes, problems = (*today, *later), dict.fromkeys((*crashes, *later_crashes))
    findings = bench.weigh(outcome for outcome in outcomes if isinstance(outcome, Finding))
    result = DocumentResult(
        document,
        tuple(SectionResult(index, region) for index, region in enumerate(understood.regions)),
        coverage(understood.tokens, understood.claims, outcomes),
        named(document, in_order(findings)),
    )
    return Linted(result, tuple(remarks_of(understood, bench)), tuple(problems))


def outcomes_of(understood: Understood, bench: Bench) -> Outcomes:
    """What every check that reads a single document makes of it, and the checks that crashed on it."""
    with in_force(bench.vocabulary):
        return _run(bench.checks, lambda check: _portions(check, understood.claims), understood.document, bench)


def _ahead(understood: Understood, bench: Bench) -> Outcomes:
    if bench.horizon is None:
        return (), ()
    return ahead(understood, bench, turning_days(understood.claims, bench.reference, bench.as_of, bench.horizon))


def ahead(understood: Understood, bench: Bench, days: Iterable[date]) -> Outcomes:
    """What the checks by foresight say of what turns wrong on one of the days, in order, and what crashes on them."""
    problems: list[Problem] = []

    def judged(day: date) -> tuple[Outcome, ...]:
        outcomes, crashes = outcomes_of(understood, replace(bench, as_of=day, checks=bench.judges))
        problems.extend(crashes)
        return outcomes

    foreseen = tuple(coming(judged, bench.as_of, days))
    foreseeing = (check for check in bench.checks if check.over == "foresight")
    with in_force(bench.vocabulary):
        outcomes, crashes = _run(foreseeing, lambda _: foreseen, understood.document, bench)
    return outcomes, (*problems, *crashes)


def _run(
    checks: Iterable[Check], portions: Callable[[Check], Iterable[object]], document: Document, bench: Bench
) -> Outcomes:
    """The outcomes of each check for each of its portions."""
    context = Context(bench.as_of, bench.reference, document, bench.region_name)
    outcomes: list[Outcome] = []
    problems: dict[Problem, None] = {}
    for check in checks:
        for portion in portions(check):
            try:
                outcomes.extend(_document_outcomes(check, portion, context))
            except MemoryError as error:
                # The document is too large, as a rule, and the check not at fault.
                raise MemoryError(f"{check.code} {check.name}") from error
            except CRASHES as error:
                problems[crash(document.path, check, how(error))] = None
    return tuple(outcomes), tuple(problems)


def _portions(check: Check, claims: tuple[Claim, ...]) -> Iterator[object]:
    """What the check is called with: each claim, or all of a section, or all."""
    mine = tuple(claim for claim in claims if isinstance(claim, check.reads))
    match check.over:
        case "claim":
            yield from mine
        case "section":
            for section in sorted({claim.scope.section for claim in mine}):
                yield tuple(claim for claim in mine if claim.scope.section == section)
        case "document" if mine:
            yield mine


def _document_outcomes(check: Check, portion: object, context: Context) -> Iterator[Outcome]:
    for outcome in check.run(portion, context):
        if isinstance(outcome, Placed):
            raise TypeError("a placed finding is for checks over the whole run")
        yield outcome
