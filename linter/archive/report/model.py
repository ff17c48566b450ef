"""What the report of an archive shows, in plain values: any archive has few of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from linter.messages import Message


@dataclass(frozen=True, slots=True)
class Counts:
    """Findings by severity."""

    error: int
    warning: int
    info: int

    @property
    def total(self) -> int:
        """Findings of any severity."""
        return self.error + self.warning + self.info

    @property
    def each(self) -> tuple[int, int, int]:
        """By severity, worst first."""
        return self.error, self.warning, self.info


@dataclass(frozen=True, slots=True)
class Group:
    """The articles of a site, place, family or month; without a name when it stands for ``merged`` small ones."""

    name: str | None
    documents: int
    counts: Counts
    merged: int = 1


@dataclass(frozen=True, slots=True)
class Totals:
    """The articles that were read, and what became of their numbers; ``reasons`` why not all could be checked."""

    documents: int
    characters: int
    numbers: int
    bound: int
    checked: int
    unverifiable: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PageRow:
    """An article; ``document`` is its name in the store."""

    document: str
    path: str
    url: str | None
    title: str | None
    site: str
    published: date | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class RootFinding:
    """What is wrong with a sentence: ``findings`` times the same. ``suggestion`` takes the place of ``quote``."""

    code: str
    name: str
    family: str
    severity: str
    message: Message
    quote: str
    suggestion: str | None
    expected: str | None
    findings: int


@dataclass(frozen=True, slots=True)
class Root:
    """A sentence that stands in ``documents`` articles, and where it stood first; once put right, all is gone."""

    sentence: str
    documents: int
    counts: Counts
    first: PageRow
    found: tuple[RootFinding, ...]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """An article that was not, or not wholly, checked."""

    path: str
    kind: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole. ``problem_kinds`` counts all problems, ``problems`` are the first of them."""

    version: str
    as_of: date
    profile: str
    rules: int
    reference_sha256: str
    complete: bool
    totals: Totals
    with_findings: int
    counts: Counts
    families: tuple[Group, ...]
    checks: tuple[Group, ...]
    months: tuple[Group, ...]
    sites: tuple[Group, ...]
    regions: tuple[Group, ...]
    pages: tuple[PageRow, ...]
    roots: tuple[Root, ...]
    problem_kinds: tuple[tuple[str, int], ...]
    problems: tuple[ProblemRow, ...]
