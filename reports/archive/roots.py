"""The sentences whose correction removes most findings, each once, wherever else it stands."""

from __future__ import annotations

from dataclasses import dataclass

from linter.archive.report.model import Root, RootFinding
from linter.finding import Severity
from linter.wide_text import shortened
from reports.archive.places import PlaceView, place_view
from reports.wording import Wording

# Characters of a sentence around what is wrong in it; columns of everything else.
_AROUND, _COLUMNS = 80, 600


@dataclass(frozen=True, slots=True)
class SaidView:
    """What is wrong: ``suggestion`` is to take the place of ``quote``; where there is none, ``expected`` holds."""

    severity: str
    code: str
    name: str
    message: str
    quote: str
    suggestion: str
    expected: str


@dataclass(frozen=True, slots=True)
class RootView:
    """A sentence, cut into what stands before, at and after its most frequent fault."""

    severity: str
    before: str
    quote: str
    after: str
    places: int
    articles: int
    first: PlaceView
    said: tuple[SaidView, ...]


def root_view(root: Root, wording: Wording) -> RootView:
    """The view of a sentence."""
    worst = next(severity for severity, count in zip(Severity, root.counts.each, strict=True) if count)
    before, quote, after = _cut_at(root.sentence, root.found[0].quote)
    return RootView(
        severity=worst.value,
        before=before,
        quote=quote,
        after=after,
        places=root.counts.total,
        articles=root.documents,
        first=place_view(root.first),
        said=tuple(_said(each, wording) for each in root.found),
    )


def _said(found: RootFinding, wording: Wording) -> SaidView:
    return SaidView(
        severity=found.severity,
        code=found.code,
        name=found.name,
        message=shortened(found.message.in_language(wording.lang), _COLUMNS),
        quote=shortened(found.quote, _AROUND),
        suggestion=shortened(found.suggestion or "", _AROUND),
        expected="" if found.suggestion else shortened(found.expected or "", _AROUND),
    )


def _cut_at(sentence: str, quote: str) -> tuple[str, str, str]:
    """Before, at and after the quotation, the sides of a long sentence cut off."""
    before, found, after = sentence.partition(quote)
    if not found:
        return "", "", shortened(sentence, 4 * _AROUND)
    lead = "…" + before[-_AROUND:] if len(before) > _AROUND else before
    tail = after[:_AROUND] + "…" if len(after) > _AROUND else after
    return lead, shortened(found, 2 * _AROUND), tail
