"""Places as SARIF writes them."""

from __future__ import annotations

from urllib.parse import quote

from reference.plain_json import Json
from reports.located import LocatedDocument, Place

BASE = "%SRCROOT%"
"""The name by which readers of SARIF know the folder that relative paths start from."""


def artifact_location(path: str) -> dict[str, Json]:
    """A file by its address: relative to the base unless its path is absolute."""
    address = quote(path, safe="/", errors="surrogatepass")
    if path.startswith("/"):
        return {"uri": f"file://{address}"}
    return {"uri": address, "uriBaseId": BASE}


def physical_location(entry: LocatedDocument, place: Place) -> dict[str, Json]:
    """A region of a document with the text of its file."""
    snippet: dict[str, Json] = {"text": entry.document.source[place.start : place.end]}
    return {
        "artifactLocation": artifact_location(entry.document.path),
        "region": {**region(place), "snippet": snippet},
    }


def region(place: Place) -> dict[str, Json]:
    """Lines and columns from 1, the end column behind the last character; the offset from 0."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": place.end - place.start,
    }
