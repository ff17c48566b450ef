"""The YAML block at the top of a Markdown file: title, date, region, address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import yaml

from linter.document import Published
from linter.readers.bylines import parse_timestamp
from linter.readers.page import Metadata
from reference.vocabulary import load_json

_END = r"[ \t]*(?:\r\n|\r|\n|\Z)"
_FENCED = re.compile(rf"\A---{_END}(.*?)(?:(?<=\n)|(?<=\r))(?:---|\.\.\.){_END}", re.S)
_PAIR = re.compile(r"^([^\s:#][^:\r\n]*):[ \t]*(.*?)[ \t]*$", re.M)
_SCALARS = (str, int, float, date)


def split_front_matter(source: str) -> tuple[Metadata, int]:
    """The metadata of the front matter and the offset where the text begins (0 without front matter)."""
    fenced = _FENCED.match(source)
    if fenced is None:
        return Metadata(), 0
    values = _values(fenced.group(1))
    if values is None:
        return Metadata(), 0
    keys: Mapping[str, list[str]] = load_json("page_furniture.json")["front_matter"]
    stated = {slot: _first(values, names) for slot, names in keys.items()}
    day = _day(stated["published"])
    return (
        Metadata(
            title=_text(stated["title"]),
            published=Published(day, "front-matter") if day else None,
            region=_text(stated["region"]),
            url=_text(stated["url"]),
        ),
        fenced.end(),
    )


def _values(block: str) -> Mapping[str, Any] | None:
    """The keys, in lower case; ``None`` when there are none. What is no valid YAML is read line by line."""
    try:
        # CSafeLoader would be faster, but is not everywhere; front matter is short.
        loaded = yaml.safe_load(block)
    except Exception:  # a tag may send a word to a converter that is not made for it: !!bool x is a KeyError
        loaded = {key.strip(): value.strip("\"'") for key, value in _PAIR.findall(block)}
    if not isinstance(loaded, dict) or not loaded:
        return None
    return {str(key).strip().lower(): value for key, value in loaded.items()}


def _first(values: Mapping[str, Any], names: list[str]) -> Any:
    return next((values[name] for name in names if values.get(name) not in (None, "")), None)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        # Only plain entries: nested aliases could spell out a text without end.
        value = "、".join(str(entry) for entry in value if isinstance(entry, _SCALARS))
    return str(value).strip() or None if isinstance(value, _SCALARS) else None


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return parse_timestamp(value.isoformat())
    if isinstance(value, date):
        return value
    return parse_timestamp(str(value)) if value is not None else None
