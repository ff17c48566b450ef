"""A document as a row."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from linter.archive.rows.bands import bands
from linter.document import SectionKind
from linter.result import DocumentResult


def document_row(result: DocumentResult, url: str | None) -> dict[str, Any]:
    """The row of a document, without its name and key."""
    document, coverage = result.document, result.coverage
    main = next((one for one in document.sections if one.kind is SectionKind.ARTICLE), None)
    published = main.published if main else None
    return {
        "path": document.path,
        "url": url,
        "site": site_of(url, document.path),
        "sha256": document.sha256,
        "title": document.title,
        "format": document.format,
        "encoding": document.encoding,
        "published": published.day if published else None,
        "published_from": published.source if published else None,
        "month": f"{published.day:%Y-%m}" if published else None,
        "region": _region(result),
        "characters": len(document.visible),
        "sections": len(document.sections),
        "numbers": coverage.numbers,
        "bound": coverage.bound,
        "checked": coverage.checked,
        "unverifiable": coverage.unverifiable,
        "reasons": sorted(coverage.reasons),
        "bands": bands(document.visible),
    }


def site_of(url: str | None, path: str) -> str:
    """Whose the document is: the host of its address, or else the first folder of its path; "" for neither."""
    if url:
        try:
            return urlsplit(url).hostname or ""
        except ValueError:
            return ""
    first, slash, _ = path.lstrip("./").partition("/")
    return first if slash else ""


def _region(result: DocumentResult) -> str | None:
    """The place of the main article."""
    return next((section.region for section in result.sections if section.region is not None), None)
