"""JSON values, and the parts of the reference that every JSON output writes alike."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from reference.model import Source

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def day(given: date | None) -> str | None:
    """A day in ISO form."""
    return None if given is None else given.isoformat()


def source_object(source: Source) -> dict[str, Json]:
    """A citation; its day may be known in part only."""
    return {
        "title": source.title,
        "doc_no": source.doc_no,
        "issuer": source.issuer,
        "published": day(source.published) or source.dated,
        "url": source.url,
    }
