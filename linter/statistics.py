"""Findings counted by check, place and age of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from linter.document import Section
from linter.finding import Finding, Severity
from linter.result import DocumentResult, RunResult

UNDATED = "undated"
# Years between publication and the day of judgement: fewer than the number, under this name.
_AGES = ((1, "<1y"), (2, "1-2y"), (5, "2-5y"))
_OLDER = ">5y"
AGES = (*(name for _, name in _AGES), _OLDER, UNDATED)


@dataclass(frozen=True, slots=True)
class Row:
    """How often a check found something in texts of one place and age.

    ``region`` is a GB/T 2260 code, ``None`` where the text names no place; ``age`` is one of ``AGES``.
    """

    code: str
    name: str
    region: str | None
    age: str
    error: int
    warning: int
    info: int

    @property
    def total(self) -> int:
        """Findings of any severity."""
        return self.error + self.warning + self.info


def statistics(result: RunResult) -> tuple[Row, ...]:
    """The counts of a run, in order of code, region and age; what never occurs has no row."""
    counts: Counter[tuple[str, str, str | None, str, Severity]] = Counter()
    for document in result.documents:
        counts.update(_keys(document, result.as_of))
    groups = sorted({key[:4] for key in counts}, key=lambda key: (key[0], key[2] or "", AGES.index(key[3])))
    return tuple(Row(*group, *(counts[*group, severity] for severity in Severity)) for group in groups)


def age_of(published: date | None, as_of: date) -> str:
    """The class of a text's age. One of a later day counts as new."""
    if published is None:
        return UNDATED
    begun = (as_of.month, as_of.day) < (published.month, published.day)
    years = as_of.year - published.year - begun
    return next((name for below, name in _AGES if years < below), _OLDER)


def _keys(result: DocumentResult, as_of: date) -> Iterator[tuple[str, str, str | None, str, Severity]]:
    regions = {scope.index: scope.region for scope in result.sections}
    for finding in result.findings:
        index, section = _home(finding, result.document.sections)
        published = section.published.day if section and section.published else None
        yield finding.code, finding.name, regions.get(index), age_of(published, as_of), finding.severity


def _home(finding: Finding, sections: Iterable[Section]) -> tuple[int, Section | None]:
    """The section a finding lies in, with its number; what lies in none belongs to the first."""
    numbered = tuple(enumerate(sections))
    within = (each for each in numbered if each[1].span.contains(finding.span))
    return next(within, numbered[0] if numbered else (0, None))
