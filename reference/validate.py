"""Check rule files thoroughly: form, meaning, and whether the figures fit each other. Slower than loading."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from reference.complaint import Complaint, Placed, Trouble
from reference.consistency import CONSISTENCY_CHECKS
from reference.fields import RuleError
from reference.load import RULES, ReferenceError, rule_files
from reference.locate import line_of
from reference.model import Reference
from reference.parse import parse_rules
from reference.rule_check import RULE_CHECKS
from reference.schema_check import schema_troubles

__all__ = ["Complaint", "validate"]


def validate(folders: Sequence[Path] = (RULES,)) -> tuple[Complaint, ...]:
    """Everything wrong with the rule files below the folders, in order of file and line; empty when all is well."""
    complaints: list[Complaint] = []
    placed: list[Placed] = []
    for folder in folders:
        try:
            files = [file for _, file in rule_files((folder,))]
        except ReferenceError as error:
            complaints.append(Complaint(error.file, error.line, error.message, "Give a folder of rule files"))
            continue
        for file in files:
            found = list(_file(file, folder))
            complaints.extend(one for one in found if isinstance(one, Complaint))
            placed.extend(one for one in found if isinstance(one, Placed))
    complaints.extend(_located(placed))
    return tuple(sorted(set(complaints)))


def _file(file: Path, folder: Path) -> Iterator[Complaint | Placed]:
    """The rules of a file that can be read, and what is wrong with its form."""
    try:
        text = file.read_bytes().decode("utf-8")
        content = json.loads(text, parse_float=Decimal, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        yield Complaint(file, error.lineno, f"not valid JSON: {error.msg}", "Mend the punctuation around this line")
        return
    except UnicodeDecodeError:
        yield Complaint(file, 1, "not UTF-8", "Save the file as UTF-8")
        return
    except (OSError, ValueError) as error:
        yield Complaint(file, 1, str(error), "Mend the file")
        return
    broken = list(schema_troubles(content))
    for steps, wrong, advice in broken:
        yield Complaint(file, line_of(text, steps), wrong, advice)
    if not broken:
        yield from _rules(file, folder, text, content)


def _rules(file: Path, folder: Path, text: str, content: Any) -> Iterator[Complaint | Placed]:
    for index, raw in enumerate(content["rules"]):
        try:
            for rule in parse_rules(raw):
                yield Placed(rule, file, folder, ("rules", index))
        except RuleError as error:
            line = line_of(text, ("rules", index, *error.path))
            yield Complaint(file, line, error.message, "Mend the rule; nothing else of it was looked at")


def _located(placed: Sequence[Placed]) -> Iterator[Complaint]:
    texts: dict[Path, str] = {}
    for trouble in _troubles(placed):
        file = trouble.at.file
        if file not in texts:
            texts[file] = file.read_text(encoding="utf-8")
        line = line_of(texts[file], (*trouble.at.steps, *trouble.inside))
        yield Complaint(file, line, trouble.wrong, trouble.advice)


def _troubles(placed: Sequence[Placed]) -> Iterator[Trouble]:
    for check in RULE_CHECKS:
        for one in placed:
            yield from check(one)
    # Of two folders the later one answers a question: the others must fit its answer.
    counting = {one.rule.question: one.rule for one in placed}
    reference = Reference(tuple(counting.values()), "")
    for relation in CONSISTENCY_CHECKS:
        yield from relation(placed, reference)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return content
