"""The JSON report, version 1: a contract with other programs, apart from the inner types.

Names and order of the keys are fixed; ``schema/report-v1.schema.json`` describes them. New keys may be added after
the old ones of the same object.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from linter.document import Section
from linter.finding import Finding
from linter.json_text import json_pieces
from linter.report import RenderOptions
from linter.result import Coverage, Problem, RunResult
from linter.text import Span
from reference.plain_json import Json, day
from reports.coverage import ordered_reasons, total
from reports.json_finding import finding_object, settled_object, span_object
from reports.located import LocatedDocument, by_path, distinct, located, problems_in_order, unreadable

NAME = "json"
SUFFIX = ".json"
SCHEMA_VERSION = "1.0"


def render(result: RunResult, *, lang: str, options: RenderOptions) -> str:
    """The report as indented JSON with a line feed at its end."""
    return "".join(stream(result, lang=lang, options=options))


def stream(result: RunResult, *, lang: str, options: RenderOptions) -> Iterator[str]:
    """The pieces of ``render``, a document at a time, messages in ``lang``."""
    documents = located(result)
    homes = by_path(documents, result.elsewhere)
    objects = (_document(entry, homes, lang) for entry in documents)
    return json_pieces(_head(result, documents), "documents", objects, _foot(result, lang))


def _head(result: RunResult, documents: Iterable[LocatedDocument]) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factlint", "version": result.version},
        "as_of": result.as_of.isoformat(),
        "profile": result.profile,
        "reference": {
            "rules": result.rules,
            "sha256": result.reference_sha256,
            "replaced": [{"id": rule, "by": by} for rule, by in result.replaced],
        },
        "summary": _summary(result, documents),
    }


def _foot(result: RunResult, lang: str) -> dict[str, object]:
    return {
        "problems": [_problem(problem, lang) for problem in problems_in_order(result)],
        "lang": lang,
    }


def _summary(result: RunResult, documents: Iterable[LocatedDocument]) -> dict[str, Json]:
    findings: list[Finding] = [finding for entry in result.documents for finding in entry.findings]
    by_code: dict[str, Json] = dict(sorted(Counter(finding.code for finding in findings).items()))
    return {
        "documents": len(result.documents),
        "unreadable": len(unreadable(result)),
        "findings": dict(result.count()),
        "by_code": by_code,
        "coverage": _coverage(total(entry.coverage for entry in result.documents)),
        "settled": dict(result.count_settled()),
        "distinct": dict(distinct(documents)),
    }


def _document(entry: LocatedDocument, homes: Mapping[str, LocatedDocument], lang: str) -> dict[str, Json]:
    document = entry.document
    return {
        "path": document.path,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "title": document.title,
        "published": day(document.published),
        "sections": [
            _section(entry, scope.region, document.sections[scope.index])
            for scope in sorted(entry.result.sections, key=lambda scope: scope.index)
        ],
        "coverage": _coverage(entry.result.coverage),
        "findings": [finding_object(found, entry, homes, lang) for found in entry.findings],
        "format": document.format,
        "settled": [settled_object(found, settled, entry, lang) for found, settled in entry.settled],
    }


def _section(entry: LocatedDocument, region: str | None, section: Section) -> dict[str, Json]:
    return {
        "title": _title(entry, section.title),
        "published": day(section.published.day) if section.published else None,
        "published_from": section.published.source if section.published else None,
        "region": region,
        "span": span_object(entry.positions.place(section.span)),
        "kind": section.kind.value,
        "truncated": section.truncated,
    }


def _title(entry: LocatedDocument, title: Span | None) -> str | None:
    return None if title is None else entry.quote(title)


def _coverage(coverage: Coverage) -> dict[str, Json]:
    reasons: dict[str, Json] = dict(ordered_reasons(coverage))
    return {
        "numbers": coverage.numbers,
        "bound": coverage.bound,
        "checked": coverage.checked,
        "unverifiable": coverage.unverifiable,
        "reasons": reasons,
    }


def _problem(problem: Problem, lang: str) -> dict[str, Json]:
    return {"path": problem.path, "reason": problem.reason.in_language(lang)}
