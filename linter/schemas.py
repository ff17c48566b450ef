"""Files of the user held against the JSON Schemas of this package."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import ValidationError


@cache
def load_schema(package: str, name: str) -> Mapping[str, Any]:
    """The schema called ``name`` in the folder ``schema`` of a package."""
    schema: Mapping[str, Any] = json.loads((files(package) / "schema" / name).read_text("utf-8"))
    return schema


def faults(value: Any, package: str, name: str) -> Iterator[ValidationError]:
    """What is wrong with a value of JSON types, in the order of its keys."""
    # Imported here: most runs read no such file, and the validator takes longer to load than an article to check.
    from jsonschema import Draft202012Validator, FormatChecker, ValidationError

    validator = Draft202012Validator(load_schema(package, name), format_checker=FormatChecker(["date"]))
    try:
        yield from sorted(validator.iter_errors(value), key=lambda each: [str(step) for step in each.absolute_path])
    except RecursionError:  # a message shows what it complains of
        yield ValidationError("brackets are nested too deeply")
