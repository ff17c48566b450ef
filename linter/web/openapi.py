"""The description of the addresses for programs: OpenAPI 3.1, written by hand, with the report's own schema in it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from linter import __version__

_OWN = "#/$defs/"
_COMPONENT = "#/components/schemas/Report-"


@cache
def openapi() -> dict[str, Any]:
    """The document."""
    described = _json("linter.web", "openapi.json")
    described["info"]["version"] = __version__
    described["components"]["schemas"] |= _report_schemas()
    return described


def _report_schemas() -> dict[str, Any]:
    """The schema of the report and its definitions as components: not every tool follows references into a part."""
    report = _referring_to_components(_json("reports", "schema/report-v1.schema.json"))
    definitions = report.pop("$defs")
    whole = {key: value for key, value in report.items() if key not in ("$id", "$schema")}
    return {"Report": whole} | {f"Report-{name}": schema for name, schema in definitions.items()}


def _referring_to_components(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_referring_to_components(each) for each in schema]
    if isinstance(schema, dict):
        return {key: _referring_to_components(value) for key, value in schema.items()}
    if isinstance(schema, str) and schema.startswith(_OWN):
        return _COMPONENT + schema.removeprefix(_OWN)
    return schema


def _json(package: str, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return loaded
