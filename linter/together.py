"""Checks over a whole run: what documents remark on one ground is held against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from linter.bench import Bench
from linter.check import Check, Placed, RunContext, Sited
from linter.crashes import CRASHES, crash, how
from linter.finding import Finding
from linter.finding_order import in_order
from linter.fingerprint import named
from linter.packed_claim import pack, unpack
from linter.result import DocumentResult, Problem
from linter.understanding import Understood
from reference.vocabulary import in_force


@dataclass(frozen=True, slots=True)
class Remark:
    """What a document says on a ``ground`` of the check ``code``, for the checks over the whole run: a packed claim."""

    code: str
    ground: str
    quote: str
    claim: bytes


def over_run(checks: Iterable[Check]) -> Iterator[Check]:
    """The checks that hold the documents of a run against each other."""
    return (check for check in checks if check.over == "run")


def remarks_of(understood: Understood, bench: Bench) -> Iterator[Remark]:
    """What the document says that the checks over the whole run want to hold against other documents."""
    visible = understood.document.visible
    for check in over_run(bench.checks):
        for claim in understood.claims:
            ground = check.ground(claim) if isinstance(claim, check.reads) else None
            if ground is not None:
                yield Remark(check.code, ground, claim.span.cut(visible), pack(claim))


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
            problems |= {crash(result.document.path, check, how(error)): None for result in results[:1]}
    return tuple(_extended(result, found.get(result.document.path, ()), bench) for result in results), tuple(problems)


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


def _extended(result: DocumentResult, found: Iterable[Finding], bench: Bench) -> DocumentResult:
    here = tuple(bench.weigh(found))
    return replace(result, findings=named(result.document, in_order((*result.findings, *here)))) if here else result
