"""The wrong statements of a run, each once, however many articles make them: what to mend first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from linter.copies import assertion
from linter.finding import Severity
from reports.located import LocatedDocument, LocatedFinding
from reports.page.anchors import Anchors
from reports.wording import Wording

_NAMED = 5


@dataclass(frozen=True, slots=True)
class RootPlace:
    """An article that makes the statement, and the anchor of its finding."""

    path: str
    anchor: str


@dataclass(frozen=True, slots=True)
class RootView:
    """A wrong statement; ``places`` counts all of them, copies too, ``articles`` the files, some of which are named."""

    severity: str
    code: str
    name: str
    family: str
    message: str
    places: int
    articles: int
    named: tuple[RootPlace, ...]


def worst_roots(documents: Iterable[LocatedDocument], anchors: Anchors, wording: Wording) -> tuple[RootView, ...]:
    """The gravest statements first; of equally grave ones those of the most articles."""
    groups: dict[Hashable, list[tuple[LocatedDocument, LocatedFinding]]] = {}
    for entry in documents:
        for found in entry.roots:
            groups.setdefault(assertion(entry.document, found.finding), []).append((entry, found))
    views = (_view(group, anchors, wording) for group in groups.values())
    return tuple(sorted(views, key=lambda view: (Severity(view.severity).rank, -view.articles, -view.places)))


def _view(group: list[tuple[LocatedDocument, LocatedFinding]], anchors: Anchors, wording: Wording) -> RootView:
    finding = min((found.finding for _, found in group), key=lambda each: each.severity.rank)
    first = {entry.document.path: found for entry, found in reversed(group)}
    named = sorted(first.items())[:_NAMED]
    return RootView(
        severity=finding.severity.value,
        code=finding.code,
        name=finding.name,
        family=wording.label("family", finding.family),
        message=finding.message.in_language(wording.lang),
        places=sum(1 + len(found.copies) for _, found in group),
        articles=len(first),
        named=tuple(RootPlace(path, anchors.of_finding(path, found.fingerprint)) for path, found in named),
    )
