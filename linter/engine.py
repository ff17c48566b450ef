"""Runs checks over the claims of one document, or of all documents. Pure: nothing here reads a clock or a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from linter.check import Check, Context, Outcome, Placed, RunContext, Sited
from linter.claims.model import Claim
from linter.coverage import coverage
from linter.document import Document
from linter.finding import Finding, Severity
from linter.finding_order import in_order
from linter.fingerprint import named
from linter.foresight import coming, turning_days
from linter.messages import Message, say
from linter.packed_claim import pack, unpack
from linter.profile import Profile
from linter.result import DocumentResult, Problem, SectionResult
from linter.understanding import Understood
from reference.model import Reference
from reference.regions import COUNTRY, RegionTable
from reference.vocabulary import Vocabulary, in_force

Outcomes: TypeAlias = tuple[tuple[Outcome, ...], tuple[Problem, ...]]
"""What checks make of a document, and the checks that crashed on it."""
CRASHES = (Exception, SystemExit)
"""What a check may raise that costs no more than this check."""


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


@dataclass(frozen=True, slots=True)
class Remark:
    """What a document says on a ``ground`` of the check ``code``, for the checks over the whole run: a packed claim."""

    code: str
    ground: str
    quote: str
    claim: bytes


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
    return Linted(result, tuple(_remarks(understood, bench)), tuple(problems))


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
                problems[crash(document.path, check, _how(error))] = None
    return tuple(outcomes), tuple(problems)


def compared(check: Check, shared: Sequence[tuple[str, Remark]], bench: Bench) -> tuple[Placed, ...]:
    """What a check over the run finds on one ground: ``shared`` is what the documents, by path, remark on it."""
    context = RunContext(bench.as_of, bench.reference, bench.region_name)
    sited = tuple(Sited(path, remark.quote, unpack(remark.claim)) for path, remark in shared)
    with in_force(bench.vocabulary):
        return tuple(outcome for outcome in check.run(sited, context) if isinstance(outcome, Placed))


def lint_together(
    remarks: Mapping[str, Iterable[Remark]],
    results: Iterable[DocumentResult],
    bench: Bench,
    compare: Callable[[Check, Sequence[tuple[str, Remark]], Bench], Iterable[Placed]] = compared,
) -> tuple[tuple[DocumentResult, ...], tuple[Problem, ...]]:
    """Run the checks over the whole run and add what they find to the results.

    ``remarks`` are those of each document, by its path, in the order in which the checks shall meet them. ``compare``
    finds what ``compared`` finds.
    """
    results = tuple(results)
    found: dict[str, list[Finding]] = {}
    problems: dict[Problem, None] = {}
    for check, shared in _shared_grounds(remarks, bench):
        try:
            for placed in compare(check, shared, bench):
                found.setdefault(placed.path, []).append(placed.finding)
        except CRASHES as error:
            problems |= {crash(result.document.path, check, _how(error)): None for result in results[:1]}
    return tuple(_extended(result, found.get(result.document.path, ()), bench) for result in results), tuple(problems)


def over_run(checks: Iterable[Check]) -> Iterator[Check]:
    """The checks that hold the documents of a run against each other."""
    return (check for check in checks if check.over == "run")


def _remarks(understood: Understood, bench: Bench) -> Iterator[Remark]:
    """What the document says that the checks over the whole run want to hold against other documents."""
    visible = understood.document.visible
    for check in over_run(bench.checks):
        for claim in understood.claims:
            ground = check.ground(claim) if isinstance(claim, check.reads) else None
            if ground is not None:
                yield Remark(check.code, ground, claim.span.cut(visible), pack(claim))


def _shared_grounds(
    remarks: Mapping[str, Iterable[Remark]], bench: Bench
) -> Iterator[tuple[Check, list[tuple[str, Remark]]]]:
    """For every check and ground of which more than one document speaks, what they say, with their paths."""
    grounds: dict[tuple[str, str], list[tuple[str, Remark]]] = {}
    for path, own in remarks.items():
        for remark in own:
            grounds.setdefault((remark.code, remark.ground), []).append((path, remark))
    for check in over_run(bench.checks):
        for (code, _), here in grounds.items():
            if code == check.code and here[0][0] != here[-1][0]:
                yield check, here


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


def crash(path: str, check: Check, how: Message | str) -> Problem:
    """What is said of a check that failed on the document at ``path``."""
    return Problem(path, say("problem.check-crashed", check=f"{check.code} {check.name}", error=how))


def _how(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _extended(result: DocumentResult, found: Iterable[Finding], bench: Bench) -> DocumentResult:
    here = tuple(bench.weigh(found))
    return replace(result, findings=named(result.document, in_order((*result.findings, *here)))) if here else result
