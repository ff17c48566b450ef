"""The scores as text for a terminal, and as JSON for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from linter.evaluation.matching import JudgedDocument, JudgedFinding, JudgedLabel, Standing
from linter.evaluation.scores import Precision, Recall, Scores

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
FALSE = (Standing.OTHER_KIND, Standing.TRAP, Standing.UNLABELLED)
_WIDTH = 34


def score_table(scores: Scores) -> str:
    """All figures; a share is followed by the numbers it comes from."""
    lines = [f"{scores.articles} articles"]
    for name, precisions in _precisions(scores):
        title = "precision " + name.replace("_", " ")
        lines += ["", f"{title:{_WIDTH}}{'right':>16}{'any kind':>16}{'traps hit':>11}"]
        lines += [f"  {name:{_WIDTH - 2}}{_precision_cells(row)}" for name, row in precisions.items()]
    for name, recalls in _recalls(scores):
        title = f"recall of {name} labels"
        lines += ["", f"{title:{_WIDTH}}{'found':>16}{'any kind':>16}"]
        lines += [f"  {name:{_WIDTH - 2}}{_recall_cells(row)}" for name, row in recalls.items()]
    return "\n".join(lines) + "\n"


def false_findings(documents: Iterable[JudgedDocument]) -> Iterator[str]:
    """Every finding that is not right, with its place, quote and message."""
    for each in (each for document in documents for each in document.findings if each.standing in FALSE):
        finding, quote = each.finding, each.finding.span.cut(each.document.visible)
        yield f"{each.path}: {finding.code} {finding.severity} [{each.standing}] 「{quote}」 {finding.message.zh}"


def missed_labels(documents: Iterable[JudgedDocument]) -> Iterator[str]:
    """Every labelled error that was not found as its kind, those not even located marked."""
    for each in (each for document in documents for each in document.labels if not each.found):
        mark = "other-kind" if each.touched else "missed" if each.located else "not in the text"
        kinds, quote = "|".join(each.label.families), each.label.quotes[0].words
        yield f"{each.path}: {each.label.confidence} {kinds} [{mark}] 「{quote}」 {each.label.why}"


def score_object(scores: Scores, documents: Iterable[JudgedDocument]) -> dict[str, Json]:
    """The figures, and every judged finding and label, as plain objects."""
    documents = tuple(documents)
    return {
        "articles": scores.articles,
        "precision": {
            title: {name: _precision_object(row) for name, row in rows.items()} for title, rows in _precisions(scores)
        },
        "recall": {
            title: {name: _recall_object(row) for name, row in rows.items()} for title, rows in _recalls(scores)
        },
        "findings": [_finding_object(each) for document in documents for each in document.findings],
        "labels": [_label_object(each) for document in documents for each in document.labels],
    }


def _precisions(scores: Scores) -> tuple[tuple[str, Mapping[str, Precision]], ...]:
    return (
        ("by_family", scores.by_family),
        ("by_severity", scores.by_severity),
        ("by_check", scores.by_check),
    )


def _recalls(scores: Scores) -> tuple[tuple[str, Mapping[str, Recall]], ...]:
    return (("high", scores.recall_high), ("medium", scores.recall_medium))


def _precision_cells(row: Precision) -> str:
    right = _cell(row.share, row.right, row.findings)
    return f"{right:>16}{_cell(row.share_any_kind, row.any_kind, row.findings):>16}{row.traps:>11}"


def _recall_cells(row: Recall) -> str:
    found = _cell(row.share, row.found, row.labels)
    return f"{found:>16}{_cell(row.share_any_kind, row.touched, row.labels):>16}"


def _cell(share: Decimal | None, part: int, whole: int) -> str:
    return f"{_percent(share)} {part:>4}/{whole:<4}"


def _percent(share: Decimal | None) -> str:
    return "–" if share is None else f"{share * 100:.0f}%"


def _rounded(share: Decimal | None) -> str | None:
    return None if share is None else f"{share:.4f}"


def _precision_object(row: Precision) -> dict[str, Json]:
    return {
        "findings": row.findings,
        "right": row.right,
        "any_kind": row.any_kind,
        "traps": row.traps,
        "precision": _rounded(row.share),
        "precision_any_kind": _rounded(row.share_any_kind),
    }


def _recall_object(row: Recall) -> dict[str, Json]:
    return {
        "labels": row.labels,
        "found": row.found,
        "touched": row.touched,
        "recall": _rounded(row.share),
        "recall_any_kind": _rounded(row.share_any_kind),
    }


def _finding_object(each: JudgedFinding) -> dict[str, Json]:
    finding = each.finding
    return {
        "path": each.path,
        "standing": each.standing.value,
        "code": finding.code,
        "family": finding.family,
        "severity": finding.severity.value,
        "quote": finding.span.cut(each.document.visible),
        "message": finding.message.zh,
    }


def _label_object(each: JudgedLabel) -> dict[str, Json]:
    return {
        "path": each.path,
        "families": list(each.label.families),
        "confidence": each.label.confidence,
        "quote": each.label.quotes[0].words,
        "found": each.found,
        "touched": each.touched,
        "located": each.located,
    }
