"""The description of the addresses for programs: OpenAPI 3.1, written by hand, with the report's own schema in it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from linter import __version__


@cache
def openapi() -> dict[str, Any]:
    """The document."""
    described = _json("linter.web", "openapi.json")
    described["info"]["version"] = __version__
    report = _json("reports", "schema/report-v1.schema.json")
    # A base of its own: inside, its references mean its own definitions.
    described["components"]["schemas"]["Report"] = {"$id": "/api/v1/report-v1.schema.json", **report}
    return described


def _json(package: str, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return loaded
