"""A run in a line: how many files and findings, and under which conditions they were judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from linter.result import RunResult
from reports.located import unreadable
from reports.wording import Wording


@dataclass(frozen=True, slots=True)
class CountPart:
    """A count in words; ``severity`` says how grave it is, and is empty where it is not."""

    text: str
    severity: str = ""


def count_parts(result: RunResult, wording: Wording) -> Iterator[CountPart]:
    """Files, unreadable files if there are any, findings by severity, worst first, and those that do not count."""
    missing = len(unreadable(result))
    yield CountPart(wording("summary.documents", n=len(result.documents)))
    if missing:
        yield CountPart(wording("summary.unreadable", n=missing), "error")
    for severity, count in result.count().items():
        yield CountPart(f"{wording(f'severity.{severity}')} {count}", severity if count else "")
    for by, count in result.count_settled().items():
        yield CountPart(wording(f"settled.{by}", n=count))


def counts_line(result: RunResult, wording: Wording) -> str:
    """The counts in one line of plain text."""
    return " · ".join(part.text for part in count_parts(result, wording))


def provenance_line(result: RunResult, wording: Wording) -> str:
    """The day, the profile, the rules and the version that the result rests on."""
    rules = wording("summary.rules", n=result.rules)
    return " · ".join(
        (
            f"{wording('summary.as_of')} {result.as_of}",
            f"{wording('summary.profile')} {result.profile}",
            f"{wording('summary.reference')} {rules} {result.reference_sha256[:12]}",
            f"factlint {result.version}",
        )
    )
