"""The keys of a configuration file with all that their schema says of each, for a first file and for the page of them.

Whatever is written about keys is made from these, so that it cannot differ from what is accepted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from linter.config.written import config_schema

_MEANING = {"en": "description", "zh": "x-description-zh"}
_KINDS = {
    "string": "text",
    "boolean": "true or false",
    "object": "table",
    "array": "list",
    "number": "number",
    "integer": "number",
}


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its meaning by language, what is written (``kind``), the values to choose from, an example.

    ``default`` is ``None`` where there is none. ``inner`` are the keys of each table in a list of tables.
    """

    name: str
    meaning: Mapping[str, str]
    kind: str
    choices: tuple[str, ...]
    default: Any
    example: Any
    inner: tuple[Key, ...] = ()


def config_keys() -> tuple[Key, ...]:
    """All keys, in the order of the schema."""
    return tuple(_keys(config_schema()))


def toml(value: Any) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{name} = {toml(each)}" for name, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _keys(schema: Mapping[str, Any]) -> Iterator[Key]:
    for name, said in schema["properties"].items():
        meaning = {lang: said[word] for lang, word in _MEANING.items()}
        default = said.get("default")
        example = said.get("examples", [default])[0]
        inner = tuple(_keys(said["items"])) if "properties" in said.get("items", {}) else ()
        yield Key(name, meaning, _kind(said), tuple(said.get("enum", ())), default, example, inner)


def _kind(said: Mapping[str, Any]) -> str:
    if "oneOf" in said:
        return " or ".join(dict.fromkeys(map(_kind, said["oneOf"])))
    return _KINDS[said.get("type", "string")]
