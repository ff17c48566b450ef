"""Additions from a file: rules as JSON, or a table with one value a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from reference.draft import COLUMNS, drafted, with_new_values
from reference.fields import RuleError
from reference.parse import parse_rules
from reference.raw_rules import RawRules
from reference.registry import nearest
from reference.rule_file import decode
from reference.written import truth


def with_file(rules: RawRules, file: Path, today: date, close: bool, name: str | None) -> tuple[RawRules, list[str]]:
    """The rules with what the file adds to them, and the ids of those it adds to. Raises ``click.UsageError``."""
    read = _from_table if file.suffix.lower() == ".csv" else _from_json
    ids: list[str] = []
    for place, given in _entries(file):
        with _telling(f"{file}{place}"):
            rule, closes = read(given, rules, today)
            list(parse_rules(rule))
            rules = rules.added(rule, close or closes, name)
            ids.append(rule["id"])
    return rules, ids


def _entries(file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The lines of a table, the rules of a JSON file, each with its place."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        if file.suffix.lower() == ".csv":
            yield from _lines(file, text)
            return
        content = decode(text.encode())
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{file} is not UTF-8: save it as such") from error
    except ValueError as error:
        raise click.UsageError(f"{file} is not valid JSON: {error}") from error
    given = content.get("rules", [content]) if isinstance(content, dict) else content
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise click.UsageError(f'{file}: give a rule, a list of rules, or {{"rules": […]}}')
    yield from ((f", rule {index}", one) for index, one in enumerate(given, 1))


def _lines(file: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text))
    for column in reader.fieldnames or ():
        if column not in COLUMNS:
            raise click.UsageError(f"{file}:1: unknown column {column!r}. {nearest(column, COLUMNS)}")
    for row in reader:
        if None in row:
            raise click.UsageError(f"{file}:{reader.line_num}: more cells than columns: a comma must stand in quotes")
        yield f":{reader.line_num}", {column: written or "" for column, written in row.items()}


def _from_table(words: Mapping[str, Any], rules: RawRules, today: date) -> tuple[dict[str, Any], bool]:
    known = rules.known(words.get("id", "").strip())
    dated = {**words, "verified_on": words.get("verified_on", "").strip() or today.isoformat()}
    close = words.get("close", "").strip()
    return drafted(dated, known), bool(close) and truth(close)


def _from_json(raw: Mapping[str, Any], rules: RawRules, today: date) -> tuple[dict[str, Any], bool]:
    """A whole rule, or id and values of one that is known."""
    known = rules.known(str(raw.get("id", "")))
    differing = [key for key in raw if known and key not in ("values", "note") and raw[key] != known.get(key)]
    if known and differing:
        wrong = f"{raw['id']} stands there with another {differing[0]}: {known.get(differing[0])!r}"
        raise RuleError((differing[0],), wrong, "Leave the field out, or choose another id")
    values = raw.get("values")
    if not isinstance(values, list):
        raise RuleError(("values",), "'values' is missing", "Give a list of values, each with its source")
    return with_new_values(known or raw, values), False


@contextmanager
def _telling(place: str) -> Iterator[None]:
    """Say in which line and column a mistake stands."""
    try:
        yield
    except RuleError as error:
        spot = "".join(f", {step}" if isinstance(step, str) else f" {step + 1}" for step in error.path)
        advice = f". {error.advice}" if error.advice else ""
        raise click.UsageError(f"{place}{spot}: {error.message}{advice}") from error
