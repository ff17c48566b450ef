"""Frozen values as JSON: for looking at what the linter understood, not a contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from linter.text import Span
from reference.plain_json import Json


def plain(value: object, text: str) -> Json:
    """Dataclasses as objects with their type, spans with the words of ``text`` under them, decimals as strings."""
    match value:
        case None | bool() | int() | str():
            return value.value if isinstance(value, Enum) else value
        case Decimal() | date():
            return str(value)
        case Span():
            return {"start": value.start, "end": value.end, "quote": value.cut(text)}
        case Mapping():
            return {str(key): plain(item, text) for key, item in sorted(value.items())}
        case frozenset():
            return [plain(item, text) for item in sorted(value)]
        case tuple() | list():
            return [plain(item, text) for item in value]
    if is_dataclass(value):
        members = {each.name: plain(getattr(value, each.name), text) for each in fields(value)}
        return {"type": type(value).__name__, **members}
    return repr(value)
