"""A rule file against its JSON Schema, in words a person can act on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from reference.fields import Path
from reference.registry import SCHEMAS, nearest


def schema_troubles(content: Any) -> Iterator[tuple[Path, str, str]]:
    """The path to each spot that breaks the schema, what is wrong there, and what to do."""
    for error in _validator().iter_errors(content):
        deepest = _deepest(error)
        path = tuple(deepest.absolute_path)
        for wrong, advice in _words(deepest):
            yield path, wrong, advice


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(_schema())


@cache
def _schema() -> Any:
    return json.loads((SCHEMAS / "rules.json").read_text(encoding="utf-8"))


def _deepest(error: ValidationError) -> ValidationError:
    """Of alternatives that all fail, the failure that got furthest says most."""
    while error.validator == "anyOf" and error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return error


def _words(error: ValidationError) -> Iterator[tuple[str, str]]:
    given: Any = error.instance
    wanted: Any = error.validator_value
    match error.validator:
        case "required":
            missing = error.message.split("'")[1]
            yield f"'{missing}' is missing", _ADVICE.get(missing, f"Add '{missing}'")
        case "additionalProperties" | "unevaluatedProperties":
            known = _known_fields(error.schema)
            for key in sorted(given.keys() - known):
                yield f"unknown field '{key}'", nearest(key, known)
        case "enum":
            yield f"{given!r} is not possible here", nearest(str(given), map(str, wanted))
        case "oneOf":
            yield "a rule must have either 'region' or 'regions'", "Keep one of them: 000000 is the whole country"
        case "type":
            yield f"{given!r} is no {wanted}", f"Write a {wanted} here"
        case "minItems" | "minProperties" | "minLength":
            yield "nothing stands here", "Fill it in, or take the field out"
        case "pattern":
            yield f"{given!r} has the wrong form", _FORMS.get(wanted, f"It must match {wanted}")
        case _:
            yield error.message, "See reference/schema/rules.json"


def _known_fields(schema: Any) -> set[str]:
    """The fields an object may have: its own and those of the shape it extends."""
    base = schema.get("$ref")
    shared = _schema()["$defs"][base.rpartition("/")[2]]["properties"] if base else {}
    return {*schema["properties"], *shared}


_ADVICE = {
    "source": "Name the document the value comes from, with its number, issuer and date where known",
    "verified_on": "Say on which day somebody last looked at the source",
    "from": "Give the first day, or null when the value always held",
    "evidence": "Grade it: official, corroborated, reported, derived or unverified",
    "state": "Say in_force, announced, projected or repealed",
    "unit": "A rule about a number needs a unit",
    "tried": "Say on which day what was looked for",
}
_FORMS = {
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "Write a full date such as 2025-01-31",
    "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$": "Write 2025, 2025-01 or 2025-01-31",
    "^[0-9]{6}$": "Write a GB/T 2260 code of six digits, such as 510000",
    "^[^()（）/;；]+$": "Write the number alone; a remark belongs into 'note'",
    "^https?://": "Write an address that starts with https://",
}
