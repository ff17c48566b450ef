"""Configuration files as written: found, parsed, held against their schema."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.schemas import faults, load_schema

if TYPE_CHECKING:
    from jsonschema import ValidationError

FILE_NAME = "factlint.toml"
PYPROJECT = "pyproject.toml"
_TABLE = ("tool", "factlint")
_SCHEMA = ("linter.config", "config-v1.schema.json")


class ConfigError(ValueError):
    """A configuration file cannot be used; the message names the file, the key and the reason."""


@dataclass(frozen=True, slots=True)
class Written:
    """The keys of one file, as they stand there."""

    path: Path
    keys: Mapping[str, Any]


def config_in(folder: Path) -> Path | None:
    """The configuration file in this folder: ``factlint.toml``, or a ``pyproject.toml`` with ``[tool.factlint]``."""
    own, project = folder / FILE_NAME, folder / PYPROJECT
    if own.is_file():
        return own
    return project if project.is_file() and _table_of(project, _parsed(project)) is not None else None


def read_config(path: Path) -> Written:
    """The keys in a file. Raises ``ConfigError`` when it cannot be read, or a key is unknown or has a wrong value."""
    keys = _table_of(path, _parsed(path))
    if keys is None:
        raise ConfigError(f"{path}: there is no table [tool.factlint]")
    for fault in _faults(keys):
        raise ConfigError(f"{path}: {fault}")
    return Written(path, keys)


def config_schema() -> Mapping[str, Any]:
    """The JSON Schema of the file."""
    return load_schema(*_SCHEMA)


def schema_text() -> str:
    """The same as text, for editors."""
    return json.dumps(config_schema(), ensure_ascii=False, indent=2) + "\n"


def _parsed(path: Path) -> Mapping[str, Any]:
    try:
        parsed = tomllib.loads(path.read_text("utf-8-sig"))
        # TOML has days and times of its own; the schema, and who reads the keys, know them as text.
        plain: Mapping[str, Any] = json.loads(json.dumps(parsed, default=str))
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    return plain


def _table_of(path: Path, parsed: Mapping[str, Any]) -> Mapping[str, Any] | None:
    if path.name != PYPROJECT:
        return parsed
    table: Any = parsed
    for name in _TABLE:
        table = table.get(name) if isinstance(table, Mapping) else None
    return table if isinstance(table, Mapping) else None


def _faults(keys: Mapping[str, Any]) -> Iterator[str]:
    for error in faults(keys, *_SCHEMA):
        yield from _told(error)


def _told(error: ValidationError) -> Iterator[str]:
    where = ".".join(str(step) for step in error.absolute_path)
    if error.validator != "additionalProperties":
        yield f"{where}: {error.message}"
        return
    schema: Any = error.schema
    known = sorted(schema["properties"])
    for key in sorted(set(error.instance) - set(known)):  # type: ignore[arg-type]
        near = get_close_matches(key, known, n=1, cutoff=0)
        yield f"unknown key {'.'.join(filter(None, (where, key)))}; the nearest known one is {near[0]}"
