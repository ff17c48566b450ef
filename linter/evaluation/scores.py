"""Precision and recall from judged findings and labels, always with the sizes they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from linter.evaluation.matching import JudgedDocument, JudgedFinding, JudgedLabel, Standing

Item = TypeVar("Item")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Precision:
    """Of ``findings`` (neutral ones left out), how many are ``right``, and how many stand on an error of any kind."""

    findings: int
    right: int
    any_kind: int
    traps: int

    @property
    def share(self) -> Decimal | None:
        """Right ones among all; ``None`` without a finding."""
        return _share(self.right, self.findings)

    @property
    def share_any_kind(self) -> Decimal | None:
        """Those on an error of any kind among all; ``None`` without a finding."""
        return _share(self.any_kind, self.findings)


@dataclass(frozen=True, slots=True)
class Recall:
    """Of ``labels``, how many were ``found`` as their kind, and how many ``touched`` by a finding of any kind."""

    labels: int
    found: int
    touched: int

    @property
    def share(self) -> Decimal | None:
        """Found ones among all; ``None`` without a label."""
        return _share(self.found, self.labels)

    @property
    def share_any_kind(self) -> Decimal | None:
        """Touched ones among all; ``None`` without a label."""
        return _share(self.touched, self.labels)


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures. Each mapping has the row "all" last; recall is by the label's own kind."""

    articles: int
    by_family: dict[str, Precision]
    by_severity: dict[str, Precision]
    by_check: dict[str, Precision]
    recall_high: dict[str, Recall]
    recall_medium: dict[str, Recall]


def score(documents: Iterable[JudgedDocument]) -> Scores:
    """Add up the judged documents."""
    documents = tuple(documents)
    findings = [each for document in documents for each in document.findings if each.standing is not Standing.NEUTRAL]
    labels = [each for document in documents for each in document.labels]
    return Scores(
        len(documents),
        _grouped(findings, lambda each: each.finding.family, _precision),
        _grouped(findings, lambda each: each.finding.severity.value, _precision),
        _grouped(findings, lambda each: f"{each.finding.code} {each.finding.name}", _precision),
        _grouped([each for each in labels if each.label.confidence == "high"], _own_family, _recall),
        _grouped([each for each in labels if each.label.confidence == "medium"], _own_family, _recall),
    )


def _grouped(items: Iterable[Item], key: Callable[[Item], str], row: Callable[[list[Item]], Row]) -> dict[str, Row]:
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    everything = [item for group in groups.values() for item in group]
    return {name: row(groups[name]) for name in sorted(groups)} | {"all": row(everything)}


def _precision(findings: list[JudgedFinding]) -> Precision:
    right = sum(each.standing is Standing.RIGHT for each in findings)
    other = sum(each.standing is Standing.OTHER_KIND for each in findings)
    return Precision(len(findings), right, right + other, sum(each.standing is Standing.TRAP for each in findings))


def _recall(labels: list[JudgedLabel]) -> Recall:
    return Recall(len(labels), sum(each.found for each in labels), sum(each.touched for each in labels))


def _own_family(judged: JudgedLabel) -> str:
    return judged.label.families[0]


def _share(part: int, whole: int) -> Decimal | None:
    return None if whole == 0 else Decimal(part) / Decimal(whole)
