"""docs/json.md from the schema of the JSON report: what is in it, object by object."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "reports" / "schema" / "report-v1.schema.json"
_HEAD = """# The JSON report

<!-- Made by `make docs` from reports/schema/report-v1.schema.json. Do not edit. -->

`factlint check articles/ --format json` prints one object. {description}
The schema is [report-v1.schema.json](../reports/schema/report-v1.schema.json); [Formats](formats.md) shows a report,
and [Versions](versions.md#formats) says when its version changes. Every key is always there, but for those called
optional.
"""


def schema_page() -> str:
    """The page: a table for the report, and one for each kind of object in it."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    parts = [_HEAD.format(description=schema["description"].partition(". ")[2]), *_object("report", schema)]
    for name, definition in schema["$defs"].items():
        parts += _object(name, definition)
    return "\n".join(parts)


def _object(name: str, definition: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {name}\n"
    if name != "report" and "description" in definition:
        yield f"{definition['description']}\n"
    if "properties" not in definition:
        yield f"{_kind(definition)}\n"
        return
    yield "| key | type | meaning |\n|---|---|---|"
    yield from _rows(definition)
    yield ""


def _rows(definition: Mapping[str, Any], outer: str = "") -> Iterator[str]:
    for key, each in definition["properties"].items():
        optional = "" if key in definition.get("required", ()) else "optional; "
        meaning = (optional + each.get("description", "")).removesuffix("; ").replace("|", "\\|")
        yield f"| `{outer}{key}` | {_kind(each)} | {meaning} |"
        inner, name = (each["items"], f"{outer}{key}[].") if "items" in each else (each, f"{outer}{key}.")
        if "properties" in inner:
            yield from _rows(inner, name)


def _kind(each: Mapping[str, Any]) -> str:
    if "$ref" in each:
        name = each["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "anyOf" in each:
        return " or ".join(dict.fromkeys(map(_kind, each["anyOf"])))
    if "const" in each or "enum" in each:
        return ", ".join(f"`{json.dumps(value)}`" for value in each.get("enum", [each.get("const")]))
    if each.get("type") == "array" and "items" in each:
        return f"list of {_kind(each['items'])}"
    if isinstance(each.get("additionalProperties"), dict):
        return f"object of {_kind(each['additionalProperties'])}"
    kind = each.get("type", "anything")
    said = kind if isinstance(kind, str) else " or ".join(kind)
    return f"{said} like `{each['pattern']}`" if "pattern" in each else said
