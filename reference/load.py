"""Load the rules: quickly, without a schema library, and with a clear word when a file is broken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from reference.fields import RuleError
from reference.locate import line_of
from reference.model import Dispute, DisputeVerdict, Reference, Rule, Unknown
from reference.parse import parse_dispute, parse_rules, parse_unknown

Parsed = TypeVar("Parsed")

RULES = Path(__file__).parent / "rules"
"""The rules that come with the package: ``<region code>/<subject>.json``."""


class ReferenceError(Exception):
    """A rule file that cannot be used. ``line`` counts from 1."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file = file
        self.line = line
        self.message = message


def load_reference(extra_dirs: Sequence[Path] = ()) -> Reference:
    """The rules of the package and of further folders. Raises ReferenceError for the first file that is broken."""
    return load_folders((RULES, *extra_dirs))


def load_folders(folders: Sequence[Path]) -> Reference:
    """The rules of these folders alone, each folder read once. Raises ReferenceError."""
    digest = hashlib.sha256()
    rules: dict[str, Rule] = {}
    unknown: list[Unknown] = []
    disputes: list[Dispute] = []
    for name, file in rule_files(distinct(folders)):
        data = _read(file)
        digest.update(name.encode() + b"\0" + data + b"\0")
        content = _content(file, data)
        for rule, index in _each(file, data, content, "rules", parse_rules):
            if rules.setdefault(rule.id, rule) is not rule:
                message = f"the id {rule.id!r} is taken already: two rules must not share one"
                raise ReferenceError(file, line_of(data.decode("utf-8"), ("rules", index, "id")), message)
        unknown += [one for one, _ in _each(file, data, content, "unknown", parse_unknown)]
        disputes += [one for one, _ in _each(file, data, content, "disputes", lambda raw: [parse_dispute(raw)])]
    return Reference(
        tuple(with_disputes(rules.values(), disputes)), digest.hexdigest(), tuple(unknown), tuple(disputes)
    )


def distinct(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The folders, each once however it is written: the built-in rules may be named as a folder of one's own."""
    first: dict[Path, Path] = {}
    for folder in folders:
        first.setdefault(folder.resolve(), folder)
    return tuple(first.values())


def with_disputes(rules: Iterable[Rule], disputes: Iterable[Dispute]) -> Iterator[Rule]:
    """The rules, the values of which somebody's dispute is open marked."""
    open_ones = {(one.rule, one.start) for one in disputes if one.verdict is DisputeVerdict.OPEN}
    disputed = {rule for rule, _ in open_ones}
    for rule in rules:
        if rule.id not in disputed:
            yield rule
            continue
        marked = (replace(one, disputed=(rule.id, one.period.start) in open_ones) for one in rule.values)
        yield replace(rule, values=tuple(marked))


def rule_files(folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """The rule files below the folders, each folder's in order of their path in it. Raises ReferenceError."""
    for folder in folders:
        if not folder.is_dir():
            raise ReferenceError(folder, 1, "no such folder of rules")
        yield from sorted((file.relative_to(folder).as_posix(), file) for file in folder.rglob("*.json"))


def decode(data: bytes) -> Any:
    """The JSON of a rule file, its fractions as Decimal. Raises ValueError (also UnicodeDecodeError)."""
    return json.loads(data.decode("utf-8"), parse_float=Decimal, parse_constant=_no_constant)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes().replace(b"\r\n", b"\n")  # the digest must not depend on a checkout's line ends
    except OSError as error:
        raise ReferenceError(file, 1, f"cannot be read: {error.strerror}") from error


def _content(file: Path, data: bytes) -> dict[str, Any]:
    try:
        content = decode(data)
    except json.JSONDecodeError as error:
        raise ReferenceError(file, error.lineno, f"not valid JSON: {error.msg}") from error
    except ValueError as error:
        raise ReferenceError(file, 1, f"cannot be decoded: {error}") from error
    if not isinstance(content, dict) or not isinstance(content.get("rules"), list):
        raise ReferenceError(file, 1, "a rule file is an object with a list named 'rules'")
    return content


def _each(
    file: Path, data: bytes, content: dict[str, Any], key: str, parse: Callable[[Any], Iterable[Parsed]]
) -> Iterator[tuple[Parsed, int]]:
    """What the objects of a list of the file stand for, with their index in it."""
    given = content.get(key, [])
    if not isinstance(given, list):
        raise ReferenceError(file, line_of(data.decode("utf-8"), (key,)), f"'{key}' must be a list")
    for index, raw in enumerate(given):
        try:
            for one in parse(raw):
                yield one, index
        except RuleError as error:
            line = line_of(data.decode("utf-8"), (key, index, *error.path))
            raise ReferenceError(file, line, error.message) from error


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number a rule can hold")
