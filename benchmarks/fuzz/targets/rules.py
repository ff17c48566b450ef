"""Rule files: built-in rules with something changed in them, or raw bytes. What is validated must load."""

from __future__ import annotations

import atexit
import copy
import json
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.fuzz.choices import Choices
from reference.load import RULES, RuleFileError, load_folders
from reference.validate import validate

LARGEST = 400
_FOLDER = Path(tempfile.mkdtemp(prefix="factlint-fuzz-"))
_FILE = _FOLDER / "rules.json"
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
_ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**30, 1e300, "", "x", [], {}, [[]], [{}], {"x": []}, ["x"], [None], "000000", "990100"),
    *("NaN", "Infinity", "1e999", "2025-02-30", "2025", "2025-13", "2025/2024", "/", "9999-12-31", "0001-01-01", "１"),
    *({"min": 2, "max": 1}, {"accept": []}, {"accept": [[]]}, "percent", "yuan", "in_force", "official", "𠮷\u202e\n"),
)
_KEYS = (
    *("id", "kind", "quantity", "region", "regions", "unit", "where", "values", "from", "to", "known_until", "value"),
    *("source", "published", "title", "display", "note", "per", "members", "numbers", "rounding", "cycle", "seen", "x"),
    *("dates", "document", "parameters", "truth", "state", "evidence", "review_by", "names", "use", "current", "on"),
)


@cache
def _examples() -> tuple[tuple[str, Any], ...]:
    """A rule of every kind, an unknown value and a dispute, with the list each stands in."""
    found: dict[str, tuple[str, Any]] = {}
    for path in sorted(RULES.rglob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        for key in ("rules", "unknown", "disputes"):
            for one in content.get(key, ()):
                found.setdefault(one.get("kind", key), (key, one))
    return tuple(found.values())


def seeds() -> Iterator[bytes]:
    """Every example as it is and with a change; raw files."""
    for number in range(len(_examples())):
        yield bytes((1, number))
        yield bytes((1, number, 3, 1, number, 2))
    yield from (
        b"\0" + text for text in (b'{"rules": [{"id": "x"}]}', b"[", b"\xff", b'{"rules": [1e999]}', b"1" * 5000)
    )
    yield b"\0" + b"[" * 3000


def one(data: bytes) -> None:
    """Load the file, and validate it."""
    choices = Choices(data)
    raw = choices.number(8) == 0
    _FILE.write_bytes(choices.rest() if raw else json.dumps(_changed(choices), ensure_ascii=False).encode())
    loads = True
    try:
        reference = load_folders((_FOLDER,))
        assert all(value.display is not None for rule in reference.rules for value in rule.values)
    except RuleFileError as error:
        loads = False
        assert error.line >= 1
        assert str(error)
    complaints = validate((_FOLDER,))
    assert all(complaint.line >= 1 and complaint.wrong for complaint in complaints)
    assert loads or complaints


def _changed(choices: Choices) -> Any:
    key, example = choices.of(_examples())
    content: dict[str, Any] = {"rules": [], key: [copy.deepcopy(example)]}
    while choices.left:
        if not any(content.values()):
            break
        _change(content, choices)
    return content


def _change(content: Any, choices: Choices) -> None:
    """Replace, remove or add something somewhere inside."""
    at, step = content, next(key for key in content if content[key])
    for _ in range(choices.number(6) + 1):
        inside = at[step]
        if not isinstance(inside, dict | list) or not inside:
            break
        at = inside
        step = choices.of(tuple(at) if isinstance(at, dict) else tuple(range(len(at))))
    match choices.number(4):
        case 0:
            del at[step]
        case 1 if isinstance(at, dict):
            at[choices.of(_KEYS)] = copy.deepcopy(choices.of(_ODD))
        case 2:
            at[step] = choices.text(12)
        case _:
            at[step] = copy.deepcopy(choices.of(_ODD))
