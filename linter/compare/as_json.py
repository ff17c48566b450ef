"""A difference as JSON: one object, to which keys may be added."""

from __future__ import annotations

from collections.abc import Iterable

from linter.compare.difference import Difference, Version
from linter.compare.telling import Said, Story, Told, ToldFinding
from linter.compare.words import WHAT
from linter.json_text import json_text
from reference.plain_json import Json, day


def as_json(told: Story, found: Difference, lang: str) -> str:
    """The difference, messages in ``lang``."""
    summary: dict[str, Json] = {what: told.count(what) for what in WHAT}
    summary |= {"appeared": len(told.appeared), "disappeared": len(told.disappeared)}
    content: Json = {
        "schema_version": "1.0",
        "old": _file(found.old),
        "new": _file(found.new),
        "summary": summary,
        "changes": [_change(change) for change in told.changes],
        "findings": {"appeared": _findings(told.appeared), "disappeared": _findings(told.disappeared)},
        "lang": lang,
    }
    return json_text(content)


def _file(version: Version) -> Json:
    document = version.document
    return {"path": document.path, "sha256": document.sha256, "published": day(document.published)}


def _change(change: Told) -> Json:
    return {
        "what": change.what,
        "kind": change.kind,
        "about": change.about,
        "subject": change.subject,
        "differs": [{"slot": slot.id, "old": slot.old, "new": slot.new} for slot in change.slots],
        "old": _said(change.old),
        "new": _said(change.new),
    }


def _said(said: Said | None) -> Json:
    if said is None:
        return None
    sentence = f"{said.before}{said.words}{said.after}"
    return {"quote": said.words, "context": sentence, "line": said.line, "column": said.column}


def _findings(findings: Iterable[ToldFinding]) -> list[Json]:
    return [
        {
            "code": each.code,
            "name": each.name,
            "severity": each.severity,
            "message": each.message,
            "line": each.place.line,
            "column": each.place.column,
        }
        for each in findings
    ]
