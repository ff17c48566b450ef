"""Write rule files as the existing ones are written: a value on one line, its note and its source each below it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from reference.rule_file import decode

_LISTS = ("rules", "unknown", "disputes")
_OWN_LINE = ("note", "source")


def rule_file_text(content: Mapping[str, Any]) -> str:
    """The text of a rule file: what ``load.decode`` reads is written back as it was, number by number."""
    parts = (f" {inline(key)}: {_member(key, value)}" for key, value in content.items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def formatted(folder: Path) -> Iterator[Path]:
    """Write the rule files below a folder in this style; those that were not are named."""
    for file in sorted(folder.rglob("*.json")):
        old = file.read_text(encoding="utf-8")
        new = rule_file_text(decode(old.encode()))
        if new != old:
            file.write_text(new, encoding="utf-8")
            yield file


def inline(value: Any) -> str:
    """A piece of JSON on one line; a decimal keeps its digits."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{inline(key)}: {inline(item)}" for key, item in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(inline, value)) + "]"
        case Decimal():
            return format(value, "f")
    return json.dumps(value, ensure_ascii=False)


def _member(key: str, value: Any) -> str:
    if key not in _LISTS or not isinstance(value, list) or not value:
        return inline(value)
    return "[\n" + ",\n".join(_object(one) for one in value) + "\n ]"


def _object(one: Mapping[str, Any]) -> str:
    return "  {\n" + ",\n".join(_fields(one)) + "\n  }"


def _fields(one: Mapping[str, Any]) -> Iterator[str]:
    for key, value in one.items():
        if key == "values":
            yield '   "values": [\n' + ",\n".join(map(_value, value)) + "\n   ]"
        else:
            yield f"   {inline(key)}: {inline(value)}"


def _value(value: Mapping[str, Any]) -> str:
    """A value on one line; its note and its source, long and seldom looked for, each on one of their own below it."""
    first = {key: item for key, item in value.items() if key not in _OWN_LINE}
    lines = [inline(first)[1:-1], *(f"{inline(key)}: {inline(value[key])}" for key in _OWN_LINE if key in value)]
    return "    {" + ",\n     ".join(lines) + "}"


if __name__ == "__main__":
    list(formatted(Path(__file__).parent / "rules"))
