"""Which findings are right, and which labelled errors were found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from linter.document import Document
from linter.evaluation.labels import Label, Labels, Quote
from linter.evaluation.places import Places
from linter.finding import Finding, Severity
from linter.result import DocumentResult
from linter.text import Span


class Standing(StrEnum):
    """What the labels say of a finding."""

    RIGHT = "right"  # on a labelled error of its kind
    OTHER_KIND = "other-kind"  # on a labelled error of another kind
    NEUTRAL = "neutral"  # either way is fine: not counted
    TRAP = "trap"  # on something that looks wrong and is right
    UNLABELLED = "unlabelled"  # on text nobody found fault with


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A finding and its standing."""

    path: str
    document: Document
    finding: Finding
    standing: Standing


@dataclass(frozen=True, slots=True)
class JudgedLabel:
    """A labelled error: ``found`` by a finding of an accepted kind, ``touched`` by a finding of any kind.

    ``located`` is false when its words are not in the document: a fault of the label or of the reader.
    """

    path: str
    label: Label
    found: bool
    touched: bool
    located: bool


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """One article compared with its labels."""

    findings: tuple[JudgedFinding, ...]
    labels: tuple[JudgedLabel, ...]


def compare(path: str, result: DocumentResult, labels: Labels) -> JudgedDocument:
    """Compare the errors and warnings of a document with its labels; informations are not counted."""
    places = Places(result.document)
    counted = [finding for finding in result.findings if finding.severity is not Severity.INFO]
    touched = {id(finding): _touched(result.document, finding) for finding in counted}
    spans = {label: _located(label.quotes, places) for label in labels.errors}
    others = {
        Standing.NEUTRAL: _located(labels.neutral, places),
        Standing.TRAP: _located(labels.traps, places),
    }
    return JudgedDocument(
        tuple(
            JudgedFinding(path, result.document, finding, _standing(finding, touched[id(finding)], spans, others))
            for finding in counted
        ),
        tuple(_judged_label(path, label, spans[label], counted, touched) for label in labels.errors),
    )


def _touched(document: Document, finding: Finding) -> tuple[Span, ...]:
    """The places a finding points at: its own, and the other side too where two places contradict each other."""
    spans = [finding.span]
    if finding.family == "contradiction":
        spans += [evidence.span for evidence in finding.evidence if evidence.path in (None, document.path)]
    return tuple(document.source_map.to_source(span) for span in spans)


def _located(quotes: Iterable[Quote], places: Places) -> tuple[Span, ...]:
    return tuple(span for quote in quotes for span in places.find(quote))


def _standing(
    finding: Finding,
    touched: tuple[Span, ...],
    labels: Mapping[Label, tuple[Span, ...]],
    others: Mapping[Standing, tuple[Span, ...]],
) -> Standing:
    hit = [label for label, spans in labels.items() if _meet(touched, spans)]
    if hit:
        return Standing.RIGHT if any(finding.family in label.families for label in hit) else Standing.OTHER_KIND
    return next((standing for standing, spans in others.items() if _meet(touched, spans)), Standing.UNLABELLED)


def _judged_label(
    path: str,
    label: Label,
    spans: tuple[Span, ...],
    findings: Iterable[Finding],
    touched: Mapping[int, tuple[Span, ...]],
) -> JudgedLabel:
    hits = [finding for finding in findings if _meet(touched[id(finding)], spans)]
    found = any(finding.family in label.families for finding in hits)
    return JudgedLabel(path, label, found, bool(hits), bool(spans))


def _meet(some: Iterable[Span], others: Iterable[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)
